import Quantities
import ResultStore

/// All that a report draws from, as read from a results file.
struct ReportContents: Sendable {
  var study: StoredStudy
  /// The leaves of the energy ledger.
  var components: [StoredComponent]
  /// Mean power of each server over the first replication, by layout.
  var serverPower: [[Watts]]
  /// Power by the hour over some days of the first replication, by layout.
  var hours: [StoredSeries]
  /// The days that the hours cover, from 0.
  var days: Range<Int>
  /// PUE by month and hour in the first replication, by layout.
  var monthlyHours: [MonthlyHours]
  /// What changed by the hour in the first replication, by layout.
  var activity: [[StoredActivity]]

  init(_ study: StoredStudy, id: StudyID, in store: ResultStore) throws(ResultStoreError) {
    self.study = study
    components = try store.components()
    days = ReportContents.firstWeek(of: study)
    serverPower = []
    hours = []
    monthlyHours = []
    activity = []
    for layout in study.layouts.indices {
      let results = try store.hostResults(of: id, layout: layout)
      serverPower.append(results.map { Watts($0.energy.value / study.duration.value) })
      activity.append(try store.activity(of: id, layout: layout))
      hours.append(try store.series(of: id, layout: layout, days: days))
      let series = try store.series(of: id, layout: layout)
      monthlyHours.append(MonthlyHours(series, components: components, start: study.start))
    }
  }

  /// The first Monday to Sunday of a study, or its first days when it holds no such week.
  static func firstWeek(of study: StoredStudy) -> Range<Int> {
    let count = Int((study.duration / Seconds(days: 1)).rounded(.down))
    let monday = (7 - study.start.weekday) % 7
    return monday + 7 <= count ? monday..<monday + 7 : 0..<max(1, min(7, count))
  }

  /// The sentences of the study.
  var findings: Findings { Findings(study: study) }

  /// The date of a day.
  func date(_ day: Int) -> CalendarDate { study.start.adding(days: day) }

  /// The mean over replications of something of each run.
  func mean(_ layout: Int, _ value: (StoredRun) -> Double) -> Double {
    let runs = study.layouts[layout].runs
    return runs.reduce(0) { $0 + value($1) } / Double(max(1, runs.count))
  }

  /// The largest over replications of something of each run.
  func largest(_ layout: Int, _ value: (StoredRun) -> Double) -> Double {
    study.layouts[layout].runs.map(value).max() ?? 0
  }

  /// A unit of energy and how many kWh it has.
  struct EnergyUnit: Sendable, Hashable {
    let name: String
    let size: Double
  }

  /// The unit in which the verdict tells energies.
  var energyUnit: EnergyUnit {
    let units = [EnergyUnit(name: "MWh", size: 1e3), EnergyUnit(name: "GWh", size: 1e6)]
    let name = MetricRow.all(of: study).first { $0.title == "energy a year" }?.unit
    return units.first { $0.name == name } ?? EnergyUnit(name: "kWh", size: 1)
  }

  /// Energy of each component in kWh a year, mean over replications; none is negative.
  func kilowattHoursPerYear(_ layout: Int) -> [Double] {
    components.map { component in
      mean(layout) { run in
        run.energy.indices.contains(component.index)
          ? max(0, run.energy[component.index].kilowattHours / study.duration.years) : 0
      }
    }
  }
}
