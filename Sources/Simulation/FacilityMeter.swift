import Cooling
import Economics
import Power
import Quantities
import Scenario

/// From the watts of all hosts to the utility meter, sample by sample: supplies, distribution, cooling, bill.
///
/// ```
/// IT    = rack servers + sum over enclosures of bank(fixed + fans + blades) + other equipment
/// heat  = IT + losses and lighting in the rooms that the plant cools
/// meter = chain(IT, cooling(heat, weather))
/// ```
/// All in watts, each the mean of a sample. Of a sample that is dark for a part, the rest is metered and the part draws
/// nothing at all, standing losses of the plant included.
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
  /// Joules and litres of fuel of the generator.
  private(set) var generatorJoules = 0.0
  private(set) var generatorFuel = 0.0
  /// Energies for indices of building and air.
  private(set) var room: RoomMeter

  private let plant: Plant
  /// What stands beside the servers draws, whatever they do.
  private let otherPower: Double
  private let weather: SiteWeather
  private let seconds: Double
  private let rowLength: Int
  private var equipment: EquipmentRows
  /// Watts by component and sample, one row of `rowLength` per component.
  private let watts: UnsafeMutablePointer<Double>
  private let outdoor: UnsafeMutablePointer<Celsius>
  private let unmet: UnsafeMutablePointer<Watts>
  /// What the plant did not do, by sample of the tile; nil while it does all.
  private var gaps: [PlantGap]?
  private let generator: Generator?

  init(
    plant: Plant, enclosure: EnclosurePower?, otherPower: Watts, peaks: consuming RackPeaks,
    weather: SiteWeather, tariff: Tariff, horizon: Horizon,
    tileLength: Int
  ) {
    self.plant = plant
    self.otherPower = otherPower.value
    self.weather = weather
    generator = try? Generator(rating: plant.electrical.transformer.rating)
    bill = TariffMeter(tariff, from: horizon.start)
    seconds = horizon.sample.value
    rowLength = tileLength
    equipment = EquipmentRows(
      enclosure: enclosure, inlet: plant.specification.inlet, peaks: peaks, length: tileLength)
    room = RoomMeter(plant.specification.room, sample: horizon.sample)
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
      rackEnergy: equipment.peaks.sums.map { Joules($0 * seconds) },
      enclosurePeaks: equipment.peaks.enclosures.map { Watts($0) })
  }

  /// Notes what the plant did not do for some time within a tile.
  ///
  /// - Parameter missingCooling: the part of the heat that was not removed.
  mutating func note(
    missingCooling: Double, onGenerator: Bool, inDark: Bool, from start: Int64, until end: Int64,
    in tile: borrowing TileEvaluator
  ) {
    guard end > start, missingCooling > 0 || onGenerator || inDark else { return }
    var rows = gaps ?? Array(repeating: PlantGap(), count: rowLength)
    let length = tile.sampleMilliseconds
    var now = start
    while now < end {
      let sample = Int(now / length)
      let next = min(end, Int64(sample + 1) * length)
      rows[sample - tile.firstSample].add(
        missingCooling, onGenerator: onGenerator, inDark: inDark, milliseconds: next - now, of: length)
      now = next
    }
    gaps = rows
  }

  /// Meters all samples of a tile that has ended.
  mutating func meter(_ tile: borrowing TileEvaluator) throws(SimulationError) {
    defer { gaps = nil }
    equipment.evaluate(tile, gaps: gaps ?? [])
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
    let (servers, supplies, enclosures, warm) = equipment[sample]
    let idle = tile.idleWatts[sample]
    let air = weather[tile.firstSample + sample]
    let gap = gaps?[sample]
    // The part of the sample that has power; the plant is asked for the mean of that part.
    let lit = gap?.lit ?? 1
    let it = servers + otherPower * lit
    let carried = lit > 0 ? it / lit : 0
    let critical = plant.electrical.critical(it: Watts(carried))
    var cooling = plant.cooling.reading(heat: critical.heat, weather: air)
    if let gap, gap.missing > 0 { cooling = cooling.running(for: gap.running) }
    let chain = plant.electrical.reading(critical, mechanical: cooling.electricity)
    let meter = chain.meter.value * lit

    var sum = 0.0
    func set(_ component: EnergyComponent, _ value: Double) {
      watts[component.rawValue * rowLength + sample] = value
      sum += value
    }
    set(.serversIdle, idle)
    set(.serversWork, servers - supplies - enclosures - warm - idle)
    set(.serverFans, warm)
    set(.enclosures, enclosures)
    set(.supplies, supplies)
    set(.otherEquipment, otherPower * lit)
    set(.distribution, (critical.rackPDU.loss.value + critical.pdu.loss.value) * lit)
    set(.ups, critical.ups.loss.value * lit)
    set(.switchgear, (chain.switchgear.loss.value + chain.transformer.loss.value) * lit)
    set(.compressors, cooling.compressor.value * lit)
    set(.airFans, cooling.fans.value * lit)
    set(.humidityAndPumps, (cooling.humidity.value + cooling.pumps.value) * lit)
    set(.building, (chain.lighting.value + chain.generatorStandby.value) * lit)
    try Ledger.close("energy", sample: tile.firstSample + sample, sum: sum, expected: meter)
    try Ledger.close(
      "heat", sample: tile.firstSample + sample,
      sum: (cooling.removed.value + cooling.unmet.value) * lit,
      expected: it + (critical.whiteSpaceLoss + critical.lighting).value * lit)

    meterJoules += meter * seconds
    peakIT = max(peakIT, it)
    peakMeter = max(peakMeter, meter)
    let left = cooling.unmet * lit
    unmetJoules += left.value * seconds
    if left.value > 0 { overloadedSamples += 1 }
    if !equipment.isProtected(sample) { unprotectedSamples += 1 }
    water += cooling.water.value * lit * seconds
    outdoor[sample] = air.dryBulb
    unmet[sample] = left
    let onGenerator = gap?.generator ?? 0
    let byGenerator = chain.meter.value * onGenerator
    generatorJoules += byGenerator * seconds
    if onGenerator > 0, let generator {
      // Fuel follows the load while it runs.
      generatorFuel += generator.fuel(carrying: chain.meter, over: Seconds(seconds * onGenerator)).value
    }
    bill.record(Joules((meter - byGenerator) * seconds), over: Seconds(seconds))
    room.record(critical, cooling, lit: lit)
  }
}
