import Availability
import EventEngine
import Facility
import Placement
import Scenario

// How units of components fail, and which hosts go down when a group of them can spare no more.
extension LayoutRun {
  mutating func beginComponents() {
    for slot in components.slots.indices { scheduleFailure(ofUnit: slot, after: .start) }
  }

  private mutating func scheduleFailure(ofUnit slot: Int, after time: Instant) {
    guard let life = components.nextLife(of: slot) else { return }
    schedule(.unitFailure, at: time + life, target: slot)
  }

  mutating func failUnit(_ slot: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let unit = components.unit(slot)
    let group = components.groups[unit.group]
    sink?.receive(RunEvent(.unitFailed, unit, of: group, at: time))
    counts.componentFailures += 1
    tallies[group.part.rawValue].unitFailures += 1
    schedule(.unitRepair, at: time + components.nextRepair(of: slot), target: slot)
    let wasOut = components.isOut(unit.group)
    components.book(slot, 1)
    let isOut = components.isOut(unit.group)
    if isOut && !wasOut { sink?.receive(RunEvent(.groupLost, unit, of: group, at: time)) }
    if isOut && !wasOut && group.isVital { return lose(group, at: time, &sink) }
    if !wasOut {
      tallies[group.part.rawValue].guestsDegraded += group.hosts.reduce(0) {
        $0 + Int(fleet.guestCount[$1.index])
      }
    }
    if isOut && !wasOut { tallies[group.part.rawValue].add(lost: 0, restarted: 0) }
  }

  mutating func repairUnit(_ slot: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let unit = components.unit(slot)
    let group = components.groups[unit.group]
    sink?.receive(RunEvent(.unitRepaired, unit, of: group, at: time))
    let wasOut = components.isOut(unit.group)
    components.book(slot, -1)
    scheduleFailure(ofUnit: slot, after: time)
    guard wasOut, !components.isOut(unit.group) else { return }
    sink?.receive(RunEvent(.groupBack, unit, of: group, at: time))
    guard group.isVital else { return }
    for host in group.hosts { bringBack(host.index, at: time) }
  }

  /// Takes down everything that a group serves.
  private mutating func lose(
    _ group: ComponentGroup, at time: Instant, _ sink: inout (some ResultSink)?
  ) {
    counts.componentOutages += 1
    var lost: [Int] = []
    for host in group.hosts { lost += takeDown(host.index, because: group.part, at: time, &sink) }
    counts.worstComponentBlast = max(counts.worstComponentBlast, lost.count)
    let restarted = restart(lost, after: time, &sink)
    tallies[group.part.rawValue].add(lost: lost.count, restarted: restarted)
  }
}

extension RunEvent {
  /// What happens to a unit, or to its group through it, where the group is.
  init(_ kind: Kind, _ unit: ComponentUnit, of group: ComponentGroup, at time: Instant) {
    var (host, enclosure, rack): (HostID?, EnclosureID?, RackID?)
    switch group.domain {
    case .host(let id): host = id
    case .enclosure(let id): enclosure = id
    case .rack(let id): rack = id
    case .interconnect, .feed, .row, .site: break
    }
    self.init(
      time: time, kind: kind, host: host, enclosure: enclosure, rack: rack, part: group.part, unit: unit)
  }
}
