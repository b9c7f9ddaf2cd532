import Documents
import Quantities
import Scenario
import Virtualization

/// How much of a host guests may plan to use.
enum HostsBlock {
  static let schema = BlockSchema(
    "hosts", "How much of a host's capacity guests may plan to use.",
    keys: [
      .optional(
        "cpu", .quantity(Fraction.self),
        default: "60 % until 2009, 65 % until 2019, then 70 %; all on bare metal",
        "The share of computing capacity; above 100 % is over-commitment."),
      .optional(
        "memory", .quantity(Fraction.self), default: "90 % until 2009, then 85 %; all on bare metal",
        "The share of memory; above 100 % is over-commitment."),
      .optional(
        "size by", .choice(HostLimits.DemandSize.allCases.map(\.rawValue)),
        default: HostLimits.DemandSize.peak.rawValue,
        "The level of a guest's demand that counts as its size; or, `of sums`, that of the guests of a host together, so that "
          + "peaks which do not meet need no room of their own."
      ),
    ])

  static func read(_ block: BlockReader, usual: HostLimits) -> HostLimits? {
    let (least, most) = (Fraction(percent: 1), Fraction(percent: 1000))
    let cpu = block.has("cpu") ? block.share("cpu", from: least, to: most) : usual.cpu
    let memory = block.has("memory") ? block.share("memory", from: least, to: most) : usual.memory
    let size =
      block.has("size by") ? block.choice("size by", as: HostLimits.DemandSize.self) : usual.sizeBy
    guard let cpu, let memory, let size else { return nil }
    return HostLimits(cpu: cpu, memory: memory, sizeBy: size)
  }

  /// The limits that hosts of a time were run with: room for peaks that meet, which shrank as experience grew.
  ///
  /// **Source**: caps of 60/90, 65/85 and 70/85 % of processor and memory for 2005, 2015 and 2025, from memory of the
  /// literature, medium confidence. A machine with one guest needs no such room.
  static func usual(for technique: Technique?, in year: Int?) -> HostLimits {
    guard let technique, technique.kind != .bareMetal else { return .whole }
    let (cpu, memory): (Double, Double) =
      switch year ?? 0 {
      case ..<2010: (60, 90)
      case ..<2020: (65, 85)
      default: (70, 85)
      }
    return HostLimits(cpu: Fraction(percent: cpu), memory: Fraction(percent: memory))
  }
}
