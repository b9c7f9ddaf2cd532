import Quantities

/// Draws the rows of racks with the aisles between them.
struct RackBlock {
  let plan: FloorPlan
  let rackDepth: Meters
  let hotAisle: Meters
  let x: Meters
  private(set) var y: Meters
  private(set) var items: [FloorItem] = []

  init(_ plan: FloorPlan, rackDepth: Meters, hotAisle: Meters, x: Meters, y: Meters) {
    self.plan = plan
    self.rackDepth = rackDepth
    self.hotAisle = hotAisle
    self.x = x
    self.y = y
  }

  private var places: Int { min(plan.racks, plan.racksPerRow) }

  /// From below: half a cold aisle, a row, a hot aisle, a row, a cold aisle, and so on to half an aisle above the last row.
  mutating func draw() {
    guard plan.racks > 0 else { return }
    let bottom = y
    aisle(.coldAisle, FloorDrawing.coldAisle / 2)
    for row in 0..<plan.rows {
      racks(in: row)
      units(in: row)
      y += rackDepth
      let isLast = row == plan.rows - 1
      let isFrontBelow = row.isMultiple(of: 2)
      let aisleDepth = isFrontBelow ? hotAisle : FloorDrawing.coldAisle
      aisle(isFrontBelow ? .hotAisle : .coldAisle, isLast ? aisleDepth / 2 : aisleDepth)
    }
    let end = FloorRectangle(
      x: x + plan.rowLength, y: bottom, width: FloorPlan.crossAisle, depth: y - bottom)
    items.append(FloorItem(.crossAisle, end))
  }

  private mutating func racks(in row: Int) {
    let first = row * plan.racksPerRow
    for place in 0..<places {
      let rectangle = FloorRectangle(
        x: x + plan.rackWidth * Double(place), y: y, width: plan.rackWidth, depth: rackDepth)
      let index = first + place
      items.append(
        FloorItem(
          index < plan.racks ? .rack(RackID(index), RowID(row)) : .freePlace(RowID(row)), rectangle))
    }
  }

  /// Cooling units at the end of the racks of a row, numbered after those along the walls.
  private mutating func units(in row: Int) {
    let first = row * plan.rowUnitsPerRow
    for place in 0..<plan.rowUnitsPerRow {
      let rectangle = FloorRectangle(
        x: x + plan.rackWidth * Double(places) + FloorPlan.rowUnitWidth * Double(place), y: y,
        width: FloorPlan.rowUnitWidth, depth: rackDepth)
      let index = first + place
      items.append(
        FloorItem(
          index < plan.rowUnits ? .coolingUnit(plan.coolingUnits + index) : .freePlace(RowID(row)), rectangle)
      )
    }
  }

  private mutating func aisle(_ kind: FloorItem.Kind, _ depth: Meters) {
    let rectangle = FloorRectangle(x: x, y: y, width: plan.rowLength, depth: depth)
    items.append(FloorItem(kind, rectangle))
    y += depth
  }
}
