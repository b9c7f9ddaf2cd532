import Cooling
import Documents
import Quantities

/// The climate of a place that the catalogue does not know, from a table of its monthly means.
enum ClimateBlock {
  static let kind = ValueKind.oneOf([.choice(ClimateCatalog.all.map(\.name)), .block(schema)])

  static let schema = BlockSchema(
    "climate",
    "A place by its climate table, of which a typical year is made; lists are January to December.",
    keys: [
      .required("name", .identifier, "The name of the place; it also seeds the weather of its days."),
      .required("elevation", .quantity(Meters.self, such: "667 m"), "Its height above the sea."),
      .required(
        "dry bulb", .list(of: .quantity(Celsius.self, such: "9.7 degC")),
        "The twelve monthly means of the air."),
      .optional(
        "dew point", .list(of: .quantity(Celsius.self, such: "3.1 degC")),
        "The twelve monthly means of the dew point; this or `humidity`."),
      .optional(
        "humidity", .list(of: .quantity(Fraction.self, such: "71 %")),
        "The twelve monthly means of relative humidity, taken at the mean dry bulb; this or `dew point`."),
      .required(
        "daily range", oneOrTwelve("11 K"),
        "The mean daily highest less the mean daily lowest, one or twelve."),
      .optional(
        "variability", oneOrTwelve("4 K"),
        default: "5 K less a tenth of the dry bulb in degC, at least 1.2 K",
        "The standard deviation of the weather about the month's mean day, one or twelve."),
    ])

  private static func oneOrTwelve(_ example: String) -> ValueKind {
    .oneOf([
      .quantity(KelvinDifference.self, such: example),
      .list(of: .quantity(KelvinDifference.self, such: example)),
    ])
  }

  /// A name of the catalogue, or a block.
  static func read(_ value: ValueReader) -> ClimateNormals? {
    guard value.isBlock else {
      return value.choice().flatMap { ClimateCatalog.climate(named: $0) }
    }
    return value.block().flatMap(climate(_:))
  }

  private static func climate(_ block: BlockReader) -> ClimateNormals? {
    let name = block.identifier("name")
    // The formulas for moist air hold from 60 to 105 kPa.
    let elevation = block.quantity("elevation", Meters.self, .between(Meters(-300), Meters(4000)))
    let dryBulbs = months("dry bulb", of: block, .between(Celsius(-50), Celsius(42)))
    let dewPoints = dryBulbs.flatMap { Self.dewPoints(of: block, below: $0) }
    let ranges = oneOrTwelve("daily range", of: block, .between(KelvinDifference(0.5), KelvinDifference(30)))
    let stated = oneOrTwelve("variability", of: block, .between(KelvinDifference.zero, KelvinDifference(12)))
    guard let name, let elevation, let dryBulbs, let dewPoints, let ranges,
      let variabilities = block.has("variability")
        ? stated : dryBulbs.map(ClimateNormals.usualVariability(at:))
    else { return nil }
    let pressure = Psychrometrics.standardPressure(at: elevation)
    return ClimateNormals(
      name: name,
      // Where on the globe it is does not matter to a year made of means.
      station: WeatherStation(
        name: name, latitude: Degrees(0), longitude: Degrees(0), elevation: elevation, timeZone: .zero),
      months: dryBulbs.indices.map {
        ClimateNormals.Month(
          dailyMinimum: dryBulbs[$0] - ranges[$0] * 0.5, dailyMaximum: dryBulbs[$0] + ranges[$0] * 0.5,
          dewPoint: dewPoints[$0], pressure: pressure, variability: variabilities[$0])
      }, source: "the scenario")
  }

  /// The monthly means of the dew point, as they are written or from relative humidity.
  private static func dewPoints(of block: BlockReader, below dryBulbs: [Celsius]) -> [Celsius]? {
    switch (block.has("dew point"), block.has("humidity")) {
    case (true, true):
      block.error("humidity", "both 'dew point' and 'humidity' give the humidity", help: "delete one of them")
      return nil
    case (false, false):
      block.error(
        "nothing says how humid the air is", help: "add 'dew point' or 'humidity' with twelve monthly means")
      return nil
    case (false, true):
      let shares = months("humidity", of: block, .between(Fraction(percent: 1), mostHumid))
      return shares.map { shares in
        dryBulbs.indices.map {
          Psychrometrics.dewPoint(
            vapourPressure: Psychrometrics.saturationPressure(at: dryBulbs[$0]) * shares[$0].value)
        }
      }
    case (true, false):
      guard let dewPoints = months("dew point", of: block, .between(Celsius(-60), Celsius(35)))
      else { return nil }
      var isPossible = true
      for (month, value) in block.list("dew point").enumerated()
      where Psychrometrics.relativeHumidity(dryBulb: dryBulbs[month], dewPoint: dewPoints[month]) > mostHumid
      {
        value.complain(
          ValueProblem(
            "must be below the dry bulb of its month, \(dryBulbs[month]), found \(dewPoints[month])",
            help: "a month's mean humidity is at most \(mostHumid)"))
        isPossible = false
      }
      return isPossible ? dewPoints : nil
    }
  }

  /// A month of nothing but fog has no course of the day.
  private static let mostHumid = Fraction(percent: 97)

  /// One value that stands for all months, or twelve.
  private static func oneOrTwelve(
    _ key: String, of block: BlockReader, _ allowed: Allowed<KelvinDifference>
  ) -> [KelvinDifference]? {
    guard let value = block[key], value.isScalar else { return months(key, of: block, allowed) }
    return value.quantity(KelvinDifference.self, allowed).map { Array(repeating: $0, count: 12) }
  }

  /// Twelve values; nil when they are not written, or after a complaint.
  private static func months<Value: MeasuredValue>(
    _ key: String, of block: BlockReader, _ allowed: Allowed<Value>
  ) -> [Value]? {
    guard let value = block[key] else { return nil }
    let elements = value.elements()
    guard value.isList else { return nil }
    guard elements.count == 12 else {
      value.complain(
        ValueProblem(
          "has \(elements.count) \(elements.count == 1 ? "month" : "months")",
          help: "write twelve values, January to December"))
      return nil
    }
    return all(elements) { $0.quantity(Value.self, allowed) }
  }
}
