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
/// **Valid for** every plan that ``MigrationPlanChecker`` accepts, if no host is overfull at first. **Not modelled**:
/// separations, and chains of more than two moves, since pivots may break them: on tight fleets the bound is low.
public struct MakespanBound: Sendable, Hashable {
  /// The bound in milliseconds.
  public let milliseconds: Int64
  /// What it rests on: `link of`, `room on` a host, or `uplink of enclosure 1`.
  public let subject: String
  /// The host that it rests on, if it is one.
  public let host: Int32?

  /// What it rests on: `link of host 3`, `room on host 2`; numbers from 0.
  public var reason: String { host.map { "\(subject) host \($0)" } ?? subject }

  /// Computes the bound of a problem.
  public init(of problem: MigrationProblem) {
    let movers = problem.movers
    guard !movers.isEmpty else {
      (milliseconds, subject, host) = (0, "nothing moves", nil)
      return
    }
    let heads = MoveHeads(problem, movers)
    var best: (value: Int64, line: Int?, host: Int32) = (0, nil, -1)
    let units = problem.links.unitsOfLine
    var work = [[(head: Int64, work: Int64)]](repeating: [], count: units.count)
    for (index, guest) in movers.enumerated() {
      let (source, target) = (problem.from[Int(guest)], problem.to[Int(guest)])
      let chain = heads.arrival[index] + problem.times.least(of: guest)
      if chain > best.value { best = (chain, nil, target) }
      for (place, line) in problem.links.lines(from: source, to: target).enumerated() where line >= 0 {
        let least = problem.times.leastWork(of: guest, units: units[Int(line)])
        work[Int(line)].append((place == 1 ? heads.arrival[index] : heads.departure[index], least))
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
    let step = MakespanBound.commonStep(problem)
    milliseconds = (best.value + step - 1) / step * step
    (subject, host) = best.line.map { problem.links.name(ofLine: $0) } ?? ("room on", best.host)
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

/// When each mover can begin to leave its host and to come to its new one at the earliest.
private struct MoveHeads {
  var departure: [Int64]
  var arrival: [Int64]

  init(_ problem: MigrationProblem, _ movers: [Int32]) {
    let placement = problem.placement
    let resources = placement.resources.count
    var free = [Int64](repeating: 0, count: placement.hosts.count * resources)
    var slots = [Int64](repeating: .max, count: placement.hosts.count)
    var content = [[Int32]](repeating: [], count: placement.hosts.count)
    for host in 0..<placement.hosts.count {
      let type = Int(placement.hosts.typeOfHost[host])
      for resource in 0..<resources {
        free[host * resources + resource] = Int64(placement.usableCapacity(ofType: type, resource))
      }
      if let limit = placement.hosts.types[type].guestLimit { slots[host] = Int64(limit) }
    }
    for guest in problem.from.indices where problem.from[guest] >= 0 {
      let host = Int(problem.from[guest])
      content[host].append(Int32(guest))
      if slots[host] != .max { slots[host] -= 1 }
      for resource in 0..<resources {
        free[host * resources + resource] -= Int64(placement.guests.size(of: Int32(guest), resource))
      }
    }
    func fits(_ guest: Int32, _ host: Int) -> Bool {
      guard slots[host] > 0 else { return false }
      for resource in 0..<resources
      where Int64(placement.guests.size(of: guest, resource)) > free[host * resources + resource] {
        return false
      }
      return true
    }
    // A guest for which no other host has room at first waits for the first move of all to end.
    let shortest =
      problem.from.indices.filter { problem.from[$0] >= 0 }
      .map { problem.times.least(of: Int32($0)) }.min() ?? 0
    var refuges = [[Int32]?](repeating: nil, count: placement.flavours.count)
    func head(of guest: Int32) -> Int64 {
      let flavour = Int(placement.flavours.flavourOfGuest[Int(guest)])
      if refuges[flavour] == nil {
        var found: [Int32] = []
        for host in 0..<placement.hosts.count where found.count < 2 && fits(guest, host) {
          found.append(Int32(host))
        }
        refuges[flavour] = found
      }
      let isStuck = refuges[flavour]?.allSatisfy { $0 == problem.from[Int(guest)] } ?? true
      return isStuck ? shortest : 0
    }
    departure = movers.map(head)
    var ends: [(end: Int64, guest: Int32)]
    var ready: [[(end: Int64, guest: Int32)]?] = content.map { _ in nil }
    arrival = []
    for guest in movers {
      let host = Int(problem.to[Int(guest)])
      if fits(guest, host) {
        arrival.append(0)
        continue
      }
      if ready[host] == nil {
        ends = content[host].map { (head(of: $0) + problem.times.least(of: $0), $0) }
        ends.sort { ($0.end, $0.guest) < ($1.end, $1.guest) }
        ready[host] = ends
      }
      var latest = slots[host] > 0 ? 0 : Int64.max
      if latest != 0, let list = ready[host], list.count > Int(-slots[host]) {
        latest = list[Int(-slots[host])].end
      }
      for resource in 0..<resources {
        var lacking =
          Int64(placement.guests.size(of: guest, resource)) - free[host * resources + resource]
        guard lacking > 0 else { continue }
        for (end, leaver) in ready[host] ?? [] where lacking > 0 {
          lacking -= Int64(placement.guests.size(of: leaver, resource))
          if lacking <= 0 { latest = max(latest, end) }
        }
      }
      arrival.append(latest == .max ? 0 : latest)
    }
  }
}
