/// What would be needed for one host less: the constraint that sizes a fleet.
public struct BindingConstraint: Error, Hashable, Sendable {
  /// What is short.
  public enum Kind: Hashable, Sendable {
    /// A resource, as an index into the problem's list.
    case resource(Int)
    /// The number of guests on a host.
    case guestLimit
    /// Guests that are kept apart, as an index into the problem's list.
    case separation(Int)
    /// Guests that are kept together.
    case affinity(Int)
    /// The hosts inside a fence.
    case fence(Int)
    /// The hosts that a licence covers.
    case licence(Int)
    /// A budget of power or weight.
    case budget(Int)
    /// Slots that are kept free.
    case slots
    /// Any host beside the one that is lost.
    case otherHost
  }

  /// What is short.
  public let kind: Kind
  /// Whether it is short only for restarts after a failure: all guests had a host.
  public let isSpare: Bool

  /// The constraint in words: `memory, for restarts`.
  public func text(in problem: PlacementProblem) -> String {
    let what =
      switch kind {
      case .resource(let resource): problem.resources[resource].name
      case .guestLimit: "guests per host"
      case .separation(let rule): "'\(problem.separations[rule].name)'"
      case .affinity(let rule): "'\(problem.rules.affinities[rule].name)'"
      case .fence(let rule): "'\(problem.rules.fences[rule].name)'"
      case .licence(let rule): "'\(problem.rules.licences[rule].name)'"
      case .budget(let rule): "'\(problem.rules.budgets[rule].name)'"
      case .slots: "slots kept free"
      case .otherHost: "a second host"
      }
    return isSpare ? "\(what), for restarts" : what
  }
}

extension BindingConstraint {
  /// What keeps most of the unplaced guests out. Guests that are out for want of any host are counted for the
  /// resource of which all guests together take the largest share of a host.
  init(unplacedIn fleet: FleetState) {
    let largest = BindingConstraint.largestDemand(in: fleet.problem)
    var reasons = [Kind?](repeating: nil, count: fleet.flavourCount)
    var kinds: [Kind] = []
    for guest in fleet.hostOfGuest.indices where fleet.hostOfGuest[guest] == FleetState.unplaced {
      let flavour = fleet.flavourOfGuest[guest]
      let kind =
        reasons[Int(flavour)] ?? fleet.refusal(ofFlavour: flavour).flatMap(BindingConstraint.kind) ?? largest
      reasons[Int(flavour)] = kind
      kinds.append(kind)
    }
    self.init(kind: BindingConstraint.mostFrequent(kinds) ?? largest, isSpare: false)
  }

  /// What keeps most of the stranded guests from restarting. Those that have no host left at all count only when there is
  /// nothing else.
  init(stranded: [Refusal]) {
    let kinds = stranded.compactMap { BindingConstraint.kind($0.reason) }
    self.init(kind: BindingConstraint.mostFrequent(kinds) ?? .otherHost, isSpare: true)
  }

  private static func kind(_ reason: RefusalReason) -> Kind? {
    switch reason {
    case .noRoom(let resource, _), .peaksMeet(let resource, _), .tooLarge(let resource): .resource(resource)
    case .guestLimit: .guestLimit
    case .separated(let rule): .separation(rule)
    case .notTogether(let rule): .affinity(rule)
    case .fencedOff(let rule): .fence(rule)
    case .licenceSpent(let rule): .licence(rule)
    case .overBudget(let rule): .budget(rule)
    case .noSlot: .slots
    case .incompatible, .closed: nil
    }
  }

  /// The most frequent kind, the first met among equals.
  private static func mostFrequent(_ kinds: [Kind]) -> Kind? {
    var tally: [(kind: Kind, count: Int)] = []
    for kind in kinds {
      if let index = tally.firstIndex(where: { $0.kind == kind }) {
        tally[index].count += 1
      } else {
        tally.append((kind, 1))
      }
    }
    let most = tally.map(\.count).max() ?? 0
    return tally.first { $0.count == most }?.kind
  }

  private static func largestDemand(in problem: PlacementProblem) -> Kind {
    let shares = problem.resources.indices.map { resource in
      var demand = 0.0
      for guest in 0..<Int32(problem.guests.count) {
        demand += Double(problem.guests.size(of: guest, resource))
      }
      return demand / Double(max(1, problem.hosts.types[0].capacity[resource]))
    }
    let largest = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
    let slots = Double(problem.guests.count) / Double(max(1, problem.hosts.types[0].guestLimit ?? .max))
    return slots > shares[largest] ? .guestLimit : .resource(largest)
  }
}
