import Economics
import EventEngine
import Placement
import Quantities
import Scenario
import Workload

// The end of a run: open outages are closed, every ledger is checked, and totals are drawn.
extension LayoutRun {
  mutating func finish() throws(SimulationError) -> RunSummary {
    for guest in guests.indices { endIdleness(of: guest, at: endTime) }
    tile.closeBooks()
    if let fault = guestFault() { throw .guestLost(guest: fault.guest, reason: fault.reason) }
    try checkEnergy()
    summarizeProvisioning()
    let work = try workLedger()
    let horizon = scenario.horizon
    let exposure = plan.guests.reduce(Int64(0)) {
      $0 + min($1.departure, endTime).milliseconds - $1.arrival.milliseconds
    }
    let samples = Double(horizon.sampleCount)
    return RunSummary(
      layout: design.layout, replication: Int(replication), meterEnergy: Joules(meter.meterJoules),
      energy: meter.joules.map { Joules($0) }, peakIT: Watts(meter.peakIT), peakMeter: Watts(meter.peakMeter),
      bills: meter.bill.allBills, water: Liters(meter.water * 1000),
      generatorEnergy: Joules(meter.generatorJoules), generatorFuel: Liters(meter.generatorFuel),
      unmetHeat: Joules(meter.unmetJoules),
      overloadedShare: Fraction(Double(meter.overloadedSamples) / samples),
      unprotectedShare: Fraction(Double(meter.unprotectedSamples) / samples), work: work, counts: counts,
      caps: tile.caps?.effect ?? CapEffect(), service: serviceQuality(), tallies: tallies,
      downtime: Downtime(
        total: .milliseconds(guests.reduce(0) { $0 + $1.downMilliseconds }),
        exposure: .milliseconds(exposure),
        longest: .milliseconds(guests.map(\.longestOutage).max() ?? 0),
        outages: guests.reduce(0) { $0 + $1.outages }),
      hosts: hostSummaries(), groups: groupSummaries(),
      ready: Seconds(tile.contention.readyMilliseconds / 1000), facility: meter.facility)
  }

  private mutating func summarizeProvisioning() {
    let sorted = provisioningTimes.sorted()
    counts.provisioned = sorted.count
    counts.provisioningMilliseconds = sorted.reduce(0, +)
    counts.provisioningPercentile95 = sorted.isEmpty ? 0 : sorted[(95 * sorted.count + 99) / 100 - 1]
  }

  /// The energy of hosts, summed host by host, is what was metered sample by sample; and its parts by guest, by
  /// technique and without work add up to it.
  private func checkEnergy() throws(SimulationError) {
    let last = scenario.horizon.sampleCount - 1
    let byHost = tile.joules.reduce(0, +)
    let byGuest = tile.accounts.guestJoules.reduce(0, +) + tile.accounts.ownJoules + tile.idleJoules
    try Ledger.close("host energy by guest", sample: last, sum: byGuest, expected: byHost)
    func metered(_ component: EnergyComponent) -> Double { meter.joules[component.rawValue] }
    let isBlade = design.bladesPerEnclosure > 0
    let bySample =
      metered(.serversIdle) + metered(.serversWork) + (isBlade ? 0 : metered(.supplies))
    try Ledger.close("host energy by sample", sample: last, sum: bySample, expected: byHost)
  }

  /// Work demanded is work served, lost to contention, prevented by caps, or lost to outages.
  private func workLedger() throws(SimulationError) -> WorkLedger {
    var ledger = WorkLedger(demanded: 0, served: 0, late: 0, contention: 0, capped: 0, outage: 0)
    var demandedQuanta = 0.0
    var outageQuanta = 0.0
    let seconds = scenario.horizon.sample.value
    for (index, guest) in plan.guests.enumerated() {
      let demanded = tile.demands.quanta(
        of: index, from: max(guest.arrival, .start).milliseconds, until: guest.departure.milliseconds)
      let outage = guests[index].lostWork
      let perQuantum = tile.quantum * design.sizing.efficiency[Int(guest.group)] * seconds
      demandedQuanta += demanded
      outageQuanta += outage
      ledger.demanded += demanded * perQuantum
      ledger.outage += outage * perQuantum
      ledger.contention += missed(by: index) * perQuantum
      ledger.late += late(of: index) * perQuantum
      if tile.caps != nil { ledger.capped += tile.accounts.guestCapped[index] * perQuantum }
    }
    let accounts = tile.accounts
    let servedQuanta = tile.served.reduce(0, +) - (accounts.ownDemand - accounts.ownLost - accounts.ownCapped)
    let waiting = tile.contention.backlog.reduce(0, +)
    let lostQuanta = waiting + tile.accounts.guestLost.reduce(0, +) + tile.accounts.guestCapped.reduce(0, +)
    try Ledger.close(
      "work", sample: scenario.horizon.sampleCount - 1, sum: servedQuanta + lostQuanta + outageQuanta,
      expected: demandedQuanta)
    // Nothing may be served at all, under caps; then rounding must not make it less.
    ledger.served = max(0, ledger.demanded - ledger.contention - ledger.capped - ledger.outage)
    return ledger
  }

  /// Quanta-samples that a guest's hosts did not do, and still have to.
  private func missed(by guest: Int) -> Double {
    tile.accounts.guestLost[guest] + (tile.contention.backlog.isEmpty ? 0 : tile.contention.backlog[guest])
  }

  private func late(of guest: Int) -> Double {
    tile.contention.late.isEmpty ? 0 : tile.contention.late[guest]
  }

  private func hostSummaries() -> [HostSummary] {
    let perSample = scenario.horizon.sample.value
    let capacity = design.sizing.throughput.value / tile.quantum
    return hosts.indices.map { host in
      let running = Seconds(Double(tile.runningMilliseconds[host]) / 1000)
      let full = capacity * running.value / perSample
      return HostSummary(
        energy: Joules(tile.joules[host]),
        meanUtilization: Fraction(full > 0 ? tile.served[host] / full : 0),
        peakUtilization: Fraction(tile.peak[host]), running: running, failures: hosts[host].failures,
        guests: Int(fleet.guestCount[host]))
    }
  }

  private func groupSummaries() -> [GroupSummary] {
    var groups = scenario.guests.indices.map { index in
      GroupSummary(
        workEnergy: .zero, downtime: .zero, contention: 0, late: 0, capped: 0, guests: 0,
        stretch: tile.contention.isFollowed ? tile.contention.records[index].summary : nil,
        name: scenario.guests[index].name, hasPromise: scenario.guests[index].terms.response != nil)
    }
    for (index, guest) in plan.guests.enumerated() {
      let group = Int(guest.group)
      groups[group].workEnergy += Joules(tile.accounts.guestJoules[index])
      groups[group].downtime += .milliseconds(guests[index].downMilliseconds)
      func work(_ quanta: Double) -> Double {
        quanta * tile.quantum * design.sizing.efficiency[group] * scenario.horizon.sample.value
      }
      groups[group].contention += work(missed(by: index))
      groups[group].late += work(late(of: index))
      if tile.caps != nil { groups[group].capped += work(tile.accounts.guestCapped[index]) }
      groups[group].guests += 1
    }
    return groups
  }
}

extension Seconds {
  /// A whole number of milliseconds.
  static func milliseconds(_ count: Int64) -> Seconds { Seconds(Double(count) / 1000) }
}
