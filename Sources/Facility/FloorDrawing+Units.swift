import Quantities

/// Lines of air handlers and distribution units along the walls at the ends of the rows.
struct UnitGalleries {
  enum Side { case left, right }

  private struct Unit {
    let kind: FloorItem.Kind
    let extent: Meters
  }

  /// Length of the wall that a line runs along.
  let wall: Meters
  private let lines: [[Unit]]

  init(_ plan: FloorPlan, wall: Meters) {
    let depth = FloorDrawing.galleryDepth.value
    let cooling = Meters(FloorPlan.coolingUnitArea.value / depth)
    let distribution = Meters(FloorPlan.distributionUnitArea.value / depth)
    let units =
      (0..<plan.coolingUnits).map { Unit(kind: .coolingUnit($0), extent: cooling) }
      + (0..<plan.distributionUnits).map { Unit(kind: .distributionUnit($0), extent: distribution) }
    // A room without racks is as long as its units.
    let length = plan.racks == 0 ? units.reduce(.zero) { $0 + $1.extent } : wall
    var lines: [[Unit]] = []
    var used = Meters.zero
    for unit in units {
      if lines.isEmpty || used + unit.extent > length + Meters(1e-9) {
        lines.append([])
        used = .zero
      }
      lines[lines.count - 1].append(unit)
      used += unit.extent
    }
    self.wall = length
    self.lines = lines
  }

  /// Lines go to the left and to the right in turn, the first to the left.
  private func count(on side: Side) -> Int { side == .left ? (lines.count + 1) / 2 : lines.count / 2 }

  /// What the lines of a side add to the room.
  func width(of side: Side) -> Meters { FloorDrawing.galleryDepth * Double(count(on: side)) }

  /// Units with their service space towards the rows, and the floor that is left of each line.
  func items(roomWidth: Meters) -> [FloorItem] {
    var items: [FloorItem] = []
    for (index, line) in lines.enumerated() {
      let nth = Double(index / 2)
      let isLeft = index.isMultiple(of: 2)
      let x =
        isLeft
        ? FloorDrawing.galleryDepth * nth : roomWidth - FloorDrawing.galleryDepth * (nth + 1)
      let body = FloorDrawing.unitDepth
      let service = FloorDrawing.galleryDepth - body
      var y = Meters.zero
      for unit in line {
        let bodyX = isLeft ? x : x + service
        let serviceX = isLeft ? x + body : x
        items.append(
          FloorItem(unit.kind, FloorRectangle(x: bodyX, y: y, width: body, depth: unit.extent)))
        items.append(
          FloorItem(.serviceSpace, FloorRectangle(x: serviceX, y: y, width: service, depth: unit.extent)))
        y += unit.extent
      }
      if wall - y > Meters(1e-9) {
        items.append(
          FloorItem(.spare, FloorRectangle(x: x, y: y, width: FloorDrawing.galleryDepth, depth: wall - y)))
      }
    }
    return items
  }
}
