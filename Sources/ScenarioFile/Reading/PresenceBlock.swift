import Documents
import Quantities
import Scenario
import Workload

/// When guests exist.
enum PresenceBlock {
  static let schema = BlockSchema(
    "presence", "When guests exist: from one moment to another, or coming and going at random.",
    keys: [
      .optional(
        "from", moment, default: "the start", "When they begin to exist: a day, or a time after the start."),
      .optional("until", moment, default: "the end", "When they cease to exist."),
      .optional("arrivals", .block(arrivals), "How guests come and go, in place of `from` and `until`."),
    ])

  private static let moment = ValueKind.oneOf([.date, .quantity(Seconds.self, such: "90 d")])

  static let arrivals = BlockSchema(
    "arrivals", "How often a guest arrives and how long it stays.",
    keys: [
      .required(
        "every", .oneOf([.quantity(Seconds.self, such: "5 d"), .block(duration)]),
        "Time between two arrivals."),
      .required(
        "stay", .oneOf([.quantity(Seconds.self, such: "60 d"), .block(duration)]),
        "Time from arrival to departure."),
      .optional(
        "forgotten", .oneOf([.quantity(Seconds.self, such: "60 d"), .block(duration)]),
        default: "removed at once",
        "Time after `stay` for which nobody remembers to remove it, unless a layout reclaims what is idle."),
      .optional(
        "stay from", .choice(["request", "start"]), default: "request",
        "When a stay begins: when the guest is asked for, or when it first runs, so that who waits loses nothing of it."
      ),
    ])

  static let duration = BlockSchema(
    "random duration", "A random length of time.",
    keys: [
      .required("mean", .quantity(Seconds.self, such: "5 d"), "The mean."),
      .optional(
        "distribution", .choice(Kind.allCases.map(\.rawValue)), default: Kind.exponential.rawValue,
        "The kind of distribution around the mean."),
      .optional(
        "variation", .quantity(Fraction.self), default: "100 %", "Standard deviation over mean, if lognormal."
      ),
      .optional("shape", .number(0.1...10), default: "1", "The shape, if Weibull."),
    ])

  private enum Kind: String, CaseIterable {
    case constant, exponential, lognormal, weibull
  }

  static func read(_ block: BlockReader, horizon: Horizon?) -> Presence? {
    let from = block["from"].map { moment($0) }
    let until = block["until"].map { moment($0) }
    let arrivals = block.block("arrivals").flatMap(arrivals(_:))
    if block.has("arrivals") {
      for key in ["from", "until"] where block.has(key) {
        block.error(key, "'\(key)' has no meaning with 'arrivals'", help: "delete it")
      }
      return arrivals.map { .arrivals($0) }
    }
    let start: Moment
    switch from {
    case .some(.none): return nil
    case .some(.some(let moment)): start = moment
    case .none: start = .offset(.zero)
    }
    guard let until else { return .during(from: start, until: nil) }
    guard let until else { return nil }
    if let horizon, until.offset(from: horizon.start) <= start.offset(from: horizon.start) {
      block.error("until", "the guests cease to exist before they begin to", help: "write a later moment")
      return nil
    }
    return .during(from: start, until: until)
  }

  private static func moment(_ value: ValueReader) -> Moment? {
    value.value { text in
      parsed { () throws(QuantityProblem) in
        if let time = text.contains("-") ? nil : Optional(try Seconds(text)) { return .offset(time) }
        return .date(try CalendarDate(text))
      }
    }
  }

  private static func arrivals(_ block: BlockReader) -> Arrivals? {
    let every = block["every"].flatMap(duration(_:))
    let stay = block["stay"].flatMap(duration(_:))
    let forgotten = block["forgotten"].flatMap(duration(_:))
    guard let every, let stay, !block.has("forgotten") || forgotten != nil else { return nil }
    let isFromStart = block.has("stay from") ? block.choice("stay from").map { $0 == "start" } : false
    return isFromStart.map {
      Arrivals(interval: every, lifetime: stay, forgotten: forgotten, staysFromStart: $0)
    }
  }

  private static let lengths = Allowed.between(Seconds(1), Seconds.year * 1000)

  private static func duration(_ value: ValueReader) -> RandomDuration? {
    guard value.isBlock else { return value.quantity(Seconds.self, lengths).map { RandomDuration(mean: $0) } }
    guard let block = value.block() else { return nil }
    let mean = block.quantity("mean", Seconds.self, lengths)
    let kind = block.has("distribution") ? block.choice("distribution", as: Kind.self) : .exponential
    let variation =
      block.has("variation")
      ? block.share("variation", from: Fraction(percent: 1), to: Fraction(percent: 1000)) : .one
    let shape = block.has("shape") ? block.number("shape") : 1
    guard let mean, let kind, let variation, let shape else { return nil }
    let distribution: RandomDuration.Distribution =
      switch kind {
      case .constant: .constant
      case .exponential: .exponential
      case .lognormal: .lognormal(variation: variation)
      case .weibull: .weibull(shape: shape)
      }
    return RandomDuration(mean: mean, distribution: distribution)
  }
}
