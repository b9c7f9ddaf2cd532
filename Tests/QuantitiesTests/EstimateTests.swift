import Quantities
import Testing

@Suite("Estimates")
struct EstimateTests {
  @Test func `a range holds its ends and nothing beyond`() throws {
    let estimate = Estimate(Watts(3), in: Watts(2)...Watts(5), source: "label", confidence: .published)
    let range = try #require(estimate.range)
    #expect(range.lowest == Watts(2) && range.highest == Watts(5))
    #expect(range.contains(Watts(2)) && range.contains(Watts(5)))
    #expect(!range.contains(Watts(1.9)) && !range.contains(Watts(5.1)))
  }

  @Test func `what is exact has a range of one value, what is unknown has none`() {
    let exact = Estimate(exactly: Watts(3), source: "definition", confidence: .derived)
    #expect(exact.range?.lowest == Watts(3) && exact.range?.highest == Watts(3))
    #expect(Estimate(Watts(3), source: "label", confidence: .published).range == nil)
  }

  @Test func `money has a range although it has no order`() {
    let price = Estimate(
      Money(5000, .usd), from: Money(4000, .usd), to: Money(7000, .usd), source: "price list",
      confidence: .memoryMedium)
    #expect(price.range?.lowest == Money(4000, .usd))
    #expect(price.range?.highest == Money(7000, .usd))
  }

  @Test func `a value outside its range is a mistake of the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Estimate(Watts(6), in: Watts(2)...Watts(5), source: "label", confidence: .published)
    }
  }

  @Test func `grades of confidence keep the names that files use`() {
    let names = ["published", "derived", "memory-high", "memory-medium", "memory-low", "judgement"]
    #expect(Confidence.allCases.map(\.rawValue) == names)
    #expect(Set(Confidence.allCases.map(\.meaning)).count == names.count)
  }
}
