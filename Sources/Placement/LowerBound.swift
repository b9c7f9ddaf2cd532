/// A number of hosts that no plan can go below, and why.
///
/// The largest of several simple bounds over the guests that fit some empty host:
/// ```
/// per dimension    fewest hosts, largest first, whose capacity Σ C_r reaches the demand Σ s_r
/// mixture          the same for a weighted sum of resources (identical hosts gain nothing, different ones do)
/// guest limit      the same for slots and the number of guests
/// large guests     guests above half of the largest host in one resource: no two share a host
/// separation       at most `limit` of a separated group in one unit
/// rounded sizes    dual feasible functions along resources and mixtures of them; guests of which no two share a host
/// ```
/// `s_r` is the amount of resource r that a guest takes, `C_r` the usable amount of a host, both in the caller's
/// units; all sums are exact integers. Side rules only raise the true optimum, so the bound stays valid.
///
/// **Valid for** the number of hosts that hold a guest when every guest that can be placed alone is placed.
/// **Not modelled**: fragmentation between dimensions; on mixes of many small shapes the bound is 6 to 8 % low.
/// **Source**: the classical continuous bound; A. Caprara, P. Toth, "Lower bounds and algorithms for the
/// 2-dimensional vector packing problem", Discrete Applied Mathematics, 2001 (from memory, medium confidence).
/// **Example**: 5 guests of 3 units on hosts of 8 units: the demand of 15 asks for 2 hosts, and rounded sizes (no more than
/// two to a host) for 3.
///
/// Stronger bounds come from ``init(of:level:)``. Whatever the objective, ``value`` is what no plan for all guests can go
/// below, and ``hosts`` how many hosts it cannot do without.
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
    /// Sizes rounded by a dual feasible function, in a resource or, with nil, in a weighted sum of several.
    case roundedSizes(resource: String?)
    /// Guests of which no two fit one host together.
    case conflict
    /// The cheapest hosts that together offer the demand of every resource.
    case cheapestOffer
    /// Column generation, proven by a certificate.
    case columnGeneration
    /// Column generation in every part of a search over the numbers of hosts by type, proven by a certificate.
    case hostMix
    /// The sum over parts of a fleet that share neither guests nor hosts.
    case parts
  }

  /// The fewest hosts; one more than there are when not even all of them suffice.
  public let hosts: Int
  /// What that rests on.
  public let reason: Reason
  /// The least value of the objective, in its whole units; with the objective ``PlacementObjective/hosts`` the number of
  /// hosts.
  public let value: Int64
  /// What the value rests on.
  public let method: Reason
  /// How much of the value licences add at least: for each, its price times the fewest hosts that its guests need.
  public let licences: Int64
  /// The proof of the value without ``licences``, when it rests on column generation.
  public let certificate: BoundCertificate?

  init(
    hosts: Int, reason: Reason, value: Int64, method: Reason, licences: Int64 = 0,
    certificate: BoundCertificate? = nil
  ) {
    self.hosts = hosts
    self.reason = reason
    self.value = value
    self.method = method
    self.licences = licences
    self.certificate = certificate
  }

  /// The larger of two bounds, in the number of hosts and in the value.
  public func strengthened(by other: LowerBound) -> LowerBound {
    let (more, dearer) = (other.hosts > hosts ? other : self, other.value > value ? other : self)
    return LowerBound(
      hosts: more.hosts, reason: more.reason, value: dearer.value, method: dearer.method,
      licences: dearer.licences, certificate: dearer.certificate)
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
    case .roundedSizes(let resource): "rounded sizes in \(resource ?? "several resources")"
    case .conflict: "guests of which no two share a host"
    case .cheapestOffer: "cheapest hosts for the demand"
    case .columnGeneration: "column generation"
    case .hostMix: "column generation over host mixes"
    case .parts: "the sum over kinds of hosts"
    }
  }
}
