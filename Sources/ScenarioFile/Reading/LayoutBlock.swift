import Availability
import Documents
import Economics
import Quantities
import Scenario
import Virtualization

/// One way to run the workload.
enum LayoutBlock {
  static let schema = BlockSchema(
    "layout",
    "One way to run the workload: which machines, what runs the guests, and the rules of operation.",
    keys: [
      .required("name", .identifier, "The name in tables and files."),
      .required("servers", .block(ServersBlock.schema), "The machines."),
      .optional(
        "equipment", .list(of: .block(EquipmentBlock.schema)), default: "none",
        "What stands in racks beside the servers."),
      .optional("technique", .choice(techniqueNames), "What guests run under; this or `techniques`."),
      .optional(
        "techniques", .oneOf([.choice(["all"]), .list(of: .choice(techniqueNames))]),
        "What guests run under in turn, `all` or a list: a layout `NAME-TECHNIQUE` for each technique that carries every "
          + "guest. For the others the reason is kept, and who could. A group with `count: 0` only asks who could carry it."
      ),
      .optional(
        "except", .map(of: .choice(techniqueNames)), default: "nobody",
        "Groups of guests that run under another technique than the rest, by name: `except: {ledger: bare-metal}`. "
          + "Techniques that cannot meet on a host have hosts of their own."),
      .optional(
        "otherwise", .oneOf([.choice(techniqueNames), .list(of: .choice(techniqueNames))]),
        default: "they are refused",
        "What guests run under that `technique` refuses: the first of these that carries them."),
      .optional(
        "hosts", .block(HostsBlock.schema), default: "the usual limits of the time",
        "How much of a host guests may plan to use."),
      .optional(
        "placement", .block(PlacementBlock.schema), default: "portfolio, nothing spare",
        "How guests are put on hosts."),
      .optional(
        "contention", .block(ContentionBlock.schema),
        default: "the usual, and nobody asks how long work takes",
        "What guests share beside processors, and how it slows them."),
      .optional("racks", .block(RackBlock.schema), default: "the site's", "Racks of its own."),
      .optional(
        "caps", .block(CapsBlock.schema), default: "none",
        "The most that servers, enclosures and racks may draw."),
      .optional(
        "plant", PlantChoiceBlock.kind, default: "keep",
        "The plant it lives in: the site's (`keep`), the site's equipment sized anew for this layout's planned power "
          + "(`right-size`), or one of its own. Of a list there is a layout for each: `NAME-kept`, `NAME-right-sized`, "
          + "`NAME-given`, the second of a kind `NAME-given-2`; with `techniques` they are `NAME-kept-TECHNIQUE`."
      ),
      .optional(
        "power off after", .quantity(Seconds.self, such: "30 min"),
        default: "never; with `consolidation` after one of its rounds",
        "When hosts without guests are switched off."),
      .optional(
        "consolidation", .block(ConsolidationBlock.schema), default: "guests stay where they are",
        "How running guests are moved together over time."),
      .optional(
        "provisioning", .choice(ProvisioningMethod.all.map(\.name)), default: "as usual under the technique",
        "How guests that arrive come to be: the time from the wish for one until it can boot."),
      .optional(
        "reclaim idle after", .quantity(Seconds.self, such: "7 d"), default: "never",
        "How long after their last use guests are removed that nobody else remembers to remove."),
      .optional(
        "restart", .oneOf([.boolean, .block(restart)]), default: "as the technique can",
        "Whether and how guests of a failed host restart elsewhere."),
      .optional(
        "migration", .oneOf([.boolean, .block(OperationsBlock.migration)]), default: "as the technique can",
        "Whether and how running guests move to other servers."),
      .optional(
        "maintenance", .block(OperationsBlock.maintenance), default: "none",
        "Planned work that goes from server to server."),
      .optional(
        "changes", .list(of: .block(OperationsBlock.change)), default: "none",
        "Servers that are replaced, taken out and put in while the others run."),
      .optional(
        "reliability", .block(ReliabilityBlock.schema), default: "the catalogue's",
        "What fails, and how often."),
      .optional(
        "recovery", .block(RecoveryBlock.schema), default: "none planned",
        "How it comes back after the site is lost."),
      .optional(
        "costs", .list(of: .block(cost)), default: "none",
        "What is paid besides energy, floor and the catalogue's prices."),
    ])

  private static let techniqueNames = TechniqueCatalog.all.map(\.name)

  static let restart = BlockSchema(
    "restart", "How guests of a failed host come back on other hosts.",
    keys: [
      .optional(
        "by", .choice(["other-hosts", "identity-takeover"]), default: "other-hosts",
        "Whether guests start on hosts that run already, or a spare server starts in the place of the failed one, under its "
          + "network addresses and from its volume (boot from SAN); the failed one, when repaired, is the spare."
      ),
      .optional(
        "reassign", .quantity(Seconds.self, such: "2 min"), default: "2 min",
        "Until a spare server has the identity of the failed one; of `identity-takeover`."),
      .optional(
        "detection", .quantity(Seconds.self, such: "15 s"), default: "15 s",
        "From the failure until it is noticed."),
      .optional("slots", .integer(1...1000), default: "4", "How many guests one host starts at a time."),
    ])

  static let cost = BlockSchema(
    "cost", "Something that is paid per thing, once or each year.",
    keys: [
      .required("item", .text, "What is paid for."),
      .required("category", .choice(CostCategory.allCases.map(\.rawValue)), "The kind of cost."),
      .required("amount", .money, "The price of one."),
      .optional(
        "per", .choice(CostLine.Basis.allCases.map(\.rawValue)), default: "layout", "What it is counted by."),
      .optional(
        "every", .choice(["year"]), default: "once", "How often it is paid, when it is not paid once."),
      .optional(
        "technique", .choice(techniqueNames), default: "all of them",
        "The technique whose servers, sockets or guests alone are counted, as for its licence."),
    ])

  /// What an entry of the list of layouts says of one plant: one layout, or the same one under several techniques.
  struct Reading {
    let name: String
    let layouts: [Layout]
    let isSurvey: Bool
  }

  /// Reads an entry: as many readings as it has plants.
  ///
  /// - Parameter entry: its place in the list.
  static func read(
    _ block: BlockReader, _ context: ReadingContext, site: SiteBlock.Reading?, horizon: Horizon?, entry: Int
  ) -> [Reading]? {
    let name = block.identifier("name")
    let isSurvey = block.has("techniques")
    let techniques = techniques(block)
    let plants = PlantChoiceBlock.read(of: block, "plant", site: site)
    func candidate(_ technique: Technique?) -> Layout? {
      layout(
        block, context, name: name, technique: technique, plant: plants?.first?.choice, isSurvey: isSurvey,
        horizon: horizon)
    }
    // What is wrong with an entry is said once, for its first technique and plant.
    guard let first = candidate(techniques?.first), let techniques, let plants, let name,
      techniques.count == 1 || !context.diagnostics.hasErrors
    else { return nil }
    let layouts = [first] + techniques.dropFirst().compactMap { candidate($0) }
    return plants.map { plant in
      let name = plant.suffix.map { "\(name)-\($0)" } ?? name
      return Reading(
        name: name,
        layouts: layouts.map { layout in
          var layout = layout
          layout.entry = entry
          layout.plant = plant.choice
          layout.name = isSurvey ? "\(name)-\(layout.technique.name)" : name
          return layout
        }, isSurvey: isSurvey)
    }
  }

  /// The techniques of an entry, at least one.
  private static func techniques(_ block: BlockReader) -> [Technique]? {
    let one = block.choice("technique")
    guard let several = block["techniques"] else {
      if !block.has("technique") {
        block.error(
          "layout lacks the key 'technique'",
          help: "add 'technique:' with a name such as 'vmware-esx-3', or 'techniques: all'")
      }
      return one.flatMap { TechniqueCatalog.named($0) }.map { [$0] }
    }
    if block.has("technique") {
      block.error(
        "techniques", "a layout has 'technique' or 'techniques', not both", help: "delete one of them")
      return nil
    }
    guard several.isList else { return several.choice().map { _ in TechniqueCatalog.all } }
    let names = all(several.elements()) { $0.choice() }
    if names?.isEmpty ?? false {
      block.error("techniques", "there is no technique", help: "name some, or write 'all'")
    }
    return names.flatMap { $0.isEmpty ? nil : $0.compactMap { TechniqueCatalog.named($0) } }
  }

  private static func layout(
    _ block: BlockReader, _ context: ReadingContext, name: String?, technique: Technique?,
    plant: PlantChoice?, isSurvey: Bool, horizon: Horizon?
  ) -> Layout? {
    let servers = block.block("servers").flatMap { ServersBlock.read($0, context) }
    let exceptions = exceptions(block)
    let otherwise = otherwise(block)
    let techniques = technique.map { [$0] + (exceptions ?? []).map(\.technique) + (otherwise ?? []) } ?? []
    let shared = techniques.first { $0.kind != .bareMetal } ?? technique
    let equipment = all(block.list("equipment")) { $0.block().flatMap(EquipmentBlock.read) }
    let usual = HostsBlock.usual(for: shared, in: horizon?.start.year)
    let limits =
      block.has("hosts") ? block.block("hosts").flatMap { HostsBlock.read($0, usual: usual) } : usual
    let placement =
      block.has("placement")
      ? block.block("placement").flatMap { PlacementBlock.read($0, technique: shared) }
      : PlacementBlock.usual(for: shared)
    let contention = block.block("contention").flatMap(ContentionBlock.read)
    let racks = block.block("racks").flatMap { RackBlock.read($0, context) }
    let caps = block.block("caps").flatMap(CapsBlock.read)
    let consolidation = block.block("consolidation").flatMap(ConsolidationBlock.read)
    let idle = block.quantity("power off after", Seconds.self, .notNegative) ?? consolidation?.interval
    let reclaim = block.quantity(
      "reclaim idle after", Seconds.self, .between(.zero, Seconds.year * 100))
    let provisioning = block.choice("provisioning").flatMap { ProvisioningMethod.named($0) }
    let restart = restart(block["restart"], techniques: techniques)
    let reliability =
      block.has("reliability")
      ? block.block("reliability").flatMap(ReliabilityBlock.read) : ReliabilityBlock.usual
    let migration = OperationsBlock.migration(block["migration"], techniques: techniques)
    let maintenance = block.block("maintenance").flatMap(OperationsBlock.maintenance)
    let changes = all(block.list("changes")) { $0.block().flatMap(OperationsBlock.change) }
    let recovery = block.block("recovery").flatMap(RecoveryBlock.read)
    let costs = all(block.list("costs")) { $0.block().flatMap(cost(_:)) }
    // Of several techniques those move and restart guests that can.
    let (moves, restarts) = (
      techniques.contains(where: \.migratesLive), techniques.contains(where: \.restartsGuests)
    )
    guard let name, let servers, let equipment, let technique, let exceptions, let otherwise, let limits,
      let placement, let plant,
      let reliability,
      let costs, let changes, maintenance != nil || !block.has("maintenance"),
      !block.has("consolidation") || consolidation != nil, !block.has("contention") || contention != nil,
      !block.has("racks") || racks != nil, !block.has("recovery") || recovery != nil
    else { return nil }
    return Layout(
      name: name, servers: servers, equipment: equipment, technique: technique, exceptions: exceptions,
      otherwise: otherwise, hostLimits: limits, placement: placement, racks: racks, caps: caps, plant: plant,
      powerOffAfter: idle, consolidation: isSurvey && !moves ? nil : consolidation,
      provisioning: provisioning, reclaimIdleAfter: reclaim,
      restart: isSurvey && !restarts ? nil : restart, migration: isSurvey && !moves ? nil : migration,
      maintenance: maintenance, changes: changes, reliability: reliability, recovery: recovery, costs: costs,
      contention: contention)
  }

  /// Groups that run under something else, in the order they are written.
  private static func exceptions(_ block: BlockReader) -> [TechniqueException]? {
    all(block.map("except")) { name, value in
      value.choice().flatMap { TechniqueCatalog.named($0) }.map {
        TechniqueException(name.value, under: $0)
      }
    }
  }

  /// Where guests go that are refused.
  private static func otherwise(_ block: BlockReader) -> [Technique]? {
    guard let value = block["otherwise"] else { return [] }
    let names = value.isList ? all(value.elements()) { $0.choice() } : value.choice().map { [$0] }
    return names.map { $0.compactMap { TechniqueCatalog.named($0) } }
  }

  private static func restart(_ value: ValueReader?, techniques: [Technique]) -> RestartPolicy? {
    let usual = RestartTiming.virtualInfrastructure3
    let standard = RestartPolicy(detection: usual.detection, slotsPerHost: usual.slots)
    guard let value else { return techniques.contains(where: \.restartsGuests) ? standard : nil }
    guard value.isBlock else { return value.boolean() ?? false ? standard : nil }
    guard let block = value.block() else { return nil }
    let detection = block.quantity("detection", Seconds.self, .between(.zero, Seconds(days: 1)))
    let isTakeover = block.has("by") && block.choice("by") == "identity-takeover"
    let reassignment = block.quantity("reassign", Seconds.self, .between(.zero, Seconds(days: 1)))
    if block.has("reassign"), !isTakeover {
      block.error(
        "reassign", "'reassign' has no meaning without 'by: identity-takeover'",
        help: "delete it, or add that")
    }
    if isTakeover, block.has("slots") {
      block.error("slots", "each spare server takes over one identity", help: "delete it")
    }
    return RestartPolicy(
      detection: detection ?? standard.detection,
      slotsPerHost: block.integer("slots") ?? standard.slotsPerHost,
      reassignment: isTakeover ? reassignment ?? RestartPolicy.usualReassignment : nil)
  }

  private static func cost(_ block: BlockReader) -> CostLine? {
    let item = block.text("item")
    let category = block.choice("category", as: CostCategory.self)
    let amount = block.money("amount")
    let basis = block.has("per") ? block.choice("per", as: CostLine.Basis.self) : .layout
    let isYearly = block.choice("every") == "year"
    let technique = block.choice("technique")
    guard let item, let category, let amount, let basis else { return nil }
    return CostLine(
      item: item, category: category, amount: amount, basis: basis, recurrence: isYearly ? .yearly : .once,
      technique: technique)
  }
}
