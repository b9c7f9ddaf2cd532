public import Facility

/// The failure domains of a site: which contains which, and which hosts each takes down.
///
/// ```
/// site > row > rack > enclosure > host        containment: a loss takes everything below
/// feed                                        a rack is lost with the last of its feeds
/// interconnect                                a path of each blade; the blades with the last module
/// ```
///
/// **Valid for**: hosts with supplies on every feed of their rack, blades wired to every module of their enclosure.
/// **Not modelled**: cooling zones, storage and network beyond the enclosure. **Source**: derived from the site.
///
/// Example: sixteen blades with two modules: one module costs 16 paths and no host, the midplane all 16 hosts.
public struct FailureDomainTree: Sendable {
  /// The site that is described.
  public let site: SiteMap
  private let hostsByEnclosure: [[HostID]]
  private let hostsByRack: [[HostID]]
  private let racksByRow: [[RackID]]
  private let racksByFeed: [[RackID]]
  private let modulesByEnclosure: [Int]

  /// Reads the domains of a site.
  public init(of site: SiteMap) {
    self.site = site
    var hostsByEnclosure = [[HostID]](repeating: [], count: site.enclosures.count)
    var hostsByRack = [[HostID]](repeating: [], count: site.racks.count)
    for (index, host) in site.hosts.enumerated() {
      hostsByRack[host.rack.index].append(HostID(index))
      if let enclosure = host.enclosure { hostsByEnclosure[enclosure.index].append(HostID(index)) }
    }
    var racksByRow = [[RackID]](repeating: [], count: site.rowCount)
    var racksByFeed = [[RackID]](repeating: [], count: site.feedCount)
    for (index, rack) in site.racks.enumerated() {
      racksByRow[rack.row.index].append(RackID(index))
      for feed in rack.feeds { racksByFeed[feed.index].append(RackID(index)) }
    }
    var modules = [Int](repeating: 0, count: site.enclosures.count)
    for enclosure in site.interconnects { modules[enclosure.index] += 1 }
    self.hostsByEnclosure = hostsByEnclosure
    self.hostsByRack = hostsByRack
    self.racksByRow = racksByRow
    self.racksByFeed = racksByFeed
    self.modulesByEnclosure = modules
  }

  /// Every domain of a kind, by identity.
  public func domains(of kind: FailureDomain.Kind) -> [FailureDomain] {
    switch kind {
    case .host: site.hosts.indices.map { .host(HostID($0)) }
    case .enclosure: site.enclosures.indices.map { .enclosure(EnclosureID($0)) }
    case .interconnect: site.interconnects.indices.map { .interconnect(InterconnectID($0)) }
    case .rack: site.racks.indices.map { .rack(RackID($0)) }
    case .feed: (0..<site.feedCount).map { .feed(FeedID($0)) }
    case .row: (0..<site.rowCount).map { .row(RowID($0)) }
    case .site: [.site]
    }
  }

  /// The domain that holds this one; nil for the site.
  public func parent(of domain: FailureDomain) -> FailureDomain? {
    switch domain {
    case .host(let id):
      site.hosts[id.index].enclosure.map { .enclosure($0) } ?? .rack(site.hosts[id.index].rack)
    case .interconnect(let id): .enclosure(site.interconnects[id.index])
    case .enclosure(let id): .rack(site.enclosures[id.index])
    case .rack(let id): .row(site.racks[id.index].row)
    case .feed, .row: .site
    case .site: nil
    }
  }

  /// The hosts that are down or cut off when one domain alone is lost, ascending.
  ///
  /// Takes time in proportion to what the domain holds, not to the site.
  public func hostsLost(with domain: FailureDomain) -> [HostID] {
    switch domain {
    case .host(let id): return [id]
    case .enclosure(let id): return hostsByEnclosure[id.index]
    case .interconnect(let id):
      let enclosure = site.interconnects[id.index].index
      return modulesByEnclosure[enclosure] == 1 ? hostsByEnclosure[enclosure] : []
    case .rack(let id): return hostsByRack[id.index]
    case .feed(let id):
      return hosts(in: racksByFeed[id.index].filter { site.racks[$0.index].feeds.allSatisfy { $0 == id } })
    case .row(let id): return hosts(in: racksByRow[id.index])
    case .site: return site.hosts.indices.map { HostID($0) }
    }
  }

  /// The hosts that are down or cut off when several domains are lost together, ascending: more than each alone when
  /// both feeds of a rack or all modules of an enclosure are among them.
  public func hostsLost(with domains: [FailureDomain]) -> [HostID] {
    let isDown = loss(of: domains).isDown
    return site.hosts.indices.filter { isDown[$0] }.map { HostID($0) }
  }

  /// How much goes when some domains are lost together.
  ///
  /// - Parameter guestsPerHost: guests on each host by ``HostID``; empty when they are not of interest.
  public func blastRadius(of domains: [FailureDomain], guestsPerHost: [Int] = []) -> BlastRadius {
    precondition(
      guestsPerHost.isEmpty || guestsPerHost.count == site.hosts.count, "guests are counted for every host")
    let loss = loss(of: domains)
    var hosts = 0
    var guests = 0
    var paths = 0
    var sides = 0
    var degradedGuests = 0
    for index in site.hosts.indices {
      let host = site.hosts[index]
      if loss.isDown[index] {
        hosts += 1
        if !guestsPerHost.isEmpty { guests += guestsPerHost[index] }
        continue
      }
      let losesPath = host.enclosure.map { loss.modulesLost[$0.index] > 0 } ?? false
      let losesSide = loss.racksOnFewerFeeds[host.rack.index]
      if losesPath { paths += 1 }
      if losesSide { sides += 1 }
      if losesPath || losesSide, !guestsPerHost.isEmpty { degradedGuests += guestsPerHost[index] }
    }
    return BlastRadius(
      hosts: hosts, guests: guests, paths: paths, sides: sides, degradedGuests: degradedGuests,
      hostsOfSite: site.hosts.count)
  }

  /// The hosts that stay up with one path or feed less when one domain alone is lost, ascending.
  ///
  /// Takes time in proportion to what the domain holds, not to the site.
  public func hostsDegraded(with domain: FailureDomain) -> [HostID] {
    switch domain {
    case .interconnect(let id):
      let enclosure = site.interconnects[id.index].index
      return modulesByEnclosure[enclosure] == 1 ? [] : hostsByEnclosure[enclosure]
    case .feed(let id):
      return hosts(in: racksByFeed[id.index].filter { !site.racks[$0.index].feeds.allSatisfy { $0 == id } })
    case .host, .enclosure, .rack, .row, .site: return []
    }
  }

  /// The most hosts that the loss of one domain of a kind takes: the reserve that survives any such loss.
  public func largestLoss(of kind: FailureDomain.Kind) -> Int {
    domains(of: kind).reduce(0) { max($0, hostsLost(with: $1).count) }
  }

  private func hosts(in racks: [RackID]) -> [HostID] {
    racks.flatMap { hostsByRack[$0.index] }.sorted()
  }

  private func loss(
    of domains: [FailureDomain]
  ) -> (isDown: [Bool], modulesLost: [Int], racksOnFewerFeeds: [Bool]) {
    var isDown = [Bool](repeating: false, count: site.hosts.count)
    var isFeedLost = [Bool](repeating: false, count: site.feedCount)
    var isModuleLost = [Bool](repeating: false, count: site.interconnects.count)
    for domain in domains {
      if case .feed(let id) = domain { isFeedLost[id.index] = true }
      if case .interconnect(let id) = domain { isModuleLost[id.index] = true }
      for host in hostsLost(with: domain) { isDown[host.index] = true }
    }
    for (index, rack) in site.racks.enumerated()
    where !rack.feeds.isEmpty && rack.feeds.allSatisfy({ isFeedLost[$0.index] }) {
      for host in hostsByRack[index] { isDown[host.index] = true }
    }
    var modulesLost = [Int](repeating: 0, count: site.enclosures.count)
    for (index, enclosure) in site.interconnects.enumerated() where isModuleLost[index] {
      modulesLost[enclosure.index] += 1
      if modulesLost[enclosure.index] == modulesByEnclosure[enclosure.index] {
        for host in hostsByEnclosure[enclosure.index] { isDown[host.index] = true }
      }
    }
    let racksOnFewerFeeds = site.racks.map { $0.feeds.contains { isFeedLost[$0.index] } }
    return (isDown, modulesLost, racksOnFewerFeeds)
  }
}
