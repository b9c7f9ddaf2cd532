/// A number of hosts that no plan can go below, and why.
///
/// The largest of several simple bounds over the guests that fit some empty host:
/// ```
/// per dimension    fewest hosts, largest first, whose capacity Σ C_r reaches the demand Σ s_r
/// mixture          the same for a weighted sum of resources (identical hosts gain nothing, different ones do)
/// guest limit      the same for slots and the number of guests
/// large guests     guests above half of the largest host in one resource: no two share a host
/// separation       at most `limit` of a separated group in one unit
/// ```
/// `s_r` is the amount of resource r that a guest takes, `C_r` the usable amount of a host, both in the caller's
/// units; all sums are exact integers. Side rules only raise the true optimum, so the bound stays valid.
///
/// **Valid for** the number of hosts that hold a guest when every guest that can be placed alone is placed.
/// **Not modelled**: fragmentation between dimensions; on mixes of many small shapes the bound is 6 to 8 % low.
/// **Source**: the classical continuous bound; A. Caprara, P. Toth, "Lower bounds and algorithms for the
/// 2-dimensional vector packing problem", Discrete Applied Mathematics, 2001 (from memory, medium confidence).
/// **Example**: 5 guests of 3 units on hosts of 8 units: demand 15, so 2 hosts.
public struct LowerBound: Hashable, Sendable {
  /// What the bound rests on.
  public enum Reason: Hashable, Sendable {
    /// There is nothing to place.
    case noGuests
    /// The total demand of a resource.
    case demand(resource: String)
    /// The total demand of several resources together.
    case mixture
    /// The number of guests that a host may hold.
    case guestLimit
    /// Guests above half a host.
    case largeGuests(resource: String)
    /// Guests that are kept apart.
    case separation(String)
  }

  /// The fewest hosts; one more than there are when not even all of them suffice.
  public let hosts: Int
  /// What it rests on.
  public let reason: Reason

  init(hosts: Int, reason: Reason) {
    self.hosts = hosts
    self.reason = reason
  }
}

extension LowerBound.Reason: CustomStringConvertible {
  /// In words: `demand of memory`.
  public var description: String {
    switch self {
    case .noGuests: "nothing to place"
    case .demand(let resource): "demand of \(resource)"
    case .mixture: "demand of several resources"
    case .guestLimit: "guests per host"
    case .largeGuests(let resource): "guests above half a host in \(resource)"
    case .separation(let name): "guests kept apart by \(name)"
    }
  }
}
