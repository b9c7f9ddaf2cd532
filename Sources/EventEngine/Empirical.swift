/// Measured values, drawn as often as they were seen.
///
/// One random number a value, searched in the cumulative weights, so that a larger random number never
/// gives a smaller value and paired runs stay paired.
public struct Empirical: RandomVariable, Hashable {
  /// The values in rising order.
  public let values: [Double]
  /// The probability of this value or a smaller one; the last is 1.
  public let cumulative: [Double]
  public let mean: Double
  public let variance: Double

  /// The distribution of equally likely values, of which there is at least one.
  public init(_ values: [Double]) {
    self.init(values.map { (value: $0, weight: 1.0) })
  }

  /// The distribution of values with weights of at least 0, of which at least one is positive.
  public init(_ weighted: [(value: Double, weight: Double)]) {
    precondition(weighted.allSatisfy { $0.value.isFinite }, "empirical values must be finite")
    precondition(weighted.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }, "weights must not be negative")
    let present = weighted.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    precondition(!present.isEmpty, "an empirical distribution needs a value")
    var total = CompensatedSum()
    var cumulative: [Double] = []
    var products = CompensatedSum()
    for (value, weight) in present {
      total.add(weight)
      products.add(value * weight)
      cumulative.append(total.value)
    }
    let mean = products.value / total.value
    var squares = CompensatedSum()
    for (value, weight) in present { squares.add(weight * (value - mean) * (value - mean)) }
    values = present.map { $0.value }
    self.cumulative = cumulative.map { $0 / total.value }
    self.mean = mean
    variance = squares.value / total.value
  }

  public func sample(using stream: inout RandomStream) -> Double {
    let level = stream.uniform()
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if level < cumulative[middle] { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}
