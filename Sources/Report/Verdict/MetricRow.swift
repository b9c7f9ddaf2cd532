import Quantities
import ResultStore

/// One metric of every layout in one unit.
struct MetricRow: Sendable, Hashable {
  /// What it is.
  let title: String
  /// The unit, once for the row; empty for a plain number.
  let unit: String
  /// The values, in the order of the layouts, in the unit.
  let values: [StoredEstimate]
  /// The share saved against the first layout; nil for the first one and where that has none.
  let savings: [Share?]
  /// A word beside each value, such as the constraint that binds; empty for none.
  let remarks: [String]

  /// A value as far as it is known.
  func text(_ layout: Int) -> String {
    let value = values[layout]
    return Rounding.text(value.mean, halfWidth: value.halfWidth)
  }

  /// The title with the unit.
  var heading: String { unit.isEmpty ? title : "\(title), \(unit)" }

  /// The rows of the verdict for a study, those that say nothing left out.
  static func all(of study: StoredStudy) -> [MetricRow] {
    let duration = Wording.duration(study.duration)
    let rows: [(StudyMetric, String, [Unit])] = [
      (.servers, "servers", [.plain]),
      (.racks, "racks (what binds)", [.plain]),
      (.floor, "floor with aisles", [Unit("m²", 1)]),
      (.cables, "cables", [.plain]),
      (.itPower, "IT power, mean", [Unit("W", 1e-3), Unit("kW", 1), Unit("MW", 1e3)]),
      (.peakPower, "power at the meter, peak", [Unit("W", 1e-3), Unit("kW", 1), Unit("MW", 1e3)]),
      (.pue, "PUE (computed)", [.plain]),
      (.energy, "energy a year", [Unit("kWh", 1), Unit("MWh", 1e3), Unit("GWh", 1e6)]),
      (.carbon, "CO₂e of electricity, \(duration)", [Unit("kg", 1), Unit("t", 1e3), Unit("kt", 1e6)]),
      (.water, "water a year", [Unit("m³", 1)]),
      (.cost, "cost, \(duration)", money(study.currency)),
      (.downtime, "guest downtime a year", [Unit("min", 1.0 / 60), Unit("h", 1)]),
    ]
    return rows.compactMap { metric, title, units in
      row(metric, of: study, title: title, units: units)
    }
  }

  private static func money(_ currency: Currency) -> [Unit] {
    [Unit(currency.code, 1), Unit("k \(currency.code)", 1e3), Unit("M \(currency.code)", 1e6)]
  }

  /// A unit and how many of the store's units it holds.
  private struct Unit {
    let name: String
    let scale: Double
    static let plain = Unit("", 1)

    init(_ name: String, _ scale: Double) {
      self.name = name
      self.scale = scale
    }
  }

  /// The row of a metric; nil when it is nothing everywhere.
  private static func row(
    _ metric: StudyMetric, of study: StoredStudy, title: String, units: [Unit]
  ) -> MetricRow? {
    let comparisons = study.layouts.compactMap { $0.comparison(metric) }
    guard comparisons.count == study.layouts.count,
      let largest = comparisons.map({ abs($0.value.mean) }).max(), largest > 0
    else { return nil }
    // Two digits before the point let small layouts keep theirs beside large ones.
    let unit = units.last { largest >= 10 * $0.scale } ?? units[0]
    return MetricRow(
      title: title, unit: unit.name,
      values: comparisons.map { comparison in
        var value = comparison.value
        value.mean /= unit.scale
        value.halfWidth = value.halfWidth.map { $0 / unit.scale }
        return value
      },
      savings: comparisons.enumerated().map { index, comparison in
        // A ratio has no share that is saved.
        index == 0 || metric == .pue ? nil : comparison.savings.map { Share(estimate: $0) }
      },
      remarks: study.layouts.map { metric == .racks ? $0.rackBinding.map(short) ?? "" : "" })
  }

  /// The constraint in a word that fits beside a number.
  private static func short(_ constraint: String) -> String {
    switch constraint {
    case "rack units": "U"
    case "power per rack": "kW"
    case "weight": "kg"
    case "switch ports": "ports"
    default: PlainText.trimmed(String(constraint.prefix(8)))
    }
  }
}
