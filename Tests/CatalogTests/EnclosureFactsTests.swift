import Facility
import Power
import Quantities
import Scenario
import TestSupport
import Testing

@testable import Catalog

/// What is known of an enclosure: from the device-type library (published), or from memory of its data sheet.
struct EnclosureFacts: Sendable, CustomStringConvertible {
  let slug: String
  let units: Double
  /// Bays of half and of full height.
  let bays: (half: Int, full: Int?)
  let supplies: (count: Int, watts: ClosedRange<Double>)
  let fans: Int
  let modules: (interconnect: Int, management: Int)
  /// Nil where no source is at hand.
  let mostKilograms: Double?
  /// Watts at the wall without blades, fitted as in benchmark runs.
  let idle: ClosedRange<Double>
  /// With all fans and modules; two to four times `idle` unless stated.
  let field: ClosedRange<Double>
  let year: Int

  var description: String { slug }

  init(
    _ slug: String, _ units: Double, bays: (Int, Int?), supplies: (Int, ClosedRange<Double>), fans: Int,
    modules: (Int, Int), kilograms: Double?, idle: ClosedRange<Double>, field: ClosedRange<Double>? = nil,
    _ year: Int
  ) {
    self.slug = slug
    self.units = units
    self.bays = bays
    self.supplies = supplies
    self.fans = fans
    self.modules = modules
    mostKilograms = kilograms
    self.idle = idle
    self.field = field ?? idle.lowerBound * 2...idle.upperBound * 4
    self.year = year
  }

  static let all = [
    EnclosureFacts(
      "hp-c3000", 6, bays: (8, 4), supplies: (6, 1200...1200), fans: 6, modules: (4, 2), kilograms: 136,
      idle: 90...120, 2007),
    EnclosureFacts(
      "hp-c7000", 10, bays: (16, 8), supplies: (6, 2250...2650), fans: 10, modules: (8, 2), kilograms: 217.7,
      idle: 120...190, 2006),
    EnclosureFacts(
      "hpe-synergy-12000", 10, bays: (12, 6), supplies: (6, 2650...2650), fans: 10, modules: (6, 2),
      kilograms: 236, idle: 130...180, 2016),
    EnclosureFacts(
      "dell-m1000e", 10, bays: (16, 8), supplies: (6, 2360...3000), fans: 9, modules: (6, 2),
      kilograms: 200.5,
      idle: 100...180, 2008),
    EnclosureFacts(
      "dell-vrtx", 5, bays: (4, 2), supplies: (4, 1100...1100), fans: 10, modules: (1, 2), kilograms: 74.8,
      idle: 120...160, 2013),
    EnclosureFacts(
      "dell-mx7000", 7, bays: (8, 4), supplies: (6, 3000...3000), fans: 9, modules: (6, 2), kilograms: 182,
      idle: 150...250, 2018),
    EnclosureFacts(
      "cisco-ucs-5108", 6, bays: (8, 4), supplies: (4, 2500...2500), fans: 8, modules: (2, 0),
      kilograms: 115.7,
      idle: 100...150, 2009),
    EnclosureFacts(
      "ibm-bladecenter-e", 7, bays: (14, 7), supplies: (4, 1200...2320), fans: 2, modules: (4, 2),
      kilograms: 109, idle: 150...250, 2002),
    EnclosureFacts(
      "ibm-bladecenter-h", 9, bays: (14, 7), supplies: (4, 2900...2900), fans: 2, modules: (10, 2),
      kilograms: 159, idle: 200...300, 2006),
    EnclosureFacts(
      "ibm-flex-8721", 10, bays: (14, 7), supplies: (6, 2100...2500), fans: 10, modules: (4, 2),
      kilograms: 220.5, idle: 100...200, 2012),
    EnclosureFacts(
      "dell-fx2", 2, bays: (4, 2), supplies: (2, 1100...2400), fans: 8, modules: (2, 1), kilograms: 45,
      idle: 60...100, 2014),
    // Blades of two bays came later, none of full height.
    EnclosureFacts(
      "cisco-x9508", 7, bays: (8, nil), supplies: (6, 2800...2800), fans: 4, modules: (4, 0), kilograms: 181,
      idle: 150...250, 2021),
    EnclosureFacts(
      "huawei-e9000", 12, bays: (16, 8), supplies: (6, 2000...3000), fans: 14, modules: (4, 2),
      kilograms: 260,
      idle: 85...400, 2012),
    // About 60 W, extrapolated from half-full frames; no multiple of that is a ten-unit frame's 400 to 800 W.
    EnclosureFacts(
      "h3c-b16000", 10, bays: (16, 8), supplies: (6, 3000...3000), fans: 12, modules: (6, 2), kilograms: nil,
      idle: 50...80, field: 400...800, 2018),
    EnclosureFacts(
      "fujitsu-bx900", 10, bays: (18, 9), supplies: (6, 1600...2880), fans: 15, modules: (8, 2),
      kilograms: nil,
      idle: 100...180, 2009),
    EnclosureFacts(
      "supermicro-superblade-7u", 7, bays: (14, 7), supplies: (4, 1400...3000), fans: 16, modules: (4, 2),
      kilograms: 150, idle: 120...180, 2008),
  ]
}

@Suite("What is known of enclosures")
struct EnclosureFactsTests {
  @Test(arguments: EnclosureFacts.all)
  func `bays, supplies, fans, modules, mass and year are those of the product`(facts: EnclosureFacts) throws {
    let model = try #require(Catalog.builtIn.enclosure(facts.slug))
    #expect(model.form.height == RackUnits(facts.units))
    #expect(model.form.grid.capacity(for: .halfHeight) == facts.bays.half)
    // Families with bays in two rows have full-height blades, those with one row or two columns double-wide ones.
    let grid = model.form.grid
    let twice = max(grid.capacity(for: .fullHeight), grid.capacity(for: .doubleWide))
    if let full = facts.bays.full { #expect(twice == full) }
    #expect(model.bank.installed == facts.supplies.count)
    #expect(facts.supplies.watts.contains(model.bank.unit.rating.value))
    #expect(model.bank.usableCapacity == model.bank.unit.rating * Double(facts.supplies.count / 2))
    #expect(model.fans == facts.fans)
    #expect((model.interconnectBays, model.managementBays) == facts.modules)
    let limit = try #require(model.form.maximumWeight).value
    if let most = facts.mostKilograms { #expect(isClose(limit, most, absolute: 0.5)) }
    #expect(model.year == facts.year)
  }

  @Test(arguments: EnclosureFacts.all)
  func `without blades an enclosure draws what was estimated, in the field two to four times that`(
    facts: EnclosureFacts
  ) throws {
    let model = try #require(Catalog.builtIn.enclosure(facts.slug))
    let minimal = model.power(.minimal).input(bladeDC: .zero)
    let field = model.power(.field).input(bladeDC: .zero)
    #expect(facts.idle.contains(minimal.value), "\(minimal)")
    #expect(facts.field.contains(field.value), "\(field)")
    #expect(field > minimal * 1.5)
    if facts.units == 10 { #expect((400...800).contains(field.value), "\(field)") }
  }

  @Test(arguments: ["hp-p-class", "ibm-bladecenter-h"])
  func `sixteen bays of the first generations take 350 W in the field`(slug: String) throws {
    let model = try #require(Catalog.builtIn.enclosure(slug))
    let share = slug == "hp-p-class" ? 2.0 : 1
    #expect(isClose((model.fieldPower * share).value, 350))
  }

  @Test func `a fan of the c7000 takes 100 to 170 W at most`() throws {
    let fan = try #require(Catalog.builtIn.enclosure("hp-c7000")?.fanPower)
    #expect((Watts(100)...Watts(170)).contains(fan))
  }

  /// Boavizta's factors, kg CO2e (published).
  @Test func `making an enclosure of sixteen bays caused 880 kg of carbon`() throws {
    for slug in ["hp-c7000", "dell-m1000e"] {
      #expect(Catalog.builtIn.enclosure(slug)?.embodiedCarbon == KilogramsCO2e(880))
    }
  }
}

@Suite("What is known of racks and servers")
struct RackAndServerFactsTests {
  @Test(arguments: [
    ("hpe-10642-g2", 42.0, 600.0, 1112.0, 127.5, 1360.0), ("apc-ar3100", 42, 600, 1070, 125, 1701),
  ])
  func `a rack is as its type is published, and its limit holds the rack itself`(
    slug: String, units: Double, width: Double, depth: Double, empty: Double, most: Double
  ) throws {
    let type = try #require(Catalog.builtIn.rack(slug)).type
    #expect(type.units == RackUnits(units))
    #expect(isClose(type.width.value, width / 1000) && isClose(type.depth.value, depth / 1000))
    #expect(type.emptyWeight == Kilograms(empty) && type.maximumWeight == Kilograms(most))
    #expect(type.contentsWeightLimit == Kilograms(most - empty))
    #expect((0.85...0.953).contains(type.usableUnits / type.units))
  }

  /// Published product masses; others 12 to 18 kg for 1 U, 20 to 30 for 2 U, 30 to 50 for 4 U (from memory, medium
  /// confidence).
  @Test(arguments: [
    ("dell-r740", 26.3), ("dell-r730", 29.2), ("dell-m630", 7.0), ("dell-m640", 6.4), ("dell-r940", 44),
  ])
  func `a server weighs what was published`(slug: String, kilograms: Double) throws {
    #expect(try #require(Catalog.builtIn.server(slug)).weight == Kilograms(kilograms))
  }

  /// Servers whose own data sheets are outside of what is usual for their height.
  static let light = ["hpe-dl380-gen10-plus", "hpe-dl385-gen10-plus"]
  static let heavy = ["dell-r630", "lenovo-sr650", "lenovo-sr665", "lenovo-sr665-7763"]
  /// Towers laid on their side.
  static let towers = ["hp-ml110-g3", "hp-ml110-g4", "hp-ml110-g5"]

  @Test(arguments: BuiltInHardwareTests.servers)
  func `a rack server weighs what is usual for its height, but for those that are listed`(slug: String) throws
  {
    let model = try #require(Catalog.builtIn.server(slug))
    guard case .rack(let height) = model.form, !Self.towers.contains(slug), height != RackUnits(3) else {
      return
    }
    let usual: ClosedRange<Double> =
      switch height.value {
      case 1: 12...18
      case 2: 20...30
      default: 30...50
      }
    let mass = model.weight.value
    #expect((mass < usual.lowerBound) == Self.light.contains(slug), "\(mass) kg")
    #expect((mass > usual.upperBound) == Self.heavy.contains(slug), "\(mass) kg")
  }
}
