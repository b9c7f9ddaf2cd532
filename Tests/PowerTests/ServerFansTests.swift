import Power
import Quantities
import TestSupport
import Testing

@Suite("Server fans against inlet temperature")
struct ServerFansTests {
  @Test(arguments: [(15.0, 200.0), (25, 200), (27, 200), (35, 240), (40, 282), (50, 282)])
  func `a server of 200 W draws what its fans add`(inlet: Double, power: Double) throws {
    let fans = try ServerFans()
    #expect(isClose(200 * fans.factor(at: Celsius(inlet)), power, absolute: 0.6))
  }

  @Test
  func `from 32 to 35 degrees a server takes from 3 W to 20 % more`() throws {
    let small = try ServerFans(share: Fraction(percent: 5))
    #expect(100 * (small.factor(at: Celsius(32)) - 1) > 3)
    #expect(isClose(try ServerFans().factor(at: Celsius(35)), 1.2, absolute: 0.001))
  }

  @Test
  func `power never falls as the inlet warms, and the curve keeps its shape`() throws {
    let fans = try ServerFans(share: Fraction(percent: 15))
    let curve = try PublishedCurve.r740.curve()
    var last = 0.0
    for inlet in stride(from: -20.0, through: 60, by: 0.5) {
      let factor = fans.factor(at: Celsius(inlet))
      #expect(factor >= last)
      last = factor
    }
    let warm = curve.corrected(for: fans, inlet: Celsius(33))
    #expect(curve.corrected(for: fans, inlet: Celsius(22)) == curve)
    for percent in 0...100 {
      let load = Fraction(percent: Double(percent))
      #expect(isClose(warm.draw(at: load) / curve.draw(at: load), fans.factor(at: Celsius(33))))
    }
  }

  @Test(arguments: [(-0.1, 0.05), (1, 0.05), (0.1, -0.01), (.nan, 0.05), (0.1, .infinity)])
  func `fans that cannot be are refused`(share: Double, speed: Double) {
    #expect(throws: PowerProblem.self) { try ServerFans(share: Fraction(share), speedPerKelvin: speed) }
  }
}
