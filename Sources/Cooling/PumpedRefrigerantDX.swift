public import Quantities

/// Direct expansion with a pumped-refrigerant economizer: on a cold day a small pump moves the refrigerant past
/// the idle compressor.
///
/// ```
/// P = Q_coil/COP_r · m(T_outdoor) · (k0 + k1·f + k2·f²)/(0.85 + 0.15·PLR)
/// ```
///
/// `Q_coil` removed heat and fans (W), `COP_r` at rating, `m` published multiplier by outdoor temperature, linear
/// between its points and held beyond them, `f` share of air flow, `PLR` share of capacity.
///
/// **Valid for** outdoor air −4 to 50 °C by the table, held outside.
///
/// **Not modelled**: latent heat (the published unit has a sensible share of 0.83), supply temperature, capacity by
/// outdoor temperature and by air flow. The table does not say how much of the heat the compressors carry: all is
/// counted as free up to 1.6 °C, none from 21 °C, linearly between; no electricity depends on it.
///
/// **Source**: EnergyPlus test file of a Liebert Econophase unit of 148.3 kW, COP 4.567 (published); fans as in
/// ``PerimeterDXVariable``.
///
/// **Example**: at 34.9 °C outdoors and full load and flow the heat per electricity is 4.567; at 1.6 °C it is 54.4.
public struct PumpedRefrigerantDX: CoolingPlant, Hashable {
  private let air: AirHandler
  private let ratedCOP: COP

  /// The published unit (EnergyPlus, Liebert Econophase).
  private enum Published {
    /// Electricity per heat relative to 34.9 °C, by outdoor temperature in °C.
    static let multipliers = PiecewiseLinear([
      (-4, 0.042), (1.6, 0.084), (4.3, 0.2269), (9.9, 0.311), (15.4, 0.4454), (21, 0.6723), (26.6, 0.7773),
      (32.1, 0.895), (34.9, 1.0), (50, 1.5),
    ])
    /// Share of the heat that the pump carries alone: an assumption of this model.
    static let freeShare = PiecewiseLinear([(1.6, 1), (21, 0)])
    /// Electricity per heat by share of air flow.
    static let byFlow = (1.156, -0.1816, 0.0256)
    /// Part-load factor at no load.
    static let cyclingLoss = 0.15
  }

  static let supply = PerimeterDXVariable.supply
  static let rise = PerimeterDXVariable.rise
  static let fanShare = PerimeterDXVariable.fanShare
  static let leastFlow = PerimeterDXVariable.leastFlow
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of compressors and condenser fans at 35 degC outdoors", standard: COP(4.567),
    range: COP(2)...COP(6), source: "EnergyPlus test file, Liebert Econophase (published)")
  static let humidity = PerimeterDXVariable.humidity

  static let entry = PlantEntry(
    name: "dx-pumped-refrigerant",
    summary: "Variable-speed CRAC units whose refrigerant is pumped past the compressor in cold weather.",
    parameters: [supply, rise, fanShare, leastFlow, ratedCOP, humidity],
    make: { PumpedRefrigerantDX(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    air = AirHandler(
      size: size, supply: settings[Self.supply],
      rise: settings[Self.rise], fanShare: settings[Self.fanShare],
      fan: .heldPressure(leastFlow: settings[Self.leastFlow]),
      humidity: .wideBand(settings))
    ratedCOP = settings[Self.ratedCOP]
  }

  public var size: PlantSize { air.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let demand = air.demand(heat: heat)
    let share = Fraction(min(1, demand.removed / size.capacity))
    let flow = air.fan.flow(asked: share).value
    let k = Published.byFlow
    let byFlow = k.0 + flow * (k.1 + flow * k.2)
    let byLoad = 1 - Published.cyclingLoss * (1 - share.value)
    let outdoor = weather.dryBulb.value
    let electricity =
      demand.coil * (Published.multipliers.value(at: outdoor) * byFlow / (byLoad * ratedCOP.value))
    return air.reading(
      heat: heat, demand: demand,
      water: ChilledWaterReading(
        unserved: .zero, free: Fraction(Published.freeShare.value(at: outdoor)), chillers: electricity,
        rejectionFans: .zero, pumps: .zero, makeUp: .none, condenser: weather.dryBulb),
      weather: weather)
  }
}
