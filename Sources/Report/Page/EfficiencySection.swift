import Quantities
import ResultStore

/// The field's ratios of energy, water, carbon and work, over the whole study.
///
/// ```
/// PUE = meter / IT    DCiE = IT / meter    WUE = water / IT    CUE = carbon intensity x PUE    work / meter
/// ```
/// Energies in kWh, water in litres, carbon in kg CO2e; IT is energy at the input of the IT equipment, so this is PUE of
/// category 3. **Source**: The Green Grid, white papers 49, 32 and 35 (from memory, high confidence).
struct EfficiencySection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    Markup("section", ["id": "efficiency"]) {
      Markup("h2") { "Efficiency" }
      Markup("p", ["class": "lead"]) { lead }
      table.markup
      Markup("p", ["class": "quiet"]) {
        "Means over replications. PUE, DCiE and CUE say how much the building adds to its IT equipment, not how much work "
          + "comes of it: when fewer servers do the same work in the same plant, PUE gets worse and work per energy better."
      }
    }
  }

  /// Work per energy of each layout, relative to the first.
  private var lead: String {
    let study = contents.study
    guard study.layouts.count > 1 else { return "PUE is \(pue(0)); it is computed, not assumed." }
    let best = study.layouts.indices.max { workPerEnergy($0) < workPerEnergy($1) } ?? 0
    let ratio = workPerEnergy(0) > 0 ? workPerEnergy(best) / workPerEnergy(0) : 1
    let times = best == 0 ? "" : ", \(Rounding.significant(ratio)) times that of \(study.layouts[0].name)"
    return "\(study.layouts[best].name) does most work per energy\(times), at a PUE of \(pue(best))."
  }

  private func pue(_ layout: Int) -> String { Rounding.significant(contents.mean(layout) { $0.pue }) }

  /// Work units per joule at the meter.
  private func workPerEnergy(_ layout: Int) -> Double {
    contents.mean(layout) { $0.meterEnergy.value > 0 ? $0.servedWork / $0.meterEnergy.value : 0 }
  }

  var table: DataTable {
    let study = contents.study
    let intensity = study.carbonIntensity.value
    func row(_ title: String, _ value: @escaping (StoredRun) -> Double) -> [String] {
      [title] + study.layouts.indices.map { Rounding.significant(contents.mean($0, value)) }
    }
    func perIT(_ amount: Double, _ run: StoredRun) -> Double {
      run.itEnergy.value > 0 ? amount / run.itEnergy.kilowattHours : 0
    }
    let rows = [
      row("PUE (category 3)") { $0.pue },
      row("DCiE, %") { $0.pue > 0 ? 100 / $0.pue : 0 },
      row("WUE, l of water per kWh of IT") { perIT($0.water.value, $0) },
      row("CUE, kg CO2e per kWh of IT") { intensity * $0.pue },
      row("work per energy at the meter, ssj_ops/J") {
        $0.meterEnergy.value > 0 ? $0.servedWork / $0.meterEnergy.value : 0
      },
    ]
    return DataTable(columns: ["ratio"] + study.layouts.map(\.name), rows: rows, name: "efficiency")
  }
}
