import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Chilled-water loops")
struct TowerLoopTests {
  static func loop(
    chilledWater: Double = 12, economizer: Bool = true, pumps: WaterPump.Speed = .constant, cop: Double = 5.5,
    share: Double = 0.5
  ) -> TowerLoop {
    TowerLoop(
      coilHeat: Watts(kilowatts: 1000), chilledWater: Celsius(chilledWater), range: KelvinDifference(8),
      cop: COP(cop), chillerShare: Fraction(share), pumps: pumps,
      economizer: economizer ? WaterSideEconomizer(approach: KelvinDifference(1.7)) : nil)
  }

  @Test func `with warm air the condenser water is where tower and chillers agree`() {
    let loop = TowerLoopTests.loop(economizer: false)
    for kilowatts in [300.0, 700, 1000] {
      for wetBulb in [24.0, 27, 30] {
        let reading = loop.reading(coilHeat: Watts(kilowatts: kilowatts), wetBulb: Celsius(wetBulb))
        #expect(reading.unserved == .zero && reading.condenser > TowerLoop.condenserSetPoint)
        let rejected = Watts(kilowatts: kilowatts) + reading.chillers + reading.pumps
        let again = loop.tower.leaving(heat: rejected, waterFlow: .one, wetBulb: Celsius(wetBulb))
        #expect(abs((again - reading.condenser).value) < 1e-8)
        #expect(reading.rejectionFans == loop.tower.fanPower)
      }
    }
  }

  @Test func `with cool air the fans slow down and the set point is held`() {
    let loop = TowerLoopTests.loop(economizer: false)
    let reading = loop.reading(coilHeat: Watts(kilowatts: 500), wetBulb: Celsius(5))
    #expect(reading.condenser == TowerLoop.condenserSetPoint)
    #expect(reading.rejectionFans < loop.tower.fanPower * 0.1)
  }

  @Test func `a cold day needs no chiller, a cool one part of them, a warm one all`() {
    let loop = TowerLoopTests.loop()
    let heat = Watts(kilowatts: 800)
    let cold = loop.reading(coilHeat: heat, wetBulb: Celsius(0))
    #expect(cold.free == .one && cold.chillers == .zero && cold.unserved == .zero)
    let cool = loop.reading(coilHeat: heat, wetBulb: Celsius(8))
    #expect(cool.free > Fraction(0.1) && cool.free < Fraction(0.9) && cool.chillers > .zero)
    let warm = loop.reading(coilHeat: heat, wetBulb: Celsius(22))
    #expect(warm.free == .zero && warm.chillers > cool.chillers)
  }

  @Test func `tower water half way between supply and return carries half`() {
    let economizer = WaterSideEconomizer(approach: KelvinDifference(1.7))
    let share = economizer.share(tower: Celsius(14.3), supply: Celsius(12), returning: Celsius(20))
    #expect(isClose(share.value, 0.5))
    #expect(economizer.share(tower: Celsius(25), supply: Celsius(12), returning: Celsius(20)) == .zero)
    #expect(economizer.share(tower: Celsius(2), supply: Celsius(12), returning: Celsius(20)) == .one)
  }

  @Test func `an economizer never costs more than it saves`() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<3000 {
      let chilledWater = Double.random(in: 5...18, using: &generator)
      let cop = Double.random(in: 4...9, using: &generator)
      let share = Double.random(in: 0.1...1, using: &generator)
      let speeds: [WaterPump.Speed] = [
        .constant, .variable(leastFlow: Fraction(0.4)), .heldPressure(leastFlow: Fraction(0.4)),
      ]
      let pumps = speeds.randomElement(using: &generator) ?? .constant
      let heat = Watts(kilowatts: .random(in: 0...1000, using: &generator))
      let wetBulb = Celsius(.random(in: -40...34, using: &generator))
      func reading(_ economizer: Bool) -> ChilledWaterReading {
        TowerLoopTests.loop(
          chilledWater: chilledWater, economizer: economizer, pumps: pumps, cop: cop, share: share
        ).reading(coilHeat: heat, wetBulb: wetBulb)
      }
      let (with, without) = (reading(true), reading(false))
      #expect(with.electricity <= without.electricity)
      #expect(with.unserved <= without.unserved)
    }
  }

  @Test func `water evaporates as much heat as the tower rejects`() {
    var generator = SeededGenerator(seed: 14)
    let loop = TowerLoopTests.loop(pumps: .variable(leastFlow: Fraction(0.4)))
    for _ in 0..<500 {
      let heat = Watts(kilowatts: .random(in: 0...1000, using: &generator))
      let reading = loop.reading(coilHeat: heat, wetBulb: Celsius(.random(in: -20...30, using: &generator)))
      let rejected = heat - reading.unserved + reading.chillers + reading.pumps
      #expect(isClose(reading.makeUp.evaporation.value * 2.43e9, rejected.value, relative: 1e-9))
    }
  }

  @Test func `beyond the design wet bulb a full loop leaves heat unserved`() {
    let loop = TowerLoopTests.loop()
    let heat = Watts(kilowatts: 1000)
    #expect(loop.reading(coilHeat: heat, wetBulb: Celsius(30)).unserved == .zero)
    #expect(loop.reading(coilHeat: heat, wetBulb: Celsius(35)).unserved > Watts(kilowatts: 10))
  }

  @Test func `air-cooled chillers lose capacity beyond 45 degrees`() {
    let loop = AirCooledLoop(
      coilHeat: Watts(kilowatts: 1000), chilledWater: Celsius(7), range: KelvinDifference(5.56),
      cop: COP(2.9),
      chillerShare: Fraction(0.5), pump: .constant, curves: .airCooledScrew)
    let heat = Watts(kilowatts: 1000)
    let rated = loop.reading(coilHeat: heat, dryBulb: Celsius(35))
    #expect((330...370).contains(rated.chillers.kilowatts))
    #expect(loop.reading(coilHeat: heat, dryBulb: Celsius(45)).unserved == .zero)
    #expect(loop.reading(coilHeat: heat, dryBulb: Celsius(48)).unserved > .zero)
  }
}
