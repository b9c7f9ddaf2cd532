import Facility
import Placement
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

/// Layouts that say how many enclosures there are.
@Suite("A given number of enclosures")
struct SpreadEnclosureTests {
  private static let hour = Seconds(hours: 1)

  private func scenario(blades: Int = 9, enclosures: Int?) throws -> Scenario {
    var layout = try TinyStudy.virtualized(count: blades)
    layout.servers.enclosures = enclosures
    return try TinyStudy.scenario(
      days: 2, sample: Self.hour, guests: [try TinyStudy.steady(count: 12, percent: 10, sample: Self.hour)],
      layouts: [layout])
  }

  @Test(
    arguments: [
      (nil, [4, 4, 1]), (3, [3, 3, 3]), (4, [3, 2, 2, 2]), (9, [1, 1, 1, 1, 1, 1, 1, 1, 1]),
      (12, [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]),
    ] as [(Int?, [Int])])
  func `blades, mass, cables, racks and energy are those of every enclosure`(
    enclosures: Int?, sizes: [Int]
  ) throws {
    let scenario = try scenario(enclosures: enclosures)
    let run = try RecordedRun(scenario)
    let design = run.design
    #expect((0..<design.enclosures).map { design.hosts(in: $0).count } == sizes)
    #expect(design.equipment.map(\.weight) == sizes.map { Kilograms(40 + 10 * Double($0)) })
    #expect(design.cables == sizes.count * CableCount.enclosure.total)
    let mounted = design.racks.racks.flatMap { $0.mounted.map(\.equipment) }
    #expect(mounted.sorted() == Array(sizes.indices))
    // By hand: hosts at a steady load, each frame's own needs and blades through its own bank.
    let frame = try TinyStudy.enclosure().power()
    let hours = run.summary.hosts.map { $0.energy.value / (48 * 3600) }
    let watts = (0..<design.enclosures).reduce(0.0) { sum, number in
      let blades = design.hosts(in: number).reduce(0) { $0 + hours[$1] }
      return sum + frame.input(bladeDC: Watts(blades)).value
    }
    #expect(isClose(run.summary.itEnergy.value / (48 * 3600), watts, relative: 1e-9))
    #expect(isClose(design.plannedPower.value, watts, relative: 1e-3))
    #expect(
      isClose(run.summary.facility.rackPeaks.reduce(.zero, +).value, run.summary.peakIT.value, relative: 1e-9)
    )
  }

  @Test func `each further frame costs what an empty one draws, but for the bend of its supplies`() throws {
    func watts(_ enclosures: Int) throws -> Double {
      try RecordedRun(scenario(enclosures: enclosures)).summary.itEnergy.value / (48 * 3600)
    }
    let (nine, twelve) = try (watts(9), watts(12))
    let empty = try TinyStudy.enclosure().power().input(bladeDC: .zero).value
    #expect(isClose(twelve - nine, 3 * empty, relative: 1e-9))
    #expect(try watts(3) < nine - 5 * empty)
  }

  @Test func `guests that are kept apart over enclosures need as many, however few blades there are`() throws
  {
    let rule = GroupRules.Apart(["steady"], over: .enclosure, limit: 3)
    func design(_ enclosures: Int) throws -> LayoutDesign {
      var scenario = try scenario(blades: 6, enclosures: enclosures)
      scenario.layouts[0].placement.rules.apart = [rule]
      return try Simulator(scenario).designs[0]
    }
    let four = try design(4)
    let places = four.plan.hostOfGuest.compactMap { four.enclosure(of: Int($0))?.index }
    #expect((0..<4).allSatisfy { enclosure in places.filter { $0 == enclosure }.count == 3 })
    #expect(throws: Simulator.Refusal.self) { try design(3) }
  }
}
