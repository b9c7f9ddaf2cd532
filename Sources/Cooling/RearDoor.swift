import Quantities

/// Heat exchangers in the rear doors of the racks: what the passive and the active door share.
///
/// ```
/// P_fans = c·Q_cap·p_door·f(x) + (1 − c)·Q_cap·p_room·f(x) + d·Q
/// ```
///
/// `c` capture, share of the heat a door takes; `p_door`, `p_room` fan power of doors and of the perimeter units
/// that take the rest, per capacity; `d` server-fan electricity against the drag of the door, per heat; `x` load.
///
/// **Valid for** heat from zero upward and wet bulbs to about 30 °C at full load.
///
/// **Not modelled**: a door without water; doors of different load; the server fans' own control.
///
/// **Source**: capture 0.9 to 1, server fans +1 to 3 % against passive doors (memory: medium); server fans are
/// taken as a tenth of the heat.
struct RearDoor: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom
  private let capture: Fraction

  /// Fan power of the perimeter units that take what the doors miss, per capacity.
  private static let perimeterFans = Fraction(0.04)

  static let supply = PlantParameter(
    "supply", "air that leaves the doors and enters the servers", standard: Celsius(23),
    range: Celsius(18)...Celsius(27), source: "room-neutral doors (memory: medium)")
  static let rise = PlantParameter(
    "rise", "rise of the air through the racks at full capacity", standard: KelvinDifference(14),
    range: KelvinDifference(8)...KelvinDifference(20), source: "dense racks (memory: medium)")
  static let capture = PlantParameter(
    "capture", "share of the heat that the doors take", standard: Fraction(0.95),
    range: Fraction(0.9)...Fraction(1), source: "0.9 to 1 (memory: medium)")
  static let chilledWater = PlantParameter(
    "chilled-water", "water to the doors", standard: Celsius(15), range: Celsius(10)...Celsius(16),
    source: "above the dew point of the room (memory: medium)")

  init(
    size: PlantSize, settings: PlantParameters, doorFans: Fraction, drag: Fraction
  ) {
    capture = settings[Self.capture]
    let fans = doorFans * capture + Self.perimeterFans * (1 - capture.value)
    let air = AirHandler(
      size: size, supply: settings[Self.supply], rise: settings[Self.rise], fanShare: fans,
      fan: .cube(leastFlow: Fraction(0.3)), drag: drag,
      humidity: .wideBand(settings))
    room = .economized(
      air: air, chilledWater: settings[Self.chilledWater], range: KelvinDifference(6), settings: settings)
  }

  var size: PlantSize { room.size }
  var wallUnits: Int { wholeUnits(leftBy: capture) }

  func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
