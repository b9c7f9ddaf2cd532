/// The smallest fleet of equal hosts on which a policy places all guests and the spare rule holds.
///
/// The number of hosts is raised from the lower bound, one by one and then in doubling steps, until a fleet does, and
/// then halved back: with the answer the policy succeeds, with one host less it fails. (A heuristic may by chance
/// succeed with fewer still.) The bound says how much a better policy could save.
public struct FleetSizing: Sendable {
  /// How many hosts are needed, spare ones included.
  public let hosts: Int
  /// The problem on that many hosts.
  public let problem: PlacementProblem
  /// The plan on them.
  public let plan: PlacementPlan
  /// Why one host less does not do; nil when there are no guests.
  public let binding: BindingConstraint?

  /// Finds the smallest fleet.
  ///
  /// - Parameters:
  ///   - resources: what is counted.
  ///   - guests: the guests.
  ///   - hostType: the type of all hosts.
  ///   - hostsPerDomain: how many hosts fail together, such as the blades of one enclosure. Domains fill in order.
  ///   - domainName: what such a domain is called.
  ///   - rules: further rules for a number of hosts; they name the same guests for every number.
  ///   - objective: what a plan on the smallest number of hosts should need least of.
  ///   - spare: what is kept free; `.loss(of: .domain(0))` keeps one domain's worth.
  public static func smallest(
    resources: [Resource], guests: GuestTable, hostType: HostType, hostsPerDomain: Int = 1,
    domainName: String = "enclosure", compatibility: Compatibility? = nil, separations: [Separation] = [],
    rules: (HostTable) -> PlacementRules = { _ in PlacementRules() }, spare: SpareRule = .none,
    objective: PlacementObjective = .hosts, policy: some PlacementPolicy
  ) throws(FleetSizingProblem) -> FleetSizing {
    func table(_ count: Int) -> HostTable {
      let domains = FailureDomains(domainName, hosts: count, hostsPerDomain: hostsPerDomain)
      return HostTable(count, of: hostType, domains: [domains])
    }
    // Where a domain can bear only so much, each guest may need a domain of its own.
    let width = rules(table(1)).budgets.isEmpty ? 1 : hostsPerDomain
    let limit = largestFleet(guests: guests.count * width, hostsPerDomain, separations, spare)
    let roomy = PlacementProblem(
      resources: resources, guests: guests, hosts: table(limit), compatibility: compatibility,
      separations: separations, rules: rules(table(limit)), spare: spare,
      objective: objective)
    try requireThatEachFits(roomy)

    var start = LowerBound(of: roomy).hosts
    if case .hosts(let count) = spare { start += count }
    func fleet(_ count: Int) -> PlacementProblem {
      roomy.replacing(hosts: table(count), rules: rules(table(count)))
    }
    func attempt(_ count: Int) -> Result<PlacementPlan, BindingConstraint> {
      FleetSizing.attempt(fleet(count), policy)
    }
    // Upwards, a few hosts one by one and then in doubling steps, until a fleet does; then halving back.
    var failed: (hosts: Int, constraint: BindingConstraint?) = (max(0, start - 1), nil)
    var found: (hosts: Int, plan: PlacementPlan)?
    var count = start
    var step = 1
    while found == nil {
      switch attempt(min(count, limit)) {
      case .success(let plan): found = (min(count, limit), plan)
      case .failure(let constraint):
        failed = (min(count, limit), constraint)
        guard count < limit else {
          throw FleetSizingProblem(
            hosts: limit, refusal: nil, lacking: constraint.text(in: fleet(min(count, limit))))
        }
        if count >= start + singleSteps { step *= 2 }
        count += step
      }
    }
    guard var best = found else { throw FleetSizingProblem(hosts: limit, refusal: nil) }
    while best.hosts - failed.hosts > 1, failed.constraint != nil {
      let middle = failed.hosts + (best.hosts - failed.hosts) / 2
      switch attempt(middle) {
      case .success(let plan): best = (middle, plan)
      case .failure(let constraint): failed = (middle, constraint)
      }
    }
    var binding = failed.constraint
    if binding == nil, best.hosts > 0, guests.count > 0,
      case .failure(let below) = attempt(best.hosts - 1)
    {
      binding = below
    }
    return FleetSizing(
      hosts: best.hosts, problem: fleet(best.hosts), plan: best.plan,
      binding: binding)
  }

  /// How many fleets above the lower bound are tried one by one.
  private static let singleSteps = 8

  /// Room for each guest on a host of its own, separated guests in domains of their own, and the spare.
  private static func largestFleet(
    guests: Int, _ hostsPerDomain: Int, _ separations: [Separation], _ spare: SpareRule
  ) -> Int {
    let widest = separations.filter { $0.level != .host }.map(\.guests.count).max() ?? 0
    let extra =
      switch spare {
      case .hosts(let count), .slots(let count): count
      case .none, .fraction: 0
      case .loss: 2 * hostsPerDomain
      }
    return guests + widest * hostsPerDomain + extra
  }

  private static func requireThatEachFits(_ problem: PlacementProblem) throws(FleetSizingProblem) {
    let empty = FleetState(problem)
    for flavour in 0..<Int32(problem.flavours.count) {
      guard let reason = empty.refusal(ofFlavour: flavour) else { continue }
      let refusal = Refusal(guest: problem.flavours.representative[Int(flavour)], reason: reason)
      throw FleetSizingProblem(hosts: problem.hosts.count, refusal: refusal)
    }
  }

  /// Whether a policy places every guest of a problem so that the spare rule holds, and if not, what is short.
  public static func attempt(
    _ problem: PlacementProblem, _ policy: some PlacementPolicy
  ) -> Result<PlacementPlan, BindingConstraint> {
    var fleet = FleetState(problem)
    policy.place(Array(0..<Int32(problem.guests.count)), into: &fleet)
    guard !fleet.hostOfGuest.contains(FleetState.unplaced) else {
      return .failure(BindingConstraint(unplacedIn: fleet))
    }
    let plan = PlacementPlan(fleet, method: policy.name)
    guard let stranded = plan.restart?.stranded, !stranded.isEmpty else { return .success(plan) }
    return .failure(BindingConstraint(stranded: stranded))
  }
}

/// A fleet that no number of hosts makes large enough.
public struct FleetSizingProblem: Error, Hashable, Sendable {
  /// How many hosts were tried at most.
  public let hosts: Int
  /// A guest that fits no host even when it is alone, and why; nil when the policy found no plan for other reasons.
  public let refusal: Refusal?
  /// What the largest fleet that was tried lacked, in words such as `memory, for restarts`; nil when a refusal says it.
  public let lacking: String?

  init(hosts: Int, refusal: Refusal?, lacking: String? = nil) {
    self.hosts = hosts
    self.refusal = refusal
    self.lacking = lacking
  }
}
