import Power
import Quantities
import TestSupport
import Testing

@Suite("Power curve")
struct PowerCurveTests {
  static let formulas: [PowerCurve.Formula] = [
    .linear, .squareRoot, .square, .cubic, .fan(exponent: 1), .fan(exponent: 1.14), .fan(exponent: 2),
  ]

  @Test(arguments: PublishedCurve.all)
  func `a measured curve gives back its eleven points exactly`(published: PublishedCurve) throws {
    let curve = try published.curve()
    for level in 0...10 {
      #expect(curve.draw(at: Fraction(Double(level) / 10)) == Watts(published.watts[level]))
    }
    #expect(curve.idle == Watts(published.watts[0]))
    #expect(curve.peak == Watts(published.watts[10]))
  }

  /// The values of CloudSim's unit test of the same server.
  @Test(arguments: [(0, 58.4), (0.02, 66.32), (0.5, 140), (0.87, 200.2), (1, 222)])
  func `the x3550 M3 draws what CloudSim computes for it`(utilization: Double, watts: Double) throws {
    let curve = try PublishedCurve.x3550M3.curve()
    #expect(isClose(curve.draw(at: Fraction(utilization)).value, watts, relative: 1e-14))
  }

  @Test(arguments: [(86_400.0, 2419.2), (86_100.0, 2410.8)])
  func `eight hundred hosts at full power use the published energy of a day`(seconds: Double, kWh: Double)
    throws
  {
    let full = Fraction.one
    let pair =
      try PublishedCurve.ml110G4.curve().draw(at: full) + PublishedCurve.ml110G5.curve().draw(at: full)
    let energy = (pair * 400).energy(over: Seconds(seconds))
    #expect(isClose(energy.kilowattHours, kWh, relative: 1e-12))
  }

  @Test(arguments: formulas)
  func `a formula runs from idle to peak and never falls`(formula: PowerCurve.Formula) throws {
    let curve = try PowerCurve(formula, idle: Watts(100), peak: Watts(300))
    #expect(curve.draw(at: .zero) == Watts(100))
    #expect(curve.draw(at: .one) == Watts(300))
    var last = curve.idle
    for step in 1...1000 {
      let now = curve.draw(at: Fraction(Double(step) / 1000))
      #expect(now >= last)
      last = now
    }
  }

  @Test(arguments: [
    (PowerCurve.Formula.linear, 150.0), (.squareRoot, 200), (.square, 112.5), (.cubic, 103.125),
    (.fan(exponent: 1), 150), (.fan(exponent: 2), 187.5),
  ])
  func `a quarter of load gives the value of the formula`(formula: PowerCurve.Formula, watts: Double) throws {
    let curve = try PowerCurve(formula, idle: Watts(100), peak: Watts(300))
    #expect(curve.draw(at: Fraction(0.25)) == Watts(watts))
  }

  @Test
  func `a straight line is wrong by a quarter where a modern server is consolidated`() throws {
    let curve = try PublishedCurve.r740.curve()
    let line = try PowerCurve(.linear, idle: curve.idle, peak: curve.peak)
    let tenth = Fraction(0.1)
    let error = 1 - line.draw(at: tenth) / curve.draw(at: tenth)
    #expect(error > 0.2 && error < 0.25)
  }

  @Test(arguments: [[], [100.0], Array(repeating: 100.0, count: 12)])
  func `another number of points than eleven is refused`(points: [Double]) {
    #expect(throws: PowerProblem.self) { try PowerCurve(measured: points.map { Watts($0) }) }
  }

  @Test(arguments: [Double.nan, .infinity, -1])
  func `a point that is no power is refused by its level`(bad: Double) {
    var points = PublishedCurve.dl380G4.watts.map { Watts($0) }
    points[3] = Watts(bad)
    let problem = #expect(throws: PowerProblem.self) { try PowerCurve(measured: points) }
    #expect(problem?.message.contains("30 %") == true)
  }

  @Test(arguments: [0.99, 2.01, .nan])
  func `an exponent outside of 1 to 2 is refused`(exponent: Double) {
    #expect(throws: PowerProblem.self) {
      try PowerCurve(.fan(exponent: exponent), idle: Watts(1), peak: Watts(2))
    }
  }

  @Test(arguments: [(300.0, 100.0), (-1, 100), (.nan, 100), (100, .infinity)])
  func `powers that make no curve are refused`(idle: Double, peak: Double) {
    #expect(throws: PowerProblem.self) { try PowerCurve(.linear, idle: Watts(idle), peak: Watts(peak)) }
  }

  @Test
  func `a utilization above one stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try PowerCurve(.linear, idle: Watts(1), peak: Watts(2)).draw(at: Fraction(1.0001))
    }
  }

  @Test
  func `a utilization below zero stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try PowerCurve(.linear, idle: Watts(1), peak: Watts(2)).draw(at: Fraction(-0.0001))
    }
  }

  @Test
  func `a utilization that is no number stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try PowerCurve(.linear, idle: Watts(1), peak: Watts(2)).draw(at: Fraction(.nan))
    }
  }

  @Test(arguments: [(0.0, 0.60), (0.65, 0.75), (0.80, 0.85), (0.99, 0.90), (1, 0.90), (0.325, 0.675)])
  func `a sizing tool's maximum gives the published shares`(load: Double, share: Double) throws {
    let curve = try PowerCurve.vendorTool(maximum: Watts(400))
    #expect(isClose(curve.draw(at: Fraction(load)) / Watts(400), share, absolute: 0.0025))
    #expect(curve.draw(at: Fraction(load)) <= Watts(360))
  }

  @Test(arguments: [0.0, -1, .nan, .infinity])
  func `a sizing tool's maximum that is no power is refused`(maximum: Double) {
    #expect(throws: PowerProblem.self) { try PowerCurve.vendorTool(maximum: Watts(maximum)) }
  }
}
