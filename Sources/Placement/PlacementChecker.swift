import Quantities

/// Re-verifies a plan from the raw problem, guest by guest and host by host.
///
/// It shares no code with the policies (no fleet state, no flavours), so that a mistake there cannot hide here.
public struct PlacementChecker: Sendable {
  /// The problem.
  public let problem: PlacementProblem

  /// Creates a checker.
  public init(_ problem: PlacementProblem) { self.problem = problem }

  /// Everything that is wrong with a plan; empty when the plan keeps every rule and tells the truth about itself.
  public func violations(of plan: PlacementPlan) -> [PlacementViolation] {
    let places = plan.hostOfGuest
    guard places.count == problem.guests.count, places.allSatisfy({ $0 >= -1 && $0 < problem.hosts.count })
    else {
      return [.malformed]
    }
    return ruleViolations(of: places) + accountViolations(of: plan) + restartViolations(of: plan)
  }

  /// The rules that a placement breaks, whoever made it. A host of -1 is none.
  public func ruleViolations(of places: [Int32]) -> [PlacementViolation] {
    let usage = Usage(places, problem)
    var violations: [PlacementViolation] = []
    for host in 0..<problem.hosts.count {
      let type = problem.hosts.types[Int(problem.hosts.typeOfHost[host])]
      for resource in problem.resources.indices where usage.amount[host][resource] > limit(type, resource) {
        violations.append(.overfull(host: Int32(host), resource: resource))
      }
      if let limit = type.guestLimit, usage.guests[host] > Int(limit) {
        violations.append(.tooManyGuests(host: Int32(host)))
      }
      if case .hosts(let spare) = problem.spare, host >= problem.hosts.count - spare, usage.guests[host] > 0 {
        violations.append(.spareHostUsed(host: Int32(host)))
      }
    }
    for guest in places.indices where places[guest] >= 0 {
      let type = problem.hosts.typeOfHost[Int(places[guest])]
      if !problem.compatibility[problem.guests.classes[guest], type] {
        violations.append(.incompatible(guest: Int32(guest)))
      }
    }
    for (rule, separation) in problem.separations.enumerated() {
      let units = separatedUnits(separation, places).sorted()
      for start in units.indices where start == 0 || units[start] != units[start - 1] {
        let crowd = units[start...].prefix { $0 == units[start] }.count
        if crowd > separation.limit { violations.append(.together(rule: rule, unit: units[start])) }
      }
    }
    return violations + violationsOverTime(of: usage) + furtherViolations(of: places)
  }

  /// What guests may take of a host, without the spare share, to a billionth of a unit.
  func limit(_ type: HostType, _ resource: Int) -> Double {
    let capacity = Double(type.capacity[resource])
    guard case .fraction(let share) = problem.spare else { return capacity }
    return capacity - capacity * share.value + 1e-9
  }

  /// The unit of each placed guest of a separation, a guest that is named twice counted once.
  private func separatedUnits(_ separation: Separation, _ places: [Int32]) -> [Int32] {
    Array(Set(separation.guests)).filter { places[Int($0)] >= 0 }.map {
      unit(of: places[Int($0)], separation.level)
    }
  }

  func unit(of host: Int32, _ level: FailureLevel) -> Int32 {
    switch level {
    case .host: host
    case .domain(let grouping): problem.hosts.domains[grouping].domainOfHost[Int(host)]
    }
  }

  /// Whether a plan's own words match its placement: refusals, host count, bound.
  private func accountViolations(of plan: PlacementPlan) -> [PlacementViolation] {
    var violations: [PlacementViolation] = []
    var isRefused = [Bool](repeating: false, count: problem.guests.count)
    for refusal in plan.refusals { isRefused[Int(refusal.guest)] = true }
    for guest in plan.hostOfGuest.indices {
      switch (plan.hostOfGuest[guest] >= 0, isRefused[guest]) {
      case (false, false): violations.append(.dropped(guest: Int32(guest)))
      case (true, true): violations.append(.placedAndRefused(guest: Int32(guest)))
      default: break
      }
    }
    let used = Set(plan.hostOfGuest.filter { $0 >= 0 }).count
    if used != plan.hostsUsed { violations.append(.miscounted) }
    let value = value(of: plan.hostOfGuest)
    if value != plan.value { violations.append(.misvalued) }
    if plan.refusals.isEmpty, plan.bound.hosts > used || plan.bound.value > value {
      violations.append(.boundTooHigh)
    }
    let usage = Usage(plan.hostOfGuest, problem)
    for refusal in plan.refusals
    where (0..<problem.hosts.count).contains(where: { fits(refusal.guest, on: $0, usage, plan.hostOfGuest) })
    {
      violations.append(.refusedNeedlessly(guest: refusal.guest))
    }
    return violations
  }

  /// Whether a host would take one more guest without breaking a rule.
  private func fits(_ guest: Int32, on host: Int, _ usage: Usage, _ places: [Int32]) -> Bool {
    let type = problem.hosts.types[Int(problem.hosts.typeOfHost[host])]
    guard problem.compatibility[problem.guests.classes[Int(guest)], problem.hosts.typeOfHost[host]] else {
      return false
    }
    if let limit = type.guestLimit, usage.guests[host] >= Int(limit) { return false }
    if case .hosts(let spare) = problem.spare, host >= problem.hosts.count - spare { return false }
    for resource in problem.resources.indices {
      let size = Double(problem.guests.sizes[Int(guest) * problem.resources.count + resource])
      if usage.amount[host][resource] + size > limit(type, resource) { return false }
    }
    guard bearsOverTime(guest, on: host, usage) else { return false }
    for separation in problem.separations where separation.guests.contains(guest) {
      let here = unit(of: Int32(host), separation.level)
      if separatedUnits(separation, places).count(where: { $0 == here }) >= Int(separation.limit) {
        return false
      }
    }
    return furtherRulesAdmit(guest, on: Int32(host), usage, places)
  }

  /// Whether the restarts of each lost unit keep the rules on the hosts that are left.
  private func restartViolations(of plan: PlacementPlan) -> [PlacementViolation] {
    guard case .loss(let level) = problem.spare else { return [] }
    guard let restart = plan.restart, restart.level == level,
      restart.hostOfGuest.count == problem.guests.count
    else { return [.restartMissing] }
    var isStranded = [Bool](repeating: false, count: problem.guests.count)
    for refusal in restart.stranded { isStranded[Int(refusal.guest)] = true }
    var violations: [PlacementViolation] = []
    for lost in 0..<Int32(level == .host ? problem.hosts.count : domainCount(level)) {
      var places = plan.hostOfGuest
      var isLossful = false
      for guest in places.indices where places[guest] >= 0 && unit(of: places[guest], level) == lost {
        isLossful = true
        let target = restart.hostOfGuest[guest]
        places[guest] = target
        if target < 0, !isStranded[guest] { violations.append(.dropped(guest: Int32(guest))) }
        if target >= 0, unit(of: target, level) == lost || isStranded[guest] {
          violations.append(.restartOnLostHost(guest: Int32(guest)))
        }
      }
      if isLossful { violations += ruleViolations(of: places) }
    }
    return violations
  }

  private func domainCount(_ level: FailureLevel) -> Int {
    guard case .domain(let grouping) = level else { return problem.hosts.count }
    return Int(problem.hosts.domains[grouping].domainOfHost.max() ?? -1) + 1
  }
}

/// What a placement takes of each host.
struct Usage {
  var amount: [[Double]]
  var guests: [Int]
  /// What the guests of each host take together in each period; empty where there are none, or sizes stand still.
  var overTime: [[Double]]

  init(_ places: [Int32], _ problem: PlacementProblem) {
    amount = [[Double]](
      repeating: [Double](repeating: 0, count: problem.resources.count), count: problem.hosts.count)
    guests = [Int](repeating: 0, count: problem.hosts.count)
    overTime = [[Double]](repeating: [], count: problem.hosts.count)
    for guest in places.indices where places[guest] >= 0 {
      let host = Int(places[guest])
      guests[host] += 1
      Usage.add(Int32(guest), to: &overTime[host], problem)
      for resource in problem.resources.indices {
        amount[host][resource] += Double(problem.guests.sizes[guest * problem.resources.count + resource])
      }
    }
  }
}
