/// The envelopes bladesim knows. A new one is a line here.
public enum EnvelopeCatalog {
  /// Every envelope: what was recommended when, then what the classes allow.
  public static let all: [AirEnvelope] = [
    AirEnvelope("recommended-2004", dryBulb: 20...25, humidity: 40...55, dewPoint: (nil, nil)),
    AirEnvelope("recommended-2008", dryBulb: 18...27, humidity: 0...60, dewPoint: (5.5, 15)),
    AirEnvelope("recommended-2016", dryBulb: 18...27, humidity: 0...60, dewPoint: (-9, 15)),
    // Up to 70 % where copper and silver corrode slowly.
    AirEnvelope("recommended-2021", dryBulb: 18...27, humidity: 0...70, dewPoint: (-9, 15)),
    AirEnvelope("a1", dryBulb: 15...32, humidity: 8...80, dewPoint: (-12, 17), metersPerKelvin: 300),
    AirEnvelope("a2", dryBulb: 10...35, humidity: 8...80, dewPoint: (-12, 21), metersPerKelvin: 300),
    AirEnvelope("a3", dryBulb: 5...40, humidity: 8...85, dewPoint: (-12, 24), metersPerKelvin: 175),
    AirEnvelope("a4", dryBulb: 5...45, humidity: 8...90, dewPoint: (-12, 24), metersPerKelvin: 125),
    AirEnvelope("h1-recommended", dryBulb: 18...22, humidity: 0...70, dewPoint: (-9, 15)),
    AirEnvelope("h1", dryBulb: 15...25, humidity: 8...80, dewPoint: (-12, 17), metersPerKelvin: 500),
  ]

  /// The envelope of a name.
  public static func envelope(named name: String) -> AirEnvelope? { all.first { $0.name == name } }
}
