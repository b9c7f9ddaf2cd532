import Documents
import Placement
import Quantities
import Scenario

/// How running guests are moved together over time, and apart again.
enum ConsolidationBlock {
  static let schema = BlockSchema(
    "consolidation",
    "How running guests are moved together, so that servers without guests are switched off, and apart again when they "
      + "ask for more.",
    keys: [
      .optional(
        "every", .quantity(Seconds.self, such: "5 min"), default: "5 min", "From one round to the next."),
      .optional(
        "detector", .choice(DetectorCatalog.all.map(\.name)), default: usualDetector,
        "When a server is overloaded, so that guests leave it."),
      .optional(
        "selection", .choice(SelectionCatalog.all.map(\.name)), default: SelectionCatalog.all[0].name,
        "Which guest leaves it next."),
      .optional(
        "target", .choice(ConsolidationPolicy.Target.allCases.map(\.rawValue)),
        default: ConsolidationPolicy.Target.fullest.rawValue,
        "Which server takes a guest: the one with least left, or the one whose draw rises least."),
      .optional(
        "under load", .quantity(Fraction.self, such: "50 %"),
        default: ConsolidationPolicy.usualUnderload.description,
        "The load below which servers are emptied if that pays."),
      .optional(
        "headroom", .quantity(Fraction.self, such: "15 %"),
        default: ConsolidationPolicy.usualHeadroom.description,
        "What a server that takes a guest stays below the detector's limit."),
      .optional(
        "look back", .quantity(Seconds.self, such: "2 h"), default: "2 h",
        "For how long it must have had room for the guest."),
      .optional(
        "settle", .quantity(Seconds.self, such: "30 min"), default: "30 min",
        "How long a guest that has moved stays, and a server that was switched on is not emptied."),
      .optional(
        "pays within", .quantity(Seconds.self, such: "1 h"), default: "1 h",
        "The time in which emptying a server must save more than its copies and its next boot take."),
      .optional(
        "moves at once", .integer(1...1_000_000), default: "as many as servers have slots for",
        "Migrations under way at a time."),
    ] + settings.keys)

  private static let usualDetector = DetectorCatalog.all[0].name

  private static let settings = Settings(
    DetectorCatalog.all.map { entry in
      let parameter = entry.parameter
      let summary = parameter.summary.prefix(1).uppercased() + parameter.summary.dropFirst() + "."
      return Settings.Owner(
        name: entry.name,
        keys: [.optional(parameter.name, parameter.kind, default: parameter.standardText, summary)])
    })

  static func read(_ block: BlockReader) -> ConsolidationPolicy? {
    let times = Allowed.between(Seconds(1), Seconds.year)
    let every = block.quantity("every", Seconds.self, times) ?? Seconds(minutes: 5)
    let name = block.has("detector") ? block.choice("detector") : usualDetector
    let entry = name.flatMap { DetectorCatalog.entry(named: $0) }
    let selection = block.has("selection") ? block.choice("selection") : SelectionCatalog.all[0].name
    let target =
      block.has("target") ? block.choice("target", as: ConsolidationPolicy.Target.self) : .fullest
    guard let entry else { return nil }
    settings.refuseOthers(than: entry.name, called: "detector", in: block)
    let parameter = entry.parameter.value(in: block)
    guard let selection = selection.flatMap({ SelectionCatalog.entry(named: $0) }), let target else {
      return nil
    }
    var policy = ConsolidationPolicy(interval: every, selection: selection.selection, target: target)
    do throws(PolicyProblem) { policy.detector = try entry.detector(parameter: parameter) } catch {
      block.error(entry.parameter.name, error.message, help: error.help)
      return nil
    }
    if let share = block.share("under load") { policy.underload = share }
    if let share = block.share("headroom", to: Fraction(percent: 90)) { policy.headroom = share }
    if let time = block.quantity("look back", Seconds.self, times) { policy.lookBack = time }
    let settle = Allowed.between(Seconds.zero, Seconds.year)
    if let time = block.quantity("settle", Seconds.self, settle) { policy.settle = time }
    if let time = block.quantity("pays within", Seconds.self, times) { policy.payback = time }
    policy.movesAtOnce = block.integer("moves at once")
    return policy
  }
}

extension DetectorEntry.Parameter {
  /// Whether it is a share of the capacity; else it is a plain number.
  private var isShare: Bool { range.upperBound <= 1 }

  fileprivate var kind: ValueKind {
    isShare ? .quantity(Fraction.self, such: standardText) : .number(range)
  }

  fileprivate var standardText: String {
    isShare ? Fraction(defaultValue).description : DecimalText.exact(defaultValue)
  }

  fileprivate func value(in block: BlockReader) -> Double? {
    isShare
      ? block.share(name, from: Fraction(range.lowerBound), to: Fraction(range.upperBound))?.value
      : block.number(name)
  }
}
