import Documents
import Facility
import Quantities
import Scenario
import ScenarioFile
import Simulation
import TestSupport
import Testing

/// The supplies of rack servers that a scenario states: their cords, and what hangs on one feed.
@Suite("Supplies of servers")
struct ServerSuppliesTests {
  private func load(_ supplies: String) -> ScenarioFile.Outcome {
    let keys = supplies.isEmpty ? "" : ", supplies: \(supplies)"
    return SmallRoom.load(SmallRoom.changed("{model: hp-dl380-g4}", to: "{model: hp-dl380-g4\(keys)}"))
  }

  private func scenario(_ supplies: String) throws -> Scenario {
    let outcome = load(supplies)
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    return try #require(outcome.scenario)
  }

  @Test(
    arguments: [
      ("", 2), ("{count: 1, rating: 575 W, efficiency: gold}", 1), ("{rating: 575 W, efficiency: gold}", 1),
      ("{count: 2, rating: 575 W, efficiency: gold}", 2),
      ("{count: 2, rating: 575 W, efficiency: gold, redundancy: n+n}", 2),
    ] as [(String, Int)])
  func `with one supply half of the servers hang on either feed, and are dropped with it`(
    supplies: String, cords: Int
  ) throws {
    let scenario = try scenario(supplies)
    let design = try Simulator(scenario).designs[0]
    // Of a DL380 G4 the catalogue has six cables beside its cords.
    #expect(design.cables == 20 * (6 + cords))
    for check in design.feedChecks(scenario.layouts[0], racks: scenario.site.racks) where check.part == .rack
    {
      let number = try #require(check.number)
      let mounted = design.racks.racks[number].mounted
      let total = design.racks.racks[number].totals.power.value
      let each = total / Double(mounted.count)
      let onA = Double((mounted.count + 1) / 2) * each
      #expect(isClose(check.a.value, cords == 1 ? onA : total / 2, relative: 1e-9))
      #expect(isClose(check.dropped.value, cords == 1 ? onA : 0, relative: 1e-9))
      // The survivor goes on with its own servers alone.
      #expect(isClose(check.survivor?.value ?? 0, cords == 1 ? onA : total, relative: 1e-9))
    }
  }

  @Test(arguments: [
    ("{count: 1, rating: 575 W}", "lack the key 'efficiency'", "a class such as 'gold'"),
    ("{efficiency: gold}", "lack the key 'rating'", "a power such as '575 W'"),
    (
      "{count: 3, rating: 575 W, efficiency: gold, redundancy: n+n}", "an even number of supplies, found 3",
      "'count'"
    ),
    ("{rating: 575 W, efficiency: gold, redundancy: n+1}", "needs at least two supplies, found 1", "'count'"),
    (
      "{count: 2, rating: 300 W, efficiency: gold, redundancy: n+n}", "with mode 'n+n', cannot carry",
      "raise the rating"
    ),
  ])
  func `supplies that a server cannot have are refused with help`(
    supplies: String, complaint: String, help: String
  ) {
    let outcome = load(supplies)
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    #expect(outcome.scenario == nil && messages.contains(complaint) && messages.contains(help), "\(messages)")
  }

  @Test func `without an enclosure a blade has no supplies`() {
    let text = SmallRoom.changed(
      "enclosure: hp-c7000", to: "supplies: {count: 2, rating: 575 W, efficiency: gold}")
    #expect(SmallRoom.messages(text).contains("help: add 'enclosure', whose supplies these are then"))
  }
}
