import EventEngine
import Quantities

/// A plan unfolded: every task with what comes before and after it, and who and what it concerns.
///
/// The number of a task is its rank: of two tasks that could be done, the lower number is. Training comes first, then
/// planned tasks, equipment, network segments, then wave after wave, guest after guest.
struct TaskNetwork: Sendable {
  /// One guest that moves.
  struct Guest: Sendable, Hashable {
    let group: Int32
    let server: Int32
    /// Which of the server's guests, from 0.
    let place: Int32
    let wave: Int32
    var copy: Int32 = -1
    var cutOver: Int32 = -1
  }

  /// One old server.
  struct Server: Sendable, Hashable {
    let group: Int32
    let numberInGroup: Int32
    var decommission: Int32 = -1
  }

  /// One enclosure, or server that stands alone.
  struct Unit: Sendable, Hashable {
    let order: Int32
    let numberInOrder: Int32
  }

  fileprivate(set) var tasks: [TaskNode] = []
  /// Guests in the order in which they move.
  fileprivate(set) var guests: [Guest] = []
  fileprivate(set) var servers: [Server] = []
  fileprivate(set) var units: [Unit] = []
  /// Services, as segment and number in the segment.
  fileprivate(set) var services: [(segment: Int, number: Int)] = []
  fileprivate(set) var waveCount = 0
  /// The task that each wave waits for; -1 for the first.
  fileprivate(set) var gates: [Int32] = []
  /// Whether the gate behind each wave opens at first attempts.
  fileprivate(set) var countsAttempts: [Bool] = []
  fileprivate(set) var predecessors = TaskLists()
  fileprivate(set) var successors = TaskLists()

  /// Hours of each person, those within windows, and those of copies.
  let hours: [OpenTimes]
  let dutyHours: [OpenTimes]
  let windows: OpenTimes
  let copyTimes: OpenTimes

  /// Unfolds a plan that has no errors.
  init(_ plan: ProjectPlan) {
    windows = OpenTimes(plan.windows, from: plan.start, limit: plan.limit)
    (hours, dutyHours) = plan.workingTimes(in: windows)
    switch plan.network.times {
    case .anyTime: copyTimes = OpenTimes(.always, from: plan.start, limit: plan.limit)
    case .inWindows: copyTimes = windows
    }
    var builder = NetworkBuilder(plan)
    builder.build()
    tasks = builder.tasks
    guests = builder.guests
    servers = builder.servers
    units = builder.units
    services = builder.services
    waveCount = builder.waveCount
    gates = builder.gates
    countsAttempts = builder.countsAttempts
    predecessors = TaskLists(builder.links.map { (of: $0.after, $0.before) }, count: tasks.count)
    successors = TaskLists(builder.links.map { (of: $0.before, $0.after) }, count: tasks.count)
  }
}

extension ProjectPlan {
  /// When each person is at work, and when for windows.
  func workingTimes(in windows: OpenTimes) -> (hours: [OpenTimes], duty: [OpenTimes]) {
    let byCalendar = calendars.map { OpenTimes($0.hours, from: start, limit: limit) }
    var hours: [OpenTimes] = []
    var duty: [OpenTimes] = []
    for person in people {
      let calendar = byCalendar[calendars.firstIndex { $0.name == person.calendar } ?? 0]
      hours.append(calendar.without(person.absences, from: start))
      duty.append(
        (person.joinsWindows ? windows : calendar.intersection(windows)).without(person.absences, from: start)
      )
    }
    return (hours, duty)
  }
}

/// A list of tasks for each task, in one array.
struct TaskLists: Sendable {
  private var first: [Int32] = [0]
  private var members: [Int32] = []

  init() {}

  /// Puts members into lists, in the order given.
  init(_ entries: [(of: Int32, Int32)], count: Int) {
    first = Array(repeating: 0, count: count + 1)
    for (list, _) in entries { first[Int(list) + 1] += 1 }
    for index in 0..<count { first[index + 1] += first[index] }
    var place = first
    members = Array(repeating: 0, count: entries.count)
    for (list, member) in entries {
      members[Int(place[Int(list)])] = member
      place[Int(list)] += 1
    }
  }

  /// Where the list of a task lies.
  func range(of task: Int32) -> Range<Int> { Int(first[Int(task)])..<Int(first[Int(task) + 1]) }
  subscript(index: Int) -> Int32 { members[index] }
  /// The list of a task.
  func list(of task: Int32) -> ArraySlice<Int32> { members[range(of: task)] }
}
