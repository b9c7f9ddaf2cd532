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
    let assessment = assessment(of: layout)
    return FailingPart.allCases.compactMap { part in
      let members = groups.filter { $0.part == part }
      guard let model = layout.reliability.model(of: part), !members.isEmpty else { return nil }
      return impact(of: members, part, model, layout, assessment)
    }
  }

  private func impact(
    of groups: [ComponentGroup], _ part: FailingPart, _ model: FailureModel, _ layout: Layout,
    _ assessment: ImpactAssessment
  ) -> PartImpact {
    let boots = layout.servers.model.power.boot.duration + layout.technique.times.boot.value
    var (unit, worst) = (ComponentImpact.Event.none, ComponentImpact.Event.none)
    var (failures, outages, lost) = (EventsPerYear.zero, EventsPerYear.zero, EventsPerYear.zero)
    var (down, time) = (Seconds.zero, Seconds.zero)
    for group in groups {
      let isRedundant = group.arrangement.isRedundant
      let beta = isRedundant ? layout.reliability.components.commonCause.value : 0
      let profile = group.arrangement.outages(of: model, commonCause: Fraction(beta))
      let event =
        group.isVital
        ? assessment.event(lossOf: group.hosts, for: profile.meanOutage + boots)
        : assessment.event(lossOf: [], degraded: group.hosts, for: profile.meanOutage)
      let single =
        isRedundant ? assessment.event(lossOf: [], degraded: group.hosts, for: model.repair.mean) : event
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

  /// The guests of the plan as failures find them.
  private func assessment(of layout: Layout) -> ImpactAssessment {
    let rackOfEquipment = rackOfEquipment
    let isBlade = bladesPerEnclosure > 0
    let site = SiteMap(
      hosts: (0..<hosts).map {
        SiteMap.HostPlace(rack: RackID(rackOfEquipment[equipment(of: $0)]), enclosure: enclosure(of: $0))
      }, enclosures: isBlade ? (0..<enclosures).map { RackID(rackOfEquipment[$0]) } : [],
      racks: racks.racks.map { _ in SiteMap.RackPlace(row: RowID(0)) }, rowCount: 1)
    var guests = [Int](repeating: 0, count: hosts)
    for host in plan.hostOfGuest where host >= 0 { guests[Int(host)] += 1 }
    let timing = layout.restart.map {
      RestartTiming(
        detection: $0.detection, boot: layout.takeover ?? layout.technique.times.boot.value,
        slots: max(1, $0.slotsPerHost))
    }
    return ImpactAssessment(
      of: FailureDomainTree(of: site), guestsPerHost: guests, restart: timing, placesPerHost: placesPerHost)
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
