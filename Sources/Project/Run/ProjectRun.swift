import EventEngine
import Quantities

/// One replication of a project.
///
/// Events are ends and wakes; nothing happens in between. A person is given work when free, in working hours: within
/// an open change window first what must be done in it, then what was put aside, then training, then the ready task of
/// the lowest number. Work in a window interrupts other work. One person stays with a task until it is done.
struct ProjectRun: ~Copyable {
  enum Kind: UInt16 {
    case workDone, cutOff, rolledBack, wake, dutyWake, network, waited, retry
  }

  /// What a person does now.
  struct Worker {
    /// The execution under way; -1 when free.
    var current: Int32 = -1
    /// Whether it is done within a window.
    var isDuty = false
    /// When work on it began or went on.
    var since: Int64 = 0
    /// Working time it still takes from then on.
    var rest: Int64 = 0
    var end: EventHandle?
    /// Work put aside, and the working time it still takes.
    var aside: Int32 = -1
    var asideRest: Int64 = 0
    var hoursCursor = 0
    var rollBackCursor = 0
    var dutyCursor = 0
    var hasWake = false
    var hasDutyWake = false
    /// What was done last, and last within windows, and until when.
    var last: Int32 = -1
    var lastEnd: Int64 = -1
    var lastDuty: Int32 = -1
    var lastDutyEnd: Int64 = -1
  }

  let plan: ProjectPlan
  let network: TaskNetwork
  let facts: RunFacts
  let replication: UInt32
  let limit: Int64

  var queue = EventQueue()
  /// Predecessors that are not done.
  var missing: [Int32]
  /// The execution last begun of each task; -1 for none.
  var current: [Int32]
  /// How often each task was begun.
  var tries: [Int32]
  /// How often each guest was tried, and whether it has ever been over.
  var attempts: [Int32]
  var wasOver: [Bool]
  /// For each person and skill, the speed; 0 when the person cannot do it.
  var speeds: [Double]
  var workers: [Worker]
  /// Waiting work and waiting work for windows by skill, and courses by person.
  var work: [ReadyQueue]
  var duty: [ReadyQueue]
  var courses: [ReadyQueue]
  var channel: CopyChannel
  var channelEvent: EventHandle?
  var isServing = false
  var begun: [Int32] = []
  var copyCursor = 0
  var windowCursor = 0
  var lastCopy: Int32 = -1
  var lastCopyEnd: Int64 = -1
  var open: Int

  var executions: [Execution] = []
  var segments: [WorkSegment] = []
  var changes: [StateChange] = []

  init(_ plan: ProjectPlan, _ network: TaskNetwork, _ facts: RunFacts, replication: UInt32) {
    self.plan = plan
    self.network = network
    self.facts = facts
    self.replication = replication
    limit = TimeSpan.seconds(plan.limit.value).milliseconds
    let count = network.tasks.count
    missing = (0..<count).map { Int32(network.predecessors.range(of: Int32($0)).count) }
    current = Array(repeating: -1, count: count)
    tries = Array(repeating: 0, count: count)
    attempts = Array(repeating: 0, count: network.guests.count)
    wasOver = Array(repeating: false, count: network.guests.count)
    speeds = facts.speeds
    workers = Array(repeating: Worker(), count: plan.people.count)
    work = Array(repeating: ReadyQueue(), count: plan.skills.count)
    duty = work
    courses = Array(repeating: ReadyQueue(), count: plan.people.count)
    channel = CopyChannel(
      rate: plan.network.rate.value / 8000,
      mostEach: (plan.network.perCopy ?? plan.network.rate).value / 8000,
      slots: plan.network.slots ?? .max, spans: plan.network.spansWindows, taskCount: count)
    open = count
    executions.reserveCapacity(count + count / 8)
    segments.reserveCapacity(count)
    changes.reserveCapacity(network.guests.count * 4 + network.servers.count * 2)
  }

  /// Runs until all is done, or nothing more can happen.
  mutating func run() {
    for task in network.tasks.indices where network.predecessors.range(of: Int32(task)).isEmpty {
      makeReady(Int32(task), at: 0, enabler: -1)
    }
    while open > 0, let event = queue.popNext() {
      guard let kind = Kind(rawValue: event.kind) else { preconditionFailure("an event of no kind") }
      let time = event.time.milliseconds
      let person = Int(event.target)
      switch kind {
      case .workDone: finishWork(of: person, at: time)
      case .cutOff: rollBack(person, outcome: .cutOff, at: time)
      case .rolledBack: finishRollBack(of: person, at: time)
      case .wake:
        workers[person].hasWake = false
        if workers[person].current < 0 { giveWork(to: person, at: time) }
      case .dutyWake:
        workers[person].hasDutyWake = false
        giveDuty(to: person, at: time)
      case .network:
        channelEvent = nil
        serveNetwork(at: time)
      case .waited: complete(event.target, at: time)
      case .retry: makeReady(event.target, at: time, enabler: event.payload)
      }
    }
  }

  /// Schedules an event, unless it is beyond the limit.
  mutating func schedule(_ kind: Kind, at time: Int64, target: Int32 = -1, payload: Int32 = 0) {
    guard time <= limit else { return }
    queue.schedule(
      at: Instant(milliseconds: time), kind: kind.rawValue, target: target, payload: payload)
  }

  mutating func scheduleCancellable(_ kind: Kind, at time: Int64?, target: Int32 = -1) -> EventHandle? {
    guard let time, time <= limit else { return nil }
    return queue.scheduleCancellable(
      at: Instant(milliseconds: time), kind: kind.rawValue, target: target)
  }

  // MARK: Tasks

  /// The last predecessor of a task is done.
  mutating func makeReady(_ task: Int32, at time: Int64, enabler: Int32) {
    let node = network.tasks[Int(task)]
    let attempt = tries[Int(task)]
    tries[Int(task)] += 1
    let execution = Int32(executions.count)
    current[Int(task)] = execution
    executions.append(Execution(task: task, attempt: attempt, ready: time, enabler: enabler))
    switch node.kind {
    case .milestone:
      executions[Int(execution)].start = time
      if node.purpose == .cutOver {
        endAttempt(task, at: time)
      } else if node.purpose == .test {
        endTest(task, at: time)
      } else {
        complete(task, at: time)
      }
    case .wait:
      executions[Int(execution)].start = time
      schedule(.waited, at: time + duration(of: node, attempt: 0, speed: 1), target: task)
    case .copy:
      channel.enqueue(task, size: node.bytes)
      serveNetwork(at: time)
    case .work: offerWork(task, node, at: time)
    case .duty: offerDuty(task, node, at: time)
    }
  }

  /// How long a task takes at a speed, with this replication's chance in it.
  func duration(of node: TaskNode, attempt: Int32, speed: Double) -> Int64 {
    var milliseconds = Double(node.milliseconds)
    if node.variation > 0 {
      var stream = RandomStream(
        seed: plan.seed, purpose: TaskPurpose.effortStreams[Int(node.purpose.rawValue)],
        entity: UInt64(node.subject) << 16 | UInt64(attempt), replication: replication)
      milliseconds *= LogNormal(mean: 1, coefficientOfVariation: node.variation).sample(using: &stream)
    }
    return Int64((milliseconds / speed).rounded())
  }

  /// A task is done.
  mutating func complete(_ task: Int32, at time: Int64) {
    let execution = current[Int(task)]
    executions[Int(execution)].finish = time
    executions[Int(execution)].outcome = .done
    open -= 1
    let node = network.tasks[Int(task)]
    note(node, at: time)
    let list = network.successors.range(of: task)
    guard node.purpose == .cutOver else {
      for index in list { release(network.successors[index], by: execution, at: time) }
      return
    }
    // What lies outside the guest's own chain is released once, gates that count attempts even earlier.
    let isFirst = !wasOver[Int(node.subject)]
    wasOver[Int(node.subject)] = true
    for index in list {
      let successor = network.successors[index]
      let purpose = network.tasks[Int(successor)].purpose
      let isEarly = purpose == .gate && network.countsAttempts[Int(node.wave)]
      if purpose == .test || (isFirst && !isEarly) { release(successor, by: execution, at: time) }
    }
  }

  mutating func release(_ task: Int32, by execution: Int32, at time: Int64) {
    missing[Int(task)] -= 1
    if missing[Int(task)] == 0 { makeReady(task, at: time, enabler: execution) }
  }

  /// Writes down what the end of a task changes.
  private mutating func note(_ node: TaskNode, at time: Int64) {
    switch node.purpose {
    case .rack: changes.append(StateChange(time: time, kind: .unitOn, subject: node.subject))
    case .cutOver: changes.append(StateChange(time: time, kind: .moved, subject: node.subject))
    case .test: changes.append(StateChange(time: time, kind: .tested, subject: node.subject))
    case .parallel: noteAcceptance(of: node.subject, at: time)
    case .training:
      let place = Int(node.person) * plan.skills.count + Int(node.skill)
      speeds[place] = facts.speedsAfter[place]
    default: break
    }
  }

  private mutating func noteAcceptance(of guest: Int32, at time: Int64) {
    changes.append(StateChange(time: time, kind: .accepted, subject: guest))
    let server = network.guests[Int(guest)].server
    // The last of its guests switches the old server off.
    if missing[Int(network.servers[Int(server)].decommission)] == 1 {
      changes.append(StateChange(time: time, kind: .serverOff, subject: server))
    }
  }
}
