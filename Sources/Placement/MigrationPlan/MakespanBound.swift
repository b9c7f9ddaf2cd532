/// Milliseconds that any plan takes at least, pivots allowed, and what that rests on.
///
/// ```
/// line    h + ⌈ Σ w t / units ⌉   over the moves of a line that cannot begin before h, for every h
/// chain   r + t                   over guests whose room on the new host is free after r at the earliest
/// ```
/// Every guest whose host changes must leave its host once and come to its new one once, whatever it does between; `w t`
/// is the least that one of its moves takes of a line. Room for a guest on a host is short by what the host does not have
/// free at first; guests free it when they end a first move, which is after their shortest duration at the earliest, and
/// later if no host has room for them at first. Where all durations are multiples of one number, so is the makespan of a
/// best plan, and the bound is rounded up to it.
///
/// Pivots may break chains of waiting, so the bound counts two moves of each. ``direct`` is for plans in which every guest
/// moves once: only those who leave a host for good free its room, and chains count in full.
///
/// **Valid for** every plan that ``MigrationPlanChecker`` accepts. **Not modelled**: separations, and what other guests
/// take of the room that is freed: on tight fleets the bound is low.
public struct MakespanBound: Sendable, Hashable {
  /// The bound in milliseconds.
  public let milliseconds: Int64
  /// Milliseconds that plans without pivots take at least; not less than ``milliseconds``.
  public let direct: Int64
  /// What the bound rests on: `link of`, `room on` a host, or `uplink of enclosure 1`.
  public let subject: String
  /// The host that it rests on, if it is one.
  public let host: Int32?

  /// What it rests on: `link of host 3`, `room on host 2`; numbers from 0.
  public var reason: String { host.map { "\(subject) host \($0)" } ?? subject }

  /// Computes the bound of a problem.
  public init(of problem: MigrationProblem) {
    let movers = problem.movers
    guard !movers.isEmpty else {
      (milliseconds, direct, subject, host) = (0, 0, "nothing moves", nil)
      return
    }
    let heads = MoveHeads(problem, movers)
    let step = MakespanBound.commonStep(problem)
    let any = MakespanBound.longest(problem, movers, heads.departure, heads.arrival, isDirect: false)
    let once = MakespanBound.longest(problem, movers, heads.direct, heads.direct, isDirect: true)
    milliseconds = (any.value + step - 1) / step * step
    direct = max(milliseconds, (once.value + step - 1) / step * step)
    (subject, host) = any.line.map { problem.links.name(ofLine: $0) } ?? ("room on", any.host)
  }

  /// The longest line or chain, from when moves can begin to leave and to come.
  private static func longest(
    _ problem: MigrationProblem, _ movers: [Int32], _ departure: [Int64], _ arrival: [Int64], isDirect: Bool
  ) -> (value: Int64, line: Int?, host: Int32) {
    var best: (value: Int64, line: Int?, host: Int32) = (0, nil, -1)
    let units = problem.links.unitsOfLine
    var work = [[(head: Int64, work: Int64)]](repeating: [], count: units.count)
    for (index, guest) in movers.enumerated() {
      let (source, target) = (problem.from[Int(guest)], problem.to[Int(guest)])
      let width = problem.width(from: source, to: target)
      let own = problem.times.milliseconds(of: guest, width: width)
      let chain = arrival[index] + (isDirect ? own : problem.times.least(of: guest))
      if chain > best.value { best = (chain, nil, target) }
      for (place, line) in problem.links.lines(from: source, to: target).enumerated() where line >= 0 {
        let least =
          isDirect ? own * Int64(width) : problem.times.leastWork(of: guest, units: units[Int(line)])
        work[Int(line)].append((place == 1 ? arrival[index] : departure[index], least))
      }
    }
    for (line, units) in units.enumerated() where !work[line].isEmpty {
      var sum: Int64 = 0
      for entry in work[line].sorted(by: { ($1.head, $1.work) < ($0.head, $0.work) }) {
        sum += entry.work
        let value = entry.head + (sum + Int64(units) - 1) / Int64(units)
        if value > best.value { best = (value, line, -1) }
      }
    }
    return best
  }

  /// The largest number that divides every duration.
  private static func commonStep(_ problem: MigrationProblem) -> Int64 {
    var step: Int64 = 0
    for guest in problem.from.indices where problem.from[guest] >= 0 {
      for width in 1...Int32(problem.times.widest) {
        var (left, right) = (problem.times.milliseconds(of: Int32(guest), width: width), step)
        while right != 0 { (left, right) = (right, left % right) }
        step = left
        if step == 1 { return 1 }
      }
    }
    return max(1, step)
  }
}
