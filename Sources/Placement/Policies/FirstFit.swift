/// Each guest, in the order given, on the first host that admits it.
public struct FirstFit: PlacementPolicy {
  public let name = "first-fit"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    var frontier = Frontier(flavours: fleet.flavourCount, guests: guests.count)
    for guest in guests {
      guard let host = frontier.firstHost(for: fleet.flavourOfGuest[Int(guest)], in: fleet) else { continue }
      fleet.put(guest, on: host)
    }
  }
}

extension FirstFit {
  static let entry = PolicyEntry("first-fit", "Each guest, as listed, on the first host that admits it.") {
    _ in
    FirstFit()
  }
}
