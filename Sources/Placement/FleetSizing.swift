/// The smallest fleet of equal hosts on which a policy places all guests and the spare rule holds.
///
/// The number of hosts is raised one by one from the lower bound, since more hosts do not always help a heuristic:
/// the answer is the smallest number for this policy, and the bound says how much a better policy could save.
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
  ///   - spare: what is kept free; `.loss(of: .domain(0))` keeps one domain's worth.
  public static func smallest(
    resources: [Resource], guests: GuestTable, hostType: HostType, hostsPerDomain: Int = 1,
    domainName: String = "enclosure", compatibility: Compatibility? = nil, separations: [Separation] = [],
    spare: SpareRule = .none, policy: some PlacementPolicy
  ) throws(FleetSizingProblem) -> FleetSizing {
    func table(_ count: Int) -> HostTable {
      let domains = FailureDomains(domainName, hosts: count, hostsPerDomain: hostsPerDomain)
      return HostTable(count, of: hostType, domains: [domains])
    }
    let limit = largestFleet(guests: guests.count, hostsPerDomain, separations, spare)
    let roomy = PlacementProblem(
      resources: resources, guests: guests, hosts: table(limit), compatibility: compatibility,
      separations: separations, spare: spare)
    try requireThatEachFits(roomy)

    var start = LowerBound(of: roomy).hosts
    if case .hosts(let count) = spare { start += count }
    var failure: BindingConstraint?
    for count in start...limit {
      switch attempt(roomy.replacing(hosts: table(count)), policy) {
      case .success(let plan):
        let problem = roomy.replacing(hosts: table(count))
        if failure == nil, count > 0, guests.count > 0,
          case .failure(let below) = attempt(roomy.replacing(hosts: table(count - 1)), policy)
        {
          failure = below
        }
        return FleetSizing(hosts: count, problem: problem, plan: plan, binding: failure)
      case .failure(let constraint): failure = constraint
      }
    }
    throw FleetSizingProblem(hosts: limit, refusal: nil)
  }

  /// Room for each guest on a host of its own, separated guests in domains of their own, and the spare.
  private static func largestFleet(
    guests: Int, _ hostsPerDomain: Int, _ separations: [Separation], _ spare: SpareRule
  ) -> Int {
    let widest = separations.filter { $0.level != .host }.map(\.guests.count).max() ?? 0
    let extra =
      switch spare {
      case .hosts(let count): count
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

  private static func attempt(
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
}
