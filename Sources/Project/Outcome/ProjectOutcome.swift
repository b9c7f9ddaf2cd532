public import EventEngine
public import Quantities

/// How one replication of a project went.
public struct ProjectOutcome: Sendable {
  /// The plan.
  public let plan: ProjectPlan
  /// The replication.
  public let replication: UInt32
  /// When the last task was done; nil when some task never was.
  public let finish: Instant?
  /// How many tasks were never done within the plan's limit.
  public let openTasks: Int
  let network: TaskNetwork
  let executions: [Execution]
  let segments: [WorkSegment]
  let changes: [StateChange]

  init(plan: ProjectPlan, network: TaskNetwork, replication: UInt32, _ run: borrowing ProjectRun) {
    self.plan = plan
    self.network = network
    self.replication = replication
    openTasks = run.open
    executions = run.executions
    segments = run.segments
    changes = run.changes
    let last = run.executions.reduce(0) { max($0, $1.finish) }
    finish = run.open == 0 ? Instant(milliseconds: last) : nil
  }

  /// The last moment of which anything is known.
  var end: Int64 { executions.reduce(0) { max($0, $1.start, $1.finish) } }

  /// The day of a moment.
  public func date(of instant: Instant) -> CalendarDate {
    plan.start.adding(days: Int(instant.milliseconds / 86_400_000))
  }

  /// How often guests were tried to be moved, over all guests.
  public var attempts: Int {
    executions.count { network.tasks[Int($0.task)].purpose == .cutOver && $0.start >= 0 }
  }

  /// The chain of work and waits that led to the end; empty if nothing was done.
  public func criticalPath() -> [PathStretch] { CriticalPath(network, executions, segments).stretches }

  /// Hours that people of each role worked, in the order of the plan's roles.
  public func personTime() -> [(role: Role, time: Seconds)] {
    let roles = plan.roleOfPerson
    var worked = [Int64](repeating: 0, count: plan.roles.count)
    for segment in segments { worked[roles[Int(segment.person)]] += segment.end - segment.start }
    return zip(plan.roles, worked).map { ($0, Seconds(Double($1) / 1000)) }
  }

  /// What the work cost and what was paid at the end of tasks.
  public func cost() -> Money {
    plan.money(laborCosts.reduce(0, +) + prices.reduce(0) { $0 + $1.millionths })
  }

  /// Every stretch of work, in order of its end; none crosses midnight.
  public func work() -> [WorkStretch] {
    segments.map {
      WorkStretch(
        person: Int($0.person), task: Int(executions[Int($0.execution)].task),
        start: Instant(milliseconds: $0.start), end: Instant(milliseconds: $0.end))
    }
  }

  /// What runs from when on, in order of time; the first is the start.
  public func states() -> [(time: Instant, state: SiteState)] {
    var state = SiteState(plan)
    var states = [(Instant.start, state)]
    for change in changes {
      state.apply(change, plan, network)
      states.append((Instant(milliseconds: change.time), state))
    }
    return states
  }

  /// The cost of each segment of work, in millionths.
  var laborCosts: [Int64] {
    let roles = plan.roleOfPerson
    let hourly = plan.roles.map { Double($0.price.money.millionths) }
    return segments.map {
      Int64((hourly[roles[Int($0.person)]] * Double($0.end - $0.start) / 3_600_000).rounded())
    }
  }

  /// What was paid for tasks, and when: once, the first time they were done.
  var prices: [(time: Int64, task: Int32, millionths: Int64)] {
    var isPaid = [Bool](repeating: false, count: network.tasks.count)
    return executions.compactMap { execution in
      let price = network.tasks[Int(execution.task)].price
      guard price != 0, execution.outcome == .done, !isPaid[Int(execution.task)] else { return nil }
      isPaid[Int(execution.task)] = true
      return (execution.finish, execution.task, price)
    }
  }
}

/// A stretch of work without a break.
public struct WorkStretch: Sendable, Hashable {
  /// The place of the person in the plan.
  public let person: Int
  /// The place of the task in ``ProjectOutcome/tasks()``.
  public let task: Int
  /// When it begins.
  public let start: Instant
  /// When it ends.
  public let end: Instant
}

extension ProjectPlan {
  /// The place of each person's role.
  var roleOfPerson: [Int] { people.map { person in roles.firstIndex { $0.name == person.role } ?? 0 } }

  /// An amount from millionths.
  func money(_ millionths: Int64) -> Money { Money(Double(millionths) / 1e6, currency) }
}
