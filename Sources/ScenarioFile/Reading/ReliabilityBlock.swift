import Availability
import Documents
import Quantities
import Scenario

/// What fails in a layout.
enum ReliabilityBlock {
  static let schema = BlockSchema(
    "reliability", "What fails in a layout: how often, and how long until it is back.",
    keys: [
      .optional(
        "server", .block(failures), default: words(of: .server), "One server, so that it goes down."),
      .optional(
        "enclosure", .block(failures), default: words(of: .enclosureMidplane),
        "One enclosure, so that all its blades go down."),
      .optional(
        "components", .oneOf([.choice(Choice.allCases.map(\.rawValue)), .block(components)]), default: "none",
        "Whether supplies, fans, modules and distribution units fail one by one, and how often: `catalogue` for all as "
          + "known, `none`, or what differs."),
    ])

  private enum Choice: String, CaseIterable {
    case none, catalogue
  }

  static let components = BlockSchema(
    "components",
    "Components that fail unit by unit; a group of them is out when more have failed than it can spare. What is left out "
      + "fails as in the catalogue.",
    keys: FailingPart.components.map { part in
      .optional(
        part.name, .block(failures), default: part.component.map(words(of:)) ?? "never",
        "One \(part.title).")
    } + [
      .optional(
        "common cause", .quantity(Fraction.self, such: "2 %"),
        default: ComponentFailures.usualCommonCause.description,
        "The share of a unit's failures that strikes a redundant group at once.")
    ])

  static let failures = BlockSchema(
    "failures", "How often one unit fails and how long it is then out.",
    keys: [
      .optional(
        "rate", .quantity(EventsPerYear.self), default: "the catalogue's", "Failures of one unit a year."),
      .optional(
        "repair", .quantity(Seconds.self, such: "8 h"), default: "the catalogue's",
        "Mean time until it is back."),
      .optional(
        "repair times", .choice(Spread.allCases.map(\.rawValue)), default: Spread.exponential.rawValue,
        "How repair times spread around the mean."),
      .optional(
        "variation", .quantity(Fraction.self), default: "100 %", "Standard deviation over mean, if lognormal."
      ),
      .optional(
        "shape", .number(0.2...10), default: "1",
        "Weibull shape of the time to failure: below 1 for early failures, above 1 for wear."),
    ])

  private enum Spread: String, CaseIterable {
    case fixed, exponential, lognormal
  }

  private static func words(of component: ComponentReliability) -> String {
    "\(component.rate), back after \(component.repair)"
  }

  /// The catalogue's data.
  static let usual = Reliability(
    server: ComponentReliability.server.model, enclosure: ComponentReliability.enclosureMidplane.model)

  static func read(_ block: BlockReader) -> Reliability? {
    let server = failures(block, "server", usual: usual.server)
    let enclosure = failures(block, "enclosure", usual: usual.enclosure)
    let components = block["components"].map(readComponents) ?? ComponentFailures.none
    guard let server, let enclosure, let components else { return nil }
    return Reliability(server: server, enclosure: enclosure, components: components)
  }

  private static func readComponents(_ value: ValueReader) -> ComponentFailures? {
    guard value.isBlock else {
      return value.choice(as: Choice.self).map { $0 == .none ? .none : .catalogue }
    }
    guard let block = value.block() else { return nil }
    var all = ComponentFailures.catalogue
    var isComplete = true
    for (part, usual) in ComponentFailures.catalogue.models.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    {
      let model = failures(block, part.name, usual: usual)
      isComplete = isComplete && model != nil
      all.models[part] = model
    }
    if block.has("common cause") {
      guard let share = block.share("common cause", from: .zero, to: .one) else { return nil }
      all.commonCause = share
    }
    return isComplete ? all : nil
  }

  /// The failures that a key describes, or the usual ones without it; nil after complaints.
  static func failures(_ block: BlockReader, _ key: String, usual: FailureModel) -> FailureModel? {
    block.has(key) ? block.block(key).flatMap { failures($0, usual: usual) } : usual
  }

  private static func failures(_ block: BlockReader, usual: FailureModel) -> FailureModel? {
    let rate =
      block.has("rate")
      ? block.quantity("rate", EventsPerYear.self, .between(.zero, EventsPerYear(1000))) : usual.rate
    let mean =
      block.has("repair")
      ? block.quantity("repair", Seconds.self, .between(Seconds(1), Seconds.year)) : usual.repair.mean
    let spread = block.has("repair times") ? block.choice("repair times", as: Spread.self) : .exponential
    let variation =
      block.has("variation")
      ? block.share("variation", from: Fraction(percent: 1), to: Fraction(percent: 1000)) : .one
    let shape = block.has("shape") ? block.number("shape") : usual.shape
    guard let rate, let mean, let spread, let variation, let shape else { return nil }
    let distribution: RepairTime.Distribution =
      switch spread {
      case .fixed: .fixed
      case .exponential: .exponential
      case .lognormal: .lognormal(coefficientOfVariation: variation)
      }
    return FailureModel(
      rate: rate, repair: RepairTime(mean: mean, distribution: distribution), shape: shape)
  }
}
