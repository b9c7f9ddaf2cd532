public import Availability
import Facility
import Placement
import Power
public import Quantities
public import Scenario
import Virtualization

/// What the failures of one kind of component do to the guests of a layout: by the event, and on average by the year.
///
/// ```
/// a year = sum over groups of nu * what one outage does          nu and its length from the arrangement of units
/// down   = place in the restart queue | outage + boots of host and guest
/// ```
/// **Valid for**: the guests of the plan, on all hosts up, guests of mean size; outages that do not overlap. **Not
/// modelled**: as in ``ImpactAssessment``. **Source**: ``UnitArrangement``, ``ImpactAssessment``.
public struct PartImpact: Sendable, Hashable {
  /// The kind.
  public let part: FailingPart
  /// Groups of it, and units in all of them.
  public let groups: Int
  public let units: Int
  /// What the loss of one unit does, in the group where it does most.
  public let unit: ComponentImpact.Event
  /// What the loss of one group does, of the group that does most: the worst case.
  public let group: ComponentImpact.Event
  /// Failures of units a year over the site, each a service call; a strike of a whole group is one.
  public let unitFailures: EventsPerYear
  /// Outages of groups a year over the site, and how long one lasts on average.
  public let outages: EventsPerYear
  public let meanOutage: Seconds
  /// Guests that lose their host so, a year.
  public let guestsLostPerYear: EventsPerYear
  /// Time down a year, summed over guests.
  public let guestTimeDownPerYear: Seconds
}

extension LayoutDesign {
  /// The impact of every part that a layout follows, in order.
  public func impacts(of layout: Layout) -> [PartImpact] {
    let groups = componentGroups(of: layout)
    let assessments = assessments(of: layout)
    return FailingPart.allCases.compactMap { part in
      let members = groups.filter { $0.part == part }
      guard let model = layout.reliability.model(of: part), !members.isEmpty else { return nil }
      return impact(of: members, part, model, layout, assessments)
    }
  }

  private func impact(
    of groups: [ComponentGroup], _ part: FailingPart, _ model: FailureModel, _ layout: Layout,
    _ assessments: [PoolAssessment]
  ) -> PartImpact {
    var (unit, worst) = (ComponentImpact.Event.none, ComponentImpact.Event.none)
    var (failures, outages, lost) = (EventsPerYear.zero, EventsPerYear.zero, EventsPerYear.zero)
    var (down, time) = (Seconds.zero, Seconds.zero)
    for group in groups {
      let isRedundant = group.arrangement.isRedundant
      let beta = isRedundant ? layout.reliability.components.commonCause.value : 0
      let profile = group.arrangement.outages(of: model, commonCause: Fraction(beta))
      let event =
        group.isVital
        ? assessments.event { $0.guests.event(lossOf: group.hosts, for: profile.meanOutage + $0.boots) }
        : assessments.event { $0.guests.event(lossOf: [], degraded: group.hosts, for: profile.meanOutage) }
      let single =
        isRedundant
        ? assessments.event { $0.guests.event(lossOf: [], degraded: group.hosts, for: model.repair.mean) }
        : event
      if event.isWorse(than: worst) { worst = event }
      if single.isWorse(than: unit) { unit = single }
      failures += model.rate * (Double(group.arrangement.count) * (1 - beta) + beta)
      outages += profile.rate
      time += profile.meanOutage * profile.rate.value
      lost += profile.rate * Double(event.guestsLost)
      down += event.guestTimeDown * profile.rate.value
    }
    return PartImpact(
      part: part, groups: groups.count, units: groups.reduce(0) { $0 + $1.arrangement.count }, unit: unit,
      group: worst, unitFailures: failures, outages: outages,
      meanOutage: outages > .zero ? time / outages.value : .zero, guestsLostPerYear: lost,
      guestTimeDownPerYear: down)
  }

  /// The guests of the plan as failures find them, pool by pool: none restarts on another pool's hosts.
  private func assessments(of layout: Layout) -> [PoolAssessment] {
    let rackOfEquipment = rackOfEquipment
    let isBlade = bladesPerEnclosure > 0
    let site = SiteMap(
      hosts: (0..<hosts).map {
        SiteMap.HostPlace(rack: RackID(rackOfEquipment[equipment(of: $0)]), enclosure: enclosure(of: $0))
      }, enclosures: isBlade ? (0..<enclosures).map { RackID(rackOfEquipment[$0]) } : [],
      racks: racks.racks.map { _ in SiteMap.RackPlace(row: RowID(0)) }, rowCount: 1)
    let tree = FailureDomainTree(of: site)
    var guests = [Int](repeating: 0, count: hosts)
    for host in plan.hostOfGuest where host >= 0 { guests[Int(host)] += 1 }
    return pools.indices.map { index in
      let pool = pools[index]
      let isOwn = poolOfHost.map { $0 == Int32(index) }
      let doRestart = pool.pool.groups.contains { conduct[$0].restarts }
      let timing = layout.restart.flatMap {
        doRestart
          ? RestartTiming(
            detection: $0.detection, boot: layout.takeover ?? pool.pool.boot, slots: max(1, $0.slotsPerHost))
          : nil
      }
      return PoolAssessment(
        guests: ImpactAssessment(
          of: tree, guestsPerHost: zip(guests, isOwn).map { $1 ? $0 : 0 }, restart: timing,
          places: isOwn.map { $0 ? pool.places : 0 }),
        boots: layout.servers.model.power.boot.duration + pool.pool.boot)
    }
  }
}

/// The guests of one pool as failures find them, and what host and guest take to boot.
private struct PoolAssessment {
  let guests: ImpactAssessment
  let boots: Seconds
}

extension [PoolAssessment] {
  /// What one event does to the guests of all pools.
  fileprivate func event(_ one: (PoolAssessment) -> ComponentImpact.Event) -> ComponentImpact.Event {
    reduce(.none) { $0 + one($1) }
  }
}

extension ComponentImpact.Event {
  /// Whether more guests are lost than by another, or as many for longer, or if none, more run on with less.
  fileprivate func isWorse(than other: ComponentImpact.Event) -> Bool {
    (guestsLost, guestTimeDown, guestsDegraded) > (
      other.guestsLost, other.guestTimeDown, other.guestsDegraded
    )
  }
}
