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
    let intensity = scenario.site.carbonIntensity
    switch self {
    case .pueAtUPS: return pue(.upsOutput)
    case .pueAtPDU: return pue(.distributionOutput)
    case .dcie:
      return each { $0.meters(heatReuse: .zero)?.pue(.equipmentInput)?.infrastructureEfficiency.percent }
    case .electricalPUE: return each { $0.partialPUE(.electrical)?.value }
    case .mechanicalPUE: return each { $0.partialPUE(.mechanical)?.value }
    case .buildingPUE: return each { $0.partialPUE(.building)?.value }
    case .wue: return each { WaterUsageEffectiveness(water: $0.water, it: $0.itEnergy)?.value }
    case .cue:
      return each { run in
        PUE(facility: run.meterEnergy, it: run.itEnergy).map {
          CarbonUsageEffectiveness.value(intensity: intensity, pue: $0).value
        }
      }
    case .ere:
      return each { $0.meters(heatReuse: scenario.site.heatReuse)?.energyReuseEffectiveness?.value }
    case .supplyHeatIndex: return each { $0.facility.supplyHeatIndex.value }
    case .returnHeatIndex: return each { 1 - $0.facility.supplyHeatIndex.value }
    case .workPerIT: return each { $0.itEnergy > .zero ? $0.work.served / $0.itEnergy.value : nil }
    case .workPerEnergy: return each { $0.meterEnergy > .zero ? $0.work.served / $0.meterEnergy.value : nil }
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
