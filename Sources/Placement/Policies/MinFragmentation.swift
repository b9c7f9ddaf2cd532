/// Each guest, in the order given, on the host in use where it strands least capacity that the expected mix could use.
///
/// The mix is that of all guests of the problem. Meant for guests that come one by one; see ``OnlinePlacement``.
public struct MinFragmentation: PlacementPolicy {
  public let name = "min-fragmentation"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    var index = FragmentationIndex(fleet, mix: fleet.problem.flavours.population)
    for guest in guests {
      guard let host = index.host(for: fleet.flavourOfGuest[Int(guest)], in: fleet) else { continue }
      fleet.put(guest, on: host)
      index.update(host, in: fleet)
    }
  }
}

extension MinFragmentation {
  static let entry = PolicyEntry(
    "min-fragmentation",
    "Each guest, as listed, on the host in use where it strands least for the expected mix."
  ) { _ in
    MinFragmentation()
  }
}

/// Places guests one by one in a fleet that changes in between, each where least is fragmented.
///
/// It remembers how hosts stood and looks again only at those that have changed, so a decision takes microseconds on
/// thousands of hosts.
public struct OnlinePlacement: Sendable {
  private var index: FragmentationIndex
  private let mix: [Int32]

  /// Starts to follow a fleet. No more than one may follow it.
  ///
  /// - Parameter mix: how many guests of each flavour to expect, in proportion; nil takes those of the problem.
  public init(following fleet: inout FleetState, mix: [Int32]? = nil) {
    self.mix = mix ?? fleet.problem.flavours.population
    _ = fleet.takeChanges()
    index = FragmentationIndex(fleet, mix: self.mix)
  }

  /// Places a guest that has no host.
  ///
  /// - Returns: its host, or nil when none admits it.
  @discardableResult
  public mutating func place(_ guest: Int32, into fleet: inout FleetState) -> Int32? {
    for host in fleet.takeChanges() { index.update(host, in: fleet) }
    if index.isWorn { index = FragmentationIndex(fleet, mix: mix) }
    guard let host = index.host(for: fleet.flavourOfGuest[Int(guest)], in: fleet) else { return nil }
    fleet.place(guest, on: host)
    return host
  }
}
