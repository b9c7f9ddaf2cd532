import Facility
import Quantities

extension StoredFloorItem {
  init(_ item: FloorItem) {
    let (kind, thing): (Kind, Int?) =
      switch item.kind {
      case .rack(let rack, _): (.rack, rack.index)
      case .freePlace: (.freePlace, nil)
      case .coldAisle: (.coldAisle, nil)
      case .hotAisle: (.hotAisle, nil)
      case .crossAisle: (.crossAisle, nil)
      case .perimeter: (.perimeter, nil)
      case .coolingUnit(let number): (.coolingUnit, number)
      case .distributionUnit(let number): (.distributionUnit, number)
      case .serviceSpace: (.serviceSpace, nil)
      case .spare: (.spare, nil)
      }
    let place = item.place
    self.init(kind: kind, thing: thing, x: place.x, y: place.y, width: place.width, depth: place.depth)
  }
}

extension StoredFloorItem: TableRow {
  static let table = "floor_item"

  func write(into row: inout RowValues) {
    row.add(kind.rawValue)
    row.add(thing)
    row.add(x)
    row.add(y)
    row.add(width)
    row.add(depth)
  }

  init(from row: inout RowReader) throws {
    let name = row.text()
    guard let kind = Kind(rawValue: name) else { throw DamagedRow("floor for '\(name)'") }
    self.init(
      kind: kind, thing: row.optionalInteger(), x: row.measured(), y: row.measured(), width: row.measured(),
      depth: row.measured())
  }
}
