/// The least burden of every value, for fleets of a few hosts: all sets of hosts that may stay open are looked at, the
/// cheapest first.
///
/// For a set, all guests are packed anew first: if they do not fit, the set is out. Otherwise the guests on other hosts must
/// move. They are packed beside those who stay, depth first; if that fails, one
/// more guest moves, or two, in the order of their weights. A set whose forced burden is not below what a cheaper set
/// needs is left out: nothing on it can be a point of the curve.
///
/// **Valid for** objectives that count hosts only. **Not modelled**: nothing is left out, but the work is limited; whoever
/// runs out of it says so.
struct OpenHostSearch {
  /// The most hosts that are searched.
  static let mostHosts = 16
  /// The most guests that are searched.
  static let mostGuests = 96

  /// A placement with its value and burden.
  struct Found {
    let places: [Int32]
    let value: Int64
    let burden: Int64
  }

  private let problem: PlacementProblem
  private let current: [Int32]
  private let weights: [Int64]
  private let cost: PlacementCost
  private let guests: [Int32]
  private let isWelcome: ([Int32]) -> Bool
  private var nodes = 0
  /// Whether every search came to its end.
  private(set) var isExhaustive = true

  /// - Parameter isWelcome: a last word on each placement, for rules on placements as a whole; one that it refuses ends
  ///   the claim that everything was looked at.
  init(
    _ problem: PlacementProblem, current: [Int32], weights: [Int64], isWelcome: @escaping ([Int32]) -> Bool
  ) {
    self.isWelcome = isWelcome
    self.problem = problem
    self.current = current
    self.weights = weights
    cost = PlacementCost(problem)
    let measure = GuestMeasure(problem, weights: .average, norm: .sum)
    guests = measure.decreasing(current.indices.filter { current[$0] >= 0 }.map(Int32.init))
  }

  /// Whether a problem is small enough.
  static func isSmall(_ problem: PlacementProblem) -> Bool {
    let cost = PlacementCost(problem)
    return problem.hosts.count <= mostHosts && problem.guests.count <= mostGuests && cost.isByHostOnly
      && !cost.hasLicences
  }

  /// The points of the curve within a burden, the cheapest first.
  mutating func run(within limit: Int64, _ budget: inout WorkBudget) -> [Found] {
    var found: [Found] = []
    var least = limit == .max ? Int64.max : limit + 1
    for set in candidates() where set.forced < least {
      guard let best = cheapest(set, below: least, &budget) else { continue }
      found.append(best)
      least = best.burden
    }
    return found
  }

  private struct OpenSet {
    let hosts: UInt32
    let value: Int64
    let forced: Int64
  }

  /// The sets that have room for all demand added up, by value, then by forced burden.
  private func candidates() -> [OpenSet] {
    let hosts = problem.usableHostCount
    let resources = problem.resources.count
    var demand = [Int64](repeating: 0, count: resources)
    var home = [Int64](repeating: 0, count: problem.hosts.count)
    for guest in guests {
      home[Int(current[Int(guest)])] += weights[Int(guest)]
      for resource in 0..<resources { demand[resource] += Int64(problem.guests.size(of: guest, resource)) }
    }
    let all = home.reduce(0, +)
    var sets: [OpenSet] = []
    for bits in 0..<(UInt32(1) << UInt32(hosts)) {
      var (value, kept) = (Int64(0), Int64(0))
      var room = [Int64](repeating: 0, count: resources)
      for host in 0..<hosts where bits >> UInt32(host) & 1 == 1 {
        let type = Int(problem.hosts.typeOfHost[host])
        value += cost.ofHost[type]
        kept += home[host]
        for resource in 0..<resources {
          room[resource] += Int64(problem.usableCapacity(ofType: type, resource))
        }
      }
      guard (0..<resources).allSatisfy({ demand[$0] <= room[$0] }) else { continue }
      sets.append(OpenSet(hosts: bits, value: value, forced: all - kept))
    }
    return sets.sorted { ($0.value, $0.forced, $0.hosts) < ($1.value, $1.forced, $1.hosts) }
  }

  /// How many nodes a packing of one choice of guests may have.
  private static let patience = 100_000

  private mutating func cheapest(
    _ set: OpenSet, below least: Int64, _ budget: inout WorkBudget
  ) -> Found? {
    var fleet = FleetState(problem)
    var (moving, staying): ([Int32], [Int32]) = ([], [])
    for host in 0..<Int32(problem.hosts.count) where set.hosts >> UInt32(host) & 1 == 0 { fleet.close(host) }
    for guest in guests {
      let home = current[Int(guest)]
      if set.hosts >> UInt32(home) & 1 == 1 {
        staying.append(guest)
        fleet.put(guest, on: home)
      } else {
        moving.append(guest)
      }
    }
    // The lightest first, so that choices come in the order of their burden roughly, and exactly within a number of guests.
    staying.sort { (weights[Int($0)], $0) < (weights[Int($1)], $1) }
    var (best, limit) = (nil as Found?, least)
    switch repack(set, &budget) {
    case .found(let whole) where whole.burden < least && isWelcome(whole.places):
      (best, limit) = (whole, whole.burden)
    case .found: break
    case .none: return nil
    case .unknown: isExhaustive = false
    }
    // Where not even that is known, one or two more are worth a try.
    for more in 0...(best == nil ? min(2, staying.count) : staying.count) {
      let fewest = staying.prefix(more).reduce(set.forced) { $0 + weights[Int($1)] }
      if fewest >= limit || budget.isSpent { break }
      choose(more, from: 0, staying, moving, &fleet, set.forced, set.value, &limit, &best, &budget)
    }
    if budget.isSpent { isExhaustive = false }
    return best
  }

  private enum Repacking {
    case found(Found)
    case none
    case unknown
  }

  /// Whether the guests fit a set at all, wherever they are today; each at home if that goes.
  private mutating func repack(_ set: OpenSet, _ budget: inout WorkBudget) -> Repacking {
    var fleet = FleetState(problem)
    for host in 0..<Int32(problem.hosts.count) where set.hosts >> UInt32(host) & 1 == 0 { fleet.close(host) }
    nodes = 0
    guard fill(0, &fleet, &budget) else {
      return nodes < OpenHostSearch.patience && !budget.isSpent ? .none : .unknown
    }
    let burden = guests.reduce(Int64(0)) {
      $0 + (fleet.hostOfGuest[Int($1)] == current[Int($1)] ? 0 : weights[Int($1)])
    }
    return .found(Found(places: fleet.hostOfGuest, value: set.value, burden: burden))
  }

  private mutating func fill(_ index: Int, _ fleet: inout FleetState, _ budget: inout WorkBudget) -> Bool {
    guard index < guests.count else { return true }
    nodes += 1
    budget.spend(fleet.hostCount)
    guard nodes < OpenHostSearch.patience, !budget.isSpent else { return false }
    let guest = guests[index]
    let home = current[Int(guest)]
    for host in [home] + (0..<Int32(fleet.hostCount)).filter({ $0 != home })
    where fleet.admits(guest, on: host) {
      fleet.put(guest, on: host)
      if fill(index + 1, &fleet, &budget) { return true }
      fleet.remove(guest)
    }
    return false
  }

  /// Tries every choice of some more guests that move as well.
  private mutating func choose(
    _ more: Int, from start: Int, _ staying: [Int32], _ moving: [Int32], _ fleet: inout FleetState,
    _ burden: Int64, _ value: Int64, _ limit: inout Int64, _ best: inout Found?, _ budget: inout WorkBudget
  ) {
    guard burden < limit, !budget.isSpent else { return }
    guard more > 0 else {
      nodes = 0
      let order = guests.filter { moving.contains($0) }
      if pack(order, 0, from: 0, &fleet, &budget) {
        if isWelcome(fleet.hostOfGuest) {
          best = Found(places: fleet.hostOfGuest, value: value, burden: burden)
          limit = burden
        } else {
          isExhaustive = false
        }
        for guest in order { fleet.remove(guest) }
      }
      if nodes >= OpenHostSearch.patience { isExhaustive = false }
      return
    }
    for index in staying.indices.dropFirst(start) where staying.count - index >= more {
      let guest = staying[index]
      guard burden + weights[Int(guest)] < limit else { break }
      let home = fleet.remove(guest)
      choose(
        more - 1, from: index + 1, staying, moving + [guest], &fleet, burden + weights[Int(guest)], value,
        &limit, &best, &budget)
      fleet.put(guest, on: home)
    }
  }

  /// Puts guests on hosts other than their own, depth first.
  private mutating func pack(
    _ order: [Int32], _ index: Int, from first: Int32, _ fleet: inout FleetState, _ budget: inout WorkBudget
  ) -> Bool {
    guard index < order.count else { return true }
    nodes += 1
    budget.spend(fleet.hostCount)
    guard nodes < OpenHostSearch.patience, !budget.isSpent else { return false }
    let guest = order[index]
    for host in first..<Int32(fleet.hostCount)
    where host != current[Int(guest)] && fleet.admits(guest, on: host) {
      fleet.put(guest, on: host)
      // Equal guests of one home go to hosts in order, since exchanging them changes nothing.
      let isTwin =
        index + 1 < order.count && current[Int(order[index + 1])] == current[Int(guest)]
        && fleet.flavourOfGuest[Int(order[index + 1])] == fleet.flavourOfGuest[Int(guest)]
      if pack(order, index + 1, from: isTwin ? host : 0, &fleet, &budget) { return true }
      fleet.remove(guest)
    }
    return false
  }
}
