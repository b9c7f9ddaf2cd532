import Quantities
import ResultStore

extension Findings {
  /// How long guests that are asked for take to come, layout by layout; empty where nobody asks for any.
  var requests: String {
    let times = study.layouts.compactMap { layout -> String? in
      let mean = Findings.figure("provisioning-mean", of: layout)
      guard mean > 0 else { return nil }
      let queue = Findings.figure("provisioning-queue", of: layout)
      let waiting = queue > 0 ? " (\(Wording.time(Seconds(hours: queue))) of it waiting for room)" : ""
      return "\(Wording.time(Seconds(hours: mean))) in \(layout.name)\(waiting)"
    }
    guard !times.isEmpty else { return "" }
    let idle = study.layouts.compactMap { layout -> String? in
      let years = study.duration.years
      let reclaimed = Findings.figure("reclaimed", of: layout) / years
      return reclaimed > 0 ? "\(Rounding.text(reclaimed, decimals: 0)) in \(layout.name)" : nil
    }
    let removed = idle.isEmpty ? "" : " Idle guests removed a year: \(Wording.list(idle))."
    return "From request to running a guest takes \(Wording.list(times)), on average.\(removed)"
  }

  /// A figure of the runs of a layout, mean over them; zero where there is none of the name.
  private static func figure(_ name: String, of layout: StoredLayout) -> Double {
    layout.runs.reduce(0) { $0 + $1.figure(name) } / Double(max(1, layout.runs.count))
  }
}
