import Power
import Quantities
import TestSupport
import Testing

@Suite("Power ratings")
struct PowerRatingsTests {
  static let ratings = PowerRatings(nameplate: Watts(575), vendorTool: Watts(430), measured: Watts(345))

  @Test(arguments: [
    (PowerRatings.Kind.nameplate, 575.0, 230.0), (.derated, 385.25, 40.25), (.vendorTool, 430, 85),
    (.measured, 345, 0),
  ])
  func `each figure strands what it reserves beyond the measured peak`(
    kind: PowerRatings.Kind, power: Double, stranded: Double
  ) throws {
    #expect(isClose(try #require(Self.ratings.power(kind)).value, power))
    #expect(isClose(try #require(Self.ratings.stranded(sizedBy: kind)).value, stranded, absolute: 1e-9))
  }

  @Test
  func `what is not known strands nothing that could be said`() {
    let label = PowerRatings(nameplate: Watts(575))
    for kind in PowerRatings.Kind.allCases { #expect(label.stranded(sizedBy: kind) == nil) }
  }
}
