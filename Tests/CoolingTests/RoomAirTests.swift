import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Air through servers and room")
struct RoomAirTests {
  @Test(
    arguments: [
      (8, 0.10355, 219.4), (10, 0.08284, 175.5), (12, 0.06903, 146.3), (15, 0.05522, 117.0),
      (20, 0.04142, 87.8),
    ] as [(Double, Double, Double)])
  func `a kilowatt takes the published flow`(rise: Double, flow: Double, cfm: Double) throws {
    let found = ServerAir.flow(carrying: Watts(kilowatts: 1), rise: KelvinDifference(rise))
    #expect(abs(found.value - flow) < 5.1e-6)
    #expect(abs(found.value / (try CubicMetersPerSecond("1 CFM")).value - cfm) < 0.0501)
    let back = ServerAir.rise(of: found, carrying: Watts(kilowatts: 1))
    #expect(isClose(back.value, rise))
  }

  /// 3412 kW/(1.08 dT) in cubic feet a minute and degrees Fahrenheit.
  @Test func `at 20 degrees Fahrenheit a kilowatt takes 158 cubic feet a minute`() throws {
    let found = ServerAir.flow(carrying: Watts(kilowatts: 1), rise: KelvinDifference(20 / 1.8))
    #expect(abs(found.value / (try CubicMetersPerSecond("1 CFM")).value - 158) < 0.501)
  }

  /// The flow that EnergyPlus gives IT equipment, 0.0001 m3/s and watt: 212 cubic feet a minute and kilowatt.
  @Test func `212 cubic feet a minute and kilowatt warm by 8 K`() throws {
    let flow = CubicMetersPerSecond(0.1)
    #expect(abs(flow.value / (try CubicMetersPerSecond("1 CFM")).value - 212) < 0.501)
    #expect(abs(ServerAir.rise(of: flow, carrying: Watts(kilowatts: 1)).value - 8) < 0.501)
  }

  /// Flow in cubic feet a minute and kilowatt, and what is usual: 100 to 160 in 2005, 70 to 110 today.
  @Test(arguments: [
    (RoomAir.era2005, 100.0, 160.0, 0.15, 0.25), (.era2015, 100, 160, 0.05, 0.05),
    (.era2025, 70, 110, 0.02, 0.02),
  ])
  func `servers of a time move the air that was usual, and some of it goes round`(
    room: RoomAir, least: Double, greatest: Double, low: Double, high: Double
  ) throws {
    let flow = room.serverFlow(heat: Watts(kilowatts: 1))
    #expect((least...greatest).contains(flow.value / (try CubicMetersPerSecond("1 CFM")).value))
    #expect((low...high).contains(room.recirculation.value))
  }

  @Test func `thin air carries less heat`() {
    let high = ServerAir.flow(
      carrying: Watts(1000), rise: KelvinDifference(12),
      pressure: Psychrometrics.standardPressure(at: Meters(1650)))
    let low = ServerAir.flow(carrying: Watts(1000), rise: KelvinDifference(12))
    #expect(isClose(high / low, 101_325 / 83_011.068, relative: 1e-6))
  }

  @Test func `a tenth of recirculation and 12 K of servers warm the intake by 1.333 K`() {
    let room = RoomAir(recirculation: Fraction(0.1), serverRise: KelvinDifference(12))
    #expect(isClose(room.intakeRise.value, 4.0 / 3))
    #expect(isClose(room.supply(intake: Celsius(24)).value, 24 - 4.0 / 3))
    #expect(room.intake(supply: room.supply(intake: Celsius(24))) == Celsius(24))
  }

  @Test func `all streams of the room balance`() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let r = Double.random(in: 0...0.5, using: &generator)
      let room = RoomAir(
        recirculation: Fraction(r),
        serverRise: KelvinDifference(.random(in: 5...25, using: &generator)))
      let heat = Watts(.random(in: 1e3...1e6, using: &generator))
      let supply = Celsius(.random(in: 12...27, using: &generator))
      let servers = room.serverFlow(heat: heat)
      let flow = servers * Double.random(in: 1...2, using: &generator)
      let bypass = try #require(room.bypass(heat: heat, supplyFlow: flow)).value
      // Mass, and the two mixing equations of the model.
      #expect(isClose(flow.value * (1 - bypass), servers.value * (1 - r)))
      let exhaust = room.exhaust(supply: supply)
      let intake = room.intake(supply: supply)
      #expect(isClose(intake.value, (1 - r) * supply.value + r * exhaust.value))
      // The return mixes what bypassed with the exhaust that does not go round again.
      let mixed = bypass * supply.value + (1 - bypass) * exhaust.value
      #expect(isClose(mixed, (supply + ServerAir.rise(of: flow, carrying: heat)).value))
      #expect(isClose(room.supplyHeatIndex.value, r, absolute: 1e-12))
      #expect(isClose(room.supplyHeatIndex.value + room.returnHeatIndex.value, 1))
    }
  }

  @Test func `a supply smaller than the servers draw is not explained`() {
    let room = RoomAir(recirculation: Fraction(0.1), serverRise: KelvinDifference(12))
    let servers = room.serverFlow(heat: Watts(1000))
    #expect(room.bypass(heat: Watts(1000), supplyFlow: servers * 0.89) == nil)
    #expect(room.bypass(heat: Watts(1000), supplyFlow: servers * 0.9) == Fraction(0))
  }

  @Test func `a short supply makes servers breathe their own exhaust`() throws {
    let heat = Watts(kilowatts: 100)
    let rise = KelvinDifference(12)
    let servers = ServerAir.flow(carrying: heat, rise: rise)
    func room(_ share: Double, bypass: Double) -> RoomAir {
      RoomAir(heat: heat, supplyFlow: servers * share, bypass: Fraction(bypass), serverRise: rise)
    }
    #expect(room(1.2, bypass: 0).recirculation == .zero)
    #expect(isClose(room(1, bypass: 0.1).recirculation.value, 0.1))
    #expect(isClose(room(0.8, bypass: 0.1).recirculation.value, 0.28))
    // Flow and bypass fit each other again.
    let back = try #require(room(0.8, bypass: 0.1).bypass(heat: heat, supplyFlow: servers * 0.8))
    #expect(isClose(back.value, 0.1))
    // The supply must be the colder, the shorter it is.
    let (ample, short) = (room(1, bypass: 0.02), room(0.8, bypass: 0.02))
    #expect(short.supply(intake: Celsius(25)) < ample.supply(intake: Celsius(25)))
    #expect(isClose(short.returnTemperatureIndex(heat: heat, supplyFlow: servers * 0.8).value, 1.25))
  }
}
