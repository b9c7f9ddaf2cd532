public import Quantities
import Scenario
import Simulation
import Study

/// What the loss of the site does to a layout in one replication.
public struct StoredRecovery: Sendable, Hashable {
  /// How it comes back: `rebuild`, `image`, `restore`, `replication` or `synchronous`.
  public var method: String
  /// When the site is lost, from the start of the study.
  public var moment: Seconds
  /// How often such a loss is to be expected; zero where nobody says.
  public var rate: EventsPerYear
  /// Guests that are lost with it.
  public var guests: Int
  /// Machines that they come back on.
  public var machines: Int
  /// Of these, how many are ordered.
  public var ordered: Int
  /// Work that guests lose: mean, at most for 95 %, at most.
  public var pointMean: Seconds
  public var pointPercentile95: Seconds
  public var pointWorst: Seconds
  /// Until guests are back: mean, at most for 95 %, at most.
  public var timeMean: Seconds
  public var timePercentile95: Seconds
  public var timeWorst: Seconds
  /// Time that guests are down, summed over them.
  public var downtime: Seconds
  /// Data that were written since the state that comes back.
  public var lost: Bytes
  /// Time of crews.
  public var labour: Seconds
  /// How long a round of backups takes, and may take; nil for a plan without backups.
  public var backupWindow: Seconds?
  public var backupInterval: Seconds?
  /// Drills in the study, how long one takes and how much time of people; nil for a plan without any.
  public var drills: Int?
  public var drillDuration: Seconds?
  public var drillLabour: Seconds?

  /// Whether each round of backups ends before the next should begin; nil for a plan without backups.
  public var backupFits: Bool? {
    guard let backupWindow, let backupInterval else { return nil }
    return backupWindow <= backupInterval
  }
}

extension StoredRecovery {
  /// The recoveries of a layout, by replication.
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredRecovery] {
    guard let plan = scenario.layouts[result.design.layout].recovery, let disaster = scenario.site.disaster
    else { return [] }
    return result.recoveries.map { recovery in
      StoredRecovery(
        method: plan.method.rawValue, moment: recovery.moment, rate: disaster.rate, guests: recovery.guests,
        machines: recovery.machines, ordered: recovery.ordered, pointMean: recovery.point.mean,
        pointPercentile95: recovery.point.percentile95, pointWorst: recovery.point.worst,
        timeMean: recovery.time.mean, timePercentile95: recovery.time.percentile95,
        timeWorst: recovery.time.worst, downtime: recovery.downtime, lost: recovery.lost,
        labour: recovery.labour, backupWindow: recovery.backup?.window,
        backupInterval: recovery.backup?.interval, drills: recovery.drills?.count,
        drillDuration: recovery.drills?.duration, drillLabour: recovery.drills?.labour)
    }
  }
}

extension StoredRecovery: TableRow {
  static let table = "recovery"

  func write(into row: inout RowValues) {
    row.add(method)
    row.add(moment)
    row.add(rate)
    row.add(guests)
    row.add(machines)
    row.add(ordered)
    for time in [pointMean, pointPercentile95, pointWorst, timeMean, timePercentile95, timeWorst] {
      row.add(time)
    }
    row.add(downtime)
    row.add(lost)
    row.add(labour)
    row.add(backupWindow)
    row.add(backupInterval)
    row.add(drills)
    row.add(drillDuration)
    row.add(drillLabour)
  }

  init(from row: inout RowReader) {
    self.init(
      method: row.text(), moment: row.measured(), rate: row.measured(), guests: row.integer(),
      machines: row.integer(), ordered: row.integer(), pointMean: row.measured(),
      pointPercentile95: row.measured(), pointWorst: row.measured(), timeMean: row.measured(),
      timePercentile95: row.measured(), timeWorst: row.measured(), downtime: row.measured(),
      lost: row.measured(), labour: row.measured(), backupWindow: row.optionalMeasured(),
      backupInterval: row.optionalMeasured(), drills: row.optionalInteger(),
      drillDuration: row.optionalMeasured(), drillLabour: row.optionalMeasured())
  }
}
