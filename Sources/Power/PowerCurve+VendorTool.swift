public import Quantities

extension PowerCurve {
  /// A curve from nothing but the maximum that a vendor's sizing tool states, for blades and servers of about 2004.
  ///
  /// ```
  /// P(0) = 0.60 M,  P(0.65) = 0.75 M,  P(0.80) = 0.85 M,  P(0.99) = 0.90 M
  /// ```
  /// M is the maximum in W; between the points straight lines.
  ///
  /// **Valid for** two-socket servers before processors rested when idle. **Not modelled**: anything of the
  /// configuration that the tool did not ask for. **Source**: HP, power note of the p-Class blade enclosure: idle about 60
  /// %, 60 to 75 % up to 65 % utilization, 75 to 85 % up to 80 %, 90 % at 99 % of the tool's maximum (published rule of
  /// thumb).
  ///
  /// Example: a maximum of 400 W gives 240 W idle and 360 W at full load.
  ///
  /// - Throws: a ``PowerProblem`` when the maximum is not above zero.
  public static func vendorTool(
    maximum: Watts, plane: MeasuringPlane = .wall
  ) throws(PowerProblem) -> PowerCurve {
    guard maximum.value > 0, maximum.value.isFinite else {
      throw PowerProblem("a sizing tool's maximum of \(maximum) is not possible")
    }
    // In steps of 5 %, on which the kinks lie.
    let points = (0...20).map { step in
      let load = Double(step) / 20
      var share = vendorToolShares[0].share
      for (low, high) in zip(vendorToolShares, vendorToolShares.dropFirst()) where load > low.load {
        share = low.share + (high.share - low.share) * min(1, (load - low.load) / (high.load - low.load))
      }
      return maximum * share
    }
    return PowerCurve(table: points, plane: plane)
  }

  private static let vendorToolShares: [(load: Double, share: Double)] = [
    (0, 0.60), (0.65, 0.75), (0.80, 0.85), (0.99, 0.90),
  ]
}
