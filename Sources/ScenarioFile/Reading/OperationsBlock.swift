import Documents
import Quantities
import Scenario
import Virtualization

/// How running guests move, and planned work on servers.
enum OperationsBlock {
  static let migration = BlockSchema(
    "migration", "How running guests move to other servers: by copies of their memory, round after round.",
    keys: [
      .optional(
        "link", .quantity(BitsPerSecond.self, such: "1 Gbit/s"), default: "1 Gbit/s",
        "The link of each server that copies go over; copies share it."),
      .optional(
        "slots", .integer(1...64), default: "2 below 10 Gbit/s, then 8",
        "Migrations that a server takes part in at a time."),
      .optional(
        "dirty", .quantity(BitsPerSecond.self, such: "40 Mbit/s"), default: "40 Mbit/s",
        "Memory that a running guest changes, as a rate."),
      .optional(
        "working set", .quantity(Fraction.self, such: "2 %"), default: "0 %",
        "The share of a guest's memory that has changed again as soon as it is sent."),
      .optional(
        "churn", .quantity(EventsPerYear.self), default: "never",
        "How often each guest is moved without need, as load balancers do."),
    ])

  static let maintenance = BlockSchema(
    "maintenance",
    "Planned work that goes from server to server: each is emptied, is away for a while, boots, and takes guests again.",
    keys: [
      .required(
        "every", .quantity(Seconds.self, such: "30 d"), "From the beginning of one round to that of the next."
      ),
      .required(
        "takes", .quantity(Seconds.self, such: "1 h"), "How long a server is away, without its boot."),
      .optional("batch", .integer(1...10_000), default: "1", "Servers worked on at a time."),
      .optional(
        "patience", .quantity(Seconds.self, such: "1 h"), default: "1 h",
        "How long guests may take to leave; then they are shut down."),
    ])

  static let change = BlockSchema(
    "change", "Something that is done to one server while the others run.",
    keys: [
      .required("at", .quantity(Seconds.self, such: "90 d"), "When, from the start of the study."),
      .required("server", .integer(0...1_000_000), "Which server, from 0."),
      .required(
        "do", .choice(["replace", "remove", "insert"]),
        "Whether it is replaced by another, taken out, or put in again."),
      .optional(
        "takes", .quantity(Seconds.self, such: "20 min"), default: "20 min", "How long a replacement takes."),
    ])

  /// From pulling a blade until another is seated and configured (from memory, low confidence).
  private static let usualReplacement = Seconds(minutes: 20)
  private static let longest = Allowed.between(Seconds(1), Seconds.year * 100)

  /// The policy that is written, or the usual one of a technique that moves running guests; nil when they do not move.
  static func migration(_ value: ValueReader?, techniques: [Technique]) -> MigrationPolicy? {
    guard !techniques.isEmpty else { return nil }
    guard let value else { return techniques.contains(where: \.migratesLive) ? MigrationPolicy() : nil }
    guard value.isBlock else { return value.boolean() ?? false ? MigrationPolicy() : nil }
    guard let block = value.block() else { return nil }
    let rates = Allowed.between(BitsPerSecond(1e3), BitsPerSecond(1e13))
    let link = block.quantity("link", BitsPerSecond.self, rates) ?? BitsPerSecond(1e9)
    let dirty = block.quantity("dirty", BitsPerSecond.self, .notNegative) ?? MigrationPolicy.usualDirtyRate
    let set = block.has("working set") ? block.share("working set") : .zero
    let churn =
      block.quantity("churn", EventsPerYear.self, .between(.zero, EventsPerYear(1e6))) ?? .zero
    return MigrationPolicy(
      link: link, slots: block.integer("slots"), dirtyRate: dirty, workingSet: set ?? .zero, churn: churn)
  }

  static func maintenance(_ block: BlockReader) -> Maintenance? {
    let interval = block.quantity("every", Seconds.self, longest)
    let duration = block.quantity("takes", Seconds.self, longest)
    let patience =
      block.has("patience") ? block.quantity("patience", Seconds.self, longest) : Seconds(hours: 1)
    guard let interval, let duration, let patience else { return nil }
    return Maintenance(
      interval: interval, duration: duration, batch: block.integer("batch") ?? 1, patience: patience)
  }

  static func change(_ block: BlockReader) -> HardwareChange? {
    let time = block.quantity("at", Seconds.self, .between(.zero, Seconds.year * 100))
    let server = block.integer("server")
    let takes = block.has("takes") ? block.quantity("takes", Seconds.self, longest) : usualReplacement
    guard let time, let server, let takes, let action = block.choice("do") else { return nil }
    switch action {
    case "replace": return HardwareChange(time: time, server: server, action: .replace(takes: takes))
    case "remove": return HardwareChange(time: time, server: server, action: .remove)
    default: return HardwareChange(time: time, server: server, action: .insert)
    }
  }
}
