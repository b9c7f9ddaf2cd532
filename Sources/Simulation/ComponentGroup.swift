public import Availability
public import Facility

/// Equal units of one kind that stand in for each other, and the hosts that are down while too many of them are.
public struct ComponentGroup: Sendable, Hashable {
  /// What the units are.
  public let part: FailingPart
  /// Where they are: a host, an enclosure, a rack, a feed of racks, or the site.
  public let domain: FailureDomain
  /// How many there are and how many are spare.
  public let arrangement: UnitArrangement
  /// The hosts that they serve, ascending.
  public let hosts: [HostID]
  /// Whether those hosts are down when the group is; without a management module they are not.
  public let isVital: Bool

  /// Creates a group.
  public init(
    _ part: FailingPart, in domain: FailureDomain, _ arrangement: UnitArrangement, serving hosts: [HostID],
    isVital: Bool = true
  ) {
    self.part = part
    self.domain = domain
    self.arrangement = arrangement
    self.hosts = hosts
    self.isVital = isVital
  }
}

/// A unit of a group, by the place of the group in ``LayoutDesign/componentGroups(of:)``.
public struct ComponentUnit: Sendable, Hashable {
  /// The group.
  public let group: Int
  /// The number in its group, side by side; the one after the last is what strikes the whole group at once.
  public let unit: Int

  /// Creates a name.
  public init(group: Int, unit: Int) {
    self.group = group
    self.unit = unit
  }
}
