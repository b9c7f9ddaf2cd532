import Documents
import Facility
import Quantities
import Scenario

/// Where a server is mounted and what it weighs: from the device type, completed by the sidecar.
enum Mounting {
  /// Evidence for the device-type document: that of the block `device-type`, else that of the entry.
  private static func evidence(of type: DeviceType, _ entry: Figures) -> Evidence? {
    guard let block = entry.block.block("device-type") else { return entry.evidence }
    return block.block("evidence").flatMap(Evidence.init(reading:))
  }

  /// The mass: the sidecar's, which corrects the device type's where both are given.
  static func weight(of type: DeviceType, _ entry: Figures) -> Kilograms? {
    if entry.block.has("weight") { return entry.quantity("weight", "weight", as: Kilograms.self) }
    guard let weight = type.weight else {
      entry.block.error(
        "nothing says what '\(type.slug)' weighs", help: "add 'weight', or state it in the device type")
      return nil
    }
    guard let source = evidence(of: type, entry) else { return noEvidence("weight", entry) }
    entry.sheet.add("weight", weight.description, source)
    return weight
  }

  /// The form: a blade when the device type is a child, else a rack server of the device type's height.
  static func form(of type: DeviceType, _ entry: Figures, title: String, weight: Kilograms) -> ServerModel
    .Form?
  {
    if type.role == .child { return blade(type, entry, title: title, weight: weight) }
    guard !entry.block.has("blade") else {
      entry.block.error(
        "blade", "'\(type.slug)' is no blade: its device type is not a child",
        help: "write 'subdevice_role: child' and 'u_height: 0' in the device type, or delete 'blade'")
      return nil
    }
    return height(of: type, entry).map { .rack($0) }
  }

  /// The height in a rack.
  static func height(of type: DeviceType, _ entry: Figures) -> RackUnits? {
    guard type.height > .zero else {
      entry.block.error("'\(type.slug)' has no height", help: "give the device type a 'u_height' above 0")
      return nil
    }
    guard let source = evidence(of: type, entry) else { return noEvidence("height", entry) }
    entry.sheet.add("height", type.height.description, source)
    return type.height
  }

  private static func noEvidence<Value>(_ what: String, _ entry: Figures) -> Value? {
    entry.block.error(
      "the \(what) of the device type has no evidence",
      help:
        "add 'device-type: {evidence: {source: ..., confidence: ...}}', or an 'evidence' for the whole entry")
    return nil
  }

  private static func blade(
    _ type: DeviceType, _ entry: Figures, title: String, weight: Kilograms
  ) -> ServerModel.Form? {
    guard let figures = entry.nested("blade") else {
      entry.block.error(
        "nothing says which enclosures take '\(type.slug)'",
        help: "add 'blade' with 'families', 'columns' and 'rows'")
      return nil
    }
    let families = figures.block.list("families").compactMap { $0.identifier() }
    let columns = figures.integer("columns", "bays side by side")
    let rows = figures.integer("rows", "bays one below the other")
    let share = figures.block.has("blades-per-bay") ? figures.integer("blades-per-bay", "blades in a bay") : 1
    guard !families.isEmpty, let columns, let rows, let share else { return nil }
    guard share == 1 || columns * rows == 1 else {
      figures.block.error(
        "blades-per-bay", "only blades within one bay share it, this one covers \(columns) x \(rows)")
      return nil
    }
    return .blade(
      BladeForm(
        name: title, families: families.map { EnclosureFamily($0) },
        footprint: BladeFootprint(columns: columns, rows: rows, bladesPerBay: share), weight: weight))
  }
}
