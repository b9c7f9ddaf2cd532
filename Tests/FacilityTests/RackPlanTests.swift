import Facility
import Quantities
import TestSupport
import Testing

@Suite("Stacking racks")
struct RackPlanTests {
  static let enclosure = RackSizingTests.enclosure

  @Test func `each rack on its own takes one enclosure where the sums count 7 racks`() throws {
    let plan = try RackPlan(
      Array(repeating: Self.enclosure, count: 10), limits: RackSizingTests.limits(kilowatts: 5))
    #expect(plan.sizing.racks == 7)
    #expect(plan.racks.count == 10)
    #expect(plan.exceedsSizing)
  }

  @Test func `on average over the room three racks of seven take two enclosures`() throws {
    let plan = try RackPlan(
      Array(repeating: Self.enclosure, count: 10), limits: RackSizingTests.limits(kilowatts: 5),
      powerRule: .roomAverage)
    #expect(plan.racks.map(\.mounted.count) == [2, 2, 2, 1, 1, 1, 1])
    #expect(plan.racks[0].headroom.power == Watts(-2000))
  }

  @Test func `an enclosure above the limit of one rack is refused by name`() {
    let dense = RackEquipment(
      name: "c7000", height: RackUnits(10), power: Watts(5600), weight: Kilograms(218), ports: 10)
    let refusal = #expect(throws: RackRefusal.self) {
      try RackPlan([Self.enclosure, dense], limits: RackSizingTests.limits(kilowatts: 5))
    }
    #expect(refusal?.equipment == 1)
    #expect(refusal?.description == "one c7000 needs 5.60 kW, but a rack allows 5.00 kW (power per rack)")
  }

  @Test func `on average a dense enclosure reserves the cooling of an empty rack`() throws {
    let dense = RackEquipment(
      name: "c7000", height: RackUnits(10), power: Watts(5600), weight: Kilograms(218), ports: 10)
    let plan = try RackPlan(
      [dense], limits: RackSizingTests.limits(kilowatts: 5), powerRule: .roomAverage)
    #expect(plan.racks.map(\.mounted.count) == [1, 0])
  }

  @Test(
    arguments: [
      (RackLimits(units: RackUnits(8)), RackConstraint.units, "10 U", "8 U"),
      (RackLimits(units: RackUnits(40), weight: Kilograms(200)), .weight, "218 kg", "200 kg"),
      (RackLimits(units: RackUnits(40), ports: 4), .ports, "10 ports", "4 ports"),
      (RackLimits(units: RackUnits(40), circuit: Watts(3000)), .circuit, "3.50 kW", "3.00 kW"),
    ])
  func `one piece too large for a rack names its limit`(
    limits: RackLimits, constraint: RackConstraint, need: String, limit: String
  ) {
    for rule in [PowerRule.eachRack, .roomAverage] {
      #expect(
        throws: RackRefusal.overLimit(
          equipment: 0, name: "c7000", constraint: constraint, need: need, limit: limit)
      ) { try RackPlan([Self.enclosure], limits: limits, powerRule: rule) }
    }
  }

  @Test func `a rack is drawn from the bottom up, heaviest first`() throws {
    let light = RackEquipment(
      name: "switch", height: RackUnits(1), power: Watts(100), weight: Kilograms(5), ports: 1)
    let plan = try RackPlan(
      [light, Self.enclosure, light], limits: RackSizingTests.limits(kilowatts: 10))
    #expect(plan.racks.count == 1)
    let rack = plan.racks[0]
    #expect(rack.mounted.map(\.equipment) == [1, 0, 2])
    #expect(rack.mounted.map(\.position) == [RackUnits(1), RackUnits(11), RackUnits(12)])
    #expect(rack.mounted.map(\.height) == [RackUnits(10), RackUnits(1), RackUnits(1)])
    #expect(rack.totals.units == RackUnits(12))
    #expect(rack.headroom.units == RackUnits(28))
    #expect(rack.headroom.power == Watts(6300))
    #expect(rack.headroom.weight == nil)
    #expect(rack.tightest == .power)
    #expect(plan.location(of: 2)?.position == RackUnits(12))
    #expect(plan.location(of: 3) == nil)
  }

  @Test func `nothing needs no rack`() throws {
    let plan = try RackPlan([], limits: RackSizingTests.limits(kilowatts: 5))
    #expect(plan.racks.isEmpty)
    #expect(plan.sizing.racks == 0)
  }

  @Test(arguments: 0..<30)
  func `every piece stands once, within every limit, in no fewer racks than the sums`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let equipment = (0..<120).map { index in
      RackEquipment(
        name: "item \(index)", height: RackUnits(Double(Int.random(in: 1...20, using: &random)) / 2),
        power: Watts(Double.random(in: 50...4000, using: &random)),
        weight: Kilograms(Double.random(in: 5...220, using: &random)),
        ports: Int.random(in: 0...12, using: &random))
    }
    let limits = RackLimits(
      units: RackUnits(37.8), power: Watts(kilowatts: 9), weight: Kilograms(1000), ports: 96,
      circuit: Watts(kilowatts: 12))
    for rule in [PowerRule.eachRack, .roomAverage] {
      let plan = try RackPlan(equipment, limits: limits, powerRule: rule)
      #expect(plan.racks.flatMap { $0.mounted.map(\.equipment) }.sorted() == Array(0..<120))
      #expect(plan.racks.count >= plan.sizing.racks)
      #expect(plan.racks.count <= 2 * plan.sizing.racks, "far from the bound, the heuristic would be broken")
      for rack in plan.racks {
        #expect(rack.totals.units <= limits.units && rack.totals.weight <= Kilograms(1000))
        #expect(rack.totals.ports <= 96 && rack.totals.power <= Watts(12_000))
        if rule == .eachRack { #expect(rack.totals.power <= Watts(9000)) }
        var top = RackUnits(1)
        var weight = Kilograms(.infinity)
        for mounted in rack.mounted {
          #expect(mounted.position == top && mounted.height == equipment[mounted.equipment].height)
          #expect(equipment[mounted.equipment].weight <= weight)
          top += mounted.height
          weight = equipment[mounted.equipment].weight
        }
      }
      let power = plan.racks.reduce(Watts.zero) { $0 + $1.totals.power }
      #expect(isClose(power.value, RackTotals(of: equipment).power.value), "no watt is lost")
      #expect(power <= Watts(9000) * Double(plan.racks.count) * (1 + 1e-9))
      #expect(try RackPlan(equipment, limits: limits, powerRule: rule) == plan, "planning is repeatable")
    }
  }

  @Test(arguments: 0..<20)
  func `racks that are no longer asked would have refused`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let limits = RackLimits(units: RackUnits(40), power: Watts(5000))
    let equipment = (0..<150).map { index in
      RackEquipment(
        name: "item", height: RackUnits(Double(Int.random(in: 1...6, using: &random))),
        power: Watts(Double(Int.random(in: 1...9, using: &random)) * 200), weight: Kilograms(Double(index)),
        ports: 0)
    }
    // Plain first fit that asks every rack, largest share first.
    func size(_ index: Int) -> Double {
      max(equipment[index].height.value / 40, equipment[index].power.value / 5000)
    }
    let order = equipment.indices.sorted { (size($1), $0) < (size($0), $1) }
    var racks: [(units: Double, power: Double, members: [Int])] = []
    for index in order {
      let (height, power) = (equipment[index].height.value, equipment[index].power.value)
      if let rack = racks.firstIndex(where: { $0.units + height <= 40 && $0.power + power <= 5000 }) {
        racks[rack].units += height
        racks[rack].power += power
        racks[rack].members.append(index)
      } else {
        racks.append((height, power, [index]))
      }
    }
    let plan = try RackPlan(equipment, limits: limits)
    #expect(plan.racks.map { $0.mounted.map(\.equipment).sorted() } == racks.map { $0.members.sorted() })
  }

  @Test func `more of the same never needs fewer racks`() throws {
    var last = 0
    for count in stride(from: 0, through: 300, by: 7) {
      let racks = try RackPlan(
        Array(repeating: RackSizingTests.server, count: count), limits: RackSizingTests.limits(kilowatts: 5)
      ).racks.count
      #expect(racks >= last)
      last = racks
    }
    #expect(last == 14, "294 servers, 21 in each rack")
  }
}
