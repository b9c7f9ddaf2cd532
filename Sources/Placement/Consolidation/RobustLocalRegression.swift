public import Quantities

/// Local regression that gives less weight to samples far from the line.
///
/// ```
/// v_i = w_i (1 - (e_i / 6 m)^2)^2  if |e_i| < 6 m, else 0        bisquare
/// m = median(|e_i|)
/// ```
/// w the tricube weights of ``LocalRegression``, e the distances of the samples from the line, v the weights of the next
/// line. Two rounds; when m is 0 most samples lie on the line and it stays as it is.
///
/// **Valid for** and **not modelled**: as ``LocalRegression``.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), section 6.3; Cleveland (1979), JASA 74(368), whose two rounds are from
/// memory. In CloudSim 3.0.3 the weights are not used, which makes it the same as its local regression:
/// ``RegressionWeights/none``.
///
/// Example: on the line 0.05, 0.10, ... 0.50 that leads to 0.55, with the sixth sample lifted to 1.00, the forecast is 0.545; it is
/// 0.523 without these weights, and 0.643 without any.
public struct RobustLocalRegression: OverloadDetector, Hashable {
  /// How much more than its forecast a host is taken to need.
  public let safety: Double
  /// How the samples count.
  public let weights: RegressionWeights
  /// How often the weights are made anew from the distances.
  public static let rounds = 2

  /// A detector with a safety.
  public init(safety: Double, weights: RegressionWeights = .tricube) {
    self.safety = safety
    self.weights = weights
  }

  /// The utilization to come, one sample after the newest; nil while the history is too short.
  public func forecast(history: Span<Fraction>) -> Fraction? {
    let plain = LocalRegression(safety: safety, weights: weights)
    guard weights == .tricube else { return plain.forecast(history: history) }
    let window = LocalRegression.window
    guard history.count >= window else { return nil }
    var line = RegressionLine(through: history, newest: window, weight: RegressionLine.tricube)
    for _ in 0..<RobustLocalRegression.rounds {
      let scale = 6 * line.medianDistance(from: history, newest: window)
      guard scale > 0 else { break }
      let former = line
      line = RegressionLine(through: history, newest: window) { index, count in
        let share = former.distance(from: history, at: index, newest: count) / scale
        let bisquare = share < 1 ? (1 - share * share) * (1 - share * share) : 0
        return RegressionLine.tricube(index, of: count) * bisquare
      }
    }
    return Fraction(line.value(at: Double(window + 1)))
  }

  /// Whether the forecast, with safety, is the whole capacity or more.
  public func isOverloaded(at utilization: Fraction, history: Span<Fraction>) -> Bool {
    guard let forecast = forecast(history: history) else {
      return StaticThreshold.untilHistory.isOverloaded(at: utilization, history: history)
    }
    return safety * forecast.value >= 1
  }

  /// Its line in the catalogue.
  public static let entry = DetectorEntry(
    "robust-local-regression", abbreviation: "lrr", "Local regression in which outliers count less.",
    parameter: .safety(default: 1.2)
  ) { value, weights in RobustLocalRegression(safety: value, weights: weights) }
}
