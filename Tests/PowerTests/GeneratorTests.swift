import Power
import Quantities
import TestSupport
import Testing

@Suite("Standby generator and supply voltage")
struct GeneratorTests {
  static let hour = Seconds(3600)

  @Test(arguments: [50.0, 100, 1000, 2500])
  func `at three quarters of its load a generator burns 0.26 to 0.28 litres a kilowatt-hour`(
    kilowatts: Double
  ) throws {
    let set = try Generator(rating: Watts(kilowatts: kilowatts))
    let load = set.rating * 0.75
    let specific =
      set.fuel(carrying: load, over: Self.hour).value / load.energy(over: Self.hour).kilowattHours
    #expect(specific > 0.26 && specific < 0.28)
  }

  @Test
  func `a 1 MW set at 75 % burns 206.5 litres an hour, and light load costs more a kilowatt-hour`() throws {
    let set = try Generator(rating: Watts(kilowatts: 1000))
    let fuel = { (load: Double) in set.fuel(carrying: set.rating * load, over: Self.hour).value }
    #expect(isClose(fuel(0.75), 206.5))
    var last = 0.0
    for percent in stride(from: 100, through: 5, by: -5) {
      let load = Double(percent) / 100
      #expect(fuel(load) / load > last)
      last = fuel(load) / load
    }
    #expect(fuel(0) > 0)
  }

  @Test
  func `standing by takes 0.3 % of the rating, and a year of tests six hours`() throws {
    let set = try Generator(rating: Watts(kilowatts: 500))
    #expect(isClose(set.standby.value, 1500))
    #expect(isClose(set.yearlyTestEnergy.kilowattHours, 150 * 6))
    #expect(isClose(set.yearlyTestFuel.value, (0.019 + 0.25 * 0.3) * 500 * 6))
    #expect(Generator.start == Seconds(10))
  }

  @Test(arguments: [
    (0.0, 0.003, 1800.0, 0.3), (1e5, -0.1, 1800, 0.3), (1e5, 0.003, -1, 0.3), (1e5, 0.003, 1800, 1.1),
    (.nan, 0.003, 1800, 0.3), (1e5, 0.003, .infinity, 0.3),
  ])
  func `a generator that cannot be is refused`(rating: Double, standby: Double, test: Double, load: Double) {
    #expect(throws: PowerProblem.self) {
      try Generator(
        rating: Watts(rating), standbyShare: Fraction(standby), testDuration: Seconds(test),
        testLoad: Fraction(load))
    }
  }

  @Test(arguments: [(ElectricalEra.era2005, 28.91), (.era2015, 28.32), (.era2025, 14.05)])
  func `10 kW are so many amperes in each phase`(era: ElectricalEra, amperes: Double) {
    #expect(isClose(era.current(for: Watts(kilowatts: 10)).value, amperes, absolute: 0.01))
    #expect(era.powerFactor >= Fraction(0.95) && era.powerFactor <= .one)
  }
}
