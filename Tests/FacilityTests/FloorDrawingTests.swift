import Facility
import Quantities
import TestSupport
import Testing

@Suite("Floor drawing")
struct FloorDrawingTests {
  static let plans: [FloorPlan] = [
    FloorPlan(racks: 1), FloorPlan(racks: 7, coolingUnits: 1),
    FloorPlan(racks: 20, coolingUnits: 2, distributionUnits: 1),
    FloorPlan(racks: 40, coolingUnits: 2),
    FloorPlan(racks: 53, racksPerRow: 12, coolingUnits: 5, distributionUnits: 3),
    FloorPlan(racks: 210, pitch: FloorPlan.bladePitch, coolingUnits: 12, distributionUnits: 6),
    FloorPlan(racks: 8, racksPerRow: 4, coolingUnits: 30, distributionUnits: 9),
    FloorPlan(racks: 0, coolingUnits: 2),
    FloorPlan(racks: 0),
    FloorPlan.forRoom(racks: 1, coolingUnits: 3, distributionUnits: 1), FloorPlan.forRoom(racks: 3),
    FloorPlan.forRoom(racks: 9, coolingUnits: 3, distributionUnits: 1),
    FloorPlan.forRoom(racks: 17, coolingUnits: 2),
    FloorPlan.forRoom(racks: 47, coolingUnits: 5, distributionUnits: 2),
    FloorPlan.forRoom(racks: 1, rowUnits: 2), FloorPlan.forRoom(racks: 0, rowUnits: 2),
    FloorPlan.forRoom(racks: 47, coolingUnits: 1, rowUnits: 7, distributionUnits: 2),
  ]

  static func area(_ drawing: FloorDrawing, where isMeant: (FloorItem.Kind) -> Bool) -> Double {
    drawing.items.filter { isMeant($0.kind) }.reduce(0) { $0 + $1.place.area.value }
  }

  @Test(arguments: plans)
  func `rectangles tile the room: none overlap, none stick out, none of the floor is left over`(
    plan: FloorPlan
  ) throws {
    let drawing = try FloorDrawing(plan)
    for (index, item) in drawing.items.enumerated() {
      let place = item.place
      #expect(place.x.value >= -1e-9 && place.right.value <= drawing.width.value + 1e-9)
      #expect(place.y.value >= -1e-9 && place.top.value <= drawing.depth.value + 1e-9)
      for other in drawing.items[(index + 1)...] where place.overlaps(other.place) {
        Issue.record("\(item) overlaps \(other)")
      }
    }
    #expect(isClose(Self.area(drawing) { _ in true }, drawing.area.value, absolute: 1e-9))
  }

  @Test(arguments: plans)
  func `what is drawn has the area of the formula, and the spare corners are named`(plan: FloorPlan) throws {
    let drawing = try FloorDrawing(plan)
    #expect(isClose(Self.area(drawing) { $0 != .spare }, plan.area.value, absolute: 1e-9))
    #expect(isClose((drawing.area - drawing.spareArea).value, plan.area.value, absolute: 1e-9))
    let strip = Self.area(drawing) { $0 == .perimeter }
    #expect(isClose(strip, plan.strip.value, absolute: 1e-9))
  }

  @Test(arguments: plans)
  func `every rack and unit of the plan is drawn once, in its row`(plan: FloorPlan) throws {
    let drawing = try FloorDrawing(plan)
    var racks: [RackID] = []
    var cooling: [Int] = []
    var distribution: [Int] = []
    for item in drawing.items {
      switch item.kind {
      case .rack(let rack, let row):
        racks.append(rack)
        #expect(row.index == rack.index / plan.racksPerRow)
        #expect(
          isClose(item.place.width.value, plan.rackWidth.value) && item.place.depth == drawing.rackDepth)
      case .coolingUnit(let number): cooling.append(number)
      case .distributionUnit(let number): distribution.append(number)
      default: break
      }
    }
    #expect(racks == (0..<plan.racks).map { RackID($0) })
    #expect(cooling.sorted() == Array(0..<plan.coolingUnits + plan.rowUnits))
    #expect(distribution == Array(0..<plan.distributionUnits))
  }

  @Test(arguments: [
    (Meters(1), FloorPlan.standardPitch), (Meters(1.07), FloorPlan.standardPitch),
    (Meters(1.2), FloorPlan.bladePitch),
  ])
  func `between two rows the aisles have their widths`(rackDepth: Meters, pitch: Meters) throws {
    let plan = FloorPlan(racks: 100, pitch: pitch)
    let drawing = try FloorDrawing(plan, rackDepth: rackDepth)
    let aisles = drawing.items.filter { $0.kind == .coldAisle || $0.kind == .hotAisle }
    // Five rows: half a cold aisle, hot, cold, hot, cold, half a hot aisle.
    #expect(aisles.map(\.kind) == [.coldAisle, .hotAisle, .coldAisle, .hotAisle, .coldAisle, .hotAisle])
    for aisle in aisles.dropFirst().dropLast() {
      let width = aisle.kind == .coldAisle ? FloorDrawing.coldAisle : drawing.hotAisle
      #expect(isClose(aisle.place.depth.value, width.value))
    }
    #expect(isClose(aisles[0].place.depth.value, 0.6))
    #expect(drawing.hotAisle >= FloorDrawing.narrowestHotAisle)
    let cross = try #require(drawing.items.first { $0.kind == .crossAisle })
    #expect(isClose(cross.place.width.value, 1.2))
  }

  @Test func `forty racks in two rows with two air handlers`() throws {
    let drawing = try FloorDrawing(FloorPlan(racks: 40, coolingUnits: 2))
    #expect(isClose(drawing.hotAisle.value, 0.93))
    #expect(isClose(drawing.width.value, 13.2 + 2.4 + 5.0 / 3))
    #expect(isClose(drawing.depth.value, 6.67))
    let unit = try #require(drawing.items.first { $0.kind == .coolingUnit(0) })
    #expect(isClose(unit.place.width.value, 0.9) && isClose(unit.place.depth.value, 1.8))
  }

  @Test func `racks too deep for their pitch are refused with the pitch they need`() {
    let refusal = #expect(throws: FloorRefusal.self) {
      try FloorDrawing(FloorPlan(racks: 10), rackDepth: Meters(1.2))
    }
    #expect(refusal?.description == "racks 1.20 m deep need a pitch of 4.50 m, the plan has 4.27 m")
    #expect(throws: Never.self) { try FloorDrawing(FloorPlan(racks: 0), rackDepth: Meters(3)) }
  }

  @Test func `consolidation to one enclosure shrinks the drawn room`() throws {
    let before = try FloorDrawing(FloorPlan(racks: 8, coolingUnits: 2, distributionUnits: 1))
    let after = try FloorDrawing(FloorPlan(racks: 1, coolingUnits: 2, distributionUnits: 1))
    #expect(after.area < before.area)
    #expect(before == (try FloorDrawing(before.plan)))
  }

  @Test(arguments: [(20.0, 0.55), (50, 0.55), (75, 0.775), (100, 1), (150, 1.75), (200, 2.5), (400, 2.5)])
  func `back of house grows with density`(wattsPerSquareFoot: Double, share: Double) {
    let floor = SquareMeters(1000 * 0.09290304)
    let power = Watts(wattsPerSquareFoot * 1000)
    #expect(isClose(BackOfHouse.share(power: power, whiteSpace: floor).value, share))
    #expect(isClose(BackOfHouse.grossArea(power: power, whiteSpace: floor).value, floor.value * (1 + share)))
  }

  @Test func `sixteen servers in an enclosure need an eighth of the cables`() {
    let racks = CablePlan([(.rackServer, 16)])
    let blades = CablePlan([(.enclosure, 1), (.none, 16)])
    #expect(racks.cables.total == 128 && blades.cables.total == 16)
    #expect(isClose(blades.cut(from: racks).value, 0.875))
    #expect(racks.switches(portsEach: 48) == 2 && blades.switches(portsEach: 48) == 1)
    #expect(racks.cut(from: CablePlan([])) == .zero)
    #expect(blades.traySection < racks.traySection / 5)
    // 48 pairs of 6 mm, 32 fibres of 3 mm, 48 cords of 9 mm, half of the tray.
    let filled = Double.pi / 4 * (48 * 36 + 32 * 9 + 48 * 81) * 1e-6
    #expect(isClose(racks.traySection.value, filled / 0.5))
  }

  @Test func `a rack of 42 servers has 250 to 340 cables`() {
    #expect((250...340).contains(CablePlan([(.rackServer, 42)]).cables.total))
  }

  @Test func `the floor is checked rack by rack`() throws {
    let enclosure = RackEquipment(
      name: "enclosure", height: RackUnits(10), power: Watts(100), weight: Kilograms(218), ports: 10)
    let rack = RackType(
      name: "HPE 10642 G2", units: RackUnits(42), width: Meters(0.6), height: Meters(2.006), depth: Meters(1),
      emptyWeight: Kilograms(127.5), maximumWeight: Kilograms(1360))
    let plan = try RackPlan(
      Array(repeating: enclosure, count: 6), limits: RackLimits(rack: rack, power: nil))
    #expect(plan.racks.map(\.mounted.count) == [4, 2])
    let light = RoomLoad(plan, in: rack, pitch: Meters(4), on: FloorRating.light.pressure)
    #expect(light.tooHeavy == [RackID(0)])
    #expect(light.heaviest == RackID(0))
    #expect(isClose(light.racks[0].area.value, 1.2))
    #expect(RoomLoad(plan, in: rack, on: FloorRating.heavy.pressure).tooHeavy.isEmpty)
    let empty = RoomLoad(
      try RackPlan([], limits: RackLimits(rack: rack, power: nil)), in: rack, on: Pascals(1))
    #expect(empty.heaviest == nil && empty.tooHeavy.isEmpty)
  }
}
