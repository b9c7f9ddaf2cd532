import Documents
import Placement
import Quantities
import Simulation

/// What `place` prints about plans for the guests of one layout.
struct PlaceSummary {
  let title: String
  let layout: String
  let placed: PlacedLayout
  let plans: [PlacementPlan]
  private let violations: [[PlacementViolation]]
  private let metrics: PlanMetrics?
  private let conflict: Conflict?

  init(title: String, layout: String, placed: PlacedLayout, plans: [PlacementPlan]) {
    self.title = title
    self.layout = layout
    self.placed = placed
    self.plans = plans
    let checker = PlacementChecker(placed.problem)
    violations = plans.map { checker.violations(of: $0) }
    metrics = plans.first.map { PlanMetrics($0, of: placed.problem) }
    conflict = plans.first.flatMap { plan in
      plan.isComplete
        ? nil : Conflict(in: placed.problem, refused: plan.refusals.map(\.guest))
    }
  }

  private var problem: PlacementProblem { placed.problem }

  /// Whether the independent checker found nothing wrong with any plan.
  var isSound: Bool { violations.allSatisfy(\.isEmpty) }

  // MARK: - Text

  var text: String {
    var text = "\(title)\nlayout \(layout): \(problem.guests.count) guests, \(problem.hosts.count) x "
    text += problem.hosts.types.map(\.name).joined(separator: ", ") + "\n\n"
    text +=
      TextTable(
        rows: [["policy", "hosts", "at least", "gap"]] + plans.map(row),
        alignments: [.left, .right, .right, .right]
      ).text
    text += boundText
    if !isSound {
      for (plan, wrong) in zip(plans, violations) where !wrong.isEmpty {
        text += "\nthe checker refuses the plan of \(plan.method): \(wrong)\n"
      }
    }
    text += refusalText
    return text + metricsText
  }

  private func row(_ plan: PlacementPlan) -> [String] {
    let gap = plan.gap.map { $0 == .zero ? "none, proven" : PlaceSummary.percent($0) } ?? "-"
    return [plan.method, "\(plan.hostsUsed)", "\(plan.bound.hosts)", gap]
  }

  /// What the largest bound rests on, and which plans leave guests out.
  private var boundText: String {
    var text = ""
    if let best = plans.max(by: { $0.bound.value < $1.bound.value })?.bound {
      text += "at least \(best.hosts), by \(best.method)\n"
    }
    for plan in plans {
      let left = plan.refusals.count + (plan.restart?.stranded.count ?? 0)
      if left > 0 { text += "\(plan.method) leaves out \(left)\n" }
    }
    return text
  }

  private static func percent(_ share: Fraction) -> String {
    DecimalText.rounded(share.percent, decimals: 1) + " %"
  }

  private var refusalText: String {
    guard let plan = plans.first, !plan.isComplete else { return "" }
    var text = "\n"
    for refusal in plan.refusals.prefix(5) {
      text += "\(placed.guestNames[Int(refusal.guest)]) has no server: \(refusal.reason.text(in: problem))\n"
    }
    if plan.refusals.count > 5 { text += "and \(plan.refusals.count - 5) more\n" }
    if let stranded = plan.restart?.stranded, let first = stranded.first {
      text += "\(stranded.count) guests could not restart, \(placed.guestNames[Int(first.guest)]) the first: "
      text += first.reason.text(in: problem) + "\n"
    }
    guard let conflict else {
      return text + "no plan was found; that none exists is not proven\n"
    }
    return text + "conflict: " + conflict.text(in: problem) { placed.guestNames[Int($0)] }
      + "\n(\(conflict.certainty))\n"
  }

  private var metricsText: String {
    guard let metrics, let plan = plans.first else { return "" }
    var text = "\nplan of \(plan.method)\n"
    text +=
      TextTable(
        rows: [["resource", "used", "stranded", "expected fragmentation"]]
          + zip(problem.resources, metrics.resources).map { resource, use in
            [
              resource.name, PlaceSummary.percent(use.utilization), resource.text(of: use.stranded),
              PlaceSummary.percent(use.fragmentation),
            ]
          }, alignments: [.left, .right, .right, .right]
      ).text
    text += "\nroom for more, one kind at a time\n"
    text +=
      TextTable(
        rows: metrics.room.prefix(8).map { room in
          ["\(room.more)", "like \(placed.guestNames[Int(room.guest)])", "(there are \(room.population))"]
        }, alignments: [.right, .left, .left]
      ).text
    if metrics.room.count > 8 { text += "and \(metrics.room.count - 8) more kinds\n" }
    text += "\nlost at worst with one\n"
    text +=
      TextTable(
        rows: metrics.blastRadius.map { blast in
          [problem.hosts.name(of: blast.level), "\(blast.guests) guests"] + worst(blast)
        }, alignments: [.left, .right, .left]
      ).text
    for licence in metrics.licences {
      text += "\nlicence \(problem.rules.licences[licence.licence].name): "
      text += "\(licence.hosts) servers, \(licence.cost)\n"
    }
    return text + headroomText(metrics)
  }

  private func worst(_ blast: PlanMetrics.BlastRadius) -> [String] {
    guard let group = blast.worstGroup else { return [""] }
    return ["\(group.lost) of \(group.placed) of '\(problem.separations[group.separation].name)'"]
  }

  private func headroomText(_ metrics: PlanMetrics) -> String {
    var text = ""
    for headroom in metrics.headroom {
      let budget = problem.rules.budgets[headroom.budget]
      let least = headroom.left.min() ?? 0
      let unit = problem.hosts.name(of: budget.level)
      text += "\n\(budget.name): at least "
      text += "\(Resource("", unit: budget.unit).text(of: least)) left in each \(unit)\n"
    }
    return text
  }

  // MARK: - JSON

  var json: JSONValue {
    .object([
      .init("title", .string(title)), .init("layout", .string(layout)),
      .init("guests", .integer(problem.guests.count)), .init("servers", .integer(problem.hosts.count)),
      .init("plans", .array(plans.indices.map(plan))),
      .init("placement", .array(places)), .init("conflict", conflictJSON),
      .init("metrics", metricsJSON),
    ])
  }

  private func plan(_ index: Int) -> JSONValue {
    let plan = plans[index]
    return .object([
      .init("policy", .string(plan.method)), .init("hosts", .integer(plan.hostsUsed)),
      .init("value", .integer(Int(plan.value))), .init("bound", .integer(Int(plan.bound.value))),
      .init("boundMethod", .string("\(plan.bound.method)")),
      .init("gap", plan.gap.map { .number($0.value) } ?? .null),
      .init("isProvenOptimal", .boolean(plan.isProvenOptimal)),
      .init(
        "refused",
        .array(
          plan.refusals.map { refusal in
            .object([
              .init("guest", .string(placed.guestNames[Int(refusal.guest)])),
              .init("reason", .string(refusal.reason.text(in: problem))),
            ])
          })),
      .init("isSound", .boolean(violations[index].isEmpty)),
    ])
  }

  private var places: [JSONValue] {
    guard let plan = plans.first else { return [] }
    return plan.hostOfGuest.indices.map { guest in
      .object([
        .init("guest", .string(placed.guestNames[guest])),
        .init("server", plan.hostOfGuest[guest] < 0 ? .null : .integer(Int(plan.hostOfGuest[guest]) + 1)),
      ])
    }
  }

  private var conflictJSON: JSONValue {
    guard let conflict else { return .null }
    return .object([
      .init("text", .string(conflict.text(in: problem) { placed.guestNames[Int($0)] })),
      .init("guests", .array(conflict.guests.map { .string(placed.guestNames[Int($0)]) })),
      .init("isProvenSmallest", .boolean(conflict.isProvenSmallest)),
    ])
  }

  private var metricsJSON: JSONValue {
    guard let metrics else { return .null }
    return .object([
      .init(
        "resources",
        .array(
          zip(problem.resources, metrics.resources).map { resource, use in
            .object([
              .init("resource", .string(resource.name)), .init("unit", .string(resource.unit)),
              .init("usable", .integer(Int(use.usable))), .init("taken", .integer(Int(use.taken))),
              .init("stranded", .integer(Int(use.stranded))),
              .init("expectedFragmentation", .number(use.fragmentation.value)),
            ])
          })),
      .init(
        "room",
        .array(
          metrics.room.map { room in
            .object([
              .init("like", .string(placed.guestNames[Int(room.guest)])), .init("more", .integer(room.more)),
            ])
          })),
      .init(
        "blastRadius",
        .array(
          metrics.blastRadius.map { blast in
            .object([
              .init("level", .string(problem.hosts.name(of: blast.level))),
              .init("guests", .integer(blast.guests)),
            ])
          })),
      .init(
        "licences",
        .array(
          metrics.licences.map { licence in
            .object([
              .init("name", .string(problem.rules.licences[licence.licence].name)),
              .init("servers", .integer(licence.hosts)), .init("cost", .string("\(licence.cost)")),
            ])
          })),
    ])
  }

  // MARK: - Certificate

  /// The plan whose bound is largest, with its proof: anyone can check it with one knapsack for each type of server.
  var certificate: JSONValue {
    guard let plan = plans.max(by: { $0.bound.value < $1.bound.value }) else { return .null }
    let proof = plan.bound.certificate
    return .object([
      .init("bound", .integer(Int(plan.bound.value))), .init("licences", .integer(Int(plan.bound.licences))),
      .init("method", .string("\(plan.bound.method)")),
      .init("resources", .array(problem.resources.map { .string("\($0.name), \($0.unit)") })),
      .init(
        "servers",
        .array(
          problem.hosts.types.map { type in
            .object([
              .init("type", .string(type.name)), .init("capacity", numbers(type.capacity)),
              .init("guestLimit", type.guestLimit.map { .integer(Int($0)) } ?? .null),
            ])
          })),
      .init("groups", .array(proof.map(groups) ?? [])),
      .init("scale", proof.map { .integer(Int($0.scale)) } ?? .null),
      .init("proof", proof.map { node($0.root) } ?? .null),
    ])
  }

  private func numbers(_ values: some Sequence<Int32>) -> JSONValue {
    .array(values.map { .integer(Int($0)) })
  }

  private func groups(_ proof: BoundCertificate) -> [JSONValue] {
    var count = [Int](repeating: 0, count: proof.groups.count)
    for group in proof.groupOfGuest where group >= 0 { count[Int(group)] += 1 }
    return zip(proof.groups, count).map { group, count in
      .object([
        .init("size", numbers(group.size)), .init("guests", .integer(count)),
        .init("mostOnServer", group.mostOnHost == .max ? .null : .integer(Int(group.mostOnHost))),
      ])
    }
  }

  private func node(_ node: BoundCertificate.Node) -> JSONValue {
    switch node {
    case .leaf(let proof):
      .object([
        .init("prices", .array(proof.duals.map { .integer(Int($0)) })),
        .init("mostWorthOfServer", .array(proof.worths.map { .integer(Int($0)) })),
      ])
    case .split(let type, let atMost, let below, let above):
      .object([
        .init("serverType", .integer(type)), .init("atMost", .integer(Int(atMost))),
        .init("below", self.node(below)), .init("above", self.node(above)),
      ])
    }
  }
}
