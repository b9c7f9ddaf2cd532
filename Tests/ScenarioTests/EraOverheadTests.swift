import Cooling
import Power
import Quantities
import TestSupport
import Testing

/// PUE is a result here. What comes out for a room of a time at its usual load, beside what was reported of such rooms.
/// The room is ``RoomOverhead``'s; the means are over rooms loaded to 30, 40 and 50 %.
@Suite("PUE of rooms of a time")
struct EraOverheadTests {
  static func mean(_ era: ElectricalEra, _ cooling: String) throws -> Double {
    try [0.3, 0.4, 0.5].map { try RoomOverhead(era, cooling, load: $0).pue }.reduce(0, +) / 3
  }

  /// Reported were 1.9 to 2.5 in 2005, 1.6 to 1.7 in 2015, 1.3 to 1.55 in 2025: means of all rooms that stood. Rooms that were
  /// new then come out there in 2005, and later below: all of them in 2015, those without chillers alone in 2025.
  @Test(
    arguments: [
      (.era2005, "perimeter-dx-2005", 2.00, 1.9...2.5, true),
      (.era2005, "chilled-water-crah", 1.91, 1.9...2.5, true),
      (.era2005, "air-cooled-chiller-2005", 1.94, 1.9...2.5, true),
      (.era2015, "chilled-water-2015", 1.56, 1.6...1.7, false),
      (.era2015, "perimeter-dx-variable", 1.38, 1.6...1.7, false),
      (.era2015, "chilled-water-economizer", 1.31, 1.6...1.7, false),
      (.era2025, "chilled-water-2015", 1.51, 1.3...1.55, true),
      (.era2025, "air-cooled-chiller-2025", 1.33, 1.3...1.55, true),
      (.era2025, "chilled-water-economizer", 1.26, 1.3...1.55, false),
      (.era2025, "air-economizer-2025", 1.18, 1.3...1.55, false),
      (.era2025, "rear-door-active", 1.21, 1.3...1.55, false),
      (.era2025, "direct-liquid", 1.15, 1.3...1.55, false),
    ] as [(ElectricalEra, String, Double, ClosedRange<Double>, Bool)])
  func `a new room of a time has a PUE beside what was reported of all rooms`(
    era: ElectricalEra, cooling: String, expected: Double, reported: ClosedRange<Double>, isMet: Bool
  ) throws {
    let values = try [0.3, 0.4, 0.5].map { try RoomOverhead(era, cooling, load: $0).pue }
    let mean = values.reduce(0, +) / 3
    #expect(isClose(mean, expected, absolute: 0.0051), "\(values) \(mean)")
    #expect(values[0] > values[1] && values[1] > values[2])
    #expect(reported.contains(mean) == isMet)
    #expect(mean < reported.upperBound)
  }

  /// What was built at a time, as many rooms of each.
  static let built: [(era: ElectricalEra, cooling: [String])] = [
    (.era2005, ["perimeter-dx-2005", "chilled-water-crah", "air-cooled-chiller-2005"]),
    (.era2015, ["chilled-water-2015", "perimeter-dx-variable", "chilled-water-economizer"]),
    (
      .era2025,
      [
        "air-cooled-chiller-2025", "chilled-water-economizer", "air-economizer-2025", "rear-door-active",
        "direct-liquid",
      ]
    ),
  ]

  /// Rooms stand for fifteen to twenty years and their number grows by up to 5 % a year (from memory, medium), so 0.4 to 0.7 of
  /// those that stand are at most ten years old: 1 - e^(-10 (1/life + growth)). The others are what stood ten years before.
  /// Both reported ranges hold for every share from 0.48 to 0.65, and for no share far outside.
  @Test func `the rooms that stood in 2015 and 2025 have the mean PUE that was reported`() throws {
    let new = try Self.built.map { time in
      try time.cooling.map { try Self.mean(time.era, $0) }.reduce(0, +) / Double(time.cooling.count)
    }
    func stood(_ share: Double) -> [Double] {
      let in2015 = share * new[1] + (1 - share) * new[0]
      return [in2015, share * new[2] + (1 - share) * in2015]
    }
    for share in stride(from: 0.48, through: 0.65, by: 0.01) {
      let means = stood(share)
      #expect((1.6...1.7).contains(means[0]) && (1.3...1.55).contains(means[1]), "\(share): \(means)")
    }
    #expect(stood(0.4)[0] > 1.7 && stood(0.7)[0] < 1.6)
    let usual = stood(0.55)
    #expect(
      isClose(usual[0], 1.66, absolute: 0.0051) && isClose(usual[1], 1.42, absolute: 0.0051), "\(usual)")
  }

  /// 5th to 95th percentile of rooms of a size with a kind of plant in Chicago's climate, zone 5A: N. Lei, E. Masanet,
  /// Resources, Conservation and Recycling 182 (2022) 106323, simulated with ranges of all that is uncertain.
  @Test(
    arguments: [
      (.era2005, "perimeter-dx-2005", 1.881...2.326, true),  // small, direct expansion
      (.era2005, "chilled-water-crah", 1.666...1.991, true),  // small, water-cooled chillers
      (.era2005, "air-cooled-chiller-2005", 1.680...2.055, true),  // small, air-cooled chillers
      (.era2015, "chilled-water-2015", 1.467...1.751, true),  // middle, water-cooled chillers
      (.era2015, "chilled-water-economizer", 1.271...1.507, true),  // the same with a water-side economizer
      (.era2015, "perimeter-dx-variable", 1.881...2.326, false),  // small, direct expansion
      (.era2025, "air-cooled-chiller-2025", 1.510...1.920, false),  // middle, air-cooled chillers
      (.era2025, "chilled-water-economizer", 1.271...1.507, false),  // middle, with a water-side economizer
      (.era2025, "air-economizer-2025", 1.100...1.213, true),  // large, outside air
    ] as [(ElectricalEra, String, ClosedRange<Double>, Bool)])
  func `plants lie where a study of such rooms puts them, but for three that are better than its machines`(
    era: ElectricalEra, cooling: String, published: ClosedRange<Double>, isMet: Bool
  ) throws {
    let mean = try Self.mean(era, cooling)
    #expect(published.contains(mean) == isMet, "\(mean)")
    #expect(mean < published.upperBound)
  }

  /// What cooling the rooms of the UPS costs, the standard setting; nothing where their losses leave by themselves.
  @Test(
    arguments: [
      (.era2005, "perimeter-dx-2005", 0.050), (.era2015, "chilled-water-2015", 0.012),
      (.era2025, "air-cooled-chiller-2025", 0.007),
    ] as [(ElectricalEra, String, Double)])
  func `losses of the UPS that must be cooled cost what the plant takes for them`(
    era: ElectricalEra, cooling: String, expected: Double
  ) throws {
    let inside = try RoomOverhead(era, cooling, load: 0.4)
    let outside = try RoomOverhead(era, cooling, load: 0.4, upsHeat: .backOfHouse)
    #expect(isClose(inside.pue - outside.pue, expected, absolute: 0.0015), "\(inside.pue - outside.pue)")
    #expect(inside[.ups] == outside[.ups])
    let least = 1 / 8.0
    #expect((inside.pue - outside.pue) > inside[.ups] * least)
  }

  /// The rows of the page for 2025: 24 to 27 °C and 2 % recirculation at the servers, an economizer, doors or liquid, a UPS of
  /// silicon carbide. Expected were 1.3 to 1.55; every one of them is better.
  @Test(
    arguments: [
      ("chilled-water-economizer", 1.263), ("air-economizer-2025", 1.179), ("rear-door-active", 1.206),
      ("direct-liquid", 1.151),
    ])
  func `a room as the rows of 2025 have it stays below what was expected of it`(
    cooling: String, expected: Double
  ) throws {
    let mean =
      try [0.3, 0.4, 0.5].map { load in
        let room = try RoomOverhead(.era2025, cooling, load: load, settings: [("supply", "24 degC")])
        #expect(room.inlet >= Celsius(24) && room.inlet <= Celsius(27))
        return room.pue
      }.reduce(0, +) / 3
    #expect(isClose(mean, expected, absolute: 0.001))
    #expect(expected < 1.3)
  }

  @Test func `each time's rooms have a lower PUE than those before`() throws {
    let means = try [
      (ElectricalEra.era2005, "chilled-water-crah"), (.era2015, "chilled-water-2015"),
      (.era2025, "air-cooled-chiller-2025"),
    ].map { try Self.mean($0, $1) }
    #expect(means[0] > means[1] && means[1] > means[2])
  }

  /// The columns of the page: UPS, distribution, switchgear and transformer, building, compressors and rejection, air fans,
  /// pumps and humidity, over IT power at 40 % load.
  @Test(
    arguments: [
      (.era2005, "perimeter-dx-2005", [0.182, 0.048, 0.023, 0.032, 0.420, 0.227, 0.043]),
      (.era2005, "chilled-water-crah", [0.182, 0.048, 0.022, 0.032, 0.246, 0.192, 0.160]),
      (.era2015, "perimeter-dx-variable", [0.064, 0.020, 0.016, 0.032, 0.186, 0.052, 0.004]),
      (.era2015, "chilled-water-2015", [0.064, 0.020, 0.018, 0.032, 0.216, 0.108, 0.088]),
      (.era2015, "chilled-water-economizer", [0.064, 0.020, 0.016, 0.032, 0.084, 0.042, 0.042]),
      (.era2025, "air-cooled-chiller-2025", [0.037, 0.004, 0.016, 0.032, 0.195, 0.032, 0.007]),
      (.era2025, "air-economizer-2025", [0.037, 0.004, 0.014, 0.032, 0.035, 0.051, 0.000]),
    ] as [(ElectricalEra, String, [Double])])
  func `the parts of the overhead are those of the page`(
    era: ElectricalEra, cooling: String, expected: [Double]
  ) throws {
    let room = try RoomOverhead(era, cooling, load: 0.4)
    let parts = [
      room[.ups], room[.distribution], room[.switchgear], room[.building], room[.compressors], room[.airFans],
      room[.pumps] + room[.humidity],
    ]
    for (part, expected) in zip(parts, expected) {
      #expect(isClose(part, expected, absolute: 0.00101), "\(parts)")
    }
  }
}
