import Facility
import Quantities
import TestSupport
import Testing

@Suite("How many racks, and why")
struct RackSizingTests {
  static let server = RackEquipment(
    name: "DL380 G4", height: RackUnits(1), power: Watts(230), weight: Kilograms(16), ports: 5)
  static let enclosure = RackEquipment(
    name: "c7000", height: RackUnits(10), power: Watts(3500), weight: Kilograms(218), ports: 10)

  static func limits(kilowatts: Double) -> RackLimits {
    RackLimits(units: RackUnits(40), power: Watts(kilowatts: kilowatts))
  }

  @Test(
    arguments: [
      (server, 160, 5.0, 4, 8, 8), (enclosure, 10, 5, 3, 7, 7), (enclosure, 10, 14, 3, 3, 3),
      (enclosure, 1, 5, 1, 1, 1),
    ])
  func `the same 160 servers need 8, 7, 3 and 1 racks`(
    item: RackEquipment, count: Int, kilowatts: Double, byUnits: Int, byPower: Int, racks: Int
  ) throws {
    let equipment = Array(repeating: item, count: count)
    let sizing = try RackSizing(of: equipment, limits: Self.limits(kilowatts: kilowatts))
    #expect(sizing.racks(by: .units) == byUnits)
    #expect(sizing.racks(by: .power) == byPower)
    #expect(sizing.racks == racks)
    let plan = try RackPlan(
      equipment, limits: Self.limits(kilowatts: kilowatts), powerRule: .roomAverage)
    #expect(plan.racks.count == racks, "real stacks reach the count when power is averaged over the room")
    #expect(!plan.exceedsSizing)
  }

  @Test func `power binds the table's first two rows and units the dense room`() throws {
    func binding(_ item: RackEquipment, _ count: Int, _ kilowatts: Double) throws -> RackConstraint? {
      try RackSizing(of: Array(repeating: item, count: count), limits: Self.limits(kilowatts: kilowatts))
        .binding
    }
    #expect(try binding(Self.server, 160, 5) == .power)
    #expect(try binding(Self.enclosure, 10, 5) == .power)
    #expect(try binding(Self.enclosure, 10, 14) == .units, "tied at exactly 2.5 racks: the first listed")
    #expect(try binding(Self.server, 160, 20) == .units)
    #expect(try binding(Self.server, 0, 5) == nil)
  }

  @Test func `each constraint can bind`() throws {
    let loads = Array(repeating: Self.enclosure, count: 8)
    let rack = RackType(
      name: "HPE 10642 G2", units: RackUnits(42), usableUnits: RackUnits(40), width: Meters(0.6),
      height: Meters(2.006), depth: Meters(1.112), emptyWeight: Kilograms(127.5),
      maximumWeight: Kilograms(1360), portCapacity: 96)
    let feed = Circuit(.three, voltage: Volts(208), breaker: Amperes(30))
    let open = RackLimits(rack: rack, power: nil)
    #expect(open.weight == Kilograms(1232.5))
    #expect(try RackSizing(of: loads, limits: open).binding == .units)
    let fed = RackLimits(
      rack: rack, power: nil, feeds: FeedPair(a: feed, b: feed), powerFactor: Fraction(0.95))
    let sizing = try RackSizing(of: loads, limits: fed)
    #expect(sizing.binding == .circuit)
    #expect(sizing.racks == 4, "28 kW over 8.21 kW of one surviving feed")
    let light = RackLimits(units: RackUnits(40), weight: Kilograms(400))
    #expect(try RackSizing(of: loads, limits: light).binding == .weight)
    let few = RackLimits(units: RackUnits(40), ports: 20)
    #expect(try RackSizing(of: loads, limits: few).binding == .ports)
  }

  @Test(arguments: [0, 1e-30, -5])
  func `a limit of nearly nothing is refused`(watts: Double) {
    let limits = RackLimits(units: RackUnits(40), power: Watts(watts))
    #expect(throws: RackRefusal.noCapacity(constraint: .power)) {
      try RackPlan([Self.server], limits: limits, powerRule: .roomAverage)
    }
  }

  @Test func `a limit of nothing is refused, not divided by`() {
    #expect(throws: RackRefusal.noCapacity(constraint: .ports)) {
      try RackSizing(of: [Self.server], limits: RackLimits(units: RackUnits(40), ports: 0))
    }
  }

  @Test func `rounding of sums does not buy a rack`() throws {
    let tenth = RackEquipment(
      name: "tenth", height: RackUnits(1), power: Watts(0.1), weight: Kilograms(0.1), ports: 0)
    let sum = (0..<30).reduce(0.0) { sum, _ in sum + 0.1 }
    #expect(sum != 3, "the sum is not exactly 3 W")
    let limits = RackLimits(units: RackUnits(40), power: Watts(1.5), weight: Kilograms(3))
    let sizing = try RackSizing(of: Array(repeating: tenth, count: 30), limits: limits)
    #expect(sizing.racks(by: .power) == 2)
    #expect(sizing.racks(by: .weight) == 1)
  }
}
