public import Quantities

/// When each guest moves, so that every rule holds at every moment.
public struct MigrationPlan: Sendable, Hashable {
  /// The moves by start, then by guest.
  public let moves: [PlannedMove]
  /// The guests that cannot move, in order; empty for a complete plan. They stay where they are.
  public let blocked: [BlockedMove]
  /// Milliseconds from the first start to the last end.
  public let makespan: Int64
  /// Milliseconds that any plan for all guests takes at least.
  public let bound: MakespanBound
  /// Moves to a host that the guest only waits on, since the moves block one another without.
  public let pivots: Int
  /// MiB of guest memory that the moves carry.
  public let mebibytes: Int64
  /// Milliseconds that guests stand still, added up.
  public let downtime: Int64
  /// Milliseconds that the guest with most of it stands still.
  public let worstDowntime: Int64
  /// The most moves under way at once.
  public let peakConcurrency: Int

  /// Adds up a plan.
  public init(
    _ moves: [PlannedMove], blocked: [BlockedMove] = [], of problem: MigrationProblem, bound: MakespanBound
  ) {
    let moves = moves.sorted { ($0.start, $0.guest) < ($1.start, $1.guest) }
    self.moves = moves
    self.blocked = blocked
    self.bound = bound
    makespan = moves.map(\.end).max() ?? 0
    pivots = moves.count { $0.to != problem.to[Int($0.guest)] }
    mebibytes = moves.reduce(0) { $0 + problem.times.mebibytes[Int($1.guest)] }
    var stopped = [Int64](repeating: 0, count: problem.from.count)
    for move in moves { stopped[Int(move.guest)] += problem.times.downtime[Int(move.guest)] }
    downtime = stopped.reduce(0, +)
    worstDowntime = stopped.max() ?? 0
    peakConcurrency = MigrationPlan.peak(moves)
  }

  private static func peak(_ moves: [PlannedMove]) -> Int {
    var changes = moves.map { (time: $0.start, change: 1) } + moves.map { (time: $0.end, change: -1) }
    changes.sort { ($0.time, $0.change) < ($1.time, $1.change) }
    var (now, most) = (0, 0)
    for change in changes {
      now += change.change
      most = max(most, now)
    }
    return most
  }

  /// Whether every guest comes to its new host.
  public var isComplete: Bool { blocked.isEmpty }

  /// How far the makespan is above the bound at most; nil when guests were blocked, since then it is no full plan.
  public var gap: Fraction? {
    guard isComplete else { return nil }
    return bound.milliseconds == 0
      ? .zero : Fraction(Double(makespan) / Double(bound.milliseconds) - 1)
  }

  /// The wave of each move, from 1: one after the last wave of the moves that had ended on either of its hosts when it
  /// began.
  public var waves: [Int] {
    var ended: [Int32: [(end: Int64, wave: Int)]] = [:]
    return moves.map { move in
      var wave = 1
      for host in [move.from, move.to] {
        for other in ended[host] ?? [] where other.end <= move.start { wave = max(wave, other.wave + 1) }
      }
      for host in [move.from, move.to] { ended[host, default: []].append((move.end, wave)) }
      return wave
    }
  }

  /// When each host loses its last guest, in order of time; only hosts without guests from then on.
  public func freedHosts(in problem: MigrationProblem) -> [(host: Int32, time: Int64)] {
    var guests = [Int](repeating: 0, count: problem.placement.hosts.count)
    var (before, last) = (guests, [Int64](repeating: 0, count: guests.count))
    var places = problem.from
    for host in problem.from where host >= 0 { before[Int(host)] += 1 }
    for move in moves {
      places[Int(move.guest)] = move.to
      last[Int(move.from)] = max(last[Int(move.from)], move.end)
    }
    for host in places where host >= 0 { guests[Int(host)] += 1 }
    let freed = guests.indices.filter { guests[$0] == 0 && before[$0] > 0 }
    return freed.map { (Int32($0), last[$0]) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}
