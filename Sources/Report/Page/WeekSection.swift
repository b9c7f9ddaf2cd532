import Quantities
import ResultStore

/// Power by component over a week, every layout to one scale.
struct WeekSection: Sendable {
  let contents: ReportContents

  /// The most layouts that are drawn.
  static let mostLayouts = 6

  private var layers: EnergyLayers { EnergyLayers(contents.components) }

  var markup: Markup {
    let study = contents.study
    let powers = contents.hours.map { kilowatts($0) }
    let largest = powers.map { totals($0).max() ?? 0 }.max() ?? 0
    return Markup("section", ["id": "week"]) {
      Markup("h2") { title(powers) }
      Markup("p", ["class": "quiet"]) {
        "Power at the meter by the hour in the first replication, from \(contents.date(contents.days.lowerBound)). "
          + "All layouts have the same axis."
          + (study.layouts.count > Self.mostLayouts
            ? " The first \(Self.mostLayouts) layouts are drawn." : "")
      }
      Markup("div", ["class": "stack"]) {
        for index in study.layouts.indices.prefix(Self.mostLayouts) {
          chart(of: index, powers[index], largest: largest)
        }
      }
    }
  }

  private func chart(of index: Int, _ powers: [[Double]], largest: Double) -> Markup {
    let layout = contents.study.layouts[index]
    let totals = totals(powers)
    let area = StackedArea(
      layers: layers.layers, values: powers, largest: largest, unit: "kW",
      days: contents.days.map { Self.weekdays[contents.date($0).weekday] })
    let (low, high) = (totals.min() ?? 0, totals.max() ?? 0)
    let title =
      "\(layout.name) draws \(Rounding.significant(low)) to \(Rounding.significant(high)) kW"
    let table = DataTable(
      columns: ["kW", "mean", "lowest hour", "highest hour"],
      rows: zip(layers.layers, powers).map { layer, values in row(layer.name, values) }
        + [row("all", totals)], name: "week-\(index + 1)")
    return Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, isWide in
        area.drawing(
          width: width, height: isWide ? 230 : 200, namesBeside: isWide, title: title,
          description: "Stacked areas from zero by hour over \(Wording.count(contents.days.count, "day")).")
      }
        + Markup("div", ["class": "narrow"]) {
          Legend(layers.layers, values: [powers.map { $0.max() ?? 0 }]).markup
        }, table: table
    ).markup
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private func row(_ name: String, _ values: [Double]) -> [String] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return [name] + [mean, values.min() ?? 0, values.max() ?? 0].map { Rounding.significant($0) }
  }

  /// Kilowatts of each layer by hour.
  private func kilowatts(_ series: StoredSeries) -> [[Double]] {
    let layers = layers
    var powers = [[Double]](repeating: [], count: layers.layers.count)
    for hour in 0..<series.count {
      let sums = layers.sums(series.watts.map { max(0, Double($0[hour]) / 1000) })
      for (layer, sum) in sums.enumerated() { powers[layer].append(sum) }
    }
    return powers
  }

  private func totals(_ powers: [[Double]]) -> [Double] {
    (0..<(powers.first?.count ?? 0)).map { hour in powers.reduce(0) { $0 + $1[hour] } }
  }

  /// How much power swings between the quietest and the busiest hour, in words.
  private func title(_ powers: [[[Double]]]) -> String {
    let parts = powers.enumerated().compactMap { index, power -> String? in
      let totals = totals(power)
      guard let low = totals.min(), let high = totals.max(), high > 0 else { return nil }
      let swing = (1 - low / high) * 100
      let percent = swing < 0.5 ? "under 1" : Rounding.text(swing, decimals: 0)
      return "\(percent) % in \(contents.study.layouts[index].name)"
    }
    let span = contents.days.count == 7 ? "a week" : Wording.count(contents.days.count, "day")
    return parts.isEmpty ? "Power over \(span)" : "Over \(span), power swings by \(Wording.list(parts))"
  }
}
