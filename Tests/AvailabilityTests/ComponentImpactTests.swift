import Availability
import Facility
import Quantities
import TestSupport
import Testing

@Suite("What failures do to guests")
struct ComponentImpactTests {
  /// Two enclosures of sixteen blades with two modules each in two racks on two feeds; eight guests on each blade, places for twelve.
  static func assessment(
    restart: RestartTiming? = RestartTiming(detection: Seconds(15), boot: Seconds(60), slots: 4),
    places: Int = 12
  ) -> ImpactAssessment {
    let tree = FailureDomainTree(
      of: SiteMap(
        hosts: (0..<32).map {
          SiteMap.HostPlace(rack: RackID($0 / 16), enclosure: EnclosureID($0 / 16))
        }, enclosures: [RackID(0), RackID(1)],
        interconnects: [EnclosureID(0), EnclosureID(0), EnclosureID(1), EnclosureID(1)],
        racks: (0..<2).map { _ in SiteMap.RackPlace(row: RowID(0), feeds: [FeedID(0), FeedID(1)]) },
        rowCount: 1, feedCount: 2))
    return ImpactAssessment(
      of: tree, guestsPerHost: Array(repeating: 8, count: 32), restart: restart, placesPerHost: places)
  }

  @Test func `a blade's guests are all restarted, at once on many hosts`() {
    let event = Self.assessment().event(lossOf: .host(HostID(3)), for: Seconds(hours: 4))
    #expect(event.guestsLost == 8 && event.guestsRestarted == 8 && event.guestsDegraded == 0)
    #expect(event.guestTimeDown == Seconds(75) * 8)
  }

  @Test func `a midplane takes sixteen blades, and half of the guests find no place`() {
    let impact = Self.assessment().impact(of: InstalledComponent(.enclosureMidplane))
    // 128 guests, 16 other blades with 4 places each; the rest waits 36 h.
    #expect(impact.groups == 2)
    #expect(impact.worst.guestsLost == 128 && impact.worst.guestsRestarted == 64)
    #expect(isClose(impact.worst.guestTimeDown.value, (Seconds(75) * 64 + Seconds(hours: 36) * 64).value))
    let rate = 0.00075 * (1 - 0.00075 * 36 / 8760)
    #expect(isClose(impact.outages.value, 2 * rate, relative: 1e-8))
    #expect(isClose(impact.guestsLostPerYear.value, 2 * rate * 128, relative: 1e-8))
    #expect(
      isClose(impact.guestTimeDownPerYear.value, 2 * rate * impact.worst.guestTimeDown.value, relative: 1e-8))
  }

  @Test func `without restart everybody waits for the repair`() {
    let event = Self.assessment(restart: nil).event(lossOf: .host(HostID(0)), for: Seconds(hours: 4))
    #expect(event.guestsRestarted == 0 && event.guestTimeDown == Seconds(hours: 4) * 8)
    let site = Self.assessment().impactOnSite(
      of: OutageProfile(of: FailureModel(rate: EventsPerYear(1), repair: RepairTime(mean: Seconds(hours: 2))))
    )
    #expect(site.guestsLost == 256 && site.guestsRestarted == 0, "nobody is left to restart them")
    #expect(isClose(site.guestTimeDown.value, Seconds(hours: 2).value * 256))
  }

  @Test func `a module or one feed degrades and takes nobody down`() {
    let module = Self.assessment().impact(of: InstalledComponent(.interconnectModule))
    #expect(module.groups == 4 && module.worst.guestsLost == 0 && module.worst.guestsDegraded == 128)
    #expect(module.guestTimeDownPerYear == .zero)
    #expect(isClose(module.guestsDegradedPerYear.value, 4 * 0.015 * 128, relative: 1e-4))
    let feed = Self.assessment().impact(of: InstalledComponent(.staticSwitch))
    #expect(feed.worst.guestsDegraded == 256 && feed.guestsLostPerYear == .zero)
  }

  @Test func `redundant supplies call for service far more often than they take an enclosure`() throws {
    let supplies = try #require(
      InstalledComponent.bladeEnclosure.first { $0.component == .enclosurePowerSupply })
    let impact = Self.assessment().impact(of: supplies)
    #expect(isClose(impact.unitFailures.value, 2 * 6 * 0.015))
    #expect(impact.outages.value < impact.unitFailures.value / 100)
    #expect(
      isClose(impact.outages.value, 2 * 0.015 * 0.02, relative: 0.01), "common causes are nearly all of it")
  }

  @Test func `management is missed by nobody, guests crash one by one`() {
    let management = Self.assessment().impact(of: InstalledComponent(.managementModule, .plus(1)))
    #expect(management.worst == .none && management.groups == 2 && management.unitFailures > .zero)
    let crashes = Self.assessment().impact(of: InstalledComponent(.guestCrash2005))
    #expect(crashes.groups == 256 && crashes.worst.guestsLost == 1)
    #expect(isClose(crashes.timeDownPerGuest(of: 256).value, 2 * 360, relative: 1e-3))
    #expect(crashes.timeDownPerGuest(of: 0) == .zero)
  }

  @Test func `a server by itself is down longer than a restarted guest`() {
    // One guest on each of 32 servers, 8 % a year, 8 h of repair: 0.64 h a year; restarted in 75 s: 6 s.
    let tree = Self.assessment().tree
    func timeDown(_ restart: RestartTiming?, _ places: Int) -> Seconds {
      ImpactAssessment(
        of: tree, guestsPerHost: Array(repeating: 1, count: 32), restart: restart, placesPerHost: places
      ).impact(of: InstalledComponent(.server)).timeDownPerGuest(of: 32)
    }
    #expect(isClose(timeDown(nil, 1).hours, 0.64, relative: 1e-3))
    let timing = RestartTiming(detection: Seconds(15), boot: Seconds(60), slots: 4)
    #expect(isClose(timeDown(timing, 2).value, 6, relative: 1e-3))
    #expect(isClose(timeDown(timing, 1).hours, 0.64, relative: 1e-3), "no places, no restart")
  }

  @Test(
    arguments: InstalledComponent.bladeEnclosure + InstalledComponent.facility
      + InstalledComponent.rackServerParts)
  func `every component's impact adds up`(_ installed: InstalledComponent) {
    let assessment = Self.assessment()
    let impact = assessment.impact(of: installed)
    #expect(impact.worst.guestsLost <= assessment.guests)
    #expect(impact.worst.guestsRestarted <= impact.worst.guestsLost)
    #expect(impact.guestsRestartedPerYear.value <= impact.guestsLostPerYear.value + 1e-12)
    #expect(impact.outages <= impact.unitFailures)
    #expect(impact.guestsLostPerYear.value <= impact.outages.value * Double(impact.worst.guestsLost) + 1e-12)
    #expect(
      impact.guestTimeDownPerYear.value <= impact.outages.value * impact.worst.guestTimeDown.value + 1e-6)
  }

  @Test func `guests on fewer paths or feeds are counted once`() {
    let assessment = Self.assessment()
    let radius = assessment.tree.blastRadius(
      of: [.interconnect(InterconnectID(0)), .feed(FeedID(1))], guestsPerHost: assessment.guestsPerHost)
    #expect(radius.hosts == 0 && radius.paths == 16 && radius.sides == 32 && radius.degradedGuests == 256)
    let both = assessment.tree.blastRadius(
      of: [.feed(FeedID(0)), .feed(FeedID(1))], guestsPerHost: assessment.guestsPerHost)
    #expect(both.guests == 256 && both.sides == 0 && both.degradedGuests == 0)
  }

  @Test(arguments: [FailureDomain.Kind.interconnect, .feed, .host, .rack])
  func `degraded hosts are those of the blast radius`(kind: FailureDomain.Kind) {
    let tree = Self.assessment().tree
    for domain in tree.domains(of: kind) {
      let radius = tree.blastRadius(of: [domain])
      #expect(tree.hostsDegraded(with: domain).count == max(radius.paths, radius.sides))
    }
  }
}
