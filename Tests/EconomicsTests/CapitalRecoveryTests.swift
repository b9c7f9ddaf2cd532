import Economics
import Quantities
import Testing

@Suite("Capital recovery")
struct CapitalRecoveryTests {
  @Test(
    arguments: [(7.0, 15.0, 0.109795), (7, 3, 0.381052), (5, 10, 0.129505), (8, 5, 0.250456)])
  func `factor matches the tables`(percent: Double, years: Double, expected: Double) {
    let factor = CapitalRecovery(rate: Fraction(percent: percent), life: Seconds.year * years).factor
    #expect(abs(factor.value - expected) < 5e-7)
  }
}
