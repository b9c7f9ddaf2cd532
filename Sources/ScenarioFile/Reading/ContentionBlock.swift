import Documents
import Quantities
import Scenario
import Virtualization
import Workload

/// What guests of a host do to each other, and what each gets when something is short.
enum ContentionBlock {
  static let schema = BlockSchema(
    "contention",
    "What guests share beside processors, and how it slows them. Even an empty block asks for the time that work takes.",
    keys: [
      .optional(
        "interference", .quantity(Fraction.self, such: "3.5 %"), default: "3.5 %",
        "What each memory-bound guest of a host beyond four adds to the time of work, 30 % at most in all."),
      .optional(
        "swap", .choice(SwapMedium.allCases.map(\.rawValue)), default: "disk until 2013, then flash",
        "Where hosts keep memory that they have no room for."),
      .optional(
        "disk", .quantity(BitsPerSecond.self, such: "200 MB/s"), default: "no ceiling",
        "What the storage of each server carries at most."),
      .optional(
        "network", .quantity(BitsPerSecond.self, such: "1 Gbit/s"), default: "no ceiling",
        "What the links of each server carry at most."),
    ])

  static func read(_ block: BlockReader) -> ContentionChoice? {
    let each =
      block.has("interference") ? block.share("interference") : Interference.usualEach.value
    let swap = block.has("swap") ? block.choice("swap", as: SwapMedium.self) : nil
    let disk = block.quantity("disk", BitsPerSecond.self)
    let network = block.quantity("network", BitsPerSecond.self)
    guard let each, swap != nil || !block.has("swap"), disk != nil || !block.has("disk"),
      network != nil || !block.has("network")
    else { return nil }
    let usual = Interference.usual
    return ContentionChoice(
      interference: Interference(each: each, free: usual.free, most: usual.most), swap: swap, disk: disk,
      network: network)
  }

  // MARK: Guests

  /// The keys of a group of guests.
  static let ofGuests: [KeyDeclaration] = [
    .optional(
      "shares", .integer(1...1_000_000), default: "\(ResourceTerms.usualShares)",
      "The weight of each when its host is short of something."),
    .optional(
      "limit", .quantity(Fraction.self, such: "50 %"), default: "no limit",
      "The most each may use, as a share of the machine it was measured on."),
    .optional(
      "waits", .boolean, default: "false",
      "Whether work that a host cannot do at once waits until it can; otherwise it is lost."),
    .optional(
      "active memory", .quantity(Fraction.self), default: "100 %",
      "The part of its memory that each touches in a while; matters when a host is short of memory."),
    .optional(
      "memory bound", .boolean, default: "false",
      "Whether each lives on memory traffic, and so slows others through caches and memory."),
    .optional(
      "traffic", .block(traffic), default: "none", "What storage and links carry for each."),
    .optional(
      "response", .block(response), default: "nothing promised",
      "How fast each answers, and has to."),
  ]

  static let traffic = BlockSchema(
    "traffic",
    "What goes with work, at full demand of the machine that guests were measured on; less work, less traffic.",
    keys: [
      .optional(
        "disk", .quantity(BitsPerSecond.self, such: "20 MB/s"), default: "none", "Reads and writes."),
      .optional(
        "network", .quantity(BitsPerSecond.self, such: "40 Mbit/s"), default: "none", "Sent and received."),
    ])

  static let response = BlockSchema(
    "response", "The time of a request. Minutes in which it is longer than promised are counted.",
    keys: [
      .required("alone", .quantity(Seconds.self, such: "20 ms"), "On a host with nobody else."),
      .required("promised", .quantity(Seconds.self, such: "50 ms"), "What has been promised."),
    ])

  static func terms(_ block: BlockReader) -> ResourceTerms? {
    var terms = ResourceTerms.usual
    var isSound = true
    func read<Value>(_ key: String, _ value: Value?, into path: WritableKeyPath<ResourceTerms, Value>) {
      guard block.has(key) else { return }
      if let value { terms[keyPath: path] = value } else { isSound = false }
    }
    read("shares", block.integer("shares"), into: \.shares)
    if block.has("limit") {
      terms.limit = block.share("limit", from: Fraction(percent: 0.1))
      isSound = isSound && terms.limit != nil
    }
    read("waits", block.boolean("waits"), into: \.waits)
    read("active memory", block.share("active memory"), into: \.activeMemory)
    read("memory bound", block.boolean("memory bound"), into: \.isMemoryBound)
    if let traffic = block.block("traffic") {
      terms.disk = traffic.quantity("disk", BitsPerSecond.self) ?? .zero
      terms.network = traffic.quantity("network", BitsPerSecond.self) ?? .zero
    }
    if let response = block.block("response") {
      let alone = response.quantity("alone", Seconds.self)
      let promised = response.quantity("promised", Seconds.self)
      if let alone, let promised {
        terms.response = ResourceTerms.Response(alone: alone, promised: promised)
        if promised < alone {
          response.error(
            "promised", "nobody answers in \(promised) who takes \(alone) alone",
            help: "promise more than the time alone")
          isSound = false
        }
      }
    }
    return isSound ? terms : nil
  }
}
