public import Quantities

/// How the humidity of a room is kept, before its plant is sized.
public struct RoomHumidity: Hashable, Sendable {
  /// What the air that servers draw in must hold.
  public var envelope: AirEnvelope
  /// Outside air that enters a closed room; nil for ``usualOutsideAir``.
  public var outsideAir: CubicMetersPerSecond?
  /// How water is added.
  public var humidifier: Humidifier

  /// Creates a choice.
  public init(
    envelope: AirEnvelope, outsideAir: CubicMetersPerSecond? = nil, humidifier: Humidifier = .steam
  ) {
    self.envelope = envelope
    self.outsideAir = outsideAir
    self.humidifier = humidifier
  }

  /// Outside air that people and pressure against dust bring into a closed room, as a share of what servers draw at the design
  /// power: about an air change an hour (from memory, low confidence).
  public static let usualOutsideAir = Fraction(percent: 0.5)

  /// A plant that also keeps the envelope.
  ///
  /// - Parameters:
  ///   - plant: one made with ``settings(_:of:intake:pressure:)``.
  ///   - entry: its kind. One that cools with outside air keeps its own window of dew points and is left as it is.
  ///   - intake: the air that servers draw in.
  ///   - serverAir: the flow of the servers at the design power.
  public func keeping(
    _ plant: any CoolingPlant, of entry: PlantEntry, intake: Celsius, serverAir: CubicMetersPerSecond
  ) -> any CoolingPlant {
    guard !entry.takesOutsideAir else { return plant }
    return EnvelopeControl(
      plant,
      outsideAir: OutsideAirHumidity(
        envelope: envelope, room: intake,
        flow: outsideAir ?? serverAir * RoomHumidity.usualOutsideAir.value, humidifier: humidifier))
  }

  /// The settings of a plant that keeps the envelope.
  ///
  /// What stands for humidity in a year's mean, as a share of heat, gives way to what each hour asks for; limits of dew points
  /// become the envelope's at the intake. What was set stays as it was set.
  public func settings(
    _ given: PlantParameters, of entry: PlantEntry, intake: Celsius, pressure: Pascals
  ) -> PlantParameters {
    let allowed = envelope.humidityRatios(dryBulb: intake, pressure: pressure)
    func dewPoint(_ ratio: HumidityRatio) -> Double {
      Psychrometrics.dewPoint(humidityRatio: ratio, pressure: pressure).value
    }
    var settings = given
    for parameter in entry.parameters where !given.settings.contains(where: { $0.name == parameter.name }) {
      switch parameter.name {
      case PerimeterDX2005.humidityStanding.name, PerimeterDX2005.humidityProportional.name,
        PerimeterDXVariable.humidity.name:
        settings.set(parameter.setting(nearest: 0))
      case AirEconomizer.leastDewPoint.name:
        settings.set(parameter.setting(nearest: dewPoint(allowed.lowerBound)))
      case AirEconomizer.greatestDewPoint.name:
        settings.set(parameter.setting(nearest: dewPoint(allowed.upperBound)))
      default: break
      }
    }
    return settings
  }
}

extension PlantEntry {
  /// Whether outside air goes through the room, inside limits of its dew point.
  var takesOutsideAir: Bool { parameter(named: AirEconomizer.leastDewPoint.name) != nil }
}
