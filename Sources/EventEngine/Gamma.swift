#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A sum of waiting times: service in stages (shape above 1), or a strongly skewed load (below 1).
///
/// ```
/// density ~ x^(shape - 1) exp(-x / scale)
/// ```
///
/// **Source**: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26;
/// shapes below 1 through Gamma(shape) = Gamma(shape + 1) U^(1 / shape), section 6 there.
public struct Gamma: RandomVariable, Hashable {
  /// The exponent, without dimension.
  public let shape: Double
  /// The mean of one stage.
  public let scale: Double

  /// The gamma distribution of a positive shape and scale.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && shape.isFinite, "gamma shape must be positive, is \(shape)")
    precondition(scale > 0 && scale.isFinite, "gamma scale must be positive, is \(scale)")
    self.shape = shape
    self.scale = scale
  }

  public var mean: Double { shape * scale }
  public var variance: Double { shape * scale * scale }
  public func sample(using stream: inout RandomStream) -> Double {
    let boost = shape < 1 ? pow(stream.openUniform(), 1 / shape) : 1
    let offset = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    let slope = 1 / (9 * offset).squareRoot()
    while true {
      let normal = Normal.standardQuantile(stream.openUniform())
      let root = 1 + slope * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      if log(stream.openUniform()) < normal * normal / 2 + offset * (1 - cube + log(cube)) {
        return offset * cube * boost * scale
      }
    }
  }
}
