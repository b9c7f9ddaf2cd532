import Economics
import Facility
import Quantities
import Scenario
import Simulation
import Study

extension StoredRun {
  init(_ run: RunSummary, cost: TotalCost, design: LayoutDesign) {
    self.init(
      replication: run.replication, meterEnergy: run.meterEnergy, itEnergy: run.itEnergy, pue: run.pue,
      peakIT: run.peakIT, peakMeter: run.peakMeter, water: run.water, unmetHeat: run.unmetHeat,
      overloadedShare: run.overloadedShare, unprotectedShare: run.unprotectedShare,
      demandedWork: run.work.demanded, servedWork: run.work.served, contendedWork: run.work.contention,
      lostWork: run.work.outage, serverFailures: run.counts.serverFailures,
      enclosureFailures: run.counts.enclosureFailures, restarts: run.counts.restarts,
      waits: run.counts.waits, arrivals: run.counts.arrivals, departures: run.counts.departures,
      boots: run.counts.boots, switchedOff: run.counts.switchedOff,
      worstServerBlast: run.counts.worstServerBlast, worstEnclosureBlast: run.counts.worstEnclosureBlast,
      downtime: run.downtime.total, exposure: run.downtime.exposure, longestOutage: run.downtime.longest,
      outages: run.downtime.outages, cost: cost.total, cappedWork: run.work.capped, energy: run.energy,
      costs: cost.byCategory.map { StoredCategoryCost(category: $0.category.rawValue, cost: $0.cost) },
      figures: (run.figures + (design.together?.figures ?? [])).map {
        StoredFigure(name: $0.name, title: $0.title, unit: $0.unit, value: $0.value)
      })
  }
}

extension StoredComparison {
  init(_ metric: StudyMetric, of layout: LayoutResult, in study: StudyResult) {
    let comparison = PairedComparison(
      of: metric.values(of: layout, in: study.scenario),
      with: metric.values(of: study.layouts[0], in: study.scenario))
    self.init(
      metric: metric, value: StoredEstimate(comparison.value),
      difference: StoredEstimate(comparison.difference),
      savings: comparison.savings.map { StoredEstimate($0) })
  }
}

extension StudyMetric {
  /// The metric in each replication, in its unit.
  func values(of layout: LayoutResult, in scenario: Scenario) -> [Double] {
    let duration = scenario.horizon.duration
    func gate(_ metric: Gate.Metric) -> [Double] { layout.values(of: metric, in: scenario) }
    switch self {
    case .energy: return gate(.energy)
    case .power: return gate(.power)
    case .pue: return gate(.pue)
    case .cost: return gate(.cost)
    case .carbon: return gate(.carbon)
    case .servers: return gate(.servers)
    case .racks: return gate(.racks)
    case .floor: return gate(.floor)
    case .downtime: return gate(.downtime)
    case .itPower: return layout.runs.map { $0.itEnergy.power(over: duration).kilowatts }
    case .peakPower: return layout.runs.map { $0.peakMeter.kilowatts }
    case .water: return layout.runs.map { $0.water.value / 1000 / duration.years }
    case .longestOutage: return layout.runs.map { $0.downtime.longest.hours }
    case .weight:
      let weight = layout.design.equipment.reduce(Kilograms.zero) { $0 + $1.weight }
      return layout.runs.map { _ in weight.value }
    case .cables: return layout.runs.map { _ in Double(layout.design.cables) }
    default: return facilityValues(of: layout, in: scenario) ?? []
    }
  }
}

extension StoredCost {
  init(_ item: CostItem) {
    let due: Seconds? = if case .once(let after) = item.timing { after } else { nil }
    self.init(category: item.category.rawValue, label: item.label, amount: item.amount, due: due)
  }
}

extension StoredComponent {
  /// Every component, in the order of energies and series.
  static let all = EnergyComponent.allCases.map { component in
    StoredComponent(
      index: component.rawValue, name: component.columnName, title: component.title, isIT: component.isIT)
  }
}

extension EnergyComponent {
  /// The case's name as column names are written: `airFans` is `air_fans`.
  fileprivate var columnName: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
    }
  }
}
