import Cooling
import Economics
import Power
import Quantities
import Scenario

/// From the watts of all hosts to the utility meter, sample by sample: supplies, distribution, cooling, bill.
///
/// ```
/// IT    = rack servers + sum over enclosures of bank(fixed + blades)
/// heat  = IT + losses in the white space
/// meter = chain(IT, cooling(heat, weather))
/// ```
/// All in watts, each the mean of a sample.
///
/// **Valid for** samples of minutes to hours: the plant is quasi-steady, each sample stands for itself.
/// **Not modelled**: heat stored in air and structure, staging of units, start-up of the plant.
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
  /// Energies for indices of building and air.
  private(set) var room: RoomMeter

  private let plant: Plant
  private let weather: SiteWeather
  private let seconds: Double
  private let rowLength: Int
  private var equipment: EquipmentRows
  /// Watts by component and sample, one row of `rowLength` per component.
  private let watts: UnsafeMutablePointer<Double>
  private let outdoor: UnsafeMutablePointer<Celsius>
  private let unmet: UnsafeMutablePointer<Watts>

  init(
    plant: Plant, enclosure: EnclosurePower?, peaks: consuming RackPeaks, weather: SiteWeather,
    tariff: Tariff, horizon: Horizon,
    tileLength: Int
  ) {
    self.plant = plant
    self.weather = weather
    bill = TariffMeter(tariff, from: horizon.start)
    seconds = horizon.sample.value
    rowLength = tileLength
    equipment = EquipmentRows(enclosure: enclosure, peaks: peaks, length: tileLength)
    room = RoomMeter(
      recirculation: plant.specification.cooling.recirculation, sample: horizon.sample)
    watts = .allocate(capacity: EnergyComponent.allCases.count * tileLength)
    watts.initialize(repeating: 0, count: EnergyComponent.allCases.count * tileLength)
    outdoor = .allocate(capacity: tileLength)
    outdoor.initialize(repeating: Celsius(0), count: tileLength)
    unmet = .allocate(capacity: tileLength)
    unmet.initialize(repeating: .zero, count: tileLength)
  }

  deinit {
    watts.deallocate()
    outdoor.deallocate()
    unmet.deallocate()
  }

  /// What the run came to beside its ledger: energies for indices, and the peaks of racks and enclosures.
  var facility: FacilityTotals {
    FacilityTotals(
      rackPDULoss: Joules(room.rackPDUJoules), rejectedHeat: Joules(room.rejectedJoules),
      airHeat: Joules(room.airJoules), recirculatedHeat: Joules(room.recirculatedJoules),
      rackPeaks: equipment.peaks.racks.map { Watts($0) },
      enclosurePeaks: equipment.peaks.enclosures.map { Watts($0) })
  }

  /// Meters all samples of a tile that has ended.
  mutating func meter(_ tile: borrowing TileEvaluator) throws(SimulationError) {
    equipment.evaluate(tile)
    for sample in 0..<tile.count { try meter(sample, of: tile) }
    for component in EnergyComponent.allCases {
      let row = watts + component.rawValue * rowLength
      var sum = 0.0
      for sample in 0..<tile.count { sum += row[sample] }
      joules[component.rawValue] += sum * seconds
    }
  }

  /// The samples metered last.
  func block(of tile: borrowing TileEvaluator) -> SiteBlock {
    var rows: [EnergyComponent: [Double]] = [:]
    for component in EnergyComponent.allCases {
      let row = UnsafeBufferPointer(start: watts + component.rawValue * rowLength, count: tile.count)
      rows[component] = Array(row)
    }
    return SiteBlock(
      firstSample: tile.firstSample, watts: rows,
      outdoor: Array(UnsafeBufferPointer(start: outdoor, count: tile.count)),
      unmetHeat: Array(UnsafeBufferPointer(start: unmet, count: tile.count)))
  }

  private mutating func meter(_ sample: Int, of tile: borrowing TileEvaluator) throws(SimulationError) {
    let (it, supplies, fixed) = equipment[sample]
    let idle = tile.idleWatts[sample]
    let critical = plant.electrical.critical(it: Watts(it))
    let air = weather[tile.firstSample + sample]
    let cooling = plant.cooling.reading(heat: Watts(it) + critical.whiteSpaceLoss, weather: air)
    let chain = plant.electrical.reading(critical, mechanical: cooling.electricity)
    let meter = chain.meter.value

    var sum = 0.0
    func set(_ component: EnergyComponent, _ value: Double) {
      watts[component.rawValue * rowLength + sample] = value
      sum += value
    }
    set(.serversIdle, idle)
    set(.serversWork, it - supplies - fixed - idle)
    set(.enclosures, fixed)
    set(.supplies, supplies)
    set(.distribution, critical.rackPDU.loss.value + critical.pdu.loss.value)
    set(.ups, critical.ups.loss.value)
    set(.switchgear, chain.switchgear.loss.value + chain.transformer.loss.value)
    set(.compressors, cooling.compressor.value)
    set(.airFans, cooling.fans.value)
    set(.humidityAndPumps, cooling.humidity.value + cooling.pumps.value)
    set(.building, chain.lighting.value + chain.generatorStandby.value)
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
    if !equipment.isProtected(sample) { unprotectedSamples += 1 }
    water += cooling.water.value * seconds
    outdoor[sample] = air.dryBulb
    unmet[sample] = cooling.unmet
    bill.record(Joules(meter * seconds), over: Seconds(seconds))
    room.record(critical, cooling)
  }
}
