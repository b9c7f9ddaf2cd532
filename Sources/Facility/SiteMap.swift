/// What stands where: every host in its enclosure and rack, every rack in its row and on its feeds.
///
/// Tables by dense identity; the index of an entry is the identity of the thing. It is a record of the result of
/// planning, and the map from which failure domains are read.
public struct SiteMap: Sendable, Hashable {
  /// Where a host is.
  public struct HostPlace: Sendable, Hashable {
    /// Its rack.
    public let rack: RackID
    /// Its enclosure, for a blade.
    public let enclosure: EnclosureID?
    /// Creates a place.
    public init(rack: RackID, enclosure: EnclosureID? = nil) {
      self.rack = rack
      self.enclosure = enclosure
    }
  }

  /// Where a rack is and what feeds it.
  public struct RackPlace: Sendable, Hashable {
    /// Its row.
    public let row: RowID
    /// Its feeds, each of which alone can carry it; empty where feeds are not followed.
    public let feeds: [FeedID]
    /// Creates a place.
    public init(row: RowID, feeds: [FeedID] = []) {
      self.row = row
      self.feeds = feeds
    }
  }

  /// Hosts by ``HostID``.
  public let hosts: [HostPlace]
  /// The rack of each enclosure, by ``EnclosureID``.
  public let enclosures: [RackID]
  /// The enclosure of each interconnect module, by ``InterconnectID``.
  public let interconnects: [EnclosureID]
  /// Racks by ``RackID``.
  public let racks: [RackPlace]
  /// Rows.
  public let rowCount: Int
  /// Feeds.
  public let feedCount: Int

  /// Creates a site; every identity that is named must have its entry, and a blade's rack is its enclosure's.
  public init(
    hosts: [HostPlace], enclosures: [RackID] = [], interconnects: [EnclosureID] = [], racks: [RackPlace],
    rowCount: Int, feedCount: Int = 0
  ) {
    precondition(
      racks.allSatisfy { rack in
        (0..<rowCount).contains(rack.row.index)
          && rack.feeds.allSatisfy { (0..<feedCount).contains($0.index) }
      }, "racks stand in rows of the site, on feeds of the site")
    precondition(enclosures.allSatisfy { racks.indices.contains($0.index) }, "enclosures stand in racks")
    precondition(
      interconnects.allSatisfy { enclosures.indices.contains($0.index) }, "modules sit in enclosures")
    precondition(
      hosts.allSatisfy { host in
        guard let enclosure = host.enclosure else { return racks.indices.contains(host.rack.index) }
        return enclosures.indices.contains(enclosure.index) && enclosures[enclosure.index] == host.rack
      }, "hosts stand in racks, and blades in the rack of their enclosure")
    self.hosts = hosts
    self.enclosures = enclosures
    self.interconnects = interconnects
    self.racks = racks
    self.rowCount = rowCount
    self.feedCount = feedCount
  }
}
