/// Starts moves as soon as they may: links and room free, those before them in their order started.
///
/// Time goes from end to end of moves. At each, the moves that still wait are looked at by priority, and those that every
/// rule admits begin: they take room on the new host, and keep it on the old one until they end.
///
/// Room that a move takes early may be missing for another later. An ``Order`` makes sure that this ends well: if the moves
/// to each host start in the order of a ``MoveSequence``, the first one that waits always finds at least the room that it
/// had in the sequence. With rules on domains only the order of all moves is as sure.
struct MoveSchedule {
  /// Which moves may overtake others.
  enum Order: CaseIterable {
    /// Any.
    case free
    /// Only moves to other hosts.
    case byTarget
    /// None may start before one that is earlier in the sequence.
    case all
  }

  private let fleet: FleetState
  private let steps: [MoveSequence.Step]
  private let durations: [Int64]
  private let widths: [Int32]
  private let lines: [Int32]
  private let linesOfMove: Int
  private let units: [Int32]
  /// The move that must end before: the former one of the same guest.
  private let former: [Int32]
  /// The place of each move among those to its host.
  private let turn: [Int32]
  /// The longest chain of moves that waits for each, its own duration included.
  let tails: [Int64]
  /// The work of the busiest line of each move, in milliseconds.
  let pressure: [Int64]

  var count: Int { steps.count }

  init(_ sequence: MoveSequence, of problem: MigrationProblem, on fleet: FleetState) {
    self.fleet = fleet
    let steps = sequence.steps
    let (units, linesOfMove) = (problem.links.unitsOfLine, problem.links.linesOfMove)
    let widths = steps.map { problem.width(from: $0.from, to: $0.to) }
    let durations = zip(steps, widths).map { problem.times.milliseconds(of: $0.guest, width: $1) }
    let lines = steps.flatMap { problem.links.lines(from: $0.from, to: $0.to) }
    var last: [Int32: Int32] = [:]
    var count = [Int32](repeating: 0, count: fleet.hostCount)
    var (former, turn) = (count, count)
    former.removeAll()
    turn.removeAll()
    for (index, step) in steps.enumerated() {
      former.append(last[step.guest] ?? -1)
      last[step.guest] = Int32(index)
      turn.append(count[Int(step.to)])
      count[Int(step.to)] += 1
    }
    var work = [Int64](repeating: 0, count: units.count)
    for move in steps.indices {
      for place in 0..<linesOfMove {
        let line = Int(lines[move * linesOfMove + place])
        if line >= 0 { work[line] += durations[move] * Int64(widths[move]) }
      }
    }
    pressure = steps.indices.map { move in
      (0..<linesOfMove).reduce(0) { most, place in
        let line = Int(lines[move * linesOfMove + place])
        return line < 0 ? most : max(most, work[line] / Int64(units[line]))
      }
    }
    tails = MoveSchedule.tails(steps, durations, former, fleet)
    (self.steps, self.units, self.linesOfMove) = (steps, units, linesOfMove)
    (self.widths, self.durations, self.lines) = (widths, durations, lines)
    (self.former, self.turn) = (former, turn)
  }

  /// Moves to a host that is full at first wait for those that leave it.
  private static func tails(
    _ steps: [MoveSequence.Step], _ durations: [Int64], _ former: [Int32], _ fleet: FleetState
  ) -> [Int64] {
    var tails = durations
    // The longest tail among the later moves to each host that has no room for them at first.
    var longest = [Int64](repeating: 0, count: fleet.hostCount)
    var next = [Int64](repeating: 0, count: steps.count)
    for move in steps.indices.reversed() {
      let step = steps[move]
      tails[move] += max(longest[Int(step.from)], next[move])
      if former[move] >= 0 { next[Int(former[move])] = tails[move] }
      if !fleet.hasRoom(flavour: fleet.flavourOfGuest[Int(step.guest)], on: step.to) {
        longest[Int(step.to)] = max(longest[Int(step.to)], tails[move])
      }
    }
    return tails
  }

  /// Runs the moves.
  ///
  /// - Parameters:
  ///   - priority: of each move; the highest starts first, the earliest in the sequence among equals.
  ///   - isStrict: whether lower priorities may not use the links or the new host of a move that has to wait.
  ///   - limit: a makespan that is no use any more; the run ends when it is reached.
  /// - Returns: when each move starts, and when the last ends; nil when the moves block one another or the limit is reached.
  func run(
    _ priority: [Double], _ isStrict: [Bool], order: Order, limit: Int64 = .max, _ budget: inout WorkBudget
  ) -> (starts: [Int64], makespan: Int64)? {
    var fleet = fleet
    var used = [Int32](repeating: 0, count: units.count)
    var starts = [Int64](repeating: -1, count: steps.count)
    var hasEnded = [Bool](repeating: false, count: steps.count)
    var started = [Int32](repeating: 0, count: fleet.hostCount)
    var sequenceNext = 0
    // The last pass in which a line or host was kept for a move of higher priority.
    var (keptLine, keptHost) = (used, started)
    var pass: Int32 = 0
    var running = EndHeap()
    var waiting = Array(0..<Int32(steps.count))
    if order != .all {
      waiting.sort { (priority[Int($1)], $0) < (priority[Int($0)], $1) }
    }
    var (time, makespan) = (Int64(0), Int64(0))
    while !waiting.isEmpty {
      var hasStarted = true
      while hasStarted {
        hasStarted = false
        var kept = 0
        pass += 1
        budget.spend(waiting.count)
        for index in waiting.indices {
          let move = Int(waiting[index])
          let step = steps[move]
          let isAhead =
            switch order {
            case .free: false
            case .byTarget: turn[move] != started[Int(step.to)]
            case .all: move != sequenceNext
            }
          guard !isAhead, former[move] < 0 || hasEnded[Int(former[move])], isFree(move, used),
            keptHost[Int(step.to)] != pass, !isKept(move, keptLine, pass),
            fleet.admits(moving: step.guest, to: step.to)
          else {
            waiting[kept] = waiting[index]
            kept += 1
            if isStrict[move] {
              keptHost[Int(step.to)] = pass
              keep(move, &keptLine, pass)
            }
            continue
          }
          fleet.relocate(step.guest, to: step.to)
          fleet.reserve(step.guest, on: step.from)
          take(move, &used, 1)
          starts[move] = time
          started[Int(step.to)] += 1
          if order == .all { sequenceNext += 1 }
          running.insert(time + durations[move], Int32(move))
          makespan = max(makespan, time + durations[move])
          hasStarted = order == .byTarget
        }
        waiting.removeLast(waiting.count - kept)
        if makespan >= limit { return nil }
      }
      guard let end = running.first?.end else { return waiting.isEmpty ? (starts, makespan) : nil }
      time = end
      while let next = running.first, next.end == end {
        running.removeFirst()
        let move = Int(next.move)
        hasEnded[move] = true
        fleet.release(steps[move].guest, from: steps[move].from)
        take(move, &used, -1)
      }
    }
    return (starts, makespan)
  }

  private func isFree(_ move: Int, _ used: [Int32]) -> Bool {
    for place in 0..<linesOfMove {
      let line = Int(lines[move * linesOfMove + place])
      if line >= 0, used[line] + widths[move] > units[line] { return false }
    }
    return true
  }

  private func isKept(_ move: Int, _ keptLine: [Int32], _ pass: Int32) -> Bool {
    for place in 0..<linesOfMove {
      let line = Int(lines[move * linesOfMove + place])
      if line >= 0, keptLine[line] == pass { return true }
    }
    return false
  }

  private func keep(_ move: Int, _ keptLine: inout [Int32], _ pass: Int32) {
    for place in 0..<linesOfMove {
      let line = Int(lines[move * linesOfMove + place])
      if line >= 0 { keptLine[line] = pass }
    }
  }

  private func take(_ move: Int, _ used: inout [Int32], _ sign: Int32) {
    for place in 0..<linesOfMove {
      let line = Int(lines[move * linesOfMove + place])
      if line >= 0 { used[line] += sign * widths[move] }
    }
  }

  /// The moves with their times.
  func moves(_ starts: [Int64]) -> [PlannedMove] {
    steps.indices.map {
      PlannedMove(
        guest: steps[$0].guest, from: steps[$0].from, to: steps[$0].to, start: starts[$0],
        end: starts[$0] + durations[$0])
    }
  }
}

/// The moves under way, the one that ends first on top.
private struct EndHeap {
  private var heap: [(end: Int64, move: Int32)] = []

  var first: (end: Int64, move: Int32)? { heap.first }

  mutating func insert(_ end: Int64, _ move: Int32) {
    heap.append((end, move))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
