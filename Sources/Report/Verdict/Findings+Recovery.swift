import Quantities
import ResultStore

extension Findings {
  /// What becomes of the guests when the site is lost, layout by layout; empty where that was not asked.
  var recovery: String {
    let parts = study.layouts.compactMap { layout -> String? in
      guard !layout.recoveries.isEmpty else { return nil }
      let time = Findings.mean(layout) { $0.timeWorst.value }
      let point = Findings.mean(layout) { $0.pointWorst.value }
      let loss = point > 0 ? "\(Wording.time(Seconds(point))) of work lost at most" : "nothing lost"
      return "\(layout.name) is back after \(Wording.time(Seconds(time))), \(loss)"
    }
    return parts.isEmpty ? "" : "When the site is lost, \(parts.joined(separator: "; "))."
  }

  /// Layouts whose backups take longer than they may.
  var lateBackups: String {
    let late = study.layouts.filter { $0.recoveries.contains { $0.backupFits == false } }
    guard !late.isEmpty else { return "" }
    let them = late.count == 1 ? "its" : "their"
    return
      "The backups of \(Wording.list(late.map(\.name))) do not fit \(them) interval: rounds follow each other "
      + "without a pause, and more is lost."
  }

  /// The mean over replications of something of each recovery; zero for none.
  static func mean(_ layout: StoredLayout, _ value: (StoredRecovery) -> Double) -> Double {
    layout.recoveries.reduce(0) { $0 + value($1) } / Double(max(1, layout.recoveries.count))
  }
}

extension Wording {
  /// A length of time in the largest unit of which there is more than one and a half.
  static func time(_ time: Seconds) -> String {
    let units: [(name: String, length: Seconds)] = [
      ("days", Seconds(days: 1)), ("hours", Seconds(hours: 1)), ("minutes", Seconds(minutes: 1)),
    ]
    let unit = units.first { time / $0.length > 1.5 } ?? ("seconds", Seconds(1))
    return "\(Rounding.significant(time / unit.length)) \(unit.name)"
  }
}
