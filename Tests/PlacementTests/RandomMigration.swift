import Placement
import TestProblems
import TestSupport

/// Two random placements of the same guests under all rules, with random times and links.
func randomMigration(
  seed: UInt64, guests: Int = 30, hosts: Int = 12, hasRules: Bool = true
) -> MigrationProblem {
  let problem = randomProblem(seed: seed, guests: guests, hosts: hosts, hasRules: hasRules)
  var random = SeededGenerator(seed: seed ^ 0xABCD)
  func placed() -> [Int32] {
    var fleet = FleetState(problem)
    var order = Array(0..<Int32(problem.guests.count))
    order.shuffle(using: &random)
    for guest in order {
      let hosts = (0..<Int32(problem.hosts.count)).filter { fleet.admits(guest, on: $0) }
      if let host = hosts.randomElement(using: &random) { fleet.place(guest, on: host) }
    }
    return fleet.hostOfGuest
  }
  var (from, to) = (placed(), placed())
  for guest in from.indices where from[guest] < 0 || to[guest] < 0 { (from[guest], to[guest]) = (-1, -1) }
  let widest = Int.random(in: 1...2, using: &random)
  let count = problem.guests.count
  let times = MigrationTimes(
    widest: widest,
    milliseconds: (0..<count).flatMap { _ in
      let slow = Int64.random(in: 1...20, using: &random)
      return widest == 1 ? [slow] : [slow, max(1, slow / 2)]
    }, downtime: (0..<count).map { _ in Int64.random(in: 0...3, using: &random) },
    mebibytes: (0..<count).map { _ in Int64.random(in: 0...100, using: &random) })
  let uplinks =
    Bool.random(using: &random)
    ? [MigrationLinks.Uplinks(of: problem.hosts.domains[0], units: Int32.random(in: 1...3, using: &random))]
    : []
  let links = MigrationLinks(
    unitsOfHost: (0..<problem.hosts.count).map { _ in Int32.random(in: 1...3, using: &random) },
    directions: Bool.random(using: &random) ? .shared : .separate, uplinks: uplinks)
  return MigrationProblem(problem, from: from, to: to, times: times, links: links)
}

/// Guests of one resource that move between equal hosts, one unit of every link for each.
func migration(
  sizes: [Int32], from: [Int32], to: [Int32], hosts: Int, capacity: Int32, milliseconds: [Int64]? = nil,
  slots: Int32 = 1, directions: MigrationLinks.Directions = .shared, separations: [Separation] = []
) -> MigrationProblem {
  MigrationProblem(
    problem(sizes: sizes, hosts: hosts, capacity: capacity, separations: separations), from: from, to: to,
    times: MigrationTimes(
      milliseconds: milliseconds ?? sizes.map { Int64($0) * 10 }, downtime: sizes.map { _ in 1 },
      mebibytes: sizes.map { Int64($0) }),
    links: MigrationLinks(hosts: hosts, slots: slots, directions: directions))
}

/// Searches all plans of small problems, on code of its own.
struct ExhaustiveMigration {
  let problem: MigrationProblem

  /// Whether a host takes a guest beside all that are on it; `places` lists one or two hosts of each guest.
  private func takes(_ host: Int32, _ guest: Int, _ places: [[Int32]]) -> Bool {
    let placement = problem.placement
    let type = Int(placement.hosts.typeOfHost[Int(host)])
    guard placement.compatibility[placement.guests.classes[guest], Int32(type)] else { return false }
    if case .hosts(let spare) = placement.spare, Int(host) >= placement.hosts.count - spare { return false }
    let others = places.indices.filter { $0 != guest && places[$0].contains(host) }
    if let limit = placement.hosts.types[type].guestLimit, others.count >= Int(limit) { return false }
    for resource in placement.resources.indices {
      let sum = others.reduce(0) { $0 + Int(placement.guests.size(of: Int32($1), resource)) }
      let size = Int(placement.guests.size(of: Int32(guest), resource))
      if sum + size > Int(placement.usableCapacity(ofType: type, resource)) { return false }
    }
    for rule in placement.separations where rule.guests.contains(Int32(guest)) {
      let unit = placement.hosts.unit(of: host, at: rule.level)
      let crowd = Set(rule.guests).filter { other in
        Int(other) != guest
          && places[Int(other)].contains {
            $0 >= 0 && placement.hosts.unit(of: $0, at: rule.level) == unit
          }
      }
      if crowd.count >= Int(rule.limit) { return false }
    }
    return true
  }

  /// Whether the last placement can be reached by moving one guest after another, over any hosts.
  func isReachable() -> Bool {
    var seen: Set<[Int32]> = [problem.from]
    var queue = [problem.from]
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      if state == problem.to { return true }
      for guest in state.indices where state[guest] >= 0 {
        for host in 0..<Int32(problem.placement.hosts.count) where host != state[guest] {
          guard takes(host, guest, state.map { [$0] }) else { continue }
          var other = state
          other[guest] = host
          if seen.insert(other).inserted { queue.append(other) }
        }
      }
    }
    return false
  }

  /// The least makespan of any plan in which every guest moves once; nil when there is none.
  func leastMakespan() -> Int64? {
    var best: Int64?
    search(
      time: 0, places: problem.from.map { [$0] }, running: [], waiting: problem.movers, from: 0, &best)
    return best
  }

  private func search(
    time: Int64, places: [[Int32]], running: [(guest: Int32, end: Int64)], waiting: [Int32], from: Int,
    _ best: inout Int64?
  ) {
    let latest = running.map(\.end).max() ?? time
    if let best, latest >= best { return }
    if waiting.isEmpty {
      best = latest
      return
    }
    for index in waiting.indices.dropFirst(from) {
      let guest = waiting[index]
      let (source, target) = (problem.from[Int(guest)], problem.to[Int(guest)])
      guard takes(target, Int(guest), places), hasUnits(running.map(\.guest) + [guest]) else { continue }
      var (after, left) = (places, waiting)
      after[Int(guest)] = [source, target]
      left.remove(at: index)
      let end = time + problem.milliseconds(of: guest, from: source, to: target)
      search(time: time, places: after, running: running + [(guest, end)], waiting: left, from: index, &best)
    }
    guard let next = running.map(\.end).min() else { return }
    var after = places
    for move in running where move.end == next { after[Int(move.guest)] = [problem.to[Int(move.guest)]] }
    search(
      time: next, places: after, running: running.filter { $0.end > next }, waiting: waiting, from: 0, &best)
  }

  /// Whether all links carry some moves at once.
  private func hasUnits(_ guests: [Int32]) -> Bool {
    var used: [String: Int32] = [:]
    let isShared = problem.links.directions == .shared
    for guest in guests {
      let (source, target) = (problem.from[Int(guest)], problem.to[Int(guest)])
      let width = problem.width(from: source, to: target)
      used["host \(source)" + (isShared ? "" : " out"), default: 0] += width
      used["host \(target)" + (isShared ? "" : " in"), default: 0] += width
      for (index, uplink) in problem.links.uplinks.enumerated() {
        let (left, entered) = (
          uplink.domains.domainOfHost[Int(source)], uplink.domains.domainOfHost[Int(target)]
        )
        guard left != entered else { continue }
        used["uplink \(index) \(left)" + (isShared ? "" : " out"), default: 0] += width
        used["uplink \(index) \(entered)" + (isShared ? "" : " in"), default: 0] += width
      }
    }
    return used.allSatisfy { name, units in
      let parts = name.split(separator: " ")
      return parts[0] == "host"
        ? units <= problem.links.unitsOfHost[Int(parts[1]) ?? 0]
        : units <= problem.links.uplinks[Int(parts[1]) ?? 0].units
    }
  }
}
