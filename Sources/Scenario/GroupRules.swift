public import Quantities

/// Rules about where groups of guests of a layout may stand, beyond its policy and spare.
///
/// **Valid for** the plan of a layout and for every placement, restart and migration in its runs. **Not modelled**: rules that
/// begin or end within the study.
public struct GroupRules: Sendable, Hashable {
  /// What guests stand together in, or are kept apart over; a rack server is its own enclosure.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    case server, enclosure
  }

  /// Guests of some groups of which no more than a few share a server, or an enclosure (anti-affinity).
  public struct Apart: Sendable, Hashable {
    /// The names of the groups, counted together.
    public var groups: [String]
    /// What they are kept apart over.
    public var place: Place
    /// The most of them in one.
    public var limit: Int

    /// Creates a rule.
    public init(_ groups: [String], over place: Place = .server, limit: Int = 1) {
      self.groups = groups
      self.place = place
      self.limit = limit
    }
  }

  /// Guests that stand together.
  public struct Together: Sendable, Hashable {
    /// The names of the groups; all their guests stand together.
    public var groups: [String]
    /// Within what.
    public var place: Place

    /// Creates a rule.
    public init(groups: [String], place: Place) {
      self.groups = groups
      self.place = place
    }
  }

  /// Guests that may use only some servers.
  public struct Fence: Sendable, Hashable {
    /// The names of the groups.
    public var groups: [String]
    /// The first server that they may use, counted from 1.
    public var first: Int
    /// The last one.
    public var last: Int

    /// Creates a rule.
    public init(groups: [String], first: Int, last: Int) {
      self.groups = groups
      self.first = first
      self.last = last
    }
  }

  /// Software of guests that is licensed by the server.
  public struct Licence: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// The names of the groups that need it.
    public var groups: [String]
    /// What each server pays that runs one of their guests, once.
    public var price: Money
    /// How many servers are licensed at most; nil for as many as are paid for.
    public var servers: Int?

    /// Creates a licence.
    public init(name: String, groups: [String], price: Money, servers: Int? = nil) {
      self.name = name
      self.groups = groups
      self.price = price
      self.servers = servers
    }
  }

  /// Guests that are kept apart.
  public var apart: [Apart]
  /// Guests that stand together.
  public var together: [Together]
  /// Guests that may use only some servers.
  public var fences: [Fence]
  /// Software that is licensed by the server.
  public var licences: [Licence]

  /// Creates a set of rules.
  public init(
    apart: [Apart] = [], together: [Together] = [], fences: [Fence] = [], licences: [Licence] = []
  ) {
    self.apart = apart
    self.together = together
    self.fences = fences
    self.licences = licences
  }

  /// Whether there is no rule.
  public var isEmpty: Bool { apart.isEmpty && together.isEmpty && fences.isEmpty && licences.isEmpty }
}
