public import EventEngine
public import Quantities

/// One task as the project office sees it.
public struct TaskRecord: Sendable, Hashable {
  /// The number, from 1.
  public let number: Int
  /// The name.
  public let name: String
  /// What it is for.
  public let purpose: TaskPurpose
  /// The wave, such as `wave 3`; empty outside all.
  public let wave: String
  /// Who did it, the last time; empty when nobody had to.
  public let owner: String
  /// When it first began; nil when it never did.
  public let start: Instant?
  /// When it was last done; nil when it never was.
  public let finish: Instant?
  /// How often it was begun.
  public let attempts: Int
  /// Time worked on it, over all attempts.
  public let effort: Seconds
  /// The numbers of the tasks before it.
  public let predecessors: [Int]
  /// What it cost: the work, and what was paid at its end.
  public let cost: Money
  /// Whether it lies on the critical path.
  public let isCritical: Bool
}

extension ProjectOutcome {
  /// Every task, in order of its number.
  public func tasks() -> [TaskRecord] {
    let names = TaskNames(plan: plan, network: network)
    let count = network.tasks.count
    var start = [Int64](repeating: -1, count: count)
    var finish = start
    var attempts = [Int](repeating: 0, count: count)
    var person = [Int32](repeating: -1, count: count)
    var worked = [Int64](repeating: 0, count: count)
    var cost = worked
    for execution in executions where execution.start >= 0 {
      let task = Int(execution.task)
      if start[task] < 0 { start[task] = execution.start }
      finish[task] = execution.outcome == .done ? execution.finish : -1
      attempts[task] += 1
      person[task] = execution.person
    }
    for (segment, labor) in zip(segments, laborCosts) {
      let task = Int(executions[Int(segment.execution)].task)
      worked[task] += segment.end - segment.start
      cost[task] += labor
    }
    for price in prices { cost[Int(price.task)] += price.millionths }
    let critical = criticalTasks
    return (0..<count).map { task in
      TaskRecord(
        number: task + 1, name: names.task(Int32(task)), purpose: network.tasks[task].purpose,
        wave: names.wave(network.tasks[task].wave),
        owner: person[task] < 0 ? "" : plan.people[Int(person[task])].name,
        start: start[task] < 0 ? nil : Instant(milliseconds: start[task]),
        finish: finish[task] < 0 ? nil : Instant(milliseconds: finish[task]),
        attempts: attempts[task], effort: Seconds(Double(worked[task]) / 1000),
        predecessors: network.predecessors.list(of: Int32(task)).map { Int($0) + 1 },
        cost: plan.money(cost[task]), isCritical: critical[task])
    }
  }

  /// Whether each task lies on the critical path.
  var criticalTasks: [Bool] {
    var critical = [Bool](repeating: false, count: network.tasks.count)
    for stretch in criticalPath() { critical[stretch.task] = true }
    return critical
  }

  /// A moment as the project office writes it, such as `2006-03-04 22:00`; seconds are cut off.
  public func text(of instant: Instant) -> String {
    let minute = Int(instant.milliseconds / 60_000 % 1440)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date(of: instant)) \(padded(minute / 60)):\(padded(minute % 60))"
  }
}

/// The table of tasks for the project office: a header and rows of text, to be written as CSV.
public struct OfficeTable: Sendable, Hashable {
  /// The columns.
  public let header: [String]
  /// A row for each task.
  public let rows: [[String]]

  /// The table of an outcome.
  public init(_ outcome: ProjectOutcome) {
    let currency = outcome.plan.currency
    header = [
      "id", "name", "kind", "wave", "owner", "start", "finish", "effort (h)", "predecessors",
      "cost (\(currency))",
      "attempts", "critical",
    ]
    rows = outcome.tasks().map { task in
      [
        String(task.number), task.name, task.purpose.title, task.wave, task.owner,
        task.start.map(outcome.text) ?? "", task.finish.map(outcome.text) ?? "",
        DecimalText.rounded(task.effort.hours, decimals: 2),
        task.predecessors.map(String.init).joined(separator: ";"),
        DecimalText.rounded(task.cost.amount, decimals: 2), String(task.attempts),
        task.isCritical ? "yes" : "no",
      ]
    }
  }
}
