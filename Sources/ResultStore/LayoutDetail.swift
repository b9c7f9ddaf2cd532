import Economics
import EventEngine
import Facility
import Quantities
import Simulation
import Study

/// The long lists of a layout, which are read one at a time.
struct LayoutDetail: Sendable, Hashable {
  /// Bills by replication.
  let bills: [[StoredBill]]
  /// Results of hosts by replication.
  let hosts: [[StoredHostResult]]
  /// Results of groups by replication.
  let groups: [[StoredGroupResult]]
  /// Events of the first replication.
  let events: [StoredEvent]
  /// Hours of the first replication.
  let series: StoredSeries
  /// What changed by the hour in the first replication.
  let activity: [StoredActivity]

  init(_ layout: LayoutResult) {
    bills = layout.runs.map { run in run.bills.map { StoredBill($0) } }
    hosts = layout.runs.map { run in run.hosts.enumerated().map { StoredHostResult($1, host: $0) } }
    groups = layout.runs.map { run in run.groups.enumerated().map { StoredGroupResult($1, group: $0) } }
    events = layout.series.events.map { StoredEvent($0) }
    series = StoredSeries(watts: layout.series.watts, outdoor: layout.series.outdoor)
    activity = StoredActivity.all(of: layout.series)
  }
}

extension StoredBill {
  init(_ bill: Bill) {
    self.init(
      year: bill.year, month: bill.month, coverage: bill.coverage, peak: bill.peak,
      billedDemand: bill.billedDemand, energyCost: bill.energyCost, demandCost: bill.demandCost,
      fixedCost: bill.fixedCost, energyByBand: bill.energyByBand)
  }
}

extension StoredHostResult {
  init(_ summary: HostSummary, host: Int) {
    self.init(
      host: host, energy: summary.energy, meanUtilization: summary.meanUtilization,
      peakUtilization: summary.peakUtilization, running: summary.running, failures: summary.failures,
      guests: summary.guests)
  }
}

extension StoredGroupResult {
  init(_ summary: GroupSummary, group: Int) {
    self.init(
      group: group, workEnergy: summary.workEnergy, downtime: summary.downtime,
      contendedWork: summary.contention, guests: summary.guests, cappedWork: summary.capped)
  }
}

extension StoredEvent {
  init(_ event: RunEvent) {
    self.init(
      time: Seconds(Double(event.time.milliseconds) / 1000), kind: event.text,
      host: event.host?.index, guest: event.guest?.index, enclosure: event.enclosure?.index,
      rack: event.rack?.index)
  }
}
