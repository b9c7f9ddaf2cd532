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
  public let site: Site
  private let hostsByEnclosure: [[HostID]]
  private let hostsByRack: [[HostID]]
  private let modulesByEnclosure: [Int]

  /// Reads the domains of a site.
  public init(of site: Site) {
    self.site = site
    var byEnclosure = [[HostID]](repeating: [], count: site.enclosures.count)
    var byRack = [[HostID]](repeating: [], count: site.racks.count)
    for (index, host) in site.hosts.enumerated() {
      byRack[host.rack.index].append(HostID(index))
      if let enclosure = host.enclosure { byEnclosure[enclosure.index].append(HostID(index)) }
    }
    var modules = [Int](repeating: 0, count: site.enclosures.count)
    for enclosure in site.interconnects { modules[enclosure.index] += 1 }
    self.hostsByEnclosure = byEnclosure
    self.hostsByRack = byRack
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

  /// The hosts that are down or cut off when some domains are lost together, ascending.
  public func hostsLost(with domains: [FailureDomain]) -> [HostID] {
    let loss = loss(of: domains)
    return site.hosts.indices.filter { loss.down[$0] }.map { HostID($0) }
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
    for index in site.hosts.indices {
      if loss.down[index] {
        hosts += 1
        if !guestsPerHost.isEmpty { guests += guestsPerHost[index] }
      } else if let enclosure = site.hosts[index].enclosure, loss.modules[enclosure.index] > 0 {
        paths += 1
      }
    }
    return BlastRadius(hosts: hosts, guests: guests, paths: paths, hostsOfSite: site.hosts.count)
  }

  /// The most hosts that the loss of one domain of a kind takes: the reserve that survives any such loss.
  public func largestLoss(of kind: FailureDomain.Kind) -> Int {
    switch kind {
    case .host: site.hosts.isEmpty ? 0 : 1
    case .enclosure: hostsByEnclosure.map(\.count).max() ?? 0
    case .rack: hostsByRack.map(\.count).max() ?? 0
    case .site: site.hosts.count
    case .interconnect, .feed, .row: domains(of: kind).map { hostsLost(with: [$0]).count }.max() ?? 0
    }
  }

  private func loss(of domains: [FailureDomain]) -> (down: [Bool], modules: [Int]) {
    var down = [Bool](repeating: false, count: site.hosts.count)
    var rackLost = [Bool](repeating: false, count: site.racks.count)
    var enclosureLost = [Bool](repeating: false, count: site.enclosures.count)
    var feedLost = [Bool](repeating: false, count: site.feedCount)
    var moduleLost = [Bool](repeating: false, count: site.interconnects.count)
    for domain in domains {
      switch domain {
      case .host(let id): down[id.index] = true
      case .enclosure(let id): enclosureLost[id.index] = true
      case .interconnect(let id): moduleLost[id.index] = true
      case .rack(let id): rackLost[id.index] = true
      case .feed(let id): feedLost[id.index] = true
      case .row(let id):
        for index in site.racks.indices where site.racks[index].row == id { rackLost[index] = true }
      case .site: rackLost = [Bool](repeating: true, count: site.racks.count)
      }
    }
    for (index, rack) in site.racks.enumerated() where !rack.feeds.isEmpty {
      if rack.feeds.allSatisfy({ feedLost[$0.index] }) { rackLost[index] = true }
    }
    var modules = [Int](repeating: 0, count: site.enclosures.count)
    for (index, enclosure) in site.interconnects.enumerated() where moduleLost[index] {
      modules[enclosure.index] += 1
    }
    for index in enclosureLost.indices where modules[index] > 0 && modules[index] == modulesByEnclosure[index]
    {
      enclosureLost[index] = true
    }
    for (index, members) in hostsByRack.enumerated() where rackLost[index] {
      for host in members { down[host.index] = true }
    }
    for (index, members) in hostsByEnclosure.enumerated() where enclosureLost[index] {
      for host in members { down[host.index] = true }
    }
    return (down, modules)
  }
}
