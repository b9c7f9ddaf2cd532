public import Facility

/// A thing whose loss takes others down with it.
public enum FailureDomain: Hashable, Sendable, CustomStringConvertible {
  /// One rack server or blade.
  case host(HostID)
  /// The midplane or the whole power of an enclosure.
  case enclosure(EnclosureID)
  /// One interconnect module of an enclosure.
  case interconnect(InterconnectID)
  /// A rack.
  case rack(RackID)
  /// A power feed.
  case feed(FeedID)
  /// A row of racks.
  case row(RowID)
  /// The whole site.
  case site

  /// A kind of domain, smallest reach first.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// One rack server or blade.
    case host
    /// One interconnect module.
    case interconnect
    /// An enclosure.
    case enclosure
    /// A rack.
    case rack
    /// A power feed.
    case feed
    /// A row of racks.
    case row
    /// The whole site.
    case site
  }

  /// The kind.
  public var kind: Kind {
    switch self {
    case .host: .host
    case .enclosure: .enclosure
    case .interconnect: .interconnect
    case .rack: .rack
    case .feed: .feed
    case .row: .row
    case .site: .site
    }
  }

  /// The domain in words: `enclosure 3`.
  public var description: String {
    switch self {
    case .host(let id): "host \(id)"
    case .enclosure(let id): "enclosure \(id)"
    case .interconnect(let id): "interconnect \(id)"
    case .rack(let id): "rack \(id)"
    case .feed(let id): "feed \(id)"
    case .row(let id): "row \(id)"
    case .site: "site"
    }
  }
}
