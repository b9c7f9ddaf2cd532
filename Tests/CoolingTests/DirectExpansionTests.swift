import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Compressor efficiency")
struct DirectExpansionTests {
  static let circuit = DirectExpansion(
    ratedCOP: COP(2.8), evaporatorApproach: KelvinDifference(8), condenserApproach: KelvinDifference(15),
    leastCondensing: Celsius(35), cyclingLoss: Fraction(0.15))

  @Test(
    arguments: [
      (15, 35, 2.8), (20, 35, 3.2249), (15, 20, 4.3), (15, 0, 4.3), (15, -40, 4.3), (15, 45, 2.27170),
    ] as [(Double, Double, Double)])
  func `the COP has its rated value and follows the lift`(
    supply: Double, outdoor: Double, expected: Double
  ) {
    let cop = DirectExpansionTests.circuit.cop(supply: Celsius(supply), outdoor: Celsius(outdoor))
    #expect(isClose(cop.value, expected, relative: 1e-4))
  }

  /// The electricity per heat a Liebert DX unit is published to take, relative to 34.9 °C, while its compressors run
  /// alone.
  @Test(arguments: [(21.0, 0.6723), (26.6, 0.7773), (32.1, 0.895), (34.9, 1.0)])
  func `the shape agrees with a published unit above 21 degrees`(outdoor: Double, expected: Double) {
    let circuit = DirectExpansionTests.circuit
    let rated = circuit.cop(supply: Celsius(15), outdoor: Celsius(34.9)).value
    let ratio = rated / circuit.cop(supply: Celsius(15), outdoor: Celsius(outdoor)).value
    #expect(isClose(ratio, expected, relative: 0.05))
  }

  @Test func `the COP never rises with outdoor temperature, nor falls with supply temperature`() {
    let circuit = DirectExpansionTests.circuit
    for supply in stride(from: 5.0, through: 35, by: 1) {
      var last = COP(.infinity)
      for outdoor in stride(from: -50.0, through: 60, by: 1) {
        let cop = circuit.cop(supply: Celsius(supply), outdoor: Celsius(outdoor))
        #expect(cop <= last && cop > COP(0))
        #expect(cop <= circuit.cop(supply: Celsius(supply + 1), outdoor: Celsius(outdoor)))
        last = cop
      }
    }
  }

  @Test(arguments: [(100.0, 35.7142857), (50, 19.3050193), (0, 0)])
  func `cycling costs up to 15 percent at low load`(coil: Double, expected: Double) {
    let electricity = DirectExpansionTests.circuit.electricity(
      coil: Watts(kilowatts: coil), capacity: Watts(kilowatts: 100), supply: Celsius(15),
      outdoor: Celsius(35))
    #expect(isClose(electricity.kilowatts, expected, relative: 1e-8))
  }

  @Test(
    arguments: [
      (10, 1.146), (12, 1.4468), (15, 2.0), (18, 2.6756), (20, 3.194), (22, 3.7668), (25, 4.728),
      (27, 5.4368),
      (5, 1.146), (40, 6.602),
    ] as [(Double, Double)])
  func `the curve of Moore et al. has its published values and is held at its ends`(
    supply: Double, expected: Double
  ) {
    #expect(isClose(MooreCOP.cop(supply: Celsius(supply)).value, expected, relative: 1e-12))
  }
}
