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

/// A fleet that takes and gives up guests one by one, each decision by least fragmentation.
public struct OnlinePlacement: Sendable {
  /// The fleet as it stands.
  public private(set) var fleet: FleetState
  private var index: FragmentationIndex

  /// Starts with a fleet.
  ///
  /// - Parameter mix: how many guests of each flavour to expect, in proportion; nil takes those of the problem.
  public init(_ fleet: FleetState, mix: [Int32]? = nil) {
    self.fleet = fleet
    index = FragmentationIndex(fleet, mix: mix ?? fleet.problem.flavours.population)
  }

  /// Places a guest that has no host.
  ///
  /// - Returns: its host, or nil when none admits it.
  public mutating func place(_ guest: Int32) -> Int32? {
    guard let host = index.host(for: fleet.flavourOfGuest[Int(guest)], in: fleet) else { return nil }
    fleet.place(guest, on: host)
    index.update(host, in: fleet)
    return host
  }

  /// Takes a guest off its host.
  public mutating func remove(_ guest: Int32) {
    let host = fleet.remove(guest)
    index.update(host, in: fleet)
  }
}
