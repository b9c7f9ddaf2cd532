import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Cooling tower, pumps and their water")
struct CoolingTowerTests {
  static let tower = CoolingTower(designHeat: Watts(kilowatts: 1000))

  static func approach(_ range: Double, _ wetBulb: Double, _ water: Double, _ air: Double) -> Double {
    CoolingTower.approach(
      range: KelvinDifference(range), wetBulb: Celsius(wetBulb), waterFlow: Fraction(water),
      airFlow: Fraction(air)
    ).value
  }

  @Test(arguments: [(25.55, 3.8445), (20, 5.0580), (15, 6.3297)])
  func `the York curve has its published approaches`(wetBulb: Double, expected: Double) {
    #expect(abs(CoolingTowerTests.approach(5.56, wetBulb, 1, 1) - expected) < 5.1e-5)
  }

  @Test func `the approach follows wet bulb, range and flows as a tower does`() {
    typealias Tests = CoolingTowerTests
    for wetBulb in stride(from: -10.0, through: 26, by: 1) {
      for range in stride(from: 3.0, through: 10, by: 1) {
        for air in stride(from: 0.3, through: 1, by: 0.1) {
          let here = Tests.approach(range, wetBulb, 1, air)
          #expect(Tests.approach(range, wetBulb - 0.5, 1, air) > here)
          #expect(Tests.approach(range - 0.5, wetBulb, 1, air) < here)
          #expect(Tests.approach(range, wetBulb, 1, air - 0.05) > here)
          #expect(isClose(Tests.approach(range, wetBulb, 0.5, air / 2), here))
        }
      }
    }
  }

  @Test func `the fan speed that holds a temperature holds it`() throws {
    var generator = SeededGenerator(seed: 11)
    var held = 0
    for _ in 0..<2000 {
      let wetBulb = Celsius(.random(in: -20...26, using: &generator))
      let heat = CoolingTowerTests.tower.designHeat * .random(in: 0.25...1.1, using: &generator)
      let goal = Celsius(.random(in: 8...32, using: &generator))
      let water = Fraction(.random(in: 0.4...1, using: &generator))
      let coldest = CoolingTowerTests.tower.leaving(heat: heat, waterFlow: water, wetBulb: wetBulb)
      let air = CoolingTowerTests.tower.airFlow(
        holding: goal, heat: heat, waterFlow: water, wetBulb: wetBulb)
      #expect((air == nil) == (coldest > goal))
      guard let air, air > CoolingTower.leastAirFlow else { continue }
      held += 1
      let range = heat.value / (CoolingTowerTests.tower.designHeat.value * water.value) * 5.56
      let approach = CoolingTowerTests.approach(range, wetBulb.value, water.value, air.value)
      #expect(isClose(wetBulb.value + approach, goal.value, absolute: 1e-9))
    }
    #expect(held > 200)
  }

  @Test func `half the air takes an eighth of the fan power`() {
    #expect(isClose(CoolingTowerTests.tower.fans(airFlow: .one).kilowatts, 15))
    #expect(isClose(CoolingTowerTests.tower.fans(airFlow: Fraction(0.5)).kilowatts, 15.0 / 8))
  }

  /// Litres a kilowatt-hour rejected; site WUE for heat of IT alone and with a fifth on top.
  @Test(arguments: [(1.0, 1.852), (1.2, 2.222)])
  func `five cycles of concentration make a WUE of 1.85 to 2.2`(heat: Double, expected: Double) throws {
    let treatment = WaterTreatment(cycles: ConcentrationCycles(5), drift: .zero)
    let water = treatment.makeUp(evaporating: Watts(kilowatts: heat), circulating: .zero)
    #expect(isClose(water.evaporation.volume(over: Seconds(hours: 1)).value, 1.48 * heat, relative: 2e-3))
    let effectiveness = try #require(
      WaterUsageEffectiveness(
        water: water.total.volume(over: Seconds(hours: 1)), it: Joules(kilowattHours: 1)))
    #expect(isClose(effectiveness.value, expected, absolute: 1e-3))
  }

  /// 22 and 19 W for a US gallon a minute.
  @Test(arguments: [(349_000.0, 22.0), (301_000, 19)])
  func `pumps take what a gallon a minute is allowed`(wattSecondsPerCubicMeter: Double, watts: Double) {
    let gallonAMinute = 0.003_785_411_784 / 60
    #expect(isClose(wattSecondsPerCubicMeter * gallonAMinute, watts, absolute: 0.05))
  }

  @Test(arguments: [(WaterTreatment(), 1.85)])
  func `the standard treatment has 3 to 6 cycles and drifts 0.002 to 0.02 per cent`(
    treatment: WaterTreatment, liters: Double
  ) {
    #expect((3...6).contains(treatment.cycles.value))
    #expect((0.002...0.02).contains(treatment.drift.percent))
    let water = treatment.makeUp(evaporating: Watts(kilowatts: 1), circulating: .zero)
    #expect(isClose(water.total.volume(over: Seconds(hours: 1)).value, liters, absolute: 0.0051))
  }

  @Test func `salts balance: what leaves as water carries what came with the make-up`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      let cycles = Double.random(in: 2...8, using: &generator)
      let treatment = WaterTreatment(
        cycles: ConcentrationCycles(cycles),
        drift: Fraction(percent: .random(in: 0.002...0.02, using: &generator)))
      let water = treatment.makeUp(
        evaporating: Watts(kilowatts: 1000), circulating: CubicMetersPerSecond(0.043))
      #expect(isClose((water.drift + water.blowdown).value * cycles, water.total.value))
    }
  }

  @Test func `pumps take their specific power at design and the 2.7th power of flow below`() {
    let heat = Watts(kilowatts: 1000)
    let constant = WaterPump.chilledWater(
      designHeat: heat, range: KelvinDifference(6.67), speed: .constant)
    #expect(isClose(constant.designFlow.value, 0.0358, relative: 1e-3))
    #expect(isClose(constant.designPower.kilowatts, 12.5, relative: 1e-3))
    #expect(constant.electricity(load: Fraction(0.1)) == constant.designPower)
    let variable = WaterPump.condenserWater(
      designHeat: heat, range: KelvinDifference(5.56), speed: .variable(leastFlow: Fraction(0.4)))
    #expect(isClose(variable.designPower.value / variable.designFlow.value, 301_000))
    #expect(
      isClose(variable.electricity(load: Fraction(0.5)) / variable.designPower, 0.153893, relative: 1e-5))
    #expect(variable.electricity(load: Fraction(0.1)) == variable.electricity(load: Fraction(0.4)))
  }

  @Test func `a pump that holds a pressure takes power in proportion to flow`() {
    let pump = WaterPump.chilledWater(
      designHeat: Watts(kilowatts: 1000), range: KelvinDifference(6.67),
      speed: .heldPressure(leastFlow: Fraction(0.4)))
    #expect(isClose(pump.electricity(load: .one).value, pump.designPower.value))
    #expect(isClose(pump.electricity(load: Fraction(0.5)) / pump.designPower, 0.5))
    #expect(pump.flow(load: Fraction(0.5)) == Fraction(0.5))
    #expect(isClose(pump.electricity(load: Fraction(0.1)) / pump.designPower, 0.4))
  }
}
