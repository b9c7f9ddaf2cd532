import Quantities

extension RunSummary {
  /// What guests that share hosts did to each other: work that came late, time that processors were waited for, and how much
  /// longer than alone work took in each group. Nothing where nobody asked and nothing came late.
  var contentionFigures: [RunFigure] {
    guard work.late > 0 || groups.contains(where: { $0.stretch != nil }) else { return [] }
    let late = work.demanded > 0 ? 100 * work.late / work.demanded : 0
    var figures = [
      RunFigure(name: "contention-late", title: "work done later than asked for", unit: "%", value: late),
      RunFigure(
        name: "contention-ready", title: "virtual processors waited for real ones", unit: "h",
        value: ready.hours),
    ]
    for group in groups {
      guard let stretch = group.stretch else { continue }
      func figure(_ name: String, _ title: String, _ unit: String, _ value: Double) {
        figures.append(
          RunFigure(
            name: "contention-\(name)-\(group.name)", title: "\(title), \(group.name)", unit: unit,
            value: value))
      }
      figure("mean", "time of work to that alone, mean", "times", stretch.mean)
      figure("p95", "time of work to that alone, 95 %", "times", stretch.percentile95)
      figure("p99", "time of work to that alone, 99 %", "times", stretch.percentile99)
      guard group.hasPromise else { continue }
      figure("broken", "longer than promised, of all guests", "min", stretch.broken.value / 60)
    }
    return figures
  }
}
