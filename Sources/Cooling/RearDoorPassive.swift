public import Quantities

/// Rear doors without fans of their own: the server fans push the air through, on chillers and a tower with water-side economizer.
///
/// Equations, validity and limits: `RearDoor`, whose balance is that of every chilled-water plant.
///
/// **Source**: 0 W of door fans, 1 to 3 % more server-fan power (memory: medium).
///
/// **Example**: 100 kW of heat and doors that capture all of it take 0.2 kW of extra server fans.
public struct RearDoorPassive: CoolingPlant, Hashable {
  private let door: RearDoor

  static let drag = PlantParameter(
    "drag", "extra electricity of server fans as a share of the heat", standard: Fraction(0.002),
    range: Fraction(0)...Fraction(0.01),
    source: "1 to 3 % of server fans that take a tenth of the heat (memory: medium)")

  static let entry = PlantEntry(
    name: "rear-door-passive",
    summary: "Chilled-water rear doors that the server fans push air through.",
    parameters: [
      RearDoor.supply, RearDoor.rise, RearDoor.capture, drag, RearDoor.chilledWater,
      ChilledWaterEconomizer.ratedCOP, ChilledWaterCRAH.chillerShare,
      ChilledWaterEconomizer.exchangerApproach, ChilledWaterCRAH.cycles, PerimeterDXVariable.humidity,
    ],
    make: { RearDoorPassive(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    door = RearDoor(size: size, settings: settings, doorFans: .zero, drag: settings[Self.drag])
  }

  public var size: PlantSize { door.size }
  public var wallUnits: Int { door.wallUnits }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    door.reading(heat: heat, weather: weather)
  }
}
