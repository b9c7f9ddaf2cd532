import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Fan laws")
struct FanLawTests {
  static let laws: [FanLaw] = [
    .fixedSpeed, .cube(leastFlow: Fraction(0.3)), .heldPressure(leastFlow: Fraction(0.3)),
    .electronicallyCommutated,
  ]

  @Test(arguments: [(1.0, 1.0), (0.6, 0.216), (0.5, 0.125), (0.3, 0.027), (0.1, 0.027), (0, 0.027), (2, 1)])
  func `the cube law holds down to the least flow`(flow: Double, expected: Double) {
    let law = FanLaw.cube(leastFlow: Fraction(0.3))
    #expect(isClose(law.power(asked: Fraction(flow)).value, expected, relative: 1e-12))
  }

  @Test(arguments: [
    (1.0, 1.00235737), (0.8, 0.5196568584), (0.6, 0.3238925228), (0.05, 0.131626123), (0, 0.131626123),
  ])
  func `the plug fan follows its published curve`(flow: Double, expected: Double) {
    let power = FanLaw.electronicallyCommutated.power(asked: Fraction(flow)).value
    #expect(isClose(power, expected, relative: 1e-6))
  }

  @Test(arguments: [(1.0, 0.9991), (0.6, 0.4101592), (0.5, 0.299975), (0.3, 0.1282594), (0, 0.1282594)])
  func `a fan that holds a pressure follows its published curve down to the least flow`(
    flow: Double, expected: Double
  ) {
    let power = FanLaw.heldPressure(leastFlow: Fraction(0.3)).power(asked: Fraction(flow)).value
    #expect(isClose(power, expected, relative: 1e-12))
  }

  /// Two published curves of real fans, one for a held pressure and one of a plug fan with its motor, agree at half flow;
  /// the cube law has less than half of that.
  @Test func `real fans take 30 percent at half flow`() {
    let half = Fraction(0.5)
    let held = FanLaw.heldPressure(leastFlow: .zero).power(asked: half)
    let plug = FanLaw.electronicallyCommutated.power(asked: half)
    #expect(isClose(held / plug, 1, absolute: 0.04))
    #expect(FanLaw.cube(leastFlow: .zero).power(asked: half) < held / 2)
  }

  @Test func `a fixed-speed fan knows one flow and one power`() {
    #expect(FanLaw.fixedSpeed.power(asked: Fraction(0.1)) == .one)
    #expect(FanLaw.fixedSpeed.flow(asked: Fraction(0.1)) == .one)
  }

  @Test(arguments: laws)
  func `power never falls as flow rises`(law: FanLaw) {
    var last = Fraction(0)
    for step in 0...1000 {
      let power = law.power(asked: Fraction(Double(step) / 1000))
      #expect(power >= last)
      last = power
    }
  }

  @Test func `486 Pa at 8.5 m3/s and 70 percent take 5.9 kW`() {
    let rating = FanRating(flow: CubicMetersPerSecond(8.5), pressure: Pascals(486), efficiency: Fraction(0.7))
    #expect(isClose(rating.power.kilowatts, 5.9, relative: 0.001))
  }
}
