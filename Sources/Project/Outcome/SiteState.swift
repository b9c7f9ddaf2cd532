public import Quantities

/// What runs at a moment, as far as the project changes it.
public struct SiteState: Sendable, Hashable {
  /// Old servers that are on, by group.
  public internal(set) var oldServers: [Int]
  /// New units that are on, by order.
  public internal(set) var newUnits: [Int]
  /// Guests that only the old servers run, by group.
  public internal(set) var oldGuests: [Int]
  /// Guests that are over while their old server still runs beside, by group.
  public internal(set) var bothGuests: [Int]
  /// Guests that only the new servers run, by group.
  public internal(set) var newGuests: [Int]

  /// Before anything has moved.
  init(_ plan: ProjectPlan) {
    oldServers = plan.groups.map(\.servers)
    newUnits = plan.orders.map { _ in 0 }
    oldGuests = plan.groups.map(\.guests)
    bothGuests = plan.groups.map { _ in 0 }
    newGuests = bothGuests
  }

  mutating func apply(_ change: StateChange, _ plan: ProjectPlan, _ network: borrowing TaskNetwork) {
    let subject = Int(change.subject)
    switch change.kind {
    case .moved, .returned, .accepted:
      let group = Int(network.guests[subject].group)
      switch change.kind {
      case .moved:
        oldGuests[group] -= 1
        bothGuests[group] += 1
      case .returned:
        bothGuests[group] -= 1
        oldGuests[group] += 1
      default:
        bothGuests[group] -= 1
        newGuests[group] += 1
      }
    case .serverOff: oldServers[Int(network.servers[subject].group)] -= 1
    case .unitOn: newUnits[Int(network.units[subject].order)] += 1
    case .tested: break
    }
  }

  /// Power of old servers as the plan has it.
  func oldPower(_ plan: ProjectPlan) -> Watts {
    zip(plan.groups, oldServers).reduce(.zero) { $0 + $1.0.serverPower * Double($1.1) }
  }

  /// Power of new servers as the plan has it: units, servers, and what guests add.
  func newPower(_ plan: ProjectPlan) -> Watts {
    let empty = zip(plan.orders, newUnits).reduce(Watts.zero) { sum, entry in
      sum + (entry.0.unitPower + entry.0.serverPower * Double(entry.0.serversPerUnit)) * Double(entry.1)
    }
    return plan.groups.indices.reduce(empty) { sum, group in
      sum + plan.groups[group].guestPower * Double(bothGuests[group] + newGuests[group])
    }
  }
}

/// Power of a site by what runs in it. ``plan`` takes the plan's watts; a caller may compute its own, for instance
/// from measured curves and the losses of the plant.
public struct SitePower: Sendable {
  /// Power of the old servers.
  public let old: @Sendable (SiteState) -> Watts
  /// Power of the new ones.
  public let new: @Sendable (SiteState) -> Watts

  /// Power by two functions of what runs.
  public init(old: @escaping @Sendable (SiteState) -> Watts, new: @escaping @Sendable (SiteState) -> Watts) {
    self.old = old
    self.new = new
  }

  /// The watts of a plan: each old server that is on; each new unit and server that is on; each guest on new servers.
  public static func plan(_ plan: ProjectPlan) -> SitePower {
    SitePower(old: { $0.oldPower(plan) }, new: { $0.newPower(plan) })
  }
}
