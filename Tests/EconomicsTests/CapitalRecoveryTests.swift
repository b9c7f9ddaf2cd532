import Economics
import Quantities
import TestSupport
import Testing

@Suite("Capital recovery")
struct CapitalRecoveryTests {
  @Test(arguments: [(7.0, 15.0, 0.109795), (7, 3, 0.381052), (5, 10, 0.129505), (8, 5, 0.250456)])
  func `factor matches the tables`(percent: Double, years: Double, expected: Double) {
    let factor = CapitalRecovery(rate: Fraction(percent: percent), life: Seconds.year * years).factor
    #expect(abs(factor.value - expected) < 5e-7)
  }

  @Test func `money without a cost is paid back in even parts`() {
    #expect(CapitalRecovery(rate: .zero, life: Seconds.year * 4).factor == Fraction(0.25))
  }

  @Test func `a tiny rate is almost no rate`() {
    let factor = CapitalRecovery(rate: Fraction(1e-12), life: Seconds.year * 4).factor
    #expect(isClose(factor.value, 0.25 * (1 + 2.5e-12), relative: 1e-14))
  }

  @Test(arguments: [0.0, 0.01, 0.05, 0.08, 0.2, 1.5], [1.0, 3, 10, 40])
  func `the payments are worth the purchase today`(rate: Double, years: Double) {
    let yearly = CapitalRecovery(rate: Fraction(rate), life: Seconds.year * years)
      .yearly(of: Money(100_000, .usd))
    let flow = CashFlow([Money(-100_000, .usd)] + [Money](repeating: yearly, count: Int(years)))
    #expect(abs(flow.netPresentValue(at: Fraction(rate)).amount) < 1e-3)
  }

  @Test func `dearer money costs more each year and a longer life less`() {
    for (low, high) in zip([0.0, 0.02, 0.1], [0.02, 0.1, 0.5]) {
      for (short, long) in zip([1.0, 3, 8], [3.0, 8, 20]) {
        let cheap = CapitalRecovery(rate: Fraction(low), life: Seconds.year * short).factor
        #expect(cheap < CapitalRecovery(rate: Fraction(high), life: Seconds.year * short).factor)
        #expect(cheap > CapitalRecovery(rate: Fraction(low), life: Seconds.year * long).factor)
      }
    }
  }
}
