import Power
import Quantities
import TestSupport
import Testing

@Suite("Power ratings")
struct PowerRatingsTests {
  static let ratings = PowerRatings(
    nameplate: Watts(575), vendorTool: Watts(430), planned: Watts(360), measured: Watts(345))

  @Test(arguments: [
    (PowerRatings.Kind.nameplate, 575.0, 230.0), (.derated, 385.25, 40.25), (.vendorTool, 430, 85),
    (.planned, 360, 15), (.measured, 345, 0),
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

  static let hundred = ratings * 100
  static let peak = Watts(24_840)

  @Test(arguments: [
    (PowerRatings.Kind.nameplate, 32.66, 0.568), (.derated, 13.685, 0.3552), (.vendorTool, 18.16, 0.4223),
    (.planned, 11.16, 0.31), (.measured, 9.66, 0.28),
  ])
  func `whatever sized the plant strands what the group never drew`(
    kind: PowerRatings.Kind, kilowatts: Double, share: Double
  ) throws {
    let sizing = try PlantSizing(for: Self.hundred, by: kind, peak: Self.peak)
    #expect(isClose(try #require(sizing.stranded).kilowatts, kilowatts))
    #expect(isClose(try #require(sizing.strandedShare).value, share, absolute: 0.0005))
  }

  @Test
  func `a large group peaks at 72 % of its members' peaks`() throws {
    let members = try #require(Self.hundred.measured)
    #expect(isClose((members * PlantSizing.largeGroupShare).value, Self.peak.value))
  }

  @Test(arguments: [
    (60.0, PowerRatings.Kind.nameplate), (40, .derated), (42, .vendorTool), (30, .measured), (0, .measured),
  ])
  func `the figure nearest to a standing plant sized it`(kilowatts: Double, kind: PowerRatings.Kind) {
    let sizing = PlantSizing(for: Self.hundred, standing: Watts(kilowatts: kilowatts), peak: Self.peak)
    #expect(sizing.sizedBy == kind)
    #expect(isClose(sizing.stranded?.kilowatts ?? .nan, kilowatts - 24.84, absolute: 1e-9))
  }

  @Test
  func `all figures stand side by side, and those not known are left out`() throws {
    #expect(
      try PlantSizing(for: Self.hundred, by: .nameplate).alternatives.map(\.sizedBy)
        == PowerRatings.Kind.allCases)
    let label = PowerRatings(nameplate: Watts(575))
    #expect(try PlantSizing(for: label, by: .derated).alternatives.map(\.sizedBy) == [.nameplate, .derated])
    #expect(try PlantSizing(for: label, by: .derated).stranded == nil)
    #expect(throws: PowerProblem.self) { try PlantSizing(for: label, by: .measured) }
  }

  @Test
  func `figures add up, and one that lacks a figure takes it from the sum`() {
    let other = PowerRatings(nameplate: Watts(1000), derating: Fraction(0.6), measured: Watts(500))
    let sum = Self.ratings + other
    #expect(sum.nameplate == Watts(1575))
    #expect(isClose(sum.derated.value, 385.25 + 600))
    #expect(sum.vendorTool == nil)
    #expect(sum.measured == Watts(845))
    #expect(Self.ratings * 2 == Self.ratings + Self.ratings)
  }
}
