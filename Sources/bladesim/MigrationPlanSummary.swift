import Documents
import Placement
import Quantities
import Scenario
import Simulation

/// What `plan` prints and writes.
struct MigrationPlanSummary {
  let title: String
  let layout: String
  let guests: LayoutMoves
  let hostNames: [String]
  let today: [Int32]
  /// Whether today's placement was given, not made up.
  let isGiven: Bool
  let curve: SavingsCurve
  let point: SavingsCurve.Point
  let problem: MigrationProblem
  let plan: MigrationPlan
  /// Guests that block the way to a better point.
  let unreachable: [BlockedMove]
  let showsCurve: Bool

  /// Longer tables are cut to so many rows on the terminal; the files have them all.
  private static let mostRows = 24

  // MARK: - Text

  private static func time(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 999) / 1000
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  private static func gibibytes(_ mebibytes: Int64) -> String {
    DecimalText.rounded(Double(mebibytes) / 1024, decimals: 1)
  }

  private static func kilowatts(_ power: Watts) -> String {
    DecimalText.rounded(power.value / 1000, decimals: 2)
  }

  private func power(at point: SavingsCurve.Point) -> Watts { guests.power(of: curve.placement(at: point)) }

  /// Some rows of many: evenly chosen, the first and the last among them.
  private static func chosen(_ count: Int) -> [Int] {
    guard count > mostRows else { return Array(0..<count) }
    return (0..<mostRows).map { $0 * (count - 1) / (mostRows - 1) }
  }

  var text: String {
    let before = curve.points[0]
    var text = "\(title), layout \(layout)\n\(today.count) guests on \(before.hostsUsed) hosts today"
    text += isGiven ? "\n\n" : ", spread evenly\n\n"
    if showsCurve { text += curveText + "\n" }
    guard !plan.moves.isEmpty else {
      return text + blockedText + nothingText
    }
    text += blockedText + savingsText + "\n" + planText + "\n" + wavesText
    if case .loss = problem.placement.spare {
      text += "restarts after a loss count on the emptied hosts: keep them at hand\n"
    }
    return text
  }

  private var nothingText: String {
    point.hostsUsed > point.bound || curve.points.count > 1
      ? "no host is emptied\n" : "no host can be emptied: at least \(point.bound) are needed\n"
  }

  private var blockedText: String {
    guard !unreachable.isEmpty else { return "" }
    var text = "a better placement cannot be reached, since these block one another:\n"
    for block in unreachable.prefix(8) {
      text += "  \(guests.names[Int(block.guest)]) on \(hostNames[Int(block.from)]), to "
      text += "\(hostNames[Int(block.to)]): \(block.reason.text(in: problem.placement))\n"
    }
    if unreachable.count > 8 { text += "  and \(unreachable.count - 8) more\n" }
    return text + "\n"
  }

  private var curveText: String {
    let rows = MigrationPlanSummary.chosen(curve.points.count).map { index -> [String] in
      let point = curve.points[index]
      let memory = curve.placement(at: point).enumerated().reduce(Int64(0)) {
        $0 + ($1.element == today[$1.offset] ? 0 : guests.times.mebibytes[$1.offset])
      }
      return [
        "\(point.moves)", MigrationPlanSummary.gibibytes(memory), "\(point.hostsUsed)", "\(point.bound)",
        MigrationPlanSummary.kilowatts(power(at: point)),
      ]
    }
    let heads = ["moves", "GiB moved", "hosts", "at least", "mean kW"]
    return TextTable(rows: [heads] + rows, alignments: heads.map { _ in .right }).text
      + (curve.isExact ? "no placement needs fewer hosts for as many moves\n" : "")
  }

  private var savingsText: String {
    let before = guests.power(of: today)
    let after = power(at: point)
    let change = before.value > 0 ? (1 - after.value / before.value) * 100 : 0
    return TextTable(
      rows: [
        ["", "today", "planned", "saved"],
        [
          "hosts in use", "\(curve.points[0].hostsUsed)", "\(point.hostsUsed)",
          "\(curve.points[0].hostsUsed - point.hostsUsed)",
        ],
        [
          "mean power of hosts, kW", MigrationPlanSummary.kilowatts(before),
          MigrationPlanSummary.kilowatts(after),
          "\(MigrationPlanSummary.kilowatts(before - after)) (\(DecimalText.rounded(change, decimals: 0)) %)",
        ],
      ], alignments: [.left, .right, .right, .right]
    ).text
  }

  /// What the least duration rests on, the host by its name.
  private var limit: String {
    plan.bound.host.map { "\(plan.bound.subject) \(hostNames[Int($0)])" } ?? plan.bound.subject
  }

  private var planText: String {
    let atLeast = MigrationPlanSummary.time(plan.bound.milliseconds)
    let quality =
      plan.makespan == plan.bound.milliseconds
      ? "the least possible"
      : plan.makespan == plan.bound.direct
        ? "the least without detours (with them at least \(atLeast))" : "at least \(atLeast)"
    let takes = MigrationPlanSummary.time(plan.makespan)
    let stopped = DecimalText.rounded(Double(plan.downtime) / 1000, decimals: 1)
    let worst = DecimalText.rounded(Double(plan.worstDowntime) / 1000, decimals: 2)
    let moves = "\(plan.moves.count)" + (plan.pivots > 0 ? ", \(plan.pivots) of them to wait elsewhere" : "")
    let rows: [[String]] = [
      ["moves", moves],
      ["memory moved", MigrationPlanSummary.gibibytes(plan.mebibytes) + " GiB"],
      ["takes", "\(takes), \(quality)"],
      ["what limits it", limit],
      ["at a time", "up to \(plan.peakConcurrency), \(guests.policy.slots) for each host"],
      ["guests stand still", "\(stopped) s together, \(worst) s at most"],
    ]
    return TextTable(rows: rows, alignments: [.left, .left]).text
  }

  /// One row for each wave: its moves, when the first begins and the last ends, and how many hosts are empty then.
  private var wavesText: String {
    let waves = plan.waves
    let freed = plan.freedHosts(in: problem)
    let count = waves.max() ?? 0
    let rows = MigrationPlanSummary.chosen(count).map { number -> [String] in
      let moves = plan.moves.indices.filter { waves[$0] == number + 1 }.map { plan.moves[$0] }
      let end = moves.map(\.end).max() ?? 0
      let memory = moves.reduce(Int64(0)) { $0 + guests.times.mebibytes[Int($1.guest)] }
      return [
        "\(number + 1)", "\(moves.count)", MigrationPlanSummary.gibibytes(memory),
        MigrationPlanSummary.time(moves.map(\.start).min() ?? 0), MigrationPlanSummary.time(end),
        "\(freed.filter { $0.time <= end }.count)",
      ]
    }
    let heads = ["wave", "moves", "GiB", "from", "to", "hosts empty then"]
    return TextTable(rows: [heads] + rows, alignments: heads.map { _ in .right }).text
  }

  // MARK: - Files

  /// The moves as a table.
  var table: String {
    var table = CSVWriter(guardingFormulas: true)
    table.write(["wave", "guest", "from", "to", "start (s)", "end (s)", "memory (MiB)", "waits there"])
    for (move, wave) in zip(plan.moves, plan.waves) {
      table.write([
        "\(wave)", guests.names[Int(move.guest)], hostNames[Int(move.from)], hostNames[Int(move.to)],
        DecimalText.exact(Double(move.start) / 1000), DecimalText.exact(Double(move.end) / 1000),
        "\(guests.times.mebibytes[Int(move.guest)])", move.to == problem.to[Int(move.guest)] ? "no" : "yes",
      ])
    }
    return table.text
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) { members.append(JSONValue.Member(name, value)) }
    func seconds(_ milliseconds: Int64) -> JSONValue { .number(Double(milliseconds) / 1000) }
    add("title", .string(title))
    add("layout", .string(layout))
    add("guests", .integer(today.count))
    add("hostsToday", .integer(curve.points[0].hostsUsed))
    add("hostsPlanned", .integer(point.hostsUsed))
    add("wattsToday", .number(guests.power(of: today).value))
    add("wattsPlanned", .number(power(at: point).value))
    add("seconds", seconds(plan.makespan))
    add("secondsAtLeast", seconds(plan.bound.milliseconds))
    add("secondsAtLeastWithoutDetours", seconds(plan.bound.direct))
    add("bound", .string(limit))
    add("mebibytes", .integer(Int(plan.mebibytes)))
    add("pivots", .integer(plan.pivots))
    add("peakConcurrency", .integer(plan.peakConcurrency))
    add("secondsDown", seconds(plan.downtime))
    add("secondsDownAtMost", seconds(plan.worstDowntime))
    add("freed", .array(plan.freedHosts(in: problem).map { JSONValue.string(hostNames[Int($0.host)]) }))
    add("curveIsExact", .boolean(curve.isExact))
    add("curve", .array(curve.points.map { json($0) }))
    add("moves", .array(zip(plan.moves, plan.waves).map { json($0, wave: $1) }))
    return .object(members)
  }

  private func json(_ point: SavingsCurve.Point) -> JSONValue {
    .object([
      JSONValue.Member("moves", .integer(point.moves)),
      JSONValue.Member("hosts", .integer(point.hostsUsed)),
      JSONValue.Member("hostsAtLeast", .integer(Int(point.bound))),
      JSONValue.Member("watts", .number(power(at: point).value)),
    ])
  }

  private func json(_ move: PlannedMove, wave: Int) -> JSONValue {
    .object([
      JSONValue.Member("wave", .integer(wave)),
      JSONValue.Member("guest", .string(guests.names[Int(move.guest)])),
      JSONValue.Member("from", .string(hostNames[Int(move.from)])),
      JSONValue.Member("to", .string(hostNames[Int(move.to)])),
      JSONValue.Member("start", .number(Double(move.start) / 1000)),
      JSONValue.Member("end", .number(Double(move.end) / 1000)),
      JSONValue.Member("mebibytes", .integer(Int(guests.times.mebibytes[Int(move.guest)]))),
    ])
  }
}
