internal import Quantities

/// A line of least weighted squares through the newest samples of a history.
///
/// Samples are numbered 1 (the oldest of the window) to n (the newest).
struct RegressionLine {
  let intercept: Double
  let slope: Double

  /// The line through `count` samples, each with a weight by its number from 1.
  init(through history: Span<Fraction>, newest count: Int, weight: (_ number: Int, _ count: Int) -> Double) {
    var total = 0.0
    var sumX = 0.0
    var sumY = 0.0
    for number in 1...count {
      let weight = weight(number, count)
      total += weight
      sumX += weight * Double(number)
      sumY += weight * history[count - number].value
    }
    let meanX = sumX / total
    let meanY = sumY / total
    var products = 0.0
    var squares = 0.0
    for number in 1...count {
      let weight = weight(number, count)
      let distance = Double(number) - meanX
      products += weight * distance * (history[count - number].value - meanY)
      squares += weight * distance * distance
    }
    // A single sample with weight has no direction.
    slope = squares > 0 ? products / squares : 0
    intercept = meanY - slope * meanX
  }

  /// The value of the line.
  func value(at number: Double) -> Double { intercept + slope * number }

  /// How far a sample is from the line.
  func distance(from history: Span<Fraction>, at number: Int, newest count: Int) -> Double {
    abs(history[count - number].value - value(at: Double(number)))
  }

  /// The median of the distances of the samples.
  func medianDistance(from history: Span<Fraction>, newest count: Int) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { distances in
      for number in 1...count {
        distances.initializeElement(at: number - 1, to: distance(from: history, at: number, newest: count))
      }
      OrderStatistics.sort(distances)
      return OrderStatistics.median(ofSorted: distances)
    }
  }

  /// The tricube weight of a sample: 1 for the newest, 0 for the oldest.
  static func tricube(_ number: Int, of count: Int) -> Double {
    let distance = Double(count - number) / Double(count - 1)
    let rest = 1 - distance * distance * distance
    return rest * rest * rest
  }
}
