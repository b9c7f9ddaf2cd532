public import Quantities

/// How good a plan is, beyond the number of hosts: what can be read off the plan alone.
///
/// ```
/// utilization_r   Σ over hosts in use of taken_r / Σ over hosts in use of C_r
/// stranded_r      Σ over hosts in use that admit no flavour of f_r
/// fragmentation_r Σ over hosts in use of f_r Σ_m p_m [the host does not admit flavour m]
/// room for m      how many more guests of flavour m are admitted, one after the other, when nothing else comes
/// blast radius    most guests in one unit of a level, and the largest part of a separated group in one
/// headroom        limit of each unit of a budget less what its hosts and guests add up to
/// ```
/// `f_r` what is free of resource r, `C_r` what is usable, `p_m` the share of flavour m among the guests of the problem.
/// "Admits" asks every rule, guest limits included.
///
/// **Valid for** a plan of the problem. **Not modelled**: what depends on demand over time (overload, migrations), which a
/// simulation measures; room for more guests of several flavours at once.
/// **Source**: expected fragmentation after Q. Weng et al., "Beware of Fragmentation", USENIX ATC 2023.
/// **Example**: two hosts of 8, guests of 6 and 8: 2 of 16 free, stranded when all guests take more than 2.
public struct PlanMetrics: Sendable, Hashable {
  /// What a plan takes of a resource, and what of the rest is of no use.
  public struct ResourceUse: Sendable, Hashable {
    /// What hosts in use offer.
    public let usable: Int64
    /// What guests take.
    public let taken: Int64
    /// What is free where no flavour fits any more.
    public let stranded: Int64
    /// What is free, weighed by how likely a guest of the mix does not fit there.
    public let fragmentation: Fraction
    /// The share that is taken.
    public var utilization: Fraction { usable > 0 ? Fraction(Double(taken) / Double(usable)) : .zero }
  }

  /// How many more guests of a flavour there is room for.
  public struct Room: Sendable, Hashable {
    /// A guest of the flavour, to stand for it.
    public let guest: Int32
    /// How many guests of the problem are of this flavour.
    public let population: Int32
    /// How many more are admitted: in hosts in use, and in empty ones.
    public let more: Int
  }

  /// What the loss of one unit of a level costs at worst.
  public struct BlastRadius: Sendable, Hashable {
    /// What is lost at once.
    public let level: FailureLevel
    /// The most guests in one unit.
    public let guests: Int
    /// The unit with most guests.
    public let unit: Int32
    /// The largest part of a separated group in one unit, and the group; nil without separations.
    public let worstGroup: GroupLoss?
  }

  /// The part of a separated group that one loss takes.
  public struct GroupLoss: Sendable, Hashable {
    /// The separation, as an index into the problem's list.
    public let separation: Int
    /// Its guests that are lost.
    public let lost: Int
    /// All its guests that have a host.
    public let placed: Int
  }

  /// What is left of a budget.
  public struct Headroom: Sendable, Hashable {
    /// The budget, as an index into the problem's list.
    public let budget: Int
    /// What is used in each unit.
    public let used: [Int64]
    /// What is left in each unit.
    public let left: [Int64]
  }

  /// What a licence costs.
  public struct LicenceUse: Sendable, Hashable {
    /// The licence, as an index into the problem's list.
    public let licence: Int
    /// The hosts that need it.
    public let hosts: Int
    /// What they pay.
    public let cost: Money
  }

  /// Hosts in use of each type.
  public let hostsOfType: [Int]
  /// What they cost, licences included; nil where a type has no price.
  public let price: Money?
  /// The steady draw of the hosts in use without load, and what it may reach; nil where a type has no powers.
  public let idlePower: Watts?
  /// The draw of the hosts in use at full load.
  public let peakPower: Watts?
  /// Resource by resource.
  public let resources: [ResourceUse]
  /// Flavour by flavour, the most frequent first.
  public let room: [Room]
  /// Hosts first, then each grouping of the hosts.
  public let blastRadius: [BlastRadius]
  /// Budget by budget.
  public let headroom: [Headroom]
  /// Licence by licence.
  public let licences: [LicenceUse]

  /// Reads the metrics off a plan that keeps the rules of a problem.
  public init(_ plan: PlacementPlan, of problem: PlacementProblem) {
    var fleet = FleetState(problem)
    for guest in plan.hostOfGuest.indices where plan.hostOfGuest[guest] != FleetState.unplaced {
      fleet.putBack(Int32(guest), on: plan.hostOfGuest[guest])
    }
    let used = (0..<Int32(fleet.hostCount)).filter { fleet.guestCount[Int($0)] > 0 }
    var hostsOfType = [Int](repeating: 0, count: problem.hosts.types.count)
    for host in used { hostsOfType[Int(fleet.typeOfHost[Int(host)])] += 1 }
    self.hostsOfType = hostsOfType
    licences = PlanMetrics.licences(plan, problem)
    price = PlanMetrics.price(hostsOfType, licences, problem)
    func power(_ ofType: (HostType) -> Watts?) -> Watts? {
      var total = Watts.zero
      for (type, count) in zip(problem.hosts.types, hostsOfType) where count > 0 {
        guard let power = ofType(type) else { return nil }
        total = total + power * Double(count)
      }
      return total
    }
    idlePower = power(\.idlePower)
    peakPower = power(\.peakPower)
    resources = PlanMetrics.resources(used, fleet)
    room = PlanMetrics.room(fleet)
    let levels: [FailureLevel] = [.host] + problem.hosts.domains.indices.map { .domain($0) }
    blastRadius = levels.map { PlanMetrics.blast($0, plan, problem) }
    headroom = problem.rules.budgets.indices.map { budget in
      let left = fleet.tally?.budgets.left(of: budget) ?? []
      return Headroom(
        budget: budget, used: zip(problem.rules.budgets[budget].limits, left).map { $0 - $1 }, left: left)
    }
  }

  private static func licences(_ plan: PlacementPlan, _ problem: PlacementProblem) -> [LicenceUse] {
    problem.rules.licences.enumerated().map { index, licence in
      var isPaid = [Bool](repeating: false, count: problem.hosts.count)
      for guest in licence.guests where plan.hostOfGuest[Int(guest)] >= 0 {
        isPaid[Int(plan.hostOfGuest[Int(guest)])] = true
      }
      let hosts = isPaid.count { $0 }
      return LicenceUse(licence: index, hosts: hosts, cost: licence.pricePerHost * Double(hosts))
    }
  }

  private static func price(
    _ hostsOfType: [Int], _ licences: [LicenceUse], _ problem: PlacementProblem
  ) -> Money? {
    var total: Money?
    for (type, count) in zip(problem.hosts.types, hostsOfType) where count > 0 {
      guard let price = type.price else { return nil }
      let sum = price * Double(count)
      total = total.map { $0 + sum } ?? sum
    }
    return total.map { hosts in licences.reduce(hosts) { $0 + $1.cost } }
  }

  /// How many flavours are asked about on each host: the most frequent.
  private static let mixLimit = 64

  /// The most frequent flavours.
  private static func mix(_ fleet: FleetState) -> [(flavour: Int32, share: Double)] {
    let population = fleet.problem.flavours.population
    let frequent = population.indices.sorted { (population[$1], $0) < (population[$0], $1) }.prefix(mixLimit)
    let total = frequent.reduce(0.0) { $0 + Double(population[$1]) }
    return frequent.map { (Int32($0), Double(population[$0]) / max(1, total)) }
  }

  private static func resources(_ used: [Int32], _ fleet: FleetState) -> [ResourceUse] {
    let count = fleet.resourceCount
    let mix = mix(fleet)
    var usable = [Int64](repeating: 0, count: count)
    var free = usable
    var stranded = usable
    var fragments = [Double](repeating: 0, count: count)
    for host in used {
      let refused = mix.filter { !fleet.admits(flavour: $0.flavour, on: host) }
      let part = refused.reduce(0.0) { $0 + $1.share }
      for resource in 0..<count {
        let left = Int64(fleet.free(on: host, resource))
        usable[resource] += Int64(
          fleet.problem.usableCapacity(ofType: Int(fleet.typeOfHost[Int(host)]), resource))
        free[resource] += left
        if refused.count == mix.count { stranded[resource] += left }
        fragments[resource] += Double(left) * part
      }
    }
    return (0..<count).map { resource in
      ResourceUse(
        usable: usable[resource], taken: usable[resource] - free[resource], stranded: stranded[resource],
        fragmentation: usable[resource] > 0
          ? Fraction(fragments[resource] / Double(usable[resource])) : .zero)
    }
  }

  private static func room(_ fleet: FleetState) -> [Room] {
    mix(fleet).map { flavour, _ in
      let guest = fleet.problem.flavours.representative[Int(flavour)]
      var trial = fleet
      var more = 0
      let takesNothing = (0..<fleet.resourceCount).allSatisfy { fleet.size(ofFlavour: flavour, $0) == 0 }
      let limit = takesNothing ? mostWeightless : mostMore
      for host in 0..<Int32(fleet.hostCount) {
        while trial.admits(flavour: flavour, on: host), more < limit {
          trial.count(1, like: guest, on: host)
          more += 1
        }
      }
      return Room(
        guest: guest, population: fleet.problem.flavours.population[Int(flavour)], more: more)
    }
  }

  /// Room beyond that is not counted.
  private static let mostMore = 1_000_000
  /// Guests that take nothing would never end.
  private static let mostWeightless = 1_000

  private static func blast(
    _ level: FailureLevel, _ plan: PlacementPlan, _ problem: PlacementProblem
  ) -> BlastRadius {
    var guests = [Int](repeating: 0, count: problem.hosts.unitCount(at: level))
    for host in plan.hostOfGuest where host >= 0 { guests[Int(problem.hosts.unit(of: host, at: level))] += 1 }
    let most = guests.max() ?? 0
    var worst: GroupLoss?
    for (index, rule) in problem.separations.enumerated() {
      let units = Set(rule.guests).filter { plan.hostOfGuest[Int($0)] >= 0 }.map {
        problem.hosts.unit(of: plan.hostOfGuest[Int($0)], at: level)
      }.sorted()
      var (run, lost) = (0, 0)
      for place in units.indices {
        run = place > 0 && units[place] == units[place - 1] ? run + 1 : 1
        lost = max(lost, run)
      }
      guard lost > 0 else { continue }
      let isWorse = worst.map { lost * $0.placed > $0.lost * units.count } ?? true
      if isWorse { worst = GroupLoss(separation: index, lost: lost, placed: units.count) }
    }
    return BlastRadius(
      level: level, guests: most, unit: Int32(guests.firstIndex(of: most) ?? 0), worstGroup: worst)
  }
}
