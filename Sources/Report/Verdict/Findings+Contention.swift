import Quantities
import ResultStore

extension Findings {
  /// The group whose work takes longest beside that of others, in the layout where it does; empty where nobody asked.
  var contention: String {
    let groups = study.layouts.flatMap { layout in
      Findings.contentionFigures(of: layout, named: "contention-p95-").map { name, value in
        (layout: layout.name, group: String(name.dropFirst("contention-p95-".count)), times: value)
      }
    }
    guard let worst = groups.max(by: { $0.times < $1.times }) else { return "" }
    guard worst.times > 1.005 else { return "No work takes longer for sharing a server, 95 % of the time." }
    return
      "Work of '\(worst.group)' in \(worst.layout) takes \(Rounding.significant(worst.times)) times as long as alone, or less, 95 % "
      + "of the time: no group waits more for others."
  }

  /// Means over replications of the figures whose names begin in some way, in order.
  static func contentionFigures(
    of layout: StoredLayout, named prefix: String
  ) -> [(name: String, value: Double)] {
    guard let first = layout.runs.first else { return [] }
    return first.figures.filter { $0.name.hasPrefix(prefix) }.map { figure in
      let sum = layout.runs.reduce(0) { $0 + $1.figure(figure.name) }
      return (figure.name, sum / Double(layout.runs.count))
    }
  }
}
