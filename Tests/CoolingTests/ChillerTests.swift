import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Chillers")
struct ChillerTests {
  static let megawatt = ElectricChiller(
    referenceCapacity: Watts(kilowatts: 1000), referenceCOP: COP(5.5), curves: .centrifugal)

  /// Derived from the published coefficients, to the digits given.
  @Test(
    arguments: [
      (6.67, 29.4, 1000, 1.00334, 0.99909, 0.99667, 181.507, 5.509),
      (6.67, 29.4, 500, 1.00334, 0.99909, 0.49833, 90.078, 5.551),
      (10, 24, 500, 1.12454, 0.84846, 0.44462, 78.744, 6.350),
    ] as [(Double, Double, Double, Double, Double, Double, Double, Double)])
  func `a centrifugal chiller has its published values`(
    leaving: Double, entering: Double, load: Double, capacity: Double, input: Double, share: Double,
    power: Double, cop: Double
  ) {
    let chiller = ChillerTests.megawatt
    let (leaving, entering) = (Celsius(leaving), Celsius(entering))
    let curves = chiller.curves
    #expect(abs(curves.capacity(leaving: leaving, entering: entering).value - capacity) < 5.1e-6)
    #expect(abs(curves.input(leaving: leaving, entering: entering).value - input) < 5.1e-6)
    let reading = chiller.reading(load: Watts(kilowatts: load), leaving: leaving, entering: entering)
    #expect(abs(reading.partLoadRatio.value - share) < 5.1e-6)
    #expect(abs(reading.electricity.kilowatts - power) < 5.1e-4)
    #expect(abs(load / reading.electricity.kilowatts - cop) < 5.1e-4)
    #expect(reading.running == .one && reading.falseLoad == .zero)
  }

  /// The regression over load and condenser water (°C) of N. Lei and E. Masanet (2020), Energy 201, 117556, whose machines in
  /// rooms of middle size fall 0 to 40 % short of it (2022), 20 % in the middle; 24 °C and the load of the line above.
  @Test func `chillers of 2015 have four fifths of the COP of large rooms`() throws {
    let (load, water) = (0.44462, 24.0)
    let regressed =
      16.798751 + 0.008840 * water * water - 8.528931 * load * load + 9.885294 * load - 0.760621 * water
      + 0.084615 * load * water
    let entry = try #require(PlantCatalog.entry(named: "chilled-water-2015"))
    let cop = try PlantContractTests.value(
      #require(entry.parameter(named: "cop")).standardText, of: #require(entry.parameter(named: "cop")))
    let chiller = ElectricChiller(
      referenceCapacity: Watts(kilowatts: 1000), referenceCOP: COP(cop), curves: .centrifugal)
    let reading = chiller.reading(load: Watts(kilowatts: 500), leaving: Celsius(10), entering: Celsius(water))
    #expect(isClose(500 / reading.electricity.kilowatts, 0.8 * regressed, relative: 0.01))
  }

  @Test func `below a fifth it bypasses hot gas, below a tenth it cycles`() {
    let (leaving, entering) = (Celsius(6.67), Celsius(29.4))
    let available = ChillerTests.megawatt.capacity(leaving: leaving, entering: entering)
    func at(_ share: Double) -> ElectricChiller.Reading {
      ChillerTests.megawatt.reading(load: available * share, leaving: leaving, entering: entering)
    }
    #expect(isClose(at(0.15).falseLoad.value, available.value * 0.05))
    #expect(isClose(at(0.12).electricity.value, at(0.2).electricity.value))
    #expect(isClose(at(0.05).running.value, 0.5))
    #expect(isClose(at(0.05).electricity.value, at(0.1).electricity.value / 2))
    #expect(isClose(at(0.05).falseLoad.value, available.value * 0.05))
    #expect(at(0).electricity == .zero && at(0).falseLoad == .zero)
  }

  @Test(arguments: [ChillerCurves.airCooledScrew, .airCooledVariableSpeed])
  func `air-cooled curves are one at their rating`(curves: ChillerCurves) {
    let (leaving, outdoor) = (Celsius(6 + 2.0 / 3), Celsius(35))
    #expect(isClose(curves.capacity(leaving: leaving, entering: outdoor).value, 1.00275, absolute: 1e-5))
    #expect(isClose(curves.input(leaving: leaving, entering: outdoor).value, 1.00030, absolute: 1e-5))
    #expect(isClose(curves.input(partLoad: .one).value, 1, relative: 0.01))
  }

  /// Weights and outdoor temperatures of AHRI 550/590.
  @Test(arguments: [(ChillerCurves.airCooledScrew, 2.9, 4.236), (.airCooledVariableSpeed, 3.3, 5.0)])
  func `the integrated part-load value is that of its time`(
    curves: ChillerCurves, cop: Double, expected: Double
  ) {
    let chiller = ElectricChiller(
      referenceCapacity: Watts(kilowatts: 500), referenceCOP: COP(cop), curves: curves)
    var sum = 0.0
    for (weight, share, fahrenheit) in [
      (0.01, 1.0, 95.0), (0.42, 0.75, 80), (0.45, 0.5, 65), (0.12, 0.25, 55),
    ] {
      let load = Watts(kilowatts: 500 * share)
      let reading = chiller.reading(
        load: load, leaving: Celsius((44 - 32) / 1.8), entering: Celsius((fahrenheit - 32) / 1.8))
      sum += weight * (load / reading.electricity)
    }
    #expect(isClose(sum, expected, absolute: 1e-3))
  }

  @Test(arguments: [ChillerCurves.centrifugal, .airCooledScrew, .airCooledVariableSpeed])
  func `a warmer sink never helps`(curves: ChillerCurves) {
    let chiller = ElectricChiller(
      referenceCapacity: Watts(kilowatts: 1000), referenceCOP: COP(5), curves: curves)
    for leaving in [5.0, 7, 10] {
      for share in [0.1, 0.3, 0.5] {
        var last = Watts.zero
        // Where it only cycles, the power follows available capacity, which falls beyond the published 35 degrees.
        for entering in stride(from: -20.0, through: share < 0.3 ? 35 : 45, by: 0.5) {
          let reading = chiller.reading(
            load: Watts(kilowatts: 1000 * share), leaving: Celsius(leaving), entering: Celsius(entering))
          #expect(reading.electricity >= last)
          last = reading.electricity
        }
      }
    }
  }

  @Test func `a bank runs as many as take least`() {
    let one = ElectricChiller(
      referenceCapacity: Watts(kilowatts: 500), referenceCOP: COP(5.5), curves: .centrifugal)
    let bank = ChillerBank(chiller: one, count: 3)
    let (leaving, entering) = (Celsius(6.67), Celsius(29.4))
    func at(_ kilowatts: Double) -> ChillerBank.Reading {
      bank.reading(load: Watts(kilowatts: kilowatts), leaving: leaving, entering: entering)
    }
    #expect(at(0).running == 0 && at(0).electricity == .zero)
    #expect(at(200).running == 1)
    #expect(at(1500).running == 3)
    #expect(at(2000).served < Watts(kilowatts: 1510))
    var last = Watts.zero
    for load in stride(from: 1.0, through: 1500, by: 7) {
      let reading = at(load)
      #expect(reading.electricity >= last && reading.served == Watts(kilowatts: load))
      for running in 1...3 where load / Double(running) <= 501 {
        let other = one.reading(
          load: Watts(kilowatts: load / Double(running)), leaving: leaving, entering: entering)
        #expect(reading.electricity.value <= other.electricity.value * Double(running) * (1 + 1e-12))
      }
      last = reading.electricity
    }
  }
}
