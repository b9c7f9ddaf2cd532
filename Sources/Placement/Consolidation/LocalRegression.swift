public import Quantities

/// A host is overloaded when a line through its newest samples says that it will be.
///
/// ```
/// minimize  sum w_i (y_i - a - b x_i)^2     x = 1 ... n, y_n the newest sample
/// w_i = (1 - ((n - x_i) / (n - 1))^3)^3     tricube
/// overloaded if  s (a + b (n + 1)) >= 1
/// ```
/// y the utilizations; n = 10; s the safety. The line is read one sample ahead, the time within which a guest has left. The
/// tricube weights make the newest sample count fully and the oldest not at all.
///
/// **Valid for** a history of at least 10 samples; below that ``StaticThreshold/untilHistory`` decides.
/// **Not modelled**: migrations that take longer than one sample; the utilization of the moment, which is not compared with
/// anything.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), section 6.2; Cleveland (1979), "Robust locally weighted regression and
/// smoothing scatterplots", JASA 74(368), for the weights. CloudSim 3.0.3 computes the weights and does not use them:
/// ``RegressionWeights/none``.
///
/// Example: ten samples 0.05, 0.10, ... 0.50 lie on a line that continues to 0.55, with and without weights.
public struct LocalRegression: OverloadDetector, Hashable {
  /// How much more than its forecast a host is taken to need.
  public let safety: Double
  /// How the samples count.
  public let weights: RegressionWeights
  /// The number of samples that the line is laid through.
  public static let window = 10

  /// A detector with a safety.
  public init(safety: Double, weights: RegressionWeights = .tricube) {
    self.safety = safety
    self.weights = weights
  }

  /// The utilization to come, one sample after the newest; nil while the history is too short.
  public func forecast(history: Span<Fraction>) -> Fraction? {
    guard history.count >= LocalRegression.window else { return nil }
    let line = RegressionLine(through: history, newest: LocalRegression.window) { index, count in
      weights == .tricube ? RegressionLine.tricube(index, of: count) : 1
    }
    return Fraction(line.value(at: Double(LocalRegression.window + 1)))
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
    "local-regression", abbreviation: "lr",
    "Overloaded when a line through the newest samples reaches the capacity.",
    parameter: .safety(default: 1.2)
  ) { value, weights in LocalRegression(safety: value, weights: weights) }
}
