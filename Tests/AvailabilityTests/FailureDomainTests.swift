import Availability
import Facility
import Quantities
import Testing

@Suite("Blast radius")
struct FailureDomainTests {
  /// Two racks in two rows: rack 0 on feeds 0 and 1 with two full enclosures of two modules each, rack 1 on feed 1
  /// alone with four rack servers.
  static let tree: FailureDomainTree = {
    var hosts = (0..<32).map {
      SiteMap.HostPlace(rack: RackID(0), enclosure: EnclosureID($0 / 16))
    }
    hosts += (0..<4).map { _ in SiteMap.HostPlace(rack: RackID(1)) }
    return FailureDomainTree(
      of: SiteMap(
        hosts: hosts, enclosures: [RackID(0), RackID(0)],
        interconnects: [EnclosureID(0), EnclosureID(0), EnclosureID(1), EnclosureID(1)],
        racks: [
          SiteMap.RackPlace(row: RowID(0), feeds: [FeedID(0), FeedID(1)]),
          SiteMap.RackPlace(row: RowID(1), feeds: [FeedID(1)]),
        ], rowCount: 2, feedCount: 2))
  }()

  @Test(
    arguments: [
      (FailureDomain.host(HostID(5)), 1, 0), (.interconnect(InterconnectID(0)), 0, 16),
      (.enclosure(EnclosureID(1)), 16, 0), (.rack(RackID(0)), 32, 0), (.rack(RackID(1)), 4, 0),
      (.feed(FeedID(0)), 0, 0), (.feed(FeedID(1)), 4, 0), (.row(RowID(0)), 32, 0), (.site, 36, 0),
    ])
  func `what one loss takes down`(domain: FailureDomain, hosts: Int, paths: Int) {
    let radius = Self.tree.blastRadius(of: [domain])
    #expect(radius.hosts == hosts)
    #expect(radius.paths == paths)
    #expect(radius.hostsOfSite == 36)
    #expect(Self.tree.hostsLost(with: domain) == Self.tree.hostsLost(with: [domain]))
    #expect(Self.tree.hostsLost(with: domain).count == hosts)
  }

  @Test func `both feeds together take what neither takes alone`() {
    let both = Self.tree.blastRadius(of: [.feed(FeedID(0)), .feed(FeedID(1))])
    #expect(both.hosts == 36)
    #expect(both.shareOfHosts == .one)
  }

  @Test func `the last module cuts an enclosure off`() {
    let both: [FailureDomain] = [.interconnect(InterconnectID(2)), .interconnect(InterconnectID(3))]
    #expect(Self.tree.hostsLost(with: both) == (16..<32).map { HostID($0) })
    let across: [FailureDomain] = [.interconnect(InterconnectID(1)), .interconnect(InterconnectID(2))]
    let radius = Self.tree.blastRadius(of: across)
    #expect(radius.hosts == 0)
    #expect(radius.paths == 32)
  }

  @Test func `a single module is a single point of failure`() {
    let tree = FailureDomainTree(
      of: SiteMap(
        hosts: [SiteMap.HostPlace(rack: RackID(0), enclosure: EnclosureID(0))], enclosures: [RackID(0)],
        interconnects: [EnclosureID(0)], racks: [SiteMap.RackPlace(row: RowID(0))], rowCount: 1))
    #expect(tree.hostsLost(with: .interconnect(InterconnectID(0))) == [HostID(0)])
    #expect(tree.blastRadius(of: [.interconnect(InterconnectID(0))]).paths == 0)
  }

  @Test func `guests go down with their hosts`() {
    let guests = (0..<36).map { $0 < 32 ? 8 : 1 }
    let radius = Self.tree.blastRadius(
      of: [.enclosure(EnclosureID(0)), .rack(RackID(1))], guestsPerHost: guests)
    #expect(radius.hosts == 20)
    #expect(radius.guests == 16 * 8 + 4)
    let overlapping = Self.tree.blastRadius(
      of: [.host(HostID(3)), .enclosure(EnclosureID(0)), .rack(RackID(0))], guestsPerHost: guests)
    #expect(overlapping.guests == 256, "a host is lost once")
  }

  @Test func `one enclosure holds everything, one server holds its share`() {
    let blades = FailureDomainTree(
      of: SiteMap(
        hosts: Array(repeating: SiteMap.HostPlace(rack: RackID(0), enclosure: EnclosureID(0)), count: 16),
        enclosures: [RackID(0)], racks: [SiteMap.RackPlace(row: RowID(0))], rowCount: 1))
    #expect(blades.blastRadius(of: [.enclosure(EnclosureID(0))]).shareOfHosts == .one)
    #expect(blades.blastRadius(of: [.host(HostID(0))]).shareOfHosts == Fraction(1.0 / 16))
    #expect(blades.largestLoss(of: .enclosure) == 16, "a reserve of one host does not survive the midplane")
  }

  @Test(
    arguments: [
      (FailureDomain.Kind.host, 1), (.interconnect, 0), (.enclosure, 16), (.rack, 32), (.feed, 4), (.row, 32),
      (.site, 36),
    ])
  func `the largest loss of a kind`(kind: FailureDomain.Kind, hosts: Int) {
    #expect(Self.tree.largestLoss(of: kind) == hosts)
  }

  @Test func `every domain leads up to the site, and takes no more than its parent`() {
    for kind in FailureDomain.Kind.allCases {
      for domain in Self.tree.domains(of: kind) {
        #expect(domain.kind == kind)
        var steps = 0
        var current = domain
        while let parent = Self.tree.parent(of: current) {
          let taken = Self.tree.hostsLost(with: parent)
          #expect(Self.tree.hostsLost(with: current).allSatisfy { taken.contains($0) })
          current = parent
          steps += 1
        }
        #expect(current == .site && steps <= 4)
      }
    }
    #expect(Self.tree.parent(of: .host(HostID(20))) == .enclosure(EnclosureID(1)))
    #expect(Self.tree.parent(of: .host(HostID(33))) == .rack(RackID(1)))
    #expect("\(FailureDomain.enclosure(EnclosureID(1)))" == "enclosure 1")
  }
}
