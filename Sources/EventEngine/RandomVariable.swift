/// A distribution one can draw from.
public protocol RandomVariable: Sendable {
  /// The expected value.
  var mean: Double { get }
  /// The expected squared distance from the mean; infinite where the integral diverges.
  var variance: Double { get }
  /// Draws one value.
  func sample(using stream: inout RandomStream) -> Double
}
