public import Facility
public import Quantities

/// The guests of a site as failures find them, and what becomes of those that go down.
///
/// ```
/// restarted = min(lost, free places on hosts that stay up)       down for detection and their place in the queue
/// waiting   = lost - restarted                                   down until the group is back
/// a year    = sum over groups of outages * what one outage does
/// ```
///
/// All hosts that stay up start guests at the same time, so the queue has the timing's slots on each of them.
///
/// **Valid for**: outages that do not overlap. **Not modelled**: guests of different size, which need more than a place;
/// data lost; two-fold failures across groups, whose rate is the product of small numbers. **Source**: definition.
///
/// Example: 2 hosts of 4 guests and room for 8 each: a host that is lost takes 4, all are restarted on the other.
public struct ImpactAssessment: Sendable {
  /// Where things are.
  public let tree: FailureDomainTree
  /// Guests on each host, by ``HostID``.
  public let guestsPerHost: [Int]
  /// How guests come back on other hosts; nil where they wait for the repair.
  public let restart: RestartTiming?
  /// The most guests each host takes, for restarts; 0 for one that takes no part.
  public let places: [Int]
  /// Guests of the site.
  public let guests: Int
  private let freePlaces: Int
  private let takingHosts: Int

  /// Creates an assessment of a site whose hosts all take as many guests.
  public init(
    of tree: FailureDomainTree, guestsPerHost: [Int], restart: RestartTiming?, placesPerHost: Int
  ) {
    self.init(
      of: tree, guestsPerHost: guestsPerHost, restart: restart,
      places: guestsPerHost.map { _ in placesPerHost })
  }

  /// Creates an assessment.
  public init(of tree: FailureDomainTree, guestsPerHost: [Int], restart: RestartTiming?, places: [Int]) {
    precondition(
      guestsPerHost.count == tree.site.hosts.count && places.count == guestsPerHost.count,
      "guests and places are counted for every host")
    self.tree = tree
    self.guestsPerHost = guestsPerHost
    self.restart = restart
    self.places = places
    guests = guestsPerHost.reduce(0, +)
    takingHosts = places.count { $0 > 0 }
    freePlaces = zip(guestsPerHost, places).reduce(0) { $0 + max(0, $1.1 - $1.0) }
  }

  /// What the loss of a domain does to guests when it lasts for a time.
  public func event(lossOf domain: FailureDomain, for outage: Seconds) -> ComponentImpact.Event {
    event(
      lossOf: tree.hostsLost(with: domain), degraded: tree.hostsDegraded(with: domain), for: outage)
  }

  /// What the loss of some hosts does to guests when it lasts for a time, while others run on with a path or feed less.
  public func event(
    lossOf hosts: [HostID], degraded others: [HostID] = [], for outage: Seconds
  ) -> ComponentImpact.Event {
    var lost = 0
    var free = freePlaces
    for host in hosts {
      lost += guestsPerHost[host.index]
      free -= max(0, places[host.index] - guestsPerHost[host.index])
    }
    let degraded = others.reduce(0) { $0 + guestsPerHost[$1.index] }
    let survivors = takingHosts - hosts.count { places[$0.index] > 0 }
    guard let restart, survivors > 0 else {
      return ComponentImpact.Event(
        guestsLost: lost, guestsRestarted: 0, guestsDegraded: degraded, guestTimeDown: outage * Double(lost))
    }
    let restarted = min(lost, free)
    let queue = RestartTiming(
      detection: restart.detection, boot: restart.boot, slots: restart.slots * survivors)
    // Who is back before the restart would be, waits for it no longer.
    let each = min(queue.meanOutage(of: restarted), outage)
    return ComponentImpact.Event(
      guestsLost: lost, guestsRestarted: restarted, guestsDegraded: degraded,
      guestTimeDown: each * Double(restarted) + outage * Double(lost - restarted))
  }

  /// What a component's failures do.
  public func impact(of installed: InstalledComponent) -> ComponentImpact {
    let profile = installed.group.outages
    switch installed.component.reach {
    case .nothing:
      return impact(of: installed, profile, events: tree.domains(of: .enclosure).map { _ in .none })
    case .guest:
      let time = profile.meanOutage
      let one = ComponentImpact.Event(
        guestsLost: 1, guestsRestarted: 0, guestsDegraded: 0, guestTimeDown: time)
      return impact(of: installed, profile, events: Array(repeating: one, count: guests))
    case .domain(let kind):
      return impact(
        of: installed, profile,
        events: tree.domains(of: kind).map { event(lossOf: $0, for: profile.meanOutage) })
    }
  }

  /// What the outages of a whole site do, such as those that a standby supply leaves.
  public func impactOnSite(of outages: OutageProfile) -> ComponentImpact.Event {
    event(lossOf: .site, for: outages.meanOutage)
  }

  private func impact(
    of installed: InstalledComponent, _ profile: OutageProfile, events: [ComponentImpact.Event]
  ) -> ComponentImpact {
    var worst = ComponentImpact.Event.none
    var sum = (lost: 0, restarted: 0, degraded: 0, time: Seconds.zero)
    for event in events {
      sum.lost += event.guestsLost
      sum.restarted += event.guestsRestarted
      sum.degraded += event.guestsDegraded
      sum.time += event.guestTimeDown
      if (event.guestsLost, event.guestTimeDown) > (worst.guestsLost, worst.guestTimeDown) { worst = event }
      if event.guestsLost == 0, worst.guestsLost == 0, event.guestsDegraded > worst.guestsDegraded {
        worst = event
      }
    }
    let rate = profile.rate
    return ComponentImpact(
      component: installed.component, groups: events.count,
      unitFailures: installed.group.unitFailures * Double(events.count),
      outages: profile.rate * Double(events.count), worst: worst, guestsLostPerYear: rate * Double(sum.lost),
      guestsRestartedPerYear: rate * Double(sum.restarted),
      guestsDegradedPerYear: rate * Double(sum.degraded), guestTimeDownPerYear: sum.time * rate.value)
  }
}
