import Documents
import Facility

/// Cables as sidecars state them, or as the ports of a device type suggest.
enum Cabling {
  static let schema = BlockSchema(
    "cables", "Cables as usually installed.",
    keys: [
      Figures.figure("data", .integer(0...1000), "Network cables."),
      Figures.figure("storage", .integer(0...1000), "Storage network cables."),
      Figures.figure("management", .integer(0...1000), "Cables of the management processor or modules."),
      Figures.figure("console", .integer(0...1000), "Keyboard, video and mouse, or serial console."),
      Figures.figure("power", .integer(0...1000), "Power cords."),
      Figures.evidenceKey,
    ])

  /// The cables; none for a child, whose parent has them.
  static func cables(of type: DeviceType, _ entry: Figures) -> CableCount? {
    if let figures = entry.nested("cables") {
      let data = figures.integer("data", "data cables")
      let storage = figures.integer("storage", "storage cables")
      let management = figures.integer("management", "management cables")
      let console = figures.integer("console", "console cables")
      let power = figures.integer("power", "power cords")
      guard let data, let storage, let management, let console, let power else { return nil }
      return CableCount(data: data, storage: storage, management: management, console: console, power: power)
    }
    guard !entry.block.has("cables") else { return nil }
    if type.role == .child { return CableCount.none }
    let management = type.interfaces.filter(\.isManagement).count
    let storage = type.interfaces.filter { !$0.isManagement && $0.type.contains("gfc") }.count
    return CableCount(
      data: type.interfaces.count - management - storage, storage: storage, management: management,
      console: min(type.consolePorts, 1), power: type.powerPorts.count)
  }
}
