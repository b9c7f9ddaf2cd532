/// Guests that are to move from one placement to another while they run.
///
/// While a guest moves it holds room on both hosts. Whenever a guest begins to come to a host, that host must admit it
/// beside all that are on it, come to it or have not left it yet: capacity, guest limit, compatibility, spare hosts and
/// separations hold at every moment. A rule that the first placement breaks already stays broken until the guests in
/// question move; no move breaks another.
///
/// **Not modelled**: guests that are stopped to make room, capacity that copying takes, and ``SpareRule/loss(of:)`` during
/// the moves (it holds of a placement as a whole).
public struct MigrationProblem: Sendable {
  /// The guests, the hosts and the rules.
  public let placement: PlacementProblem
  /// The host of each guest at first; -1 for one that takes no part.
  public let from: [Int32]
  /// The host of each guest at last; -1 for those that have none at first.
  public let to: [Int32]
  /// How long moves take.
  public let times: MigrationTimes
  /// What moves share.
  public let links: MigrationLinks

  /// Creates a problem. Both placements cover every guest, the same ones.
  public init(
    _ placement: PlacementProblem, from: [Int32], to: [Int32], times: MigrationTimes, links: MigrationLinks
  ) {
    let (guests, hosts) = (placement.guests.count, Int32(placement.hosts.count))
    precondition(from.count == guests && to.count == guests, "a placement covers every guest")
    precondition(times.guestCount == guests, "every guest has times")
    precondition(links.unitsOfHost.count == Int(hosts), "every host has a link")
    precondition(
      zip(from, to).allSatisfy { ($0 == -1) == ($1 == -1) && (-1..<hosts).contains($0) && $1 < hosts },
      "the same guests have an existing host at first and at last")
    self.placement = placement
    self.from = from
    self.to = to
    self.times = times
    self.links = links
  }

  /// The guests whose host changes, in order.
  public var movers: [Int32] { from.indices.filter { from[$0] != to[$0] }.map(Int32.init) }

  /// The units that a move uses of its links.
  public func width(from: Int32, to: Int32) -> Int32 {
    links.width(from: from, to: to, widest: times.widest)
  }

  /// Milliseconds that a move takes.
  public func milliseconds(of guest: Int32, from: Int32, to: Int32) -> Int64 {
    times.milliseconds(of: guest, width: width(from: from, to: to))
  }
}
