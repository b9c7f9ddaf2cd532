import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Loss of cooling")
struct TransientTests {
  static let lumps = ThermalLumps(
    air: JoulesPerKelvin(8000), mass: JoulesPerKelvin(100_000), coupling: WattsPerKelvin(150))
  static let heat = Watts(kilowatts: 5)

  @Test(arguments: [(30.0, 14.40), (60, 22.88), (180, 36.16)])
  func `5 kW warm the air as the closed form says`(seconds: Double, expected: Double) {
    let rise = TransientTests.lumps.airRise(heat: TransientTests.heat, after: Seconds(seconds))
    #expect(abs(rise.value - expected) < 0.00501)
  }

  @Test func `the time constant is 49.4 s`() {
    #expect(abs(TransientTests.lumps.timeConstant.value - 49.4) < 0.05)
  }

  @Test(arguments: [5.0, 1, 0.5])
  func `explicit integration at 180 s gives 36.165 K`(step: Double) {
    let end = TransientTests.lumps.integrate(
      ThermalLumps.State(settledAt: Celsius(20)), for: Seconds(180), step: Seconds(step)
    ) { _, _ in TransientTests.heat }
    #expect(abs(end.air.value - 56.165) < 1e-3)
    let exact = TransientTests.lumps.airRise(heat: TransientTests.heat, after: Seconds(180))
    #expect(abs(end.air.value - 20 - exact.value) < 1e-4)
  }

  @Test func `a rack of 5 kW with its standard lumps rises 15.9 K in three minutes`() {
    #expect(
      abs(ThermalLumps.rack.airRise(heat: Watts(kilowatts: 5), after: Seconds(180)).value - 15.9) < 0.05)
  }

  @Test func `air alone warms first, then air and metal together`() {
    let lumps = TransientTests.lumps
    #expect(
      isClose(lumps.airRise(heat: TransientTests.heat, after: Seconds(1e-3)).value, 5e-3 / 8, relative: 1e-4))
    let late =
      lumps.airRise(heat: TransientTests.heat, after: Seconds(2001))
      - lumps.airRise(heat: TransientTests.heat, after: Seconds(2000))
    #expect(isClose(late.value, 5000.0 / 108_000, relative: 1e-9))
  }

  @Test func `energy is kept, and steps may be cut anywhere`() {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<300 {
      let lumps = ThermalLumps(
        air: JoulesPerKelvin(.random(in: 1e3...1e5, using: &generator)),
        mass: JoulesPerKelvin(.random(in: 1e4...1e6, using: &generator)),
        coupling: WattsPerKelvin(.random(in: 50...1000, using: &generator)))
      let start = ThermalLumps.State(
        air: Celsius(.random(in: 15...40, using: &generator)),
        mass: Celsius(.random(in: 15...40, using: &generator)))
      let heat = Watts(.random(in: -5e3...2e4, using: &generator))
      let (one, two) = (
        Double.random(in: 1...500, using: &generator), Double.random(in: 1...500, using: &generator)
      )
      let end = lumps.advance(start, heat: heat, for: Seconds(one + two))
      let stored =
        lumps.air.value * (end.air - start.air).value + lumps.mass.value * (end.mass - start.mass).value
      #expect(isClose(stored, heat.value * (one + two), relative: 1e-9, absolute: 1e-3))
      let cut = lumps.advance(
        lumps.advance(start, heat: heat, for: Seconds(one)), heat: heat, for: Seconds(two))
      #expect(abs((cut.air - end.air).value) < 1e-9 && abs((cut.mass - end.mass).value) < 1e-9)
    }
  }

  @Test func `the time to a limit is when the air is there, sooner with more heat`() {
    var last = Seconds(.infinity)
    for kilowatts in stride(from: 1.0, through: 30, by: 1) {
      let outage = CoolingOutage(heat: Watts(kilowatts: kilowatts), start: Celsius(24))
      let time = outage.time()
      #expect(isClose(outage.air(after: time).value, 45, absolute: 1e-6))
      #expect(time < last && outage.time(toReach: CoolingOutage.warning) < time)
      last = time
    }
    #expect(CoolingOutage(heat: Watts(1000), start: Celsius(50)).time() == .zero)
  }

  /// Reports from the field: three minutes for 5 kW a rack, one for 10 kW, to limits they do not name.
  @Test(arguments: [(5.0, 39.3, 392.8), (10, 11.6, 34.8)])
  func `a rack warns within a minute and shuts down within seven`(
    kilowatts: Double, warning: Double, shutdown: Double
  ) {
    let outage = CoolingOutage(heat: Watts(kilowatts: kilowatts), start: Celsius(24))
    #expect(abs(outage.time(toReach: CoolingOutage.warning).value - warning) < 0.05)
    #expect(abs(outage.time().value - shutdown) < 0.05)
  }

  /// 40 degrees, the lower end of what servers shut down at: three minutes for 5 kW, a third of one for 10 kW.
  @Test(arguments: [(5.0, 184.9), (10, 20.2)])
  func `5 kW are at 40 degrees after three minutes`(kilowatts: Double, seconds: Double) {
    let outage = CoolingOutage(heat: Watts(kilowatts: kilowatts), start: Celsius(24))
    #expect(abs(outage.time(toReach: Celsius(40)).value - seconds) < 0.0501)
  }

  @Test func `stored water puts the trip off by its ride-through`() {
    let buffer = ChilledWaterBuffer(volume: Liters(10_000), usableRise: KelvinDifference(6))
    let time = buffer.rideThrough(heat: Watts(kilowatts: 500))
    #expect(abs(time.value - 502.8) < 0.05)
    let bare = CoolingOutage(heat: Watts(kilowatts: 5), start: Celsius(24))
    let stored = CoolingOutage(heat: Watts(kilowatts: 5), start: Celsius(24), rideThrough: time)
    #expect(isClose((stored.time() - bare.time()).value, time.value))
    #expect(stored.air(after: Seconds(500)) == Celsius(24))
    #expect(stored.isSurvived(restart: Seconds(minutes: 10)))
    #expect(!bare.isSurvived(restart: Seconds(minutes: 10)))
  }

  @Test func `heat that falls as the air warms settles where it vanishes`() {
    let end = ThermalLumps.rack.integrate(
      ThermalLumps.State(settledAt: Celsius(20)), for: Seconds(hours: 4), step: Seconds(1)
    ) { _, air in Watts(200 * (45 - air.value)) }
    #expect(abs(end.air.value - 45) < 0.01 && abs(end.mass.value - 45) < 0.01)
  }
}
