public import Quantities

/// Rear doors with fans of their own, on chillers and a tower with water-side economizer.
///
/// Equations, validity and limits: `RearDoor`, whose balance is that of every chilled-water plant.
///
/// **Source**: door fans 10 to 25 W/kW (memory: medium).
///
/// **Example**: 100 kW of heat at full flow and doors that capture all of it take 1.5 kW of fans.
public struct RearDoorActive: CoolingPlant, Hashable {
  private let door: RearDoor

  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.015),
    range: Fraction(0.01)...Fraction(0.025), source: "10 to 25 W/kW (memory: medium)")

  static let entry = PlantEntry(
    name: "rear-door-active",
    summary: "Chilled-water rear doors with fans of their own.",
    parameters: [
      RearDoor.supply, RearDoor.rise, RearDoor.capture, fanShare, RearDoor.chilledWater,
      ChilledWaterEconomizer.ratedCOP, ChilledWaterCRAH.chillerShare,
      ChilledWaterEconomizer.exchangerApproach, ChilledWaterCRAH.cycles, PerimeterDXVariable.humidity,
    ],
    make: { RearDoorActive(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    door = RearDoor(size: size, settings: settings, doorFans: settings[Self.fanShare], drag: .zero)
  }

  public var size: PlantSize { door.size }
  public var wallUnits: Int { door.wallUnits }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    door.reading(heat: heat, weather: weather)
  }
}
