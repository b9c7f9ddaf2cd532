import Cooling
import Facility
import Quantities
import Scenario
import Simulation
import Study

extension StudyMetric {
  /// A ratio of the building in each replication; nil for another metric.
  func facilityValues(of layout: LayoutResult, in scenario: Scenario) -> [Double]? {
    func each(_ value: (RunSummary) -> Double?) -> [Double] { layout.runs.map { value($0) ?? 0 } }
    func pue(_ category: PUECategory) -> [Double] {
      each { $0.meters(heatReuse: .zero)?.pue(category)?.value }
    }
    switch self {
    case .pueAtUPS: return pue(.upsOutput)
    case .pueAtPDU: return pue(.distributionOutput)
    case .dcie: return layout.values(of: .dcie, in: scenario)
    case .electricalPUE: return each { $0.partialPUE(.electrical)?.value }
    case .mechanicalPUE: return each { $0.partialPUE(.mechanical)?.value }
    case .buildingPUE: return each { $0.partialPUE(.building)?.value }
    case .wue: return layout.values(of: .wue, in: scenario)
    case .cue: return layout.values(of: .cue, in: scenario)
    case .ere: return layout.values(of: .ere, in: scenario)
    case .supplyHeatIndex: return each { $0.facility.supplyHeatIndex.value }
    case .returnHeatIndex: return each { 1 - $0.facility.supplyHeatIndex.value }
    case .workPerIT: return each { $0.itEnergy > .zero ? $0.work.served / $0.itEnergy.value : nil }
    case .workPerEnergy: return layout.values(of: .work, in: scenario)
    case .guestHours:
      return each { run in
        let hours = (run.downtime.exposure - run.downtime.total).hours
        return run.meterEnergy > .zero ? hours / run.meterEnergy.kilowattHours : nil
      }
    case .grossFloor:
      let gross = layout.design.floorArea * (1 + layout.design.backOfHouse.value)
      return each { _ in gross.value }
    case .ports:
      let ports = layout.design.equipment.reduce(0) { $0 + $1.ports }
      return each { _ in Double(ports) }
    default: return nil
    }
  }
}
