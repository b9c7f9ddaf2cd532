/// The rules of a problem beyond sizes, compatibility and separations; empty unless given.
///
/// Each kind of rule is one file here: what it says, and what it counts while a fleet fills.
public struct PlacementRules: Hashable, Sendable {
  /// Guests that stand together.
  public var affinities: [Affinity]
  /// Guests that may use only some hosts.
  public var fences: [Fence]
  /// Licences that are paid for each host.
  public var licences: [Licence]
  /// What enclosures, racks or circuits can bear.
  public var budgets: [Budget]

  /// Creates a set of rules.
  public init(
    affinities: [Affinity] = [], fences: [Fence] = [], licences: [Licence] = [], budgets: [Budget] = []
  ) {
    self.affinities = affinities
    self.fences = fences
    self.licences = licences
    self.budgets = budgets
  }

  /// Whether there is no rule at all.
  public var isEmpty: Bool {
    affinities.isEmpty && fences.isEmpty && licences.isEmpty && budgets.isEmpty
  }

  /// The guests that each rule about guests names, rule by rule in a fixed order; guests equal in all of them, and in
  /// size, class and separations, are one flavour.
  var memberships: [[Int32]] {
    affinities.map(\.guests) + fences.map(\.guests) + licences.map(\.guests)
  }

  /// Every index in the rules exists in a problem.
  func fit(guests: Int, hosts: HostTable) -> Bool {
    memberships.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 < guests } }
      && fences.allSatisfy { $0.hosts.allSatisfy { $0 >= 0 && $0 < hosts.count } }
      && budgets.allSatisfy {
        $0.limits.count >= hosts.unitCount(at: $0.level) && $0.ofHost.count == hosts.types.count
          && $0.ofFullHost.count == hosts.types.count
      }
  }
}
