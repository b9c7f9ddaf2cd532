import Availability
import Documents
import Quantities
import Scenario

/// The loss of the site, and how a layout comes back.
enum RecoveryBlock {
  static let disaster = BlockSchema(
    "disaster", "The loss of the whole site, once in the study and the same for all layouts.",
    keys: [
      .required(
        "at", .oneOf([.choice(["any"]), .quantity(Seconds.self, such: "120 d")]),
        "When, from the start of the study; `any` for a moment that is drawn anew in each replication."),
      .optional(
        "rate", .quantity(EventsPerYear.self, such: "0.5 %/y"), default: "not stated",
        "How often one is expected, for the hours a year that it comes to."),
    ])

  static let schema = BlockSchema(
    "recovery", "How a layout comes back after its site is lost, and what it does for that day beforehand.",
    keys: [
      .required(
        "method", .choice(RecoveryPlan.Method.allCases.map(\.rawValue)),
        "Machines set up by hand and data from the backup (`rebuild`), whole disks from images (`image`), guests from "
          + "the backup onto any hosts (`restore`), or copies at another site, at intervals or with each write."
      ),
      .optional(
        "backup", .block(backup), default: "as its keys say; none with copies elsewhere",
        "Regular full copies of the guests' disks, one after the other through the streams."),
      .optional(
        "points", .block(points), default: "as its keys say", "The copies of `replication`."),
      .optional(
        "changes", .quantity(Fraction.self, such: "2 %"), default: "2 %",
        "The share of a disk that changes in a day."),
      .optional(
        "declared after", .quantity(Seconds.self, such: "30 min"), default: "0 s",
        "From the loss until the recovery begins."),
      .optional("site", .block(site), default: "as its keys say", "What stands elsewhere."),
      .optional(
        "procurement", .quantity(Seconds.self, such: "3 w"), default: "21 d",
        "Until machines that do not stand elsewhere are there."),
      .optional("crews", .integer(1...10_000), default: "2", "Crews that set up machines at the same time."),
      .optional(
        "effort", .quantity(Seconds.self, such: "8 h"),
        default: "8 h by hand, 1 h for images and restores, nothing with copies elsewhere",
        "What one machine takes of a crew before guests can come back on it."),
      .optional("slots", .integer(1...1000), default: "4", "Guests that one machine starts at a time."),
      .optional("drill", .block(drill), default: "none", "Planned tries of the recovery."),
    ])

  static let backup = BlockSchema(
    "backup", "Regular full copies of the guests' disks.",
    keys: [
      .optional(
        "every", .quantity(Seconds.self, such: "24 h"), default: "24 h",
        "From the beginning of one round over all guests to that of the next."),
      .optional(
        "streams", .integer(1...10_000), default: "1", "Drives or jobs that write, and later read, at a time."
      ),
      .optional(
        "rate", .quantity(BitsPerSecond.self, such: "80 MB/s"), default: "80 MB/s", "The rate of one."),
    ])

  static let points = BlockSchema(
    "points", "Consistent points that are copied to the other site.",
    keys: [
      .optional("every", .quantity(Seconds.self, such: "5 min"), default: "5 min", "Between two points."),
      .optional(
        "link", .quantity(BitsPerSecond.self, such: "100 Mbit/s"), default: "100 Mbit/s",
        "The link to the other site."),
    ])

  static let site = BlockSchema(
    "recovery site", "What stands elsewhere.",
    keys: [
      .optional(
        "hosts", .integer(0...1_000_000),
        default: "as many as the guests need; none for `rebuild` and `image`",
        "Hosts that stand elsewhere; what they lack is ordered."),
      .optional(
        "ready", .quantity(Seconds.self, such: "4 h"), default: "0 s",
        "From the beginning of the recovery until they are at hand."),
    ])

  static let drill = BlockSchema(
    "drill", "Planned tries of the recovery, with the machines at hand.",
    keys: [
      .required("every", .quantity(Seconds.self, such: "180 d"), "Between two drills."),
      .optional(
        "guests", .quantity(Fraction.self, such: "10 %"), default: "100 %",
        "The share of guests that is brought back."),
      .optional(
        "people", .integer(0...10_000), default: "2",
        "People who stand by until the last is back, beside the crews."),
    ])

  private static let longest = Allowed.between(Seconds(1), Seconds.year * 100)
  private static let waits = Allowed.between(Seconds.zero, Seconds.year * 100)
  private static let rates = Allowed.between(BitsPerSecond(1e3), BitsPerSecond(1e13))

  static func disaster(_ block: BlockReader) -> Disaster? {
    let time: Seconds?? = block.value("at") { text in
      text == "any"
        ? .success(nil)
        : parsed { () throws(QuantityProblem) in try Seconds(text) }
          .flatMap { waits.check($0, written: text) }.map { $0 }
    }
    let rate =
      block.has("rate")
      ? block.quantity("rate", EventsPerYear.self, .between(.zero, EventsPerYear(1e3))) : .zero
    guard let time, let rate else { return nil }
    return Disaster(time: time, rate: rate)
  }

  static func read(_ block: BlockReader) -> RecoveryPlan? {
    guard let method = block.choice("method", as: RecoveryPlan.Method.self) else { return nil }
    var plan = RecoveryPlan(method: method)
    var isWhole = true
    /// Keeps the usual value where nothing is written, and notes what is written wrongly.
    func take<Value>(
      _ key: String, of block: BlockReader, _ value: @autoclosure () -> Value?, _ set: (Value) -> Void
    ) {
      guard block.has(key) else { return }
      if let value = value() { set(value) } else { isWhole = false }
    }
    take("backup", of: block, block.block("backup").flatMap(backup(_:))) { plan.backup = $0 }
    take("points", of: block, block.block("points").flatMap(points(_:))) { plan.points = $0 }
    take("changes", of: block, block.share("changes")) { plan.dailyChange = $0 }
    take("declared after", of: block, block.quantity("declared after", Seconds.self, waits)) {
      plan.declaration = $0
    }
    take("site", of: block, block.block("site")) { site in
      take("hosts", of: site, site.integer("hosts")) { plan.spareHosts = $0 }
      take("ready", of: site, site.quantity("ready", Seconds.self, waits)) { plan.readiness = $0 }
    }
    take("procurement", of: block, block.quantity("procurement", Seconds.self, waits)) {
      plan.procurement = $0
    }
    take("crews", of: block, block.integer("crews")) { plan.crews = $0 }
    take("effort", of: block, block.quantity("effort", Seconds.self, waits)) { plan.effort = $0 }
    take("slots", of: block, block.integer("slots")) { plan.slots = $0 }
    take("drill", of: block, block.block("drill").flatMap(drill(_:))) { plan.drill = $0 }
    return isWhole ? plan : nil
  }

  private static func backup(_ block: BlockReader) -> RecoveryPlan.Backup? {
    let usual = RecoveryPlan.Backup()
    let interval = block.has("every") ? block.quantity("every", Seconds.self, longest) : usual.interval
    let rate = block.has("rate") ? block.quantity("rate", BitsPerSecond.self, rates) : usual.rate
    guard let interval, let rate else { return nil }
    return RecoveryPlan.Backup(
      interval: interval, streams: block.integer("streams") ?? usual.streams, rate: rate)
  }

  private static func points(_ block: BlockReader) -> RecoveryPlan.Points? {
    let usual = RecoveryPlan.Points()
    let interval = block.has("every") ? block.quantity("every", Seconds.self, longest) : usual.interval
    let link = block.has("link") ? block.quantity("link", BitsPerSecond.self, rates) : usual.link
    guard let interval, let link else { return nil }
    return RecoveryPlan.Points(interval: interval, link: link)
  }

  private static func drill(_ block: BlockReader) -> RecoveryPlan.Drill? {
    let interval = block.quantity("every", Seconds.self, longest)
    let share = block.has("guests") ? block.share("guests") : .one
    guard let interval, let share else { return nil }
    return RecoveryPlan.Drill(interval: interval, guests: share, people: block.integer("people") ?? 2)
  }
}
