import Documents
import Quantities
import Scenario

/// Equipment that stands in racks beside the servers of a layout.
enum EquipmentBlock {
  static let schema = BlockSchema(
    "equipment", "Equipment in racks beside the servers: storage arrays, switches, appliances.",
    keys: [
      .required("name", .identifier, "What it is."),
      .required("count", .integer(1...100_000), "How many pieces there are."),
      .required("height", .quantity(RackUnits.self, such: "3 U"), "The height of one."),
      .required(
        "power", .quantity(Watts.self, such: "350 W"), "What one draws at its inlet, the same day and night."),
      .required("weight", .quantity(Kilograms.self, such: "35 kg"), "The mass of one."),
      .optional("ports", .integer(0...10_000), default: "0", "Switch ports that one needs."),
      .optional(
        "cables", .integer(0...10_000), default: "one for each port, and two power cords",
        "Cables of one, power cords included."),
      .optional("price", .money, default: "paid for already", "What one costs."),
    ])

  static func read(_ block: BlockReader) -> OtherEquipment? {
    let name = block.identifier("name")
    let count = block.integer("count")
    let height = block.quantity("height", RackUnits.self, .between(RackUnits(0.5), RackUnits(100)))
    let power = block.quantity("power", Watts.self, .between(.zero, Watts(100_000)))
    let weight = block.quantity("weight", Kilograms.self, .notNegative)
    let ports = block.integer("ports") ?? 0
    let cables = block.integer("cables") ?? ports + powerCords
    let price = block.money("price")
    guard let name, let count, let height, let power, let weight, !block.has("price") || price != nil else {
      return nil
    }
    guard (height.value * 2).rounded() == height.value * 2 else {
      block.error("height", "\(height) is not in steps of half a unit", help: "round it up to the next half")
      return nil
    }
    return OtherEquipment(
      name: name, count: count, height: height, power: power, weight: weight, ports: ports, cables: cables,
      price: price)
  }

  /// One for each feed, as is usual.
  private static let powerCords = 2
}
