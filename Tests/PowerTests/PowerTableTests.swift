import Power
import Quantities
import TestSupport
import Testing

@Suite("Power table")
struct PowerTableTests {
  @Test(arguments: PublishedCurve.all)
  func `the table of a measured curve is the curve`(published: PublishedCurve) throws {
    let curve = try published.curve()
    let table = curve.table
    #expect(table.segments == 10)
    #expect(table.maximumError == .zero)
    #expect(table.slope[10] == 0)
    for level in 0...10 { #expect(table.watts(at: Double(level) / 10) == published.watts[level]) }
    var random = SeededGenerator(seed: 1)
    for _ in 0..<1000 {
      let load = Double.random(in: 0...1, using: &random)
      #expect(table.watts(at: load) == curve.draw(at: Fraction(load)).value)
    }
  }

  @Test(arguments: PowerCurveTests.formulas)
  func `the table of a formula is within its stated error`(formula: PowerCurve.Formula) throws {
    let curve = try PowerCurve(formula, idle: Watts(100), peak: Watts(300))
    let table = curve.table
    #expect(table.segments == 256)
    var random = SeededGenerator(seed: 2)
    for _ in 0..<10_000 {
      let load = Double.random(in: 0...1, using: &random)
      let error = abs(table.watts(at: load) - curve.draw(at: Fraction(load)).value)
      #expect(error <= table.maximumError.value * 1.02 + 1e-9)
    }
  }

  /// As shares of the range from idle to peak. The root is worst in the first segment: sqrt(1/256) / 4.
  @Test(arguments: [
    (PowerCurve.Formula.linear, 1e-15), (.squareRoot, 1.0 / 64), (.square, 4e-6), (.cubic, 1.2e-5),
    (.fan(exponent: 1.14), 3e-4), (.fan(exponent: 2), 4e-6),
  ])
  func `the stated error of a formula is small`(formula: PowerCurve.Formula, share: Double) throws {
    let table = try PowerCurve(formula, idle: Watts(0), peak: Watts(1)).table
    #expect(table.maximumError.value <= share)
  }

  @Test
  func `utilizations outside of the range are clamped`() throws {
    let table = try PublishedCurve.dl380G4.curve().table
    #expect(table.watts(at: -0.5) == 226)
    #expect(table.watts(at: 1.5) == 394)
    #expect(table.watts(at: .infinity) == 394)
  }

  @Test
  func `a block gives what its samples give one by one`() throws {
    let table = try PublishedCurve.sr665.curve().table
    var random = SeededGenerator(seed: 3)
    let loads = (0..<577).map { _ in Double.random(in: -0.1...1.1, using: &random) } + [0, 1, 0.1, 0.3, 0.7]
    var watts = [Double](repeating: 0, count: loads.count)
    loads.withUnsafeBufferPointer { source in
      watts.withUnsafeMutableBufferPointer { table.evaluate(utilizations: source, into: $0) }
    }
    #expect(watts == loads.map { table.watts(at: $0) })

    let singles = loads.map { Float($0) }
    var singleWatts = [Float](repeating: 0, count: loads.count)
    singles.withUnsafeBufferPointer { source in
      singleWatts.withUnsafeMutableBufferPointer { table.evaluate(utilizations: source, into: $0) }
    }
    #expect(singleWatts == singles.map { Float(table.watts(at: Double($0))) })
  }

  @Test
  func `a table can be made of any power`() throws {
    let bank = PowerSupplyBank(single: try PowerSupply(rating: Watts(800), efficiency: .platinum))
    let curve = try PublishedCurve.sr665.curve()
    // A multiple of ten puts the curve's kinks on the table's points.
    let table = PowerTable(segments: 250) { bank.input(for: curve.draw(at: $0)) }
    #expect(table.watts(at: 1) == bank.input(for: Watts(454)).value)
    #expect(table.maximumError > .zero && table.maximumError < Watts(0.01))
  }
}
