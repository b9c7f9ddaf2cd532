import Documents
import Power
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
        "How many enclosures there are, the servers spread evenly over them; only with `count`."),
      .optional(
        "count", .integer(1...1_000_000), default: "as many as the guests need", "How many servers there are."
      ),
      .optional(
        "memory", .quantity(Bytes.self), default: "the model's usual amount", "Memory fitted in each."),
      .optional(
        "fitting", .oneOf([.choice(["minimal", "field"]), .block(modules)]), default: "minimal",
        "What of the enclosures' own equipment runs: as in benchmark runs (`minimal`), as found in machine rooms "
          + "(`field`: fans at half speed, two to four switches), or minimal with modules of its own."),
      .optional(
        "supplies", .block(SuppliesBlock.schema),
        default: "those the model was measured with, or those of the enclosure",
        "Power supplies of each rack server, or of each enclosure."),
      .optional(
        "power curve", .choice(PowerCurveModel.all.map(\.name)), default: "measured",
        "How power follows load between idle and full: as measured, or by a formula, as other simulators have it."
      ),
      .optional(
        "exponent", .number(1...2), default: "\(PowerCurveModel.typicalExponent)",
        "The exponent of the curve `fan`, that of Fan, Weber and Barroso."),
      .optional(
        "sizing tool", .quantity(Watts.self, such: "420 W"), default: "nobody asked it",
        "The most one server draws by the vendor's sizing tool, its share of the enclosure in it: a rating beside the label and "
          + "the measured peak, which may size a plant."),
      .optional("owned", .boolean, default: "false", "Whether they are already paid for."),
    ])

  static let modules = BlockSchema(
    "modules", "Modules in each enclosure beside those that it needs to work, by kind and number.",
    keys: EnclosureModule.all.map { kind in
      .optional(
        kind.name, .integer(0...16), default: "0",
        "\(kind.title), \(DecimalText.exact(kind.power.value)) W each.")
    })

  static func read(_ block: BlockReader, _ context: ReadingContext) -> ServerChoice? {
    let model = block["model"].flatMap { HardwareNames.server($0, context) }
    let enclosure = block["enclosure"].flatMap { HardwareNames.enclosure($0, context) }
    let enclosures = block.integer("enclosures")
    let count = block.integer("count")
    let memory = block.quantity("memory", Bytes.self, .between(Bytes(mebibytes: 1), Bytes(1e15)))
    let isOwned = block.boolean("owned") ?? false
    let tool = block.quantity("sizing tool", Watts.self, .between(Watts(1), Watts(1e6)))
    let fitting: EnclosureModel.Fitting? =
      block.has("fitting") ? block["fitting"].flatMap { Self.fitting($0, in: enclosure) } : .minimal
    if block.has("fitting"), !block.has("enclosure") {
      block.error("fitting", "there are no enclosures to fit", help: "delete 'fitting', or add 'enclosure'")
    }
    let supplies = block.block("supplies")
    guard let model, let fitting, !block.has("enclosure") || enclosure != nil else { return nil }
    var (fitted, frame): (ServerModel?, EnclosureModel?) = (model, enclosure)
    if let supplies, let enclosure {
      frame = SuppliesBlock.enclosure(enclosure, of: model, with: supplies)
      guard frame != nil else { return nil }
    } else if let supplies {
      fitted = SuppliesBlock.model(model, with: supplies)
    }
    guard let fitted, let drawing = drawing(fitted, block) else { return nil }
    return ServerChoice(
      model: drawing, enclosure: frame, enclosures: enclosures, count: count, memory: memory,
      fitting: fitting, owned: isOwned, sizingTool: tool)
  }

  /// The model with the curve that is asked for; nil, after a complaint, when there is none.
  private static func drawing(_ model: ServerModel, _ block: BlockReader) -> ServerModel? {
    guard block.has("power curve") else {
      if block.has("exponent") {
        block.error("exponent", "only the curve 'fan' has an exponent", help: "add 'power curve: fan'")
      }
      return block.has("exponent") ? nil : model
    }
    let curve = block.choice("power curve").flatMap { PowerCurveModel.named($0) }
    let exponent = block.has("exponent") ? block.number("exponent") : PowerCurveModel.typicalExponent
    guard let curve, let exponent else { return nil }
    guard curve.name == "fan" || !block.has("exponent") else {
      block.error("exponent", "only the curve 'fan' has an exponent", help: "delete 'exponent'")
      return nil
    }
    guard curve.name != PowerCurveModel.all[0].name else { return model }
    do throws(PowerProblem) { return try model.drawing(as: curve, exponent: exponent) } catch {
      block.error("power curve", error.message, help: error.help)
      return nil
    }
  }

  private static func fitting(_ value: ValueReader, in enclosure: EnclosureModel?) -> EnclosureModel.Fitting?
  {
    guard value.isBlock else { return value.choice().map { $0 == "field" ? .field : .minimal } }
    guard let block = value.block() else { return nil }
    let modules = EnclosureModule.all.compactMap { kind in
      block.integer(kind.name).map { EnclosureFit.Modules(kind, count: $0) }
    }
    guard let enclosure else { return .modules(modules) }
    for (purpose, bays, words) in [
      (EnclosureModule.Purpose.interconnect, enclosure.interconnectBays, "interconnect modules"),
      (.management, enclosure.managementBays, "managers"),
    ] {
      let count = modules.reduce(0) { $0 + ($1.kind.purpose == purpose ? $1.count : 0) }
      if count > bays {
        block.error(
          "\(enclosure.title) takes \(bays) \(words), found \(count)", help: "lower their number")
      }
    }
    return .modules(modules)
  }
}
