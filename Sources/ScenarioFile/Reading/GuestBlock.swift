import Documents
import Quantities
import Scenario
import Workload

/// A group of guests of one kind.
enum GuestBlock {
  static let schema = BlockSchema(
    "guest group", "A number of guests of one kind.",
    keys: [
      .required("name", .identifier, "The name of the group; its guests are numbered."),
      .optional(
        "count", .integer(0...2_000_000), default: "one for each row of the trace",
        "How many there are, at the start if they come and go."),
      .required("os", .choice(OperatingSystemCatalog.all.map(\.name)), "The system each runs."),
      .optional(
        "class", .oneOf([.choice(WorkClassMixCatalog.all.map(\.name)), .block(mix)]), default: "application",
        "What kind of work each does: a name, or shares."),
      .required("memory", .quantity(Bytes.self), "Memory each is configured with."),
      .optional("disk", .quantity(Bytes.self), default: "0 B", "Disk space each occupies."),
      .optional("virtual cpus", .integer(1...1024), default: "1", "Processors each sees."),
      .required("demand", .block(DemandBlock.schema), "What each asks for over time."),
      .optional(
        "measured on", WorkloadBlock.measuredOn, default: "that of the workload",
        "The machine whose throughput is 100 % of the demand."),
      .optional("presence", .block(PresenceBlock.schema), default: "always", "When they exist."),
      .optional(
        "service", .choice(ServiceClass.allCases.map(\.rawValue)), default: ServiceClass.standard.rawValue,
        "How much the business depends on them: the order of restarts."),
    ] + ContentionBlock.ofGuests)

  static let mix = BlockSchema(
    "work class", "How a guest's processor time divides into kinds of work; the shares add up to 100 %.",
    keys: [
      .optional("cpu", .quantity(Fraction.self), default: "0 %", "Computing in user mode."),
      .optional(
        "kernel", .quantity(Fraction.self), default: "0 %", "System calls, process creation, page tables."),
      .optional("disk", .quantity(Fraction.self), default: "0 %", "Storage traffic."),
      .optional("network", .quantity(Fraction.self), default: "0 %", "Network traffic."),
    ])

  /// More memory or disk than any machine has.
  private static let sizes = Allowed.between(Bytes.zero, Bytes(1e15))

  static func read(
    _ block: BlockReader, _ context: ReadingContext, reference: DemandReference?, horizon: Horizon?
  ) -> GuestGroup? {
    let name = block.identifier("name")
    let count = block.integer("count")
    let system = block.choice("os").flatMap { OperatingSystemCatalog.named($0) }
    let mix = block.has("class") ? block["class"].flatMap(mix(_:)) : WorkClassMixCatalog.named("application")
    let memory = block.quantity("memory", Bytes.self, sizes)
    let disk = block.has("disk") ? block.quantity("disk", Bytes.self, sizes) : .zero
    let processors = block.integer("virtual cpus") ?? 1
    let demand = block.block("demand").flatMap {
      DemandBlock.read($0, context, guests: count, horizon: horizon)
    }
    let own = block["measured on"].flatMap { WorkloadBlock.reference($0, context) }
    let presence =
      block.has("presence")
      ? block.block("presence").flatMap { PresenceBlock.read($0, horizon: horizon) } : .always
    let service = block.has("service") ? block.choice("service", as: ServiceClass.self) : .standard
    if !block.has("count"), case .pattern = demand {
      block.error("nothing says how many guests there are", help: "add 'count'")
      return nil
    }
    let terms = ContentionBlock.terms(block)
    guard let name, let terms, let system, let mix, let memory, let disk, let demand, let presence,
      let service,
      let reference = block.has("measured on") ? own : reference,
      let number = block.has("count") ? count : demand.traceCount
    else { return nil }
    return GuestGroup(
      name: name, count: number, operatingSystem: system, virtualCPUs: processors, memory: memory, disk: disk,
      mix: mix, demand: demand, reference: reference, presence: presence, serviceClass: service, terms: terms)
  }

  private static func mix(_ value: ValueReader) -> WorkClassMix? {
    guard value.isBlock else { return value.choice().flatMap { WorkClassMixCatalog.named($0) } }
    guard let block = value.block() else { return nil }
    let shares = ["cpu", "kernel", "disk", "network"].map { key in
      block.has(key) ? block.share(key) : Fraction.zero
    }
    guard let cpu = shares[0], let kernel = shares[1], let disk = shares[2], let network = shares[3] else {
      return nil
    }
    if let mix = WorkClassMix(cpuBound: cpu, kernelHeavy: kernel, disk: disk, network: network) { return mix }
    block.error(
      "the shares add up to \(Fraction(cpu.value + kernel.value + disk.value + network.value)), not to 100 %",
      help: "change a share")
    return nil
  }
}

extension Demand {
  /// How many recorded series there are; nil for a pattern.
  fileprivate var traceCount: Int? {
    if case .traces(let series) = self { series.count } else { nil }
  }
}
