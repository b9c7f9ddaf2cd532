import Facility
import Quantities
import TestSupport
import Testing

@Suite("Floor")
struct FloorTests {
  @Test func `the published room comes to 2.21 square metres a rack`() {
    #expect(isClose(FloorAllowance.energyLogic.areaPerRack.value, 2.21, relative: 0.002))
    #expect(isClose(FloorAllowance.energyLogic.area(racks: 210).value, 5000 * 0.09290304))
  }

  /// Seven tiles of two feet, eight for blades; a cold aisle of 1.2 m leaves a hot one of 0.9 to 1.2 m; rows of at most
  /// twenty racks, ten where they end at a wall (published). Cooling units 2.5 to 3.5 m2, distribution units 1.5 to 2 m2.
  @Test func `aisles, rows and units have the sizes of the guideline`() {
    let tile = 2 * 0.3048
    #expect(isClose(FloorPlan.standardPitch.value, 7 * tile, absolute: 0.0051))
    #expect(isClose(FloorPlan.bladePitch.value, 8 * tile, absolute: 0.0051))
    #expect(FloorPlan.crossAisle == Meters(1.2) && FloorPlan.perimeter == Meters(1.2))
    for depth in [1.0, 1.07] {
      let hot = FloorPlan.standardPitch.value - 2 * depth - 1.2
      #expect((0.9...1.2).contains(hot))
    }
    #expect(FloorPlan.longestRow == 20 && FloorPlan.longestDeadEnd == 10)
    #expect((2.5...3.5).contains(FloorPlan.coolingUnitArea.value))
    #expect((1.5...2.0).contains(FloorPlan.distributionUnitArea.value))
  }

  /// 2.2 to 2.8 m2, 25 to 30 square feet (from memory, high confidence); 2.4 in 2005 and 2015, 2.6 today.
  @Test func `allowances a rack are those in use`() {
    #expect(FloorAllowance.legacyRoom.areaPerRack == SquareMeters(2.4))
    #expect(FloorAllowance.modernRoom.areaPerRack == SquareMeters(2.6))
    for allowance in FloorAllowance.all { #expect((2.2...2.8).contains(allowance.areaPerRack.value)) }
    #expect(isClose(23.8 * 0.09290304, 2.21, absolute: 0.0051))
  }

  /// 732 to 1220 kg/m2 for raised floors of 150 to 250 pounds a square foot.
  @Test(arguments: [(FloorRating.light, 732.0), (.heavy, 1220)])
  func `floor ratings in kilograms a square metre`(rating: FloorRating, kilograms: Double) {
    #expect(isClose(rating.pressure.value / 9.80665, kilograms, absolute: 0.7))
  }

  @Test func `one row of twenty racks`() {
    let plan = FloorPlan(racks: 20)
    #expect(plan.rows == 1)
    #expect(isClose(plan.length.value, 13.2))
    #expect(isClose(plan.block.value, 13.2 * 4.27 / 2))
    #expect(isClose(plan.area.value, 13.2 * 2.135 + 2.4 * (13.2 + 2.135) + 4 * 1.44))
  }

  @Test(arguments: [(1, 1, 1.8 * 3.335), (2, 1, 2.4 * 3.335), (3, 1, 3 * 3.335), (10, 1, 7.2 * 3.335)])
  func `a small room is a row that ends at a wall with both its aisles whole`(
    racks: Int, rows: Int, area: Double
  ) {
    let plan = FloorPlan.forRoom(racks: racks)
    #expect(plan.access == .deadEnd && plan.rows == rows)
    #expect(isClose(plan.area.value, area))
  }

  @Test func `the room of a plan grows with every rack, up to rows that are begun`() {
    var last = SquareMeters.zero
    for racks in 1...120 {
      let plan = FloorPlan.forRoom(racks: racks)
      #expect(plan.area >= last, "\(racks) racks")
      #expect(plan.rows * plan.racksPerRow - racks < plan.rows, "rows are as even as they can be")
      #expect(plan.racksPerRow <= (plan.access == .deadEnd ? 10 : 20))
      #expect((plan.access == .deadEnd) == (racks <= 20))
      last = plan.area
    }
    #expect(FloorPlan.forRoom(racks: 0).area == .zero)
    // A hall of whole rows is that of the formula.
    #expect(FloorPlan.forRoom(racks: 200) == FloorPlan(racks: 200))
  }

  @Test func `a large drawn room agrees with the rule of thumb`() {
    let plan = FloorPlan(racks: 210, coolingUnits: 12, distributionUnits: 6)
    let perRack = plan.area.value / 210
    #expect((2.0...2.8).contains(perRack), "\(perRack) m2 a rack")
  }

  @Test func `floor grows with every row, and blades want wider aisles`() {
    var last = FloorPlan(racks: 0)
    for racks in 1...100 {
      let plan = FloorPlan(racks: racks)
      // From the second row on, a row that is begun takes the floor of a whole one.
      let grows = racks <= FloorPlan.longestRow || plan.rows > last.rows
      #expect(grows ? plan.area > last.area : plan.area == last.area)
      last = plan
    }
    #expect(FloorPlan(racks: 0).area == .zero)
    #expect(FloorPlan(racks: 40, pitch: FloorPlan.bladePitch).area > FloorPlan(racks: 40).area)
  }

  @Test func `equipment of the room takes its floor`() {
    let bare = FloorPlan(racks: 10).area
    let fitted = FloorPlan(racks: 10, coolingUnits: 2, distributionUnits: 1).area
    #expect(isClose((fitted - bare).value, 2 * 3 + 1.75))
  }

  @Test func `four full enclosures fail a light floor and pass a heavy one`() {
    let load = FloorLoad(mass: Kilograms(1030), width: Meters(0.6), depth: Meters(1))
    #expect(isClose(load.area.value, 1.2))
    #expect(isClose(load.pressure.value, 8400, relative: 0.005))
    #expect(!load.isCarried(by: FloorRating.light))
    #expect(load.isCarried(by: FloorRating.heavy))
    #expect(FloorRating.all.map { load.isCarried(by: $0) } == [false, false, true])
    #expect(load.isCarried(by: KilogramsPerSquareMeter(1200)))
    #expect(!load.isCarried(by: KilogramsPerSquareMeter(800)))
  }

  @Test(
    arguments: [(FloorRating.office, 2.394), (.light, 7.182), (.heavy, 11.970)])
  func `floor ratings in kilopascals`(rating: FloorRating, kilopascals: Double) {
    #expect(isClose(rating.pressure.value, kilopascals * 1e3, relative: 1e-4))
  }

  @Test func `a loaded rack type presses with its own mass too`() {
    let rack = RackType(
      name: "APC AR3100", units: RackUnits(42), width: Meters(0.6), height: Meters(1.991),
      depth: Meters(1.07),
      emptyWeight: Kilograms(125), maximumWeight: Kilograms(1701))
    let load = FloorLoad(rack, contents: Kilograms(500))
    #expect(load.mass == Kilograms(625))
    #expect(isClose(load.massPerArea.value, 625 / (0.6 * 2.07)))
    #expect(isClose(rack.footprint.value, 0.642))
    #expect(rack.contentsWeightLimit == Kilograms(1576))
  }
}
