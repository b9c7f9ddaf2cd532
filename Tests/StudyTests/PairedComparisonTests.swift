import EventEngine
import Quantities
import Study
import TestSupport
import Testing

@Suite("Paired comparison")
struct PairedComparisonTests {
  @Test func `the mean and the interval are those of Student's t`() {
    let measured = Measured([1, 2, 3])
    #expect(measured.mean == 2)
    #expect(isClose(measured.halfWidth ?? 0, 2.4841, relative: 1e-4))
    #expect(Measured([5]).halfWidth == nil)
    #expect(Measured([4, 4, 4]).halfWidth == 0)
  }

  @Test func `what both layouts share falls out of the difference`() {
    // The same weather moves both layouts by the same amount; the saving is 10 each time.
    let weather = [100.0, 140, 90, 120, 160]
    let comparison = PairedComparison(of: weather.map { $0 - 10 }, with: weather)
    #expect(isClose(comparison.difference.mean, 10))
    #expect(isClose(comparison.difference.halfWidth ?? 1, 0, absolute: 1e-12))
    #expect((comparison.value.halfWidth ?? 0) > 30)
  }

  @Test func `savings are a share of the first layout's, replication by replication`() {
    let comparison = PairedComparison(of: [50, 30], with: [100, 40])
    #expect(isClose(comparison.savings?.mean ?? 0, (0.5 + 0.25) / 2))
    #expect(PairedComparison(of: [1, 1], with: [0, 2]).savings == nil)
  }
}
