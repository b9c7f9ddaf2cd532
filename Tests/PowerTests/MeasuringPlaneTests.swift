import Power
import Quantities
import TestSupport
import Testing

@Suite("Measuring planes")
struct MeasuringPlaneTests {
  static func tested() throws -> PowerSupplyBank {
    PowerSupplyBank(single: try PowerSupply(rating: Watts(750), efficiency: .platinum))
  }

  @Test(arguments: [PublishedCurve.r710, .r740, .sr665])
  func `taking a supply out and putting it back changes nothing`(published: PublishedCurve) throws {
    let wall = try published.curve()
    let direct = try wall.rebased(through: Self.tested(), to: .dc)
    #expect(direct.plane == .dc)
    let back = try direct.rebased(through: Self.tested(), to: .wall)
    for step in 0...100 {
      let load = Fraction(Double(step) / 100)
      #expect(isClose(back.draw(at: load).value, wall.draw(at: load).value, relative: 1e-9))
    }
  }

  @Test
  func `the loss taken out is the tested supply's at that load point`() throws {
    let wall = try PublishedCurve.r740.curve()
    let direct = try wall.rebased(through: Self.tested(), to: .dc)
    for level in 0...10 {
      let load = Fraction(Double(level) / 10)
      let loss = EfficiencyClass.platinum.loss.loss(carrying: direct.draw(at: load), rating: Watts(750))
      #expect(isClose((direct.draw(at: load) + loss).value, wall.draw(at: load).value))
    }
  }

  @Test
  func `a curve already on the wanted plane is left alone`() throws {
    let wall = try PublishedCurve.r740.curve()
    #expect(try wall.rebased(through: Self.tested(), to: .wall) == wall)
  }

  @Test
  func `a formula is carried over as a fine table`() throws {
    let wall = try PowerCurve(.squareRoot, idle: Watts(100), peak: Watts(400))
    let direct = try wall.rebased(through: Self.tested(), to: .dc)
    #expect(direct.table.segments == 256)
    #expect(isClose(try Self.tested().input(for: direct.draw(at: Fraction(0.25))).value, 250, relative: 1e-9))
  }

  @Test
  func `supplies too large to have been in the tested server are refused`() throws {
    let wrong = try PowerSupplyBank(PowerSupply(rating: Watts(2650), efficiency: .platinum), installed: 2)
    let wall = try PublishedCurve.r740.curve()
    #expect(throws: PowerProblem.self) { try wall.rebased(through: wrong, to: .dc) }
  }
}
