internal import Quantities

/// Replays a plan of moves on the raw problem, moment by moment.
///
/// It shares no code with the planner (no fleet state, no flavours, no line numbers), so that a mistake there cannot hide
/// here. At every moment, ends first, it counts what is on each host that a guest begins to come to, moving guests on both
/// of their hosts.
public struct MigrationPlanChecker: Sendable {
  /// The problem.
  public let problem: MigrationProblem

  /// Creates a checker.
  public init(_ problem: MigrationProblem) { self.problem = problem }

  /// Everything that is wrong with a plan; empty when it keeps every rule and tells the truth about itself.
  public func violations(of plan: MigrationPlan) -> [MigrationViolation] {
    let guests = Int32(problem.from.count)
    let hosts = Int32(problem.placement.hosts.count)
    guard
      plan.moves.allSatisfy({
        (0..<guests).contains($0.guest) && (0..<hosts).contains($0.from) && (0..<hosts).contains($0.to)
          && $0.from != $0.to && $0.start >= 0 && $0.end > $0.start
      })
    else { return [.malformed] }
    var replay = Replay(problem)
    var times = Set(plan.moves.map(\.start))
    times.formUnion(plan.moves.map(\.end))
    let starting = Dictionary(grouping: plan.moves, by: \.start)
    let ending = Dictionary(grouping: plan.moves, by: \.end)
    var violations: [MigrationViolation] = []
    var (peak, now) = (0, 0)
    for time in times.sorted() {
      for move in ending[time] ?? [] {
        now -= 1
        replay.end(move)
      }
      for move in starting[time] ?? [] {
        now += 1
        violations += replay.start(move)
      }
      peak = max(peak, now)
      violations += replay.check(starting[time] ?? [])
    }
    return violations + placeViolations(replay, plan) + accountViolations(plan, peak)
  }

  private func placeViolations(_ replay: Replay, _ plan: MigrationPlan) -> [MigrationViolation] {
    let blocked = Set(plan.blocked.map(\.guest))
    return problem.from.indices.compactMap { guest in
      let expected = blocked.contains(Int32(guest)) ? problem.from[guest] : problem.to[guest]
      return replay.place[guest] == expected ? nil : .notAtTarget(guest: Int32(guest))
    }
  }

  private func accountViolations(_ plan: MigrationPlan, _ peak: Int) -> [MigrationViolation] {
    var violations: [MigrationViolation] = []
    var stopped: [Int32: Int64] = [:]
    for move in plan.moves { stopped[move.guest, default: 0] += problem.times.downtime[Int(move.guest)] }
    let sent = plan.moves.map { problem.times.mebibytes[Int($0.guest)] }.reduce(0, +)
    let pivots = plan.moves.filter { $0.to != problem.to[Int($0.guest)] }.count
    if plan.makespan != plan.moves.map(\.end).max() ?? 0 || plan.mebibytes != sent
      || plan.downtime != stopped.values.reduce(0, +) || plan.worstDowntime != stopped.values.max() ?? 0
      || plan.peakConcurrency != peak || plan.pivots != pivots
    {
      violations.append(.miscounted)
    }
    if plan.isComplete, plan.bound.milliseconds > plan.makespan { violations.append(.boundTooHigh) }
    return violations
  }
}

/// Something that is wrong with a plan of moves or with what it says about itself.
public enum MigrationViolation: Hashable, Sendable {
  /// A move names no existing guest or host, goes nowhere, or takes no time.
  case malformed
  /// A guest leaves a host that it is not on, or moves while it moves.
  case wrongOrigin(guest: Int32)
  /// A move takes another time than it should.
  case wrongDuration(guest: Int32)
  /// A guest comes to a host that is then overfull.
  case overfull(host: Int32, resource: Int)
  /// A guest comes to a host that then holds more than it may.
  case tooManyGuests(host: Int32)
  /// A guest comes to a host type that may not run it.
  case incompatible(guest: Int32)
  /// A guest comes to a host that is kept empty.
  case spareHostUsed(host: Int32)
  /// A guest comes to a unit that then holds too many separated guests.
  case together(rule: Int, unit: Int32)
  /// A link carries more than it can.
  case crowdedLink(host: Int32)
  /// An uplink carries more than it can.
  case crowdedUplink(domain: Int32)
  /// A guest is not where it should be at the end.
  case notAtTarget(guest: Int32)
  /// A figure of the plan is wrong.
  case miscounted
  /// The plan is shorter than its bound says is possible.
  case boundTooHigh
}

/// Where everybody is.
private struct Replay {
  let problem: MigrationProblem
  /// The host of each guest; while it moves, the one it comes to.
  var place: [Int32]
  /// The host that a moving guest has not left yet, or -1.
  var leaving: [Int32]
  private var under: [PlannedMove] = []
  private var rules: [[Int]]
  private var onHost: [Set<Int32>]

  init(_ problem: MigrationProblem) {
    self.problem = problem
    place = problem.from
    leaving = [Int32](repeating: -1, count: problem.from.count)
    rules = [[Int]](repeating: [], count: problem.from.count)
    onHost = [Set<Int32>](repeating: [], count: problem.placement.hosts.count)
    for (index, rule) in problem.placement.separations.enumerated() {
      for guest in Set(rule.guests) { rules[Int(guest)].append(index) }
    }
    for guest in place.indices where place[guest] >= 0 { onHost[Int(place[guest])].insert(Int32(guest)) }
  }

  mutating func end(_ move: PlannedMove) {
    guard let index = under.firstIndex(of: move) else { return }
    under.remove(at: index)
    leaving[Int(move.guest)] = -1
    if place[Int(move.guest)] != move.from { onHost[Int(move.from)].remove(move.guest) }
  }

  mutating func start(_ move: PlannedMove) -> [MigrationViolation] {
    var violations: [MigrationViolation] = []
    let guest = Int(move.guest)
    if place[guest] != move.from || leaving[guest] >= 0 {
      violations.append(.wrongOrigin(guest: move.guest))
    }
    let width = width(move)
    if move.end - move.start != problem.times.milliseconds(of: move.guest, width: width) {
      violations.append(.wrongDuration(guest: move.guest))
    }
    leaving[guest] = move.from
    place[guest] = move.to
    onHost[Int(move.to)].insert(move.guest)
    under.append(move)
    let placement = problem.placement
    if !placement.compatibility[placement.guests.classes[guest], placement.hosts.typeOfHost[Int(move.to)]] {
      violations.append(.incompatible(guest: move.guest))
    }
    if case .hosts(let spare) = placement.spare, Int(move.to) >= placement.hosts.count - spare {
      violations.append(.spareHostUsed(host: move.to))
    }
    return violations
  }

  /// The rules on every host, unit and link that moves begin to use.
  func check(_ starting: [PlannedMove]) -> [MigrationViolation] {
    var violations: [MigrationViolation] = []
    for move in starting {
      violations += hostViolations(move.to)
      for rule in rules[Int(move.guest)] {
        let separation = problem.placement.separations[rule]
        let unit = unit(move.to, separation.level)
        let crowd = Set(separation.guests).filter { guest in
          [place[Int(guest)], leaving[Int(guest)]].contains {
            $0 >= 0 && self.unit($0, separation.level) == unit
          }
        }.count
        if crowd > separation.limit { violations.append(.together(rule: rule, unit: unit)) }
      }
      violations += linkViolations(move)
    }
    return violations
  }

  private func hostViolations(_ host: Int32) -> [MigrationViolation] {
    let placement = problem.placement
    let type = placement.hosts.types[Int(placement.hosts.typeOfHost[Int(host)])]
    var violations: [MigrationViolation] = []
    for resource in placement.resources.indices {
      var limit = Double(type.capacity[resource])
      if case .fraction(let share) = placement.spare { limit -= limit * share.value - 1e-9 }
      let sum = onHost[Int(host)].reduce(0.0) {
        $0 + Double(placement.guests.sizes[Int($1) * placement.resources.count + resource])
      }
      if sum > limit { violations.append(.overfull(host: host, resource: resource)) }
    }
    if let profiles = placement.guests.profiles,
      !PlacementChecker(placement).bearsOverTime(allOf: Array(onHost[Int(host)]), on: Int(host))
    {
      violations.append(.overfull(host: host, resource: profiles.resources[0]))
    }
    if let limit = type.guestLimit, onHost[Int(host)].count > Int(limit) {
      violations.append(.tooManyGuests(host: host))
    }
    return violations
  }

  private func unit(_ host: Int32, _ level: FailureLevel) -> Int32 {
    switch level {
    case .host: host
    case .domain(let grouping): problem.placement.hosts.domains[grouping].domainOfHost[Int(host)]
    }
  }

  private func width(_ move: PlannedMove) -> Int32 {
    let links = problem.links
    var width = min(links.unitsOfHost[Int(move.from)], links.unitsOfHost[Int(move.to)])
    for uplink in links.uplinks where crosses(move, uplink) { width = min(width, uplink.units) }
    return min(width, Int32(problem.times.widest))
  }

  private func crosses(_ move: PlannedMove, _ uplink: MigrationLinks.Uplinks) -> Bool {
    uplink.domains.domainOfHost[Int(move.from)] != uplink.domains.domainOfHost[Int(move.to)]
  }

  private func linkViolations(_ move: PlannedMove) -> [MigrationViolation] {
    var violations: [MigrationViolation] = []
    let isShared = problem.links.directions == .shared
    for (host, isTarget) in [(move.from, false), (move.to, true)] {
      let units = under.reduce(Int32(0)) { sum, other in
        let sends = other.from == host && (isShared || !isTarget)
        let receives = other.to == host && (isShared || isTarget)
        return sum + (sends ? width(other) : 0) + (receives ? width(other) : 0)
      }
      if units > problem.links.unitsOfHost[Int(host)] { violations.append(.crowdedLink(host: host)) }
    }
    for uplink in problem.links.uplinks where crosses(move, uplink) {
      for (host, isTarget) in [(move.from, false), (move.to, true)] {
        let domain = uplink.domains.domainOfHost[Int(host)]
        let units = under.reduce(Int32(0)) { sum, other in
          guard crosses(other, uplink) else { return sum }
          let sends = uplink.domains.domainOfHost[Int(other.from)] == domain && (isShared || !isTarget)
          let receives = uplink.domains.domainOfHost[Int(other.to)] == domain && (isShared || isTarget)
          return sum + (sends || receives ? width(other) : 0)
        }
        if units > uplink.units { violations.append(.crowdedUplink(domain: domain)) }
      }
    }
    return violations
  }
}
