/// Whether all guests of a problem can have a host at once: proofs first, plans next, a search through all placements last.
///
/// The search goes depth first, one flavour after the other, ruled and large ones first. Guests of a flavour take hosts in
/// index order; of empty hosts that no rule tells apart only the first is tried; a branch ends when some flavour or
/// resource has not enough left. When the spare rule asks for the loss of a domain, a placement counts only if the guests
/// of every unit can restart, which is searched for in the same way.
///
/// **Valid for** any problem; answers `unknown` when the work runs out.
struct FeasibilitySearch {
  enum Answer: Hashable, Sendable {
    case feasible, infeasible, unknown
  }

  private let problem: PlacementProblem
  private let order: [Int32]
  private let hostClass: [Int32]
  private let isProvenImpossible: Bool
  private var nodes: Int

  /// - Parameter work: how many looks at a host the search through all placements may take.
  init(_ problem: PlacementProblem, work: Int) {
    self.problem = problem
    nodes = work / max(1, problem.hosts.count)
    let flavours = problem.flavours
    let size = GuestMeasure(problem, weights: .unit, norm: .largest).decreasingFlavours(flavours.population)
    // Groups that stand together come first and side by side, other ruled guests next, the rest by size.
    func rank(_ flavour: Int32) -> Int32 {
      let index = Int(flavour)
      if let group = flavours.affinities[index].first { return group }
      let isRuled =
        !flavours.separations[index].isEmpty || !flavours.fences[index].isEmpty
        || !flavours.licences[index].isEmpty
      return isRuled ? .max - 1 : .max
    }
    let keyed = size.enumerated().map { (rank: rank($1), place: $0, flavour: $1) }
    order = keyed.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.flavour)
    let classes = HostClasses(problem)
    hostClass = classes.classOfHost
    isProvenImpossible = InstantInfeasibility(problem, classes).isProven
  }

  /// The answer.
  mutating func answer() -> Answer {
    if isProvenImpossible { return .infeasible }
    let guests = Array(0..<Int32(problem.guests.count))
    for rule in FeasibilitySearch.rules {
      let plan = rule.plan(for: problem)
      if plan.isComplete { return .feasible }
    }
    guard guests.count <= FeasibilitySearch.mostGuests else { return .unknown }
    if problem.spare == .none || !isAboutLoss {
      var fleet = FleetState(problem)
      BestFitDecreasing().place(guests, into: &fleet)
      var search = RuinAndRecreate(fleet, guests: guests, seed: 1)
      var budget = WorkBudget(40_000)
      search.run(downTo: .max, &budget)
      if !search.best.hostOfGuest.contains(FleetState.unplaced) { return .feasible }
    }
    var fleet = FleetState(problem)
    let isFound = place(order, problem.flavours.population, into: &fleet, isWhole: true)
    return isFound ? .feasible : nodes > 0 ? .infeasible : .unknown
  }

  private var isAboutLoss: Bool { if case .loss = problem.spare { true } else { false } }
  private static let mostGuests = 300
  private static let rules: [any PlacementPolicy] = [
    FirstFitDecreasing(), FirstFit(), BestFitDecreasing(), DotProduct(),
  ]

  /// Places so many guests of each flavour, in every way.
  private mutating func place(
    _ flavours: [Int32], _ population: [Int32], into fleet: inout FleetState, isWhole: Bool
  ) -> Bool {
    var left = population
    return extend(flavours[...], &left, from: 0, &fleet, isWhole)
  }

  private mutating func extend(
    _ flavours: ArraySlice<Int32>, _ left: inout [Int32], from first: Int32, _ fleet: inout FleetState,
    _ isWhole: Bool
  ) -> Bool {
    var (flavours, first) = (flavours, first)
    while let next = flavours.first, left[Int(next)] == 0 {
      flavours.removeFirst()
      first = 0
    }
    guard let flavour = flavours.first else { return !isWhole || allRestart(fleet) }
    nodes -= 1
    guard nodes > 0, isEnough(flavours, left, fleet) else { return false }
    let guest = problem.flavours.representative[Int(flavour)]
    var tried: [Int32] = []
    for host in first..<Int32(fleet.hostCount) where fleet.admits(flavour: flavour, on: host) {
      if fleet.guestCount[Int(host)] == 0 {
        if tried.contains(hostClass[Int(host)]) { continue }
        tried.append(hostClass[Int(host)])
      }
      // Room is taken in the name of one guest of the flavour: its guests are all alike.
      fleet.count(1, like: guest, on: host)
      content.append((flavour, host))
      left[Int(flavour)] -= 1
      let isFound = extend(flavours, &left, from: host, &fleet, isWhole)
      left[Int(flavour)] += 1
      content.removeLast()
      fleet.count(-1, like: guest, on: host)
      if isFound { return true }
    }
    return false
  }

  /// What has been placed on the way, in order.
  private var content: [(flavour: Int32, host: Int32)] = []

  /// Whether every flavour and every resource has enough left, each looked at alone.
  private func isEnough(_ flavours: ArraySlice<Int32>, _ left: [Int32], _ fleet: FleetState) -> Bool {
    let resources = fleet.resourceCount
    var demand = [Int64](repeating: 0, count: resources)
    for flavour in flavours where left[Int(flavour)] > 0 {
      var room: Int64 = 0
      let wanted = Int64(left[Int(flavour)])
      for resource in 0..<resources {
        demand[resource] += wanted * Int64(fleet.size(ofFlavour: flavour, resource))
      }
      for host in 0..<Int32(fleet.hostCount) where room < wanted && fleet.admits(flavour: flavour, on: host) {
        var copies = wanted
        for resource in 0..<resources {
          let size = fleet.size(ofFlavour: flavour, resource)
          if size > 0 { copies = min(copies, Int64(fleet.free(on: host, resource) / size)) }
        }
        room += copies
      }
      if room < wanted { return false }
    }
    for resource in 0..<resources where demand[resource] > 0 {
      var free: Int64 = 0
      for host in 0..<Int32(fleet.hostCount) where fleet.isOpen(host) {
        free += Int64(fleet.free(on: host, resource))
      }
      if free < demand[resource] { return false }
    }
    return true
  }

  /// Whether the guests of each unit can restart elsewhere when it is lost, if the spare rule asks for it.
  private mutating func allRestart(_ fleet: FleetState) -> Bool {
    guard case .loss(let level) = problem.spare else { return true }
    let placed = content
    for unit in 0..<Int32(problem.hosts.unitCount(at: level)) {
      var rest = fleet
      var lost = [Int32](repeating: 0, count: fleet.flavourCount)
      for entry in placed where problem.hosts.unit(of: entry.host, at: level) == unit {
        rest.count(-1, like: problem.flavours.representative[Int(entry.flavour)], on: entry.host)
        lost[Int(entry.flavour)] += 1
      }
      for host in 0..<Int32(fleet.hostCount) where problem.hosts.unit(of: host, at: level) == unit {
        rest.close(host)
      }
      if !place(order, lost, into: &rest, isWhole: false) { return false }
    }
    return true
  }
}
