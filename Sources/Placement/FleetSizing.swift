/// The smallest fleet of equal hosts on which a policy places all guests and the spare rule holds.
///
/// The number of hosts is raised from the lower bound, one by one and then in doubling steps, until a fleet does, and
/// then halved back: with the answer the policy succeeds, with one host less it fails. (A heuristic may by chance
/// succeed with fewer still.) The bound says how much a better policy could save.
///
/// A policy that searches would search for each number. So its ``PlacementPolicy/quick`` rule finds a number that does, and the
/// search starts there: it says how few hosts its plan needs, and its bound how few any plan could need. It is asked again only
/// in between, three times at most.
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
    rules: @escaping (HostTable) -> PlacementRules = { _ in PlacementRules() }, spare: SpareRule = .none,
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
    let fleets = FleetsOfEveryNumber(roomy: roomy, hostsPerDomain: hostsPerDomain) { count in
      roomy.replacing(hosts: table(count), rules: rules(table(count)))
    }
    guard let quick = policy.quick else { return try fleets.smallest(by: policy) }
    do throws(FleetSizingProblem) {
      return fleets.narrowed(try fleets.smallest(by: quick), by: policy)
    } catch {
      // Rules can be kept by a search where a quick rule keeps them on no number of hosts.
      let plan = policy.plan(for: roomy)
      guard plan.isComplete else { throw error }
      return fleets.narrowed(
        FleetSizing(hosts: limit, problem: roomy, plan: plan, binding: nil), by: policy)
    }
  }

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

/// The fleets of every number of hosts that some guests could be placed on, and the searches for the smallest that does.
private struct FleetsOfEveryNumber {
  /// The largest fleet that could be needed.
  let roomy: PlacementProblem
  let hostsPerDomain: Int
  /// The fleet of a number of hosts.
  let fleet: (Int) -> PlacementProblem

  /// How many fleets above the lower bound are tried one by one.
  private static let singleSteps = 8
  /// How often a policy that searches is asked.
  private static let searches = 3

  private func attempt(
    _ count: Int, _ policy: some PlacementPolicy
  ) -> Result<PlacementPlan, BindingConstraint> {
    FleetSizing.attempt(fleet(count), policy)
  }

  /// The smallest fleet by a policy that is quick.
  func smallest(by policy: some PlacementPolicy) throws(FleetSizingProblem) -> FleetSizing {
    let limit = roomy.hosts.count
    var start = LowerBound(of: roomy).hosts
    if case .hosts(let count) = roomy.spare { start += count }
    // Upwards, a few hosts one by one and then in doubling steps, until a fleet does; then halving back.
    var failed: (hosts: Int, constraint: BindingConstraint?) = (max(0, start - 1), nil)
    var found: (hosts: Int, plan: PlacementPlan)?
    var count = start
    var step = 1
    while found == nil {
      switch attempt(min(count, limit), policy) {
      case .success(let plan): found = (min(count, limit), plan)
      case .failure(let constraint):
        failed = (min(count, limit), constraint)
        guard count < limit else {
          throw FleetSizingProblem(
            hosts: limit, refusal: nil, lacking: constraint.text(in: fleet(min(count, limit))))
        }
        if count >= start + Self.singleSteps { step *= 2 }
        count += step
      }
    }
    guard var best = found else { throw FleetSizingProblem(hosts: limit, refusal: nil) }
    while best.hosts - failed.hosts > 1, failed.constraint != nil {
      let middle = failed.hosts + (best.hosts - failed.hosts) / 2
      switch attempt(middle, policy) {
      case .success(let plan): best = (middle, plan)
      case .failure(let constraint): failed = (middle, constraint)
      }
    }
    return FleetSizing(
      hosts: best.hosts, problem: fleet(best.hosts), plan: best.plan,
      binding: failed.constraint ?? binding(below: best.hosts, by: policy))
  }

  /// Why one host less does not do.
  private func binding(below count: Int, by policy: some PlacementPolicy) -> BindingConstraint? {
    guard count > 0, roomy.guests.count > 0, case .failure(let binding) = attempt(count - 1, policy) else {
      return nil
    }
    return binding
  }

  /// What a policy that searches makes of a fleet that a quick rule found large enough.
  func narrowed(_ first: FleetSizing, by policy: some PlacementPolicy) -> FleetSizing {
    var best = (hosts: first.hosts, plan: first.plan)
    var isSearched = false
    var (count, least) = (first.hosts, 0)
    for _ in 0..<Self.searches where count >= least && count > 0 {
      let plan = policy.plan(for: fleet(count).replacing(objective: .hosts))
      guard plan.isComplete else { break }
      (best, isSearched) = ((count, plan), true)
      least = needed(by: plan.bound.hosts)
      let enough = needed(by: plan.hostsUsed)
      // A search for few hosts has tried to use fewer; only where a loss binds may fewer do than its plan would need.
      if enough >= count, !isLoss { break }
      count = min(count - 1, enough)
    }
    if roomy.objective != .hosts {
      let plan = policy.plan(for: fleet(best.hosts))
      if plan.isComplete { (best.plan, isSearched) = (plan, true) }
    }
    guard isSearched else { return first }
    return FleetSizing(
      hosts: best.hosts, problem: fleet(best.hosts), plan: best.plan,
      binding: best.hosts == first.hosts
        ? first.binding : policy.quick.flatMap { binding(below: best.hosts, by: $0) })
  }

  private var isLoss: Bool {
    switch roomy.spare {
    case .none, .hosts, .fraction: false
    case .slots, .loss: true
    }
  }

  /// With the spare, how large a fleet must at least be on which a plan uses so many hosts; for a loss, how large is enough.
  private func needed(by hosts: Int) -> Int {
    guard hosts > 0 else { return 0 }
    return switch roomy.spare {
    case .none, .fraction, .slots: hosts
    case .hosts(let count): hosts + count
    case .loss(of: .host): hosts + 1
    case .loss: hosts + hostsPerDomain
    }
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
