public import Quantities

/// Floor beside the white space for UPS, generators, chillers and staging, by how dense the room is.
///
/// ```
/// gross = white * (1 + share(p)),  p = IT power / white
/// ```
///
/// - p: power density, W/m2; share: straight between its points, constant outside of them.
///
/// **Valid for**: buildings that house their own plant. **Not modelled**: offices, loading docks, laboratory space.
/// **Source**: 0.5 to 0.6 of the white space up to 50 W/ft2, as much again at about 100, two to three times above 200
/// (from memory, medium confidence); the middle of each range.
///
/// Example: 500 m2 with 538 kW (100 W/ft2) need another 500 m2.
public enum BackOfHouse {
  /// Power densities in W per square foot with the share of the white space they need beside it.
  static let points: [(wattsPerSquareFoot: Double, share: Double)] = [(50, 0.55), (100, 1), (200, 2.5)]
  /// Square metres in a square foot.
  static let squareFoot = 0.09290304

  /// Floor beside the white space as a share of it.
  ///
  /// - Parameters:
  ///   - power: of the IT equipment.
  ///   - whiteSpace: above zero.
  public static func share(power: Watts, whiteSpace: SquareMeters) -> Fraction {
    precondition(whiteSpace > .zero, "density needs floor")
    let density = power.value / whiteSpace.value * squareFoot
    var last = points[0]
    if density <= last.wattsPerSquareFoot { return Fraction(last.share) }
    for point in points.dropFirst() {
      if density <= point.wattsPerSquareFoot {
        let part = (density - last.wattsPerSquareFoot) / (point.wattsPerSquareFoot - last.wattsPerSquareFoot)
        return Fraction(last.share + (point.share - last.share) * part)
      }
      last = point
    }
    return Fraction(last.share)
  }

  /// White space and the floor beside it.
  public static func grossArea(power: Watts, whiteSpace: SquareMeters) -> SquareMeters {
    whiteSpace * (1 + share(power: power, whiteSpace: whiteSpace).value)
  }
}
