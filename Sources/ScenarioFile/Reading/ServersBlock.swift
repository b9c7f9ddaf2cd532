import Documents
import Quantities
import Scenario

/// The machines of a layout.
enum ServersBlock {
  static let schema = BlockSchema(
    "servers", "The machines of a layout, all of one model.",
    keys: [
      .required(
        "model", .reference("server model"), "The model, by name, or by the path of its device type."),
      .optional(
        "enclosure", .reference("enclosure"),
        "The enclosures of blades, by name or by path; none for rack servers."),
      .optional(
        "enclosures", .integer(1...100_000), default: "as many as the servers need",
        "How many enclosures there are; only with `count`."),
      .optional(
        "count", .integer(1...1_000_000), default: "as many as the guests need", "How many servers there are."
      ),
      .optional(
        "memory", .quantity(Bytes.self), default: "the model's usual amount", "Memory fitted in each."),
      .optional(
        "supplies", .block(SuppliesBlock.schema), default: "those the model was measured with",
        "Power supplies of each."),
      .optional("owned", .boolean, default: "false", "Whether they are already paid for."),
    ])

  static func read(_ block: BlockReader, _ context: ReadingContext) -> ServerChoice? {
    let model = block["model"].flatMap { HardwareNames.server($0, context) }
    let enclosure = block["enclosure"].flatMap { HardwareNames.enclosure($0, context) }
    let enclosures = block.integer("enclosures")
    let count = block.integer("count")
    let memory = block.quantity("memory", Bytes.self, .between(Bytes(mebibytes: 1), Bytes(1e15)))
    let isOwned = block.boolean("owned") ?? false
    let supplies = block.block("supplies")
    guard let model, !block.has("enclosure") || enclosure != nil else { return nil }
    let fitted: ServerModel? = if let supplies { SuppliesBlock.model(model, with: supplies) } else { model }
    guard let fitted else { return nil }
    return ServerChoice(
      model: fitted, enclosure: enclosure, enclosures: enclosures, count: count, memory: memory,
      owned: isOwned
    )
  }
}
