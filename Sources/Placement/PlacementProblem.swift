import Quantities

/// Guests to be placed on hosts, and the rules of the game.
///
/// Guests that are equal in every respect a rule can see (size, class, rules) form a *flavour*. Policies work
/// on flavours: a million guests of twenty flavours are a twenty-row problem.
public struct PlacementProblem: Sendable, Hashable {
  /// What is counted.
  public let resources: [Resource]
  /// The guests.
  public let guests: GuestTable
  /// The hosts.
  public let hosts: HostTable
  /// Which guest classes run on which host types.
  public let compatibility: Compatibility
  /// Guests that are kept apart.
  public let separations: [Separation]
  /// Further rules: guests kept together, fences, licences, budgets.
  public let rules: PlacementRules
  /// Capacity kept free for failures.
  public let spare: SpareRule
  /// What a plan should need least of.
  public let objective: PlacementObjective
  /// The host of each guest today (-1: none), when there is a placement already.
  public let current: [Int32]?
  /// The guests grouped into flavours.
  public let flavours: FlavourTable

  /// Creates a problem. Every index in it must exist; a mistake is a programming error.
  ///
  /// - Parameters:
  ///   - compatibility: nil lets every class run everywhere.
  ///   - current: the host of each guest today, -1 for none.
  public init(
    resources: [Resource], guests: GuestTable, hosts: HostTable, compatibility: Compatibility? = nil,
    separations: [Separation] = [], rules: PlacementRules = PlacementRules(), spare: SpareRule = .none,
    objective: PlacementObjective = .hosts, current: [Int32]? = nil
  ) {
    precondition(guests.resourceCount == resources.count, "a guest has a size in each resource")
    precondition(
      hosts.types.allSatisfy { $0.capacity.count == resources.count }, "a host has each resource")
    let classes = Int((guests.classes.max() ?? 0) + 1)
    let matrix = compatibility ?? Compatibility(classes: classes, hostTypes: hosts.types.count)
    precondition(
      matrix.classCount >= classes && matrix.typeCount == hosts.types.count, "the matrix covers all classes")
    precondition(
      separations.allSatisfy { $0.guests.allSatisfy { $0 >= 0 && $0 < guests.count } },
      "a separation names existing guests")
    precondition(
      rules.fit(guests: guests.count, hosts: hosts), "a rule names existing guests, hosts and types")
    precondition(
      rules.budgets.allSatisfy { resources.indices.contains($0.driver) }, "a listed resource drives a budget")
    if case .energy(let driver) = objective {
      precondition(resources.indices.contains(driver), "a listed resource drives power")
    }
    precondition(current.map { $0.count == guests.count } ?? true, "a placement covers every guest")
    if case .fraction(let share) = spare {
      precondition(share.value >= 0 && share.value < 1, "a spare share is below the whole")
    }
    self.resources = resources
    self.guests = guests
    self.hosts = hosts
    self.compatibility = matrix
    self.separations = separations
    self.rules = rules
    self.spare = spare
    self.objective = objective
    self.current = current
    self.flavours = FlavourTable(guests: guests, separations: separations, rules: rules)
  }

  /// The same guests and separations on other hosts of the same types. Failure domains must be grouped alike.
  ///
  /// - Parameter rules: the further rules for these hosts, about the same guests as before.
  func replacing(hosts: HostTable, rules: PlacementRules) -> PlacementProblem {
    PlacementProblem(self, guests: guests, hosts: hosts, rules: rules, objective: objective)
  }

  /// The same problem with another goal.
  func replacing(objective: PlacementObjective) -> PlacementProblem {
    PlacementProblem(self, guests: guests, hosts: hosts, rules: rules, objective: objective)
  }

  /// The same problem with other sizes of the same guests, equal where they were equal.
  func replacing(guests: GuestTable) -> PlacementProblem {
    PlacementProblem(self, guests: guests, hosts: hosts, rules: rules, objective: objective)
  }

  private init(
    _ problem: PlacementProblem, guests: GuestTable, hosts: HostTable, rules: PlacementRules,
    objective: PlacementObjective
  ) {
    precondition(guests.count == problem.guests.count, "the guests stay")
    precondition(hosts.types == problem.hosts.types, "the types stay")
    precondition(rules.memberships == problem.rules.memberships, "the guests of each rule stay")
    precondition(rules.fit(guests: problem.guests.count, hosts: hosts), "a rule names existing hosts")
    resources = problem.resources
    self.guests = guests
    self.hosts = hosts
    compatibility = problem.compatibility
    separations = problem.separations
    self.rules = rules
    spare = problem.spare
    self.objective = objective
    current = nil
    flavours = problem.flavours
  }

  /// The amount of a resource of a host type that guests may take, without the spare share, rounded down.
  public func usableCapacity(ofType type: Int, _ resource: Int) -> Int32 {
    let capacity = hosts.types[type].capacity[resource]
    guard case .fraction(let share) = spare else { return capacity }
    // A share such as 0.9 is not exact in binary; a billionth of a unit keeps 0.9 of 10 at 9.
    return capacity - Int32((Double(capacity) * share.value - 1e-9).rounded(.up))
  }

  /// How many hosts, from index 0, may take guests: all but the spare ones.
  public var usableHostCount: Int {
    guard case .hosts(let count) = spare else { return hosts.count }
    return max(0, hosts.count - count)
  }
}
