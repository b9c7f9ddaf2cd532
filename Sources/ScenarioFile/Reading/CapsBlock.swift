import Documents
import Power
import Quantities
import Scenario

/// Power caps of a layout.
enum CapsBlock {
  static let schema = BlockSchema(
    "caps",
    "The most that parts of a layout may draw. Work that would take more is not done, and counted as capped.",
    keys: [
      .optional(
        "server", .quantity(Watts.self, such: "250 W"), default: "no cap",
        "Each server: a blade behind its enclosure's supplies, any other at the wall."),
      .optional(
        "enclosure", .quantity(Watts.self, such: "4 kW"), default: "no cap",
        "Each enclosure with its blades, at the wall."),
      .optional("rack", .quantity(Watts.self, such: "5 kW"), default: "no cap", "Each rack, at the wall."),
      .optional(
        "circuit", .quantity(Watts.self, such: "5 kW"), default: "no cap",
        "What the circuits of a rack may be asked for; of this and `rack` the lower one binds."),
      .optional(
        "controller", .choice(CapController.all.map(\.name)), default: "hardware",
        "What enforces the caps: within 0.5 s (`hardware`), 1 s (`firmware`) or 10 s (`software`)."),
    ])

  static func read(_ block: BlockReader) -> PowerCapChoice? {
    let server = block.quantity("server", Watts.self)
    let enclosure = block.quantity("enclosure", Watts.self)
    let rack = block.quantity("rack", Watts.self)
    let circuit = block.quantity("circuit", Watts.self)
    let name = block.choice("controller")
    if !["server", "enclosure", "rack", "circuit"].contains(where: { block.has($0) }) {
      block.error("nothing is capped", help: "write 'server', 'enclosure', 'rack' or 'circuit'")
    }
    guard let controller = name.map({ name in CapController.all.first { $0.name == name } }) ?? .hardware
    else { return nil }
    return PowerCapChoice(
      server: server, enclosure: enclosure, rack: rack, circuit: circuit, controller: controller)
  }
}
