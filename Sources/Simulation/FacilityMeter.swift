import Cooling
import Economics
import Power
import Quantities
import Scenario

/// From the watts of all hosts to the utility meter, sample by sample: supplies, distribution, cooling, bill.
///
/// The state of the plant is quasi-steady: each sample stands for itself, with the mean power of the sample.
struct FacilityMeter: ~Copyable {
  /// Joules of each component since the start, by ``EnergyComponent``.
  private(set) var joules = [Double](repeating: 0, count: EnergyComponent.allCases.count)
  /// Joules at the meter since the start.
  private(set) var meterJoules = 0.0
  /// Joules of heat that the plant could not remove.
  private(set) var unmetJoules = 0.0
  /// Samples in which the plant could not remove all heat.
  private(set) var overloadedSamples = 0
  /// The highest IT power and the highest meter power of a sample.
  private(set) var peakIT = 0.0
  private(set) var peakMeter = 0.0
  /// Samples in which a supply bank carried more than its redundancy allows.
  private(set) var unprotectedSamples = 0
  /// Cubic metres of water.
  private(set) var water = 0.0
  private(set) var bill: TariffMeter

  private let plant: Plant
  private let enclosure: EnclosurePower?
  private let weather: SiteWeather
  private let seconds: Double
  private var rows: [[Double]]
  private var outdoor: [Celsius]
  private var unmet: [Watts]

  init(plant: Plant, enclosure: EnclosurePower?, weather: SiteWeather, tariff: Tariff, horizon: Horizon) {
    self.plant = plant
    self.enclosure = enclosure
    self.weather = weather
    bill = TariffMeter(tariff, from: horizon.start)
    seconds = horizon.sample.value
    rows = Array(
      repeating: Array(repeating: 0, count: TileEvaluator.length), count: EnergyComponent.allCases.count)
    outdoor = Array(repeating: Celsius(0), count: TileEvaluator.length)
    unmet = Array(repeating: .zero, count: TileEvaluator.length)
  }

  /// Meters all samples of a tile that has ended.
  mutating func meter(_ tile: borrowing TileEvaluator) throws(SimulationError) {
    for sample in 0..<tile.count { try meter(sample, of: tile) }
  }

  /// The samples metered last.
  func block(of tile: borrowing TileEvaluator) -> SiteBlock {
    var watts: [EnergyComponent: [Double]] = [:]
    for component in EnergyComponent.allCases {
      watts[component] = Array(rows[component.rawValue][..<tile.count])
    }
    return SiteBlock(
      firstSample: tile.firstSample, watts: watts, outdoor: Array(outdoor[..<tile.count]),
      unmetHeat: Array(unmet[..<tile.count]))
  }

  private mutating func meter(_ sample: Int, of tile: borrowing TileEvaluator) throws(SimulationError) {
    let (it, supplies, fixed) = equipment(sample, of: tile)
    let servers = it - supplies - fixed
    let idle = tile.idleWatts[sample]
    let critical = plant.electrical.critical(it: Watts(it))
    let air = weather[tile.firstSample + sample]
    let cooling = plant.cooling.reading(heat: Watts(it) + critical.whiteSpaceLoss, weather: air)
    let chain = plant.electrical.reading(critical, mechanical: cooling.electricity)
    let meter = chain.meter.value

    set(.serversIdle, idle, sample)
    set(.serversWork, servers - idle, sample)
    set(.enclosures, fixed, sample)
    set(.supplies, supplies, sample)
    set(.distribution, critical.rackPDU.loss.value + critical.pdu.loss.value, sample)
    set(.ups, critical.ups.loss.value, sample)
    set(.switchgear, chain.switchgear.loss.value + chain.transformer.loss.value, sample)
    set(.compressors, cooling.compressor.value, sample)
    set(.airFans, cooling.fans.value, sample)
    set(.humidityAndPumps, cooling.humidity.value + cooling.pumps.value, sample)
    set(.building, chain.lighting.value + chain.generatorStandby.value, sample)
    var sum = 0.0
    for component in rows.indices {
      sum += rows[component][sample]
      joules[component] += rows[component][sample] * seconds
    }
    try Ledger.close("energy", sample: tile.firstSample + sample, sum: sum, expected: meter)
    try Ledger.close(
      "heat", sample: tile.firstSample + sample,
      sum: cooling.removed.value + cooling.unmet.value,
      expected: it + critical.whiteSpaceLoss.value)

    meterJoules += meter * seconds
    peakIT = max(peakIT, it)
    peakMeter = max(peakMeter, meter)
    unmetJoules += cooling.unmet.value * seconds
    if cooling.unmet.value > 0 { overloadedSamples += 1 }
    water += cooling.water.value * seconds
    outdoor[sample] = air.dryBulb
    unmet[sample] = cooling.unmet
    bill.record(Joules(meter * seconds), over: Seconds(seconds))
  }

  @inline(__always)
  private mutating func set(_ component: EnergyComponent, _ watts: Double, _ sample: Int) {
    rows[component.rawValue][sample] = watts
  }

  /// Power of the IT equipment at the rack PDU, and in it the loss of supplies and the fixed power of enclosures.
  private mutating func equipment(
    _ sample: Int, of tile: borrowing TileEvaluator
  ) -> (it: Double, supplies: Double, fixed: Double) {
    var it = tile.domainWatts[sample]
    var supplies = tile.lossWatts[sample]
    var fixed = 0.0
    guard let enclosure else { return (it, supplies, fixed) }
    var isProtected = true
    for domain in 1..<max(1, tile.domainCount) {
      let blades = Watts(tile.domainWatts[domain * TileEvaluator.length + sample])
      let input = enclosure.input(bladeDC: blades)
      it += input.value
      supplies += input.value - blades.value - enclosure.fixed.value
      fixed += enclosure.fixed.value
      if enclosure.state(bladeDC: blades) != .protected { isProtected = false }
    }
    if !isProtected { unprotectedSamples += 1 }
    return (it, supplies, fixed)
  }
}
