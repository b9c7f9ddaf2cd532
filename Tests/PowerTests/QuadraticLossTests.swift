import Power
import Quantities
import TestSupport
import Testing

@Suite("Quadratic loss")
struct QuadraticLossTests {
  /// Efficiencies of the published levels, in per cent, at the loads the coefficients were fitted to.
  @Test(arguments: [
    (EfficiencyClass.bronze, [56.0, 71.0, 81.0, 85.0, 81.0]), (.silver, [59.6, 74.9, 85.0, 89.0, 85.0]),
    (.gold, [62.3, 77.9, 88.0, 92.0, 88.0]), (.platinum, [65.8, 80.6, 90.0, 94.0, 91.0]),
    (.titanium, [77.2, 88.8, 95.0, 95.8, 91.0]),
  ])
  func `a supply class has its published efficiencies`(kind: EfficiencyClass, percent: [Double]) {
    for (load, expected) in zip([0.05, 0.1, 0.2, 0.5, 1], percent) {
      #expect(isClose(kind.loss.efficiency(at: Fraction(load)).percent, expected, absolute: 0.06))
    }
  }

  @Test
  func `a supply of 2005 is 65 to 77 % efficient at 20 to 50 % load`() {
    for load in [0.2, 0.3, 0.4, 0.5] {
      let efficiency = EfficiencyClass.typical2005.loss.efficiency(at: Fraction(load)).percent
      #expect(efficiency > 65 && efficiency < 77)
    }
  }

  @Test(arguments: [
    (UPSClass.doubleConversion2005, [75.0, 86, 90, 91, 92]), (.deltaConversion, [85, 93, 96, 97, 97]),
    (.transformerless2015, [87, 94, 96, 96, 95.5]), (.siliconCarbide2025, [92, 96.5, 97.6, 97.5, 97]),
    (.ecoMode, [95, 98, 99, 99, 99]),
  ])
  func `a UPS class has its typical efficiencies`(kind: UPSClass, percent: [Double]) {
    for (load, expected) in zip([0.1, 0.25, 0.5, 0.75, 1], percent) {
      #expect(isClose(kind.loss.efficiency(at: Fraction(load)).percent, expected, absolute: 0.6))
    }
  }

  @Test
  func `output undoes input for every class, load and rating`() {
    var random = SeededGenerator(seed: 4)
    let losses = EfficiencyClass.all.map(\.loss) + UPSClass.all.map(\.loss) + [.none]
    for loss in losses {
      for _ in 0..<500 {
        let rating = Watts(Double.random(in: 10...1e6, using: &random))
        let output = rating * Double.random(in: 0...1.2, using: &random)
        let input = output + loss.loss(carrying: output, rating: rating)
        let back = loss.output(for: input, rating: rating)
        #expect(isClose(back.value, output.value, relative: 1e-9, absolute: 1e-9 * rating.value))
      }
    }
  }

  @Test
  func `an input below the loss at no load leaves nothing`() {
    #expect(EfficiencyClass.platinum.loss.output(for: Watts(22), rating: Watts(800)) == .zero)
  }

  @Test
  func `efficiency is zero without load and never one with it`() {
    for kind in EfficiencyClass.all {
      #expect(kind.loss.efficiency(at: .zero) == .zero)
      for step in 1...100 { #expect(kind.loss.efficiency(at: Fraction(Double(step) / 100)) < .one) }
    }
  }

  @Test(arguments: [
    (-0.01, 0.0, 0.0), (0, -1, 2), (0.6, -1.1, 0.6), (0.01, 0, -0.1), (0.01, -0.1, 0.1), (0, -0.01, 0),
    (.nan, 0, 0),
    (0, .infinity, 0),
  ])
  func `coefficients that would create power are refused`(a: Double, b: Double, c: Double) {
    #expect(throws: PowerProblem.self) { try QuadraticLoss(noLoad: a, proportional: b, square: c) }
  }

  @Test
  func `every built-in set passes the check that users' sets must pass`() throws {
    let eras = ElectricalEra.all.flatMap { [$0.rackPDU, $0.pdu, $0.switchgear, $0.transformer] }
    let parts = ComponentModel.whitePaper113.components.map(\.loss)
    for loss in EfficiencyClass.all.map(\.loss) + UPSClass.all.map(\.loss) + eras + parts {
      let checked = try QuadraticLoss(
        noLoad: loss.noLoad, proportional: loss.proportional, square: loss.square)
      #expect(checked == loss)
    }
  }
}
