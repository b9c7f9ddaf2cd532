/// Temperatures that must agree with themselves: a tower cools what a chiller rejects, which depends on how cold
/// the tower makes the water.
enum FixedPoint {
  /// A map this close to its argument, K, is met by one more step to about the square of it.
  private static let tolerance = 1e-6
  private static let mostSteps = 60

  /// The `x` with `x = map(x)`, by Wegstein's method, for a map whose slope is below one.
  static func solve(from start: Double, _ map: (Double) -> Double) -> Double {
    var (last, lastImage) = (start, map(start))
    var x = lastImage
    for _ in 0..<mostSteps {
      let image = map(x)
      let slope = (image - lastImage) / (x - last)
      // At a kink the secant may mislead; a plain step then still converges.
      let gain = slope < 0.9 && slope > -10 ? 1 / (1 - slope) : 1
      (last, lastImage) = (x, image)
      x += gain * (image - x)
      if abs(x - last) < tolerance { return x }
    }
    return x
  }
}
