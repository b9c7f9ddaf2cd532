import Documents
import Facility
import Quantities
import Scenario

/// The racks and what one may hold.
enum RackBlock {
  static let schema = BlockSchema(
    "racks", "The model of rack, and what one rack may hold.",
    keys: [
      .required("model", .reference("rack"), "The model, by name, or by the path of its device type."),
      .optional(
        "usable", .quantity(RackUnits.self, such: "40 U"), default: "the model's",
        "Height left for equipment."),
      .optional(
        "power", .quantity(Watts.self, such: "5 kW"), default: "no limit",
        "Power that the room supplies and cools at a rack."),
      .optional(
        "power rule", .choice(["each rack", "room average"]), default: "each rack",
        "Whether `power` holds in each rack or on average over the room."),
      .optional(
        "weight", .quantity(Kilograms.self, such: "700 kg"), default: "the model's",
        "Mass of the equipment in a rack."),
      .optional("ports", .integer(1...10_000), default: "no limit", "Switch ports of a rack."),
      .optional(
        "circuit", .oneOf([.quantity(Watts.self), .block(circuit)]), default: "no limit",
        "What the circuits of a rack carry after losing either feed: a power, or the circuit of one feed."),
    ])

  static let circuit = BlockSchema(
    "circuit", "One of a rack's feeds, of which either must carry everything alone.",
    keys: [
      .optional("phases", .choice(["single", "three"]), default: "single", "How it delivers power."),
      .required("voltage", .quantity(Volts.self), "The voltage; from line to line when three-phase."),
      .required("breaker", .quantity(Amperes.self), "The breaker's rating."),
      .optional(
        "derating", .quantity(Fraction.self), default: "80 %", "The share of the rating for continuous load."),
      .optional("power factor", .quantity(Fraction.self), default: "100 %", "Real over apparent power."),
    ])

  static func read(_ block: BlockReader, _ context: ReadingContext) -> RackChoice? {
    let model = block["model"].flatMap { HardwareNames.rack($0, context) }
    let usable = block.quantity("usable", RackUnits.self, .between(RackUnits(1), RackUnits(100)))
    let power = block.quantity("power", Watts.self)
    let isAverage = block.choice("power rule") == "room average"
    let weight = block.quantity("weight", Kilograms.self)
    let ports = block.integer("ports")
    let circuit = block["circuit"].flatMap(circuit(_:))
    guard let model else { return nil }
    if let usable, usable > model.type.units {
      block.error(
        "usable", "\(usable) cannot be usable in a rack of \(model.type.units)",
        help: "write at most \(model.type.units)")
    }
    if let weight, weight > model.type.contentsWeightLimit {
      block.warning(
        "weight",
        "\(weight) of equipment is more than the \(model.type.contentsWeightLimit) that '\(model.slug)' carries"
      )
    }
    return RackChoice(
      model: model,
      limits: RackLimits(
        units: usable ?? model.type.usableUnits, power: power,
        weight: weight ?? model.type.contentsWeightLimit, ports: ports ?? model.type.portCapacity,
        circuit: circuit?.limit),
      powerRule: isAverage ? .roomAverage : .eachRack, feeds: circuit?.feeds)
  }

  /// The voltage that a circuit has of which only the power is given; the currents in the report follow from it.
  private static let usualVoltage = Volts(208)

  private static func circuit(_ value: ValueReader) -> (feeds: RackFeeds, limit: Watts)? {
    guard value.isBlock else {
      return value.quantity(Watts.self, .positive).map { power in
        let circuit = Circuit(usable: VoltAmperes(power.value), voltage: usualVoltage)
        return (RackFeeds(FeedPair(a: circuit, b: circuit)), power)
      }
    }
    guard let block = value.block() else { return nil }
    let phase: CircuitPhase = block.choice("phases") == "three" ? .three : .single
    let voltage = block.quantity("voltage", Volts.self)
    let breaker = block.quantity("breaker", Amperes.self)
    let least = Fraction(percent: 1)
    let derating =
      block.has("derating") ? block.share("derating", from: least) : Circuit.northAmericanDerating
    let factor = block.has("power factor") ? block.share("power factor", from: least) : .one
    guard let voltage, let breaker, let derating, let factor else { return nil }
    let circuit = Circuit(phase, voltage: voltage, breaker: breaker, derating: derating)
    let feeds = FeedPair(a: circuit, b: circuit)
    return (RackFeeds(feeds, powerFactor: factor), feeds.power(powerFactor: factor))
  }
}
