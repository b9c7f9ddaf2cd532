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
    guard let server, let enclosure else { return nil }
    return Reliability(server: server, enclosure: enclosure)
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
