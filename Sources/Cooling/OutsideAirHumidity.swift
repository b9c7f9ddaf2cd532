public import Quantities

/// Outside air that enters a room and must be brought into an envelope: what an economizer or ventilation costs in
/// humidity control.
///
/// ```
/// ΔW = W_least − W_outdoor        too dry: add water             m = ρ·V·ΔW
/// ΔW = W_outdoor − W_greatest     too damp: condense it          P = ρ·V·ΔW·h/COP
/// ```
///
/// `W` humidity ratios of outdoor air and of the envelope at the room's temperature (kg/kg), `V` flow of outside air
/// (m³/s), `ρ` 1.2 kg/m³ at sea level and in proportion to pressure, `h` 2.43 MJ/kg, `COP` of the coil that condenses.
///
/// **Valid for** a room at one temperature, mixed well. **Not modelled**: moisture that people and leaks bring, the
/// reheat after overcooling.
///
/// **Source**: mass balance; envelopes see ``AirEnvelope``, humidifiers see ``Humidifier``.
///
/// **Example**: 1 m³/s of air with a dew point of −10 °C in a room of 22 °C needs 21 l of water an hour for the 2004
/// envelope and next to none for that of 2016.
public struct OutsideAirHumidity: Hashable, Sendable {
  /// What the room must hold.
  public let envelope: AirEnvelope
  /// The room's intake temperature.
  public let room: Celsius
  /// Outside air that enters.
  public let flow: CubicMetersPerSecond
  /// How water is added.
  public let humidifier: Humidifier
  /// Heat per electricity of the coil that condenses vapour.
  public let coilCOP: COP

  /// Creates a control of outside air.
  public init(
    envelope: AirEnvelope, room: Celsius, flow: CubicMetersPerSecond, humidifier: Humidifier,
    coilCOP: COP = COP(3)
  ) {
    precondition(flow >= .zero && coilCOP > COP(0), "outside air enters, and the coil cools")
    self.envelope = envelope
    self.room = room
    self.flow = flow
    self.humidifier = humidifier
    self.coilCOP = coilCOP
  }

  /// What an hour of weather asks for.
  public enum Need: Hashable, Sendable {
    /// The air is inside the envelope once it is at room temperature.
    case nothing
    /// The air is too dry by so much.
    case humidify(HumidityRatio)
    /// The air is too damp by so much.
    case dehumidify(HumidityRatio)
  }

  /// What the outdoor air asks for.
  public func need(of outdoor: WeatherSample) -> Need {
    let allowed = envelope.humidityRatios(dryBulb: room, pressure: outdoor.pressure)
    let ratio = outdoor.humidityRatio
    if ratio < allowed.lowerBound { return .humidify(allowed.lowerBound - ratio) }
    if ratio > allowed.upperBound { return .dehumidify(ratio - allowed.upperBound) }
    return .nothing
  }

  /// Water added and electricity spent at one instant.
  public func reading(_ outdoor: WeatherSample) -> (water: CubicMetersPerSecond, electricity: Watts) {
    switch need(of: outdoor) {
    case .nothing:
      return (.zero, .zero)
    case .humidify(let lift):
      let water = CubicMetersPerSecond(
        density(at: outdoor.pressure) * flow.value * lift.value / MakeUpWater.waterDensity)
      return (water, humidifier.electricity(evaporating: water))
    case .dehumidify(let excess):
      return (.zero, heat(condensing: excess, at: outdoor.pressure) / coilCOP.value)
    }
  }

  /// The heat that condensing an excess of vapour gives to the coil.
  func heat(condensing excess: HumidityRatio, at pressure: Pascals) -> Watts {
    Watts(density(at: pressure) * flow.value * excess.value * MakeUpWater.evaporationHeat)
  }

  private func density(at pressure: Pascals) -> Double {
    ServerAir.seaLevelDensity.value * (pressure / Psychrometrics.seaLevelPressure)
  }

  /// Sums over a weather year.
  public struct Year: Hashable, Sendable {
    /// Hours that add water.
    public var humidifying = 0
    /// Hours that condense it.
    public var dehumidifying = 0
    /// Water added.
    public var water = Liters.zero
    /// Electricity of both.
    public var electricity = Joules.zero
  }

  /// Which hours of a year need it, and what they cost.
  public func year(_ weather: WeatherYear) -> Year {
    var year = Year()
    let hour = Seconds(hours: 1)
    for index in 0..<WeatherYear.hours {
      let sample = weather.reading(index)
      switch need(of: sample) {
      case .nothing: continue
      case .humidify: year.humidifying += 1
      case .dehumidify: year.dehumidifying += 1
      }
      let (water, electricity) = reading(sample)
      year.water += water.volume(over: hour)
      year.electricity += electricity.energy(over: hour)
    }
    return year
  }
}
