import Availability
import EventEngine
import Facility
import Power
import Quantities
import Scenario
import Simulation
import Virtualization
import Workload

/// Watts of all hosts, sample by sample and guest by guest, from the log of a run: the slow way.
///
/// Knows nothing of tiles, kernels, quanta or prefix sums. It replays who ran where from the events, and asks the
/// server's own power curve at each piece of constant state. Under power caps it shares out each rack anew at each piece,
/// with a group for every server.
struct SlowEvaluator {
  let scenario: Scenario
  let design: LayoutDesign
  let plan: DemandPlan
  let events: [RunEvent]

  private struct Host {
    var isRunning = true
    var hasPower = true
    var isBooting = false
    var faults = 0
    var guests: Set<Int> = []
  }

  /// Units that are out, by group, and the hosts of groups of which too many are: counted anew from the log.
  private struct Components {
    let groups: [ComponentGroup]
    var out: [Int: Set<Int>] = [:]

    func isOut(_ group: Int) -> Bool {
      let plan = groups[group].arrangement
      let units = out[group] ?? []
      if units.contains(plan.count) { return true }
      let lostSides = (0..<plan.sides).filter { side in
        units.filter { $0 / plan.unitsPerSide == side }.count > plan.spareUnits
      }
      return lostSides.count > plan.spareSides
    }
  }

  /// Mean watts of all hosts at their own plane, by sample.
  func hostWatts() -> [Double] { evaluate().watts }

  /// Mean watts of all hosts at their own plane, by sample; and the work on hosts that caps prevented.
  func evaluate() -> (watts: [Double], capped: Double) {
    let layout = scenario.layouts[design.layout]
    let sample = scenario.horizon.sample.value
    var watts = [Double](repeating: 0, count: scenario.horizon.sampleCount)
    var capped = 0.0
    var hosts = [Host](repeating: Host(), count: design.hosts)
    var components = Components(groups: design.componentGroups(of: layout))
    var time = 0.0
    for event in events + [
      RunEvent(time: .start + .seconds(scenario.horizon.duration.value), kind: .hostBooted)
    ] {
      add(&watts, &capped, hosts, layout, from: time, until: event.time.sinceStart.seconds, sample)
      time = event.time.sinceStart.seconds
      apply(event, to: &hosts)
      apply(event, to: &components, &hosts)
    }
    return (watts, capped)
  }

  private func add(
    _ watts: inout [Double], _ capped: inout Double, _ hosts: [Host], _ layout: Layout, from start: Double,
    until end: Double, _ sample: Double
  ) {
    var time = start
    while time < end {
      let index = Int(time / sample)
      let next = min(end, Double(index + 1) * sample)
      if let caps = layout.caps {
        let (draws, lost) = share(caps, among: hosts, at: index, layout)
        for draw in draws { watts[index] += draw * (next - time) / sample }
        capped += lost * (next - time)
      } else {
        for host in hosts { watts[index] += draw(of: host, at: index, layout) * (next - time) / sample }
      }
      time = next
    }
  }

  private func draw(of host: Host, at sample: Int, _ layout: Layout) -> Double {
    let power = layout.servers.model.power
    if host.isBooting { return power.bootPower.value }
    guard host.isRunning else { return host.hasPower ? power.standby.value : 0 }
    return power.curve.draw(at: utilization(of: host, at: sample, layout)).value
  }

  /// Watts of each host under caps, and the work a second that they prevent.
  private func share(
    _ choice: PowerCapChoice, among hosts: [Host], at sample: Int, _ layout: Layout
  ) -> (draws: [Double], lost: Double) {
    let power = layout.servers.model.power
    let warmth = scenario.warmth(of: layout)
    let frame = scenario.enclosurePower(of: layout)
    var draws = [Double](repeating: 0, count: hosts.count)
    var lost = 0.0
    for rack in design.racks.racks {
      var groups = [PowerCaps.Group(.circuit, cap: choice.circuit), .init(.rack, in: 0, cap: choice.rack)]
      var servers: [PowerCaps.Server] = []
      var members: [Int] = []
      for piece in rack.mounted {
        var parent = 1
        if let frame {
          groups.append(PowerCaps.Group(frame, in: 1, cap: choice.enclosure))
          parent = groups.count - 1
        }
        for host in frame == nil ? piece.equipment..<piece.equipment + 1 : design.hosts(in: piece.equipment) {
          let isAwake = hosts[host].isRunning || hosts[host].isBooting
          let rest = draw(of: hosts[host], at: sample, layout) * warmth
          groups.append(
            PowerCaps.Group(
              .server, in: parent, cap: isAwake ? choice.server : nil, overhead: Watts(isAwake ? 0 : rest)))
          draws[host] = rest / warmth
          guard isAwake else { continue }
          members.append(host)
          let idle = power.curve.idle * warmth
          guard
            let boot = try? PowerCurve(.linear, idle: idle, peak: max(idle, power.bootPower * warmth)),
            let run = try? PowerCurve(
              measured: (0...10).map { power.curve.draw(at: Fraction(Double($0) / 10)) * warmth })
          else { preconditionFailure("the curves of a small study are sound") }
          servers.append(
            hosts[host].isBooting
              ? PowerCaps.Server(boot, at: .one, in: groups.count - 1)
              : PowerCaps.Server(
                run, at: utilization(of: hosts[host], at: sample, layout), in: groups.count - 1))
        }
      }
      guard let caps = try? PowerCaps(groups) else { preconditionFailure("the caps are sound") }
      for (index, grant) in caps.share(among: servers).grants.enumerated() {
        draws[members[index]] = grant.power.value / warmth
        guard !hosts[members[index]].isBooting else { continue }
        lost +=
          (servers[index].utilization - grant.utilization).value * layout.servers.model.throughput.value
      }
    }
    return (draws, lost)
  }

  private func utilization(of host: Host, at sample: Int, _ layout: Layout) -> Fraction {
    let throughput = layout.servers.model.throughput.value
    var work = throughput * layout.technique.hostCost.work.value.value
    for guest in host.guests.sorted() {
      let facts = plan.guests[guest]
      let group = scenario.guests[Int(facts.group)]
      let series = plan.library.series(facts.series)
      let steps = Double(series.samples[(sample + facts.offset) % series.samples.count])
      let efficiency = layout.technique.efficiency(of: group.mix, for: group.operatingSystem).value
      work += facts.workPerStep.value * steps / efficiency
    }
    return Fraction(min(1, work / throughput))
  }

  private func apply(_ event: RunEvent, to hosts: inout [Host]) {
    let host = event.host?.index
    let guest = event.guest?.index
    switch event.kind {
    case .guestStarted, .guestRestarted:
      if let host, let guest { hosts[host].guests.insert(guest) }
    case .guestLost, .guestDeparted:
      if let guest { for index in hosts.indices { hosts[index].guests.remove(guest) } }
    case .hostFailed: if let host { fail(&hosts[host]) }
    case .hostRepaired: if let host { repair(&hosts[host]) }
    case .enclosureFailed:
      if let enclosure = event.enclosure {
        for host in design.hosts(in: enclosure.index) { fail(&hosts[host]) }
      }
    case .enclosureRepaired:
      if let enclosure = event.enclosure {
        for host in design.hosts(in: enclosure.index) { repair(&hosts[host]) }
      }
    case .hostBooted:
      if let host {
        hosts[host].isBooting = false
        hosts[host].isRunning = true
      }
    case .hostOff: if let host { hosts[host].isRunning = false }
    case .hostOn: if let host { hosts[host].isBooting = true }
    case .batteryEmpty:
      for host in hosts.indices {
        fail(&hosts[host])
        hosts[host].hasPower = false
      }
    case .utilityBack, .generatorCarries:
      for host in hosts.indices where !hosts[host].hasPower { hosts[host].hasPower = true }
    case .siteBack: for host in hosts.indices { repair(&hosts[host]) }
    case .rackOverheated: for host in members(of: event.rack) { fail(&hosts[host]) }
    case .rackBack: for host in members(of: event.rack) { repair(&hosts[host]) }
    case .guestMigrated:
      if let host, let guest {
        for index in hosts.indices { hosts[index].guests.remove(guest) }
        hosts[host].guests.insert(guest)
      }
    case .hostAway: if let host { fail(&hosts[host]) }
    case .hostServiced: if let host { repair(&hosts[host]) }
    case .migrationStarted, .migrationAborted, .hostDraining, .guestArrived, .guestWaits, .utilityFailed,
      .generatorFailed, .coolingStopped, .coolingBack,
      .coolingUnitFailed, .coolingUnitRepaired, .unitFailed, .unitRepaired, .groupLost, .groupBack:
      break
    }
  }

  private func apply(_ event: RunEvent, to components: inout Components, _ hosts: inout [Host]) {
    guard let unit = event.unit, event.kind == .unitFailed || event.kind == .unitRepaired else { return }
    let wasOut = components.isOut(unit.group)
    if event.kind == .unitFailed {
      components.out[unit.group, default: []].insert(unit.unit)
    } else {
      components.out[unit.group, default: []].remove(unit.unit)
    }
    let isOut = components.isOut(unit.group)
    guard components.groups[unit.group].isVital, wasOut != isOut else { return }
    for host in components.groups[unit.group].hosts {
      if isOut { fail(&hosts[host.index]) } else { repair(&hosts[host.index]) }
    }
  }

  private func members(of rack: RackID?) -> [Int] {
    guard let rack else { return [] }
    return (0..<design.hosts).filter { design.racks.location(of: design.equipment(of: $0))?.rack == rack }
  }

  private func fail(_ host: inout Host) {
    host.faults += 1
    host.isRunning = false
    host.isBooting = false
  }

  private func repair(_ host: inout Host) {
    host.faults -= 1
    if host.faults == 0 { host.isBooting = true }
  }
}
