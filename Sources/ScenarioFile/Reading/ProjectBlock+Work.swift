import Documents
import Project
import Quantities
import Scenario

// What is done, and what it takes.
extension ProjectBlock {
  private static let labor = ValueKind.oneOf([.quantity(Seconds.self, such: "4 h"), .block(laborBlock)])

  static let laborBlock = BlockSchema(
    "work", "Work of one person.",
    keys: [
      .required("effort", .quantity(Seconds.self, such: "4 h"), "Hours at full speed."),
      .optional("skill", .text, default: "the usual one of the task", "The skill it takes."),
    ])

  static let network = BlockSchema(
    "network", "What all data is copied over, shared evenly.",
    keys: [
      .optional("rate", .quantity(BitsPerSecond.self), default: "1 Gbit/s", "The rate of the network."),
      .optional(
        "per copy", .quantity(BitsPerSecond.self, such: "140 Mbit/s"), default: "140 Mbit/s",
        "The most that one copy takes."),
      .optional("slots", .integer(1...100_000), default: "no limit", "The most copies at once."),
      .optional("in windows", .boolean, default: "false", "Whether copies run in change windows only."),
      .optional(
        "spans windows", .boolean, default: "true",
        "Whether a copy may stop at the end of a window and go on in the next."),
    ])

  static let equipment = BlockSchema(
    "new equipment", "How the machines of the new layout are ordered and set up.",
    keys: [
      .optional(
        "ordered after", .quantity(Seconds.self, such: "7 d"), default: "0 d",
        "When it is ordered, from the project's start."),
      .optional(
        "lead time", .quantity(Seconds.self, such: "21 d"), default: "21 d", "From order to delivery."),
      .optional(
        "lead time variation", .quantity(Fraction.self), default: "0 %",
        "Standard deviation over mean of the lead time."),
      .optional(
        "rack", labor, default: "0 h", "Racking and cabling one enclosure or server; skill `hands`."),
      .optional(
        "install", labor, default: "0 h", "Installing one new server and its hypervisor; skill `migration`."),
    ])

  private static let moveKeys: [KeyDeclaration] = [
    .optional("prepare", labor, default: "4 h", "Planning and preparing a guest; skill `migration`."),
    .optional(
      "cut over", labor, default: "2 h", "Switching it over, in a change window; skill `migration`."),
    .optional(
      "roll back", .quantity(Seconds.self, such: "1 h"), default: "0 h",
      "Going back after a failure; each attempt keeps this much of its window free."),
    .optional("test", labor, default: "2 h", "Testing it after the cut-over; skill `migration`."),
    .optional(
      "decommission", labor, default: "0 h", "Wiping and removing an old server; skill `hands`."),
    .optional(
      "failure", .quantity(Fraction.self), default: "6 %", "Chance that a cut-over fails and is rolled back."),
    .optional(
      "test failure", .quantity(Fraction.self), default: "0 %", "Chance that the test sends a guest back."),
    .optional(
      "parallel running", .quantity(Seconds.self, such: "28 d"), default: "28 d",
      "How long old and new run side by side after the test."),
    .optional(
      "proving", .quantity(Seconds.self, such: "35 d"), default: "0 d",
      "How long after the cut-over faults may still show."),
    .optional(
      "move price", .money, default: "200 USD", "Paid for each guest at its cut-over: tool, services."),
    .optional("removal price", .money, default: "150 USD", "Paid for each old server when it is taken away."),
  ]

  static let move = BlockSchema(
    "move", "What moving a guest and taking its old server away takes.", keys: moveKeys)

  static let exception = BlockSchema(
    "exception", "A group of guests that moves under other terms; what is not written is as for all.",
    keys: [.required("guests", .identifier, "The name of the group.")] + moveKeys)

  static let task = BlockSchema(
    "task", "A task that stands for itself; with one of `work`, `work in window` and `wait`.",
    keys: [
      .required("name", .text, "The name."),
      .optional("work", labor, default: "none", "Work in working hours; skill `migration`."),
      .optional(
        "work in window", labor, default: "none", "Work within one change window; skill `migration`."),
      .optional("wait", .quantity(Seconds.self, such: "5 d"), default: "none", "Time that passes by itself."),
      .optional(
        "after", .list(of: .text), default: "nothing", "Tasks, or the new equipment, that come first."),
      .optional("price", .money, default: "none", "Paid when it is done."),
    ])

  static let waves = BlockSchema(
    "waves", "How guests are put into waves; old servers move whole.",
    keys: [
      .optional("size", .integer(1...1_000_000), default: "20", "Guests in a wave."),
      .optional(
        "order", .choice(WaveRule.Order.allCases.map(\.rawValue)), default: WaveRule.Order.listed.rawValue,
        "In which order old servers move: as listed, or by their data."),
      .optional("separates groups", .boolean, default: "false", "Whether a new wave begins with each group."),
      .optional(
        "gate", .choice(WaveGate.allCases.map(\.rawValue)), default: WaveGate.attempted.rawValue,
        "What all guests of a wave must be before the next one is copied."),
      .optional(
        "pause", .quantity(Seconds.self, such: "7 d"), default: "0 d", "Time between two waves."),
      .optional(
        "pilot", .integer(0...1_000_000), default: "0", "Guests of a first wave that shows that it works."),
      .optional(
        "pilot gate", .choice(WaveGate.allCases.map(\.rawValue)), default: WaveGate.tested.rawValue,
        "What the wave after the pilot waits for."),
    ])

  /// Customary figures of moving a guest.
  static let usualMove = MoveGroup(
    "", servers: 1, data: .zero,
    work: MoveWork(
      prepare: Labor(ProjectDefaults.prepare.value, migrationSkill),
      cutOver: Labor(ProjectDefaults.cutOver.value, migrationSkill),
      test: Labor(ProjectDefaults.test.value, migrationSkill), decommission: Labor(.zero, handsSkill)),
    failure: ProjectDefaults.failure.value, parallelRunning: ProjectDefaults.parallelRunning.value,
    movePrice: ProjectDefaults.toolPrice.value, removalPrice: ProjectDefaults.removalPrice.value)

  /// The work of a key: hours, or hours and a skill.
  private static func labor(_ block: BlockReader, _ key: String, usual: Labor) -> Labor {
    guard let value = block[key] else { return usual }
    guard value.isBlock else {
      return Labor(value.quantity(Seconds.self, times) ?? usual.effort, usual.skill)
    }
    guard let inner = value.block() else { return usual }
    return Labor(
      inner.quantity("effort", Seconds.self, times) ?? usual.effort, inner.text("skill") ?? usual.skill)
  }

  static func network(_ block: BlockReader?) -> CopyNetwork {
    let usual = CopyNetwork(rate: BitsPerSecond(1e9), perCopy: ProjectDefaults.copyRate.value)
    guard let block else { return usual }
    let rates = Allowed.between(BitsPerSecond(1e3), BitsPerSecond(1e13))
    return CopyNetwork(
      rate: block.quantity("rate", BitsPerSecond.self, rates) ?? usual.rate,
      perCopy: block.quantity("per copy", BitsPerSecond.self, rates) ?? usual.perCopy,
      slots: block.integer("slots"),
      times: block.boolean("in windows") ?? false ? .inWindows : .anyTime,
      spansWindows: block.boolean("spans windows") ?? true)
  }

  static func equipment(_ block: BlockReader?) -> EquipmentOrder {
    var order = EquipmentOrder(
      "", units: 1, serversPerUnit: 1, guestsPerUnit: 1, leadTime: ProjectDefaults.leadTime.value)
    guard let block else { return order }
    order.orderedAfter = block.quantity("ordered after", Seconds.self, times) ?? .zero
    order.leadTime = block.quantity("lead time", Seconds.self, times) ?? order.leadTime
    order.leadTimeVariation = block.share("lead time variation", to: Fraction(percent: 1000)) ?? .zero
    order.rack = labor(block, "rack", usual: Labor(.zero, handsSkill))
    order.install = labor(block, "install", usual: Labor(.zero, migrationSkill))
    return order
  }

  static func exception(_ block: BlockReader, usual: MoveGroup) -> ProjectChoice.Exception? {
    let move = move(block, usual: usual)
    return block.identifier("guests").map { ProjectChoice.Exception(guests: $0, move: move) }
  }

  static func move(_ block: BlockReader?, usual: MoveGroup) -> MoveGroup {
    guard let block else { return usual }
    var move = usual
    move.work = MoveWork(
      prepare: labor(block, "prepare", usual: usual.work.prepare),
      cutOver: labor(block, "cut over", usual: usual.work.cutOver),
      rollBack: block.quantity("roll back", Seconds.self, times) ?? usual.work.rollBack,
      test: labor(block, "test", usual: usual.work.test),
      decommission: labor(block, "decommission", usual: usual.work.decommission))
    move.failure = block.share("failure") ?? usual.failure
    move.testFailure = block.share("test failure") ?? usual.testFailure
    move.parallelRunning = block.quantity("parallel running", Seconds.self, times) ?? usual.parallelRunning
    move.proving = block.quantity("proving", Seconds.self, times) ?? usual.proving
    move.movePrice = block.money("move price") ?? usual.movePrice
    move.removalPrice = block.money("removal price") ?? usual.removalPrice
    return move
  }

  static func task(_ block: BlockReader) -> PlannedTask? {
    let usual = Labor(.zero, migrationSkill)
    var contents: [PlannedTask.Content] = []
    if block.has("work") { contents.append(.work(labor(block, "work", usual: usual))) }
    if block.has("work in window") {
      contents.append(.workInWindow(labor(block, "work in window", usual: usual)))
    }
    if let wait = block.quantity("wait", Seconds.self, times) { contents.append(.wait(wait)) }
    let after = block.list("after").compactMap { $0.text() }
    let price = block.money("price")
    if contents.count > 1 {
      block.error("a task has one of 'work', 'work in window' and 'wait'", help: "make two tasks of it")
    }
    guard let name = block.text("name") else { return nil }
    // One without any is done at once: a price, or a point that others wait for.
    return PlannedTask(name, contents.first ?? .wait(.zero), after: after, price: price)
  }

  static func waves(_ block: BlockReader?) -> WaveRule {
    var rule = WaveRule(size: 20)
    guard let block else { return rule }
    rule.size = block.integer("size") ?? rule.size
    rule.order = block.choice("order", as: WaveRule.Order.self) ?? rule.order
    rule.separatesGroups = block.boolean("separates groups") ?? false
    rule.gate = block.choice("gate", as: WaveGate.self) ?? rule.gate
    rule.pause = block.quantity("pause", Seconds.self, times) ?? .zero
    rule.pilot = block.integer("pilot") ?? 0
    rule.pilotGate = block.choice("pilot gate", as: WaveGate.self) ?? rule.pilotGate
    return rule
  }
}
