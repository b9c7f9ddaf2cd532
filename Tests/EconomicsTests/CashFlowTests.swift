import Economics
import Quantities
import TestSupport
import Testing

@Suite("Cash flow")
struct CashFlowTests {
  static func flow(_ amounts: Double...) -> CashFlow { CashFlow(amounts.map { Money($0, .usd) }) }
  static let project = flow(-500_000, 180_000, 180_000, 180_000, 180_000, 180_000)

  @Test func `net present value of the example`() {
    let value = CashFlowTests.project.netPresentValue(at: Fraction(percent: 8))
    #expect(abs(value.amount - 218_687.81) < 0.005)
  }

  @Test func `simple payback of the example is 2.778 years`() throws {
    let payback = try #require(CashFlowTests.project.payback())
    #expect(abs(payback.years - 2.778) < 0.0005)
  }

  @Test(arguments: [
    flow(-500_000, 180_000, 180_000, 180_000, 180_000, 180_000), flow(-100, 110), flow(-100, 30, 30, 30),
    flow(-1000, 0, 0, 5000), flow(-1, 5000), flow(-1_000_000, 500_000, 400_000, 300_000, 100_000),
  ])
  func `net present value at the internal rate of return is nothing`(flow: CashFlow) throws {
    let rate = try #require(flow.internalRateOfReturn())
    #expect(abs(flow.netPresentValue(at: rate).amount) < 0.01)
  }

  @Test func `internal rate of return of a one-year loan is its interest`() throws {
    let rate = try #require(CashFlowTests.flow(-100, 110).internalRateOfReturn())
    #expect(isClose(rate.value, 0.1, relative: 1e-12))
  }

  @Test func `a project that loses money has a negative internal rate of return`() throws {
    let rate = try #require(CashFlowTests.flow(-100, 30, 30, 30).internalRateOfReturn())
    #expect(rate.value < 0)
  }

  @Test func `a flow that only costs has neither a rate of return nor a payback`() {
    let flow = CashFlowTests.flow(-100, -10, -20)
    #expect(flow.internalRateOfReturn() == nil)
    #expect(flow.payback() == nil)
  }

  @Test func `discounted payback is later than simple payback`() throws {
    let simple = try #require(CashFlowTests.project.payback())
    let discounted = try #require(CashFlowTests.project.discountedPayback(at: Fraction(percent: 8)))
    #expect(discounted > simple)
    #expect(CashFlowTests.project.discountedPayback(at: .zero) == simple)
  }

  @Test func `a flow that starts with money is paid back at once`() {
    #expect(CashFlowTests.flow(10, -3).payback() == .zero)
  }
}
