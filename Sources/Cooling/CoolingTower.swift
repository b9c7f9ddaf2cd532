public import Quantities

/// A wet cooling tower by the York curve: how far above the wet bulb it cools its water, and what its fans take.
///
/// ```
/// A   = Σ c_ijk·Twbⁱ·Trʲ·(FRw/FRa)ᵏ      i, j, k = 0...2
/// T   = Twb + A
/// P   = P_r·FRa³
/// ```
///
/// `A` approach (K), `Twb` wet bulb (°C), `Tr` range, water in minus water out (K), `FRw`, `FRa` flow of water and
/// air over design flow, `T` leaving water (°C), `P` fan electricity (W), `P_r` at full flow.
///
/// **Valid for** wet bulb −34.4 to 26.7 °C, range 1.1 to 22.2 K, water over air up to 8; outside, the approach of
/// the nearest end is used, and never less than 1.1 K. Air flow is at least 20 %, below which a bypass valve
/// keeps the water from cooling further.
///
/// **Not modelled**: air pressure, freezing and basin heaters, cells.
///
/// **Source**: EnergyPlus CoolingTower:VariableSpeed, YorkCalc, as in Modelica Buildings (published). Fans 0.012 to
/// 0.02 kW a kW rejected, here 0.015 (memory: medium).
///
/// **Example**: at range 5.56 K, wet bulb 25.55 °C and full flows the approach is 3.8445 K.
public struct CoolingTower: Hashable, Sendable {
  /// Heat rejected at design, which sets the flow of water.
  public let designHeat: Watts
  /// Fan electricity at full air flow.
  public let fanPower: Watts
  private let designFlowHeat: Double

  /// The range the design flow of water belongs to.
  public static let designRange = KelvinDifference(5.56)
  /// The least share of air flow.
  public static let leastAirFlow = Fraction(0.2)
  /// Where the curve is good.
  private static let wetBulbs = -34.4...26.7
  private static let ranges = 1.1...22.2
  private static let leastApproach = 1.1

  /// Creates a tower whose fans take a share of the heat rejected at design.
  public init(designHeat: Watts, fanShare: Fraction = Fraction(0.015)) {
    precondition(designHeat > .zero, "a tower is built for some heat")
    self.designHeat = designHeat
    fanPower = designHeat * fanShare
    designFlowHeat = designHeat.value / Self.designRange.value
  }

  /// The approach by the York curve, at its word.
  public static func approach(
    range: KelvinDifference, wetBulb: Celsius, waterFlow: Fraction, airFlow: Fraction
  ) -> KelvinDifference {
    let curve = YorkCurve(wetBulb: wetBulb.value, range: range.value)
    return KelvinDifference(curve.approach(flowRatio: waterFlow / airFlow))
  }

  /// The water that leaves at full air flow.
  public func leaving(heat: Watts, waterFlow: Fraction, wetBulb: Celsius) -> Celsius {
    let approach = curve(heat, waterFlow, wetBulb).approach(flowRatio: waterFlow.value)
    return wetBulb + KelvinDifference(max(approach, Self.leastApproach))
  }

  /// The share of air flow that cools the water just to a temperature.
  ///
  /// - Returns: nil when full flow does not do it.
  public func airFlow(
    holding leaving: Celsius, heat: Watts, waterFlow: Fraction, wetBulb: Celsius
  ) -> Fraction? {
    let wanted = (leaving - wetBulb).value
    guard wanted >= Self.leastApproach else { return nil }
    let curve = curve(heat, waterFlow, wetBulb)
    if curve.approach(flowRatio: waterFlow.value) > wanted { return nil }
    let slowest = waterFlow / Self.leastAirFlow
    guard let ratio = curve.flowRatio(approach: wanted), ratio < slowest else { return Self.leastAirFlow }
    return Fraction(min(1, waterFlow.value / ratio))
  }

  /// Fan electricity at a share of air flow, by the cube law.
  public func fans(airFlow: Fraction) -> Watts {
    let x = airFlow.value
    return fanPower * (x * x * x)
  }

  private func curve(_ heat: Watts, _ waterFlow: Fraction, _ wetBulb: Celsius) -> YorkCurve {
    let range = heat.value / (designFlowHeat * waterFlow.value)
    return YorkCurve(
      wetBulb: min(max(wetBulb.value, Self.wetBulbs.lowerBound), Self.wetBulbs.upperBound),
      range: min(max(range, Self.ranges.lowerBound), Self.ranges.upperBound))
  }
}
