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
        "hosts", .block(HostsBlock.schema), default: "the usual limits of the time",
        "How much of a host guests may plan to use."),
      .optional(
        "placement", .block(PlacementBlock.schema), default: "best-fit-decreasing, nothing spare",
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
          + "(`right-size`), or one of its own."),
      .optional(
        "power off after", .quantity(Seconds.self, such: "30 min"), default: "never",
        "When hosts without guests are switched off."),
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
    ])

  /// What an entry of the list of layouts says: one layout, or the same one under several techniques.
  struct Reading {
    let name: String
    let layouts: [Layout]
    let isSurvey: Bool
  }

  /// Reads an entry.
  ///
  /// - Parameter entry: its place in the list.
  static func read(
    _ block: BlockReader, _ context: ReadingContext, site: SiteBlock.Reading?, horizon: Horizon?, entry: Int
  ) -> Reading? {
    let name = block.identifier("name")
    let isSurvey = block.has("techniques")
    let techniques = techniques(block)
    func candidate(_ technique: Technique?) -> Layout? {
      layout(
        block, context, name: name.map { isSurvey ? "\($0)-\(technique?.name ?? "")" : $0 },
        technique: technique, isSurvey: isSurvey, site: site, horizon: horizon)
    }
    // What is wrong with an entry is said once, for its first technique.
    guard let first = candidate(techniques?.first), let techniques, let name,
      techniques.count == 1 || !context.diagnostics.hasErrors
    else { return nil }
    let layouts = [first] + techniques.dropFirst().compactMap { candidate($0) }
    return Reading(
      name: name,
      layouts: layouts.map { layout in
        var layout = layout
        layout.entry = entry
        return layout
      }, isSurvey: isSurvey)
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
    _ block: BlockReader, _ context: ReadingContext, name: String?, technique: Technique?, isSurvey: Bool,
    site: SiteBlock.Reading?, horizon: Horizon?
  ) -> Layout? {
    let servers = block.block("servers").flatMap { ServersBlock.read($0, context) }
    let equipment = all(block.list("equipment")) { $0.block().flatMap(EquipmentBlock.read) }
    let usual = HostsBlock.usual(for: technique, in: horizon?.start.year)
    let limits =
      block.has("hosts") ? block.block("hosts").flatMap { HostsBlock.read($0, usual: usual) } : usual
    let placement =
      block.has("placement")
      ? block.block("placement").flatMap { PlacementBlock.read($0, technique: technique) }
      : PlacementBlock.usual(for: technique)
    let contention = block.block("contention").flatMap(ContentionBlock.read)
    let racks = block.block("racks").flatMap { RackBlock.read($0, context) }
    let caps = block.block("caps").flatMap(CapsBlock.read)
    let plant = block.has("plant") ? block["plant"].flatMap { PlantChoiceBlock.read($0, site: site) } : .kept
    let idle = block.quantity("power off after", Seconds.self, .notNegative)
    let reclaim = block.quantity(
      "reclaim idle after", Seconds.self, .between(.zero, Seconds.year * 100))
    let provisioning = block.choice("provisioning").flatMap { ProvisioningMethod.named($0) }
    let restart = restart(block["restart"], technique: technique)
    let reliability =
      block.has("reliability")
      ? block.block("reliability").flatMap(ReliabilityBlock.read) : ReliabilityBlock.usual
    let migration = OperationsBlock.migration(block["migration"], technique: technique)
    let maintenance = block.block("maintenance").flatMap(OperationsBlock.maintenance)
    let changes = all(block.list("changes")) { $0.block().flatMap(OperationsBlock.change) }
    let recovery = block.block("recovery").flatMap(RecoveryBlock.read)
    let costs = all(block.list("costs")) { $0.block().flatMap(cost(_:)) }
    // Of several techniques those move and restart guests that can.
    let (moves, restarts) = (technique?.migratesLive ?? false, technique?.restartsGuests ?? false)
    guard let name, let servers, let equipment, let technique, let limits, let placement, let plant,
      let reliability,
      let costs, let changes, maintenance != nil || !block.has("maintenance"),
      !block.has("contention") || contention != nil, !block.has("racks") || racks != nil,
      !block.has("recovery") || recovery != nil
    else { return nil }
    return Layout(
      name: name, servers: servers, equipment: equipment, technique: technique, hostLimits: limits,
      placement: placement, racks: racks, caps: caps, plant: plant, powerOffAfter: idle,
      provisioning: provisioning, reclaimIdleAfter: reclaim,
      restart: isSurvey && !restarts ? nil : restart, migration: isSurvey && !moves ? nil : migration,
      maintenance: maintenance, changes: changes, reliability: reliability, recovery: recovery, costs: costs,
      contention: contention)
  }

  private static func restart(_ value: ValueReader?, technique: Technique?) -> RestartPolicy? {
    let usual = RestartTiming.virtualInfrastructure3
    let standard = RestartPolicy(detection: usual.detection, slotsPerHost: usual.slots)
    guard let value else { return technique?.restartsGuests ?? false ? standard : nil }
    guard value.isBlock else { return value.boolean() ?? false ? standard : nil }
    guard let block = value.block() else { return nil }
    let detection = block.quantity("detection", Seconds.self, .between(.zero, Seconds(days: 1)))
    return RestartPolicy(
      detection: detection ?? standard.detection,
      slotsPerHost: block.integer("slots") ?? standard.slotsPerHost)
  }

  private static func cost(_ block: BlockReader) -> CostLine? {
    let item = block.text("item")
    let category = block.choice("category", as: CostCategory.self)
    let amount = block.money("amount")
    let basis = block.has("per") ? block.choice("per", as: CostLine.Basis.self) : .layout
    let isYearly = block.choice("every") == "year"
    guard let item, let category, let amount, let basis else { return nil }
    return CostLine(
      item: item, category: category, amount: amount, basis: basis, recurrence: isYearly ? .yearly : .once)
  }
}
