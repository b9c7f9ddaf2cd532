import Documents
import Power
import Quantities
import Scenario
import TestSupport
import Testing

@testable import ScenarioFile

/// The curve of a layout's servers: as measured, or by a formula between its ends.
@Suite("The power curve of servers")
struct ServerCurveTests {
  private func load(_ keys: String) -> ScenarioFile.Outcome {
    SmallRoom.load(SmallRoom.changed("{model: hp-dl380-g4}", to: "{model: hp-dl380-g4\(keys)}"))
  }

  private func power(_ keys: String) throws -> ServerPower {
    let outcome = load(keys)
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    return try #require(outcome.scenario).layouts[0].servers.model.power
  }

  /// Idle 226 W, peak 394 W; at a quarter of load 226 + 168 f, with f 0.25, its root, square and cube, or 2 x 0.25 - 0.25^r.
  @Test(
    arguments: [
      ("", 250), (", power curve: measured", 250), (", power curve: linear", 268),
      (", power curve: square-root", 310), (", power curve: square", 236.5),
      (", power curve: cubic", 228.625), (", power curve: fan, exponent: 2", 299.5),
      (", power curve: fan, exponent: 1", 268),
    ] as [(String, Double)])
  func `a quarter of load draws what the curve says, and idle and peak stay`(keys: String, watts: Double)
    throws
  {
    let curve = try power(keys).curve
    #expect(isClose(curve.draw(at: Fraction(0.25)).value, watts))
    #expect(curve.idle == Watts(226) && curve.peak == Watts(394))
  }

  @Test func `without an exponent it is that of the results up to 2008`() throws {
    let one = try power(", power curve: fan").curve
    let other = try power(", power curve: fan, exponent: 1.14").curve
    #expect(one == other)
  }

  @Test func `other supplies go with a formula too`() throws {
    let keys = ", power curve: linear, supplies: {count: 2, rating: 800 W, efficiency: platinum}"
    let power = try power(keys)
    #expect(power.curve.idle != Watts(226) && power.measured.idle == Watts(226))
  }

  @Test(arguments: [
    (", power curve: quadratic", "'power curve' cannot be 'quadratic'", "square"),
    (", exponent: 1.2", "only the curve 'fan' has an exponent", "add 'power curve: fan'"),
    (", power curve: linear, exponent: 1.2", "only the curve 'fan' has an exponent", "delete 'exponent'"),
    (", power curve: fan, exponent: 3", "'exponent'", "2"),
  ])
  func `what cannot be is refused with help`(keys: String, complaint: String, help: String) {
    let outcome = load(keys)
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    #expect(outcome.scenario == nil && messages.contains(complaint) && messages.contains(help), "\(messages)")
  }
}
