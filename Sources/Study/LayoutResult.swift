import Cooling
public import Economics
import EventEngine
import Facility
import Quantities
public import Scenario
public import Simulation

/// What a layout came to over all replications.
public struct LayoutResult: Sendable {
  /// The layout with everything counted.
  public let design: LayoutDesign
  /// One summary per replication, in order.
  public let runs: [RunSummary]
  /// Every line of cost, per replication; those of moving in included where the scenario's project moves guests into it.
  public let books: [CostBook]
  /// Money over the horizon, per replication.
  public let costs: [TotalCost]
  /// Power by the hour in the first replication.
  public let series: HourlySeries
  /// What the loss of the site does to it, per replication; empty where nobody asks or has planned for that.
  public let recoveries: [RecoverySummary]

  /// A metric in each replication, in its own unit: kWh a year, kW, money, m2, racks, servers, kg, -, h a year, h, °C.
  ///
  /// Times of recovery are zero where there are none; a scenario whose conditions ask for them is refused.
  public func values(of metric: Gate.Metric, in scenario: Scenario) -> [Double] {
    let years = scenario.horizon.duration.years
    let air = metric == .intake ? design.air(in: scenario) : nil
    return runs.indices.map { index in
      let run = runs[index]
      return switch metric {
      case .energy: run.meterEnergy.kilowattHours / years
      case .equipment: run.itEnergy.kilowattHours / years
      case .power: run.meterEnergy.power(over: scenario.horizon.duration).kilowatts
      case .cost: costs[index].total.amount
      case .floor: design.floorArea.value
      case .racks: Double(design.racks.racks.count)
      case .servers: Double(design.hosts)
      case .carbon: scenario.site.carbonIntensity.carbon(of: run.meterEnergy).value
      case .pue: run.pue
      case .downtime: run.downtime.perGuestYear.hours
      case .rto: recoveries.isEmpty ? 0 : recoveries[index].time.worst.hours
      case .rpo: recoveries.isEmpty ? 0 : recoveries[index].point.worst.hours
      case .provisioning: run.counts.meanProvisioning.hours
      case .waiting: run.counts.meanWaiting.hours
      case .intake: air?.warmest(drawing: run.facility.rackPeaks).value ?? 0
      case .wue: WaterUsageEffectiveness(water: run.water, it: run.itEnergy)?.value ?? 0
      case .cue:
        PUE(facility: run.meterEnergy, it: run.itEnergy).map {
          CarbonUsageEffectiveness.value(intensity: scenario.site.carbonIntensity, pue: $0).value
        } ?? 0
      case .ere: run.meters(heatReuse: scenario.site.heatReuse)?.energyReuseEffectiveness?.value ?? 0
      case .dcie:
        run.meters(heatReuse: .zero)?.pue(.equipmentInput)?.infrastructureEfficiency.percent ?? 0
      case .work: run.meterEnergy > .zero ? run.work.served / run.meterEnergy.value : 0
      case .unmet: run.overloadedShare.percent
      }
    }
  }
}

/// A number with its 95 % confidence interval; the interval is nil where nothing varies or there is one replication.
public struct Measured: Sendable, Hashable {
  /// The mean over replications.
  public let mean: Double
  /// Half the width of the interval.
  public let halfWidth: Double?

  /// The mean of values that are independent of each other, one per replication.
  public init(_ values: [Double]) {
    var moments = Welford()
    for value in values { moments.add(value) }
    mean = moments.mean
    halfWidth = values.count > 1 ? ConfidenceInterval(of: moments).halfWidth : nil
  }
}

/// A metric of a layout beside that of the first layout, replication by replication.
///
/// Both saw the same guests, weather and random numbers, so the interval of the difference is that of paired
/// observations, much narrower than the two intervals side by side.
public struct PairedComparison: Sendable, Hashable {
  /// The metric of the layout.
  public let value: Measured
  /// The first layout's metric less this one's.
  public let difference: Measured
  /// The same as a share of the first layout's; nil when that is zero.
  public let savings: Measured?

  /// Compares values of the same replications.
  public init(of values: [Double], with baseline: [Double]) {
    precondition(values.count == baseline.count, "paired values come from the same replications")
    value = Measured(values)
    difference = Measured(zip(baseline, values).map { $0 - $1 })
    savings = baseline.contains(0) ? nil : Measured(zip(baseline, values).map { 1 - $1 / $0 })
  }
}
