import Quantities
import ResultStore

/// The field's ratios of energy, water, carbon, air and work, over the whole study.
///
/// ```
/// PUE = meter / IT    DCiE = IT / meter    WUE = water / IT    CUE = carbon intensity x PUE    work / meter
/// ERE = (meter - reuse) / IT    PUE - 1 = sum of (pPUE - 1)    SHI + RHI = 1
/// ```
/// Energies in kWh, water in litres, carbon in kg CO2e; IT is energy at the input of the IT equipment (category 3), at the
/// output of the PDUs (2) or of the UPS (1). **Source**: The Green Grid, white papers 49, 29, 32 and 35; Sharma, Bash and
/// Patel 2002 (from memory, high confidence).
struct EfficiencySection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    Markup("section", ["id": "efficiency"]) {
      Markup("h2") { "Efficiency" }
      Markup("p", ["class": "lead"]) { lead }
      table.markup
      Markup("p", ["class": "quiet"]) {
        "Means over replications. Partial PUEs are of the electrical chain, the cooling plant, and lighting with the "
          + "generator's standby; what each has above 1 adds up to PUE. PUE, DCiE and CUE say how much the building adds to its IT equipment, not how much work "
          + "comes of it: when fewer servers do the same work in the same plant, PUE gets worse and work per energy better."
      }
    }
  }

  /// Work per energy of each layout, relative to the first.
  private var lead: String {
    let study = contents.study
    guard study.layouts.count > 1 else { return "PUE is \(pue(0)); it is computed, not assumed." }
    let best = study.layouts.indices.max { mean(.workPerEnergy, $0) < mean(.workPerEnergy, $1) } ?? 0
    let base = mean(.workPerEnergy, 0)
    guard base > 0 else { return "PUE is computed, not assumed." }
    let ratio = mean(.workPerEnergy, best) / base
    let times = best == 0 ? "" : ", \(Rounding.significant(ratio)) times that of \(study.layouts[0].name)"
    return "\(study.layouts[best].name) does most work per energy\(times), at a PUE of \(pue(best))."
  }

  private func pue(_ layout: Int) -> String { Rounding.significant(mean(.pue, layout)) }

  private func mean(_ metric: StudyMetric, _ layout: Int) -> Double {
    contents.study.layouts[layout].comparison(metric)?.value.mean ?? 0
  }

  private static let rows: [(metric: StudyMetric, title: String)] = [
    (.pue, "PUE (category 3, at the equipment)"), (.pueAtPDU, "PUE (category 2, after the PDUs)"),
    (.pueAtUPS, "PUE (category 1, after the UPS)"), (.dcie, "DCiE, %"),
    (.electricalPUE, "pPUE, electrical"), (.mechanicalPUE, "pPUE, mechanical"),
    (.buildingPUE, "pPUE, lighting and standby"), (.wue, "WUE, l of water per kWh of IT"),
    (.cue, "CUE, kg CO2e per kWh of IT"), (.ere, "ERE, heat put to use taken off"),
    (.supplyHeatIndex, "SHI, share of exhaust in the intake's warmth"), (.returnHeatIndex, "RHI, 1 - SHI"),
    (.workPerIT, "work per energy of IT, ssj_ops/J"),
    (.workPerEnergy, "work per energy at the meter, ssj_ops/J"),
    (.guestHours, "hours of a guest per kWh at the meter"),
  ]

  /// The ratios that the study holds: one of an earlier version of the file has PUE alone.
  var table: DataTable {
    let layouts = contents.study.layouts
    let rows = Self.rows.compactMap { metric, title -> [String]? in
      let values = layouts.compactMap { $0.comparison(metric)?.value }
      guard values.count == layouts.count else { return nil }
      return [title] + values.map { Rounding.text($0.mean, halfWidth: $0.halfWidth) }
    }
    return DataTable(columns: ["ratio"] + layouts.map(\.name), rows: rows, name: "efficiency")
  }
}
