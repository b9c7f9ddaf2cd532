import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Who pays for load")
struct LoadAccountTests {
  private static let quarter = Seconds(minutes: 15)

  /// A host with one guest from the start and one that comes and goes in the middle of samples, in a single tile.
  private func run(tileLength: Int) throws -> RecordedRun {
    let visit = Presence.during(
      from: .offset(Seconds(hours: 5) + Seconds(137)), until: .offset(Seconds(hours: 17) + Seconds(411)))
    let guests = [
      try TinyStudy.steady("stays", count: 1, percent: 20, sample: Self.quarter),
      try TinyStudy.steady("visits", count: 1, percent: 30, sample: Self.quarter, presence: visit),
    ]
    let layout = try TinyStudy.virtualized(count: 1)
    return try RecordedRun(
      TinyStudy.scenario(days: 1, sample: Self.quarter, guests: guests, layouts: [layout]),
      tileLength: tileLength)
  }

  @Test(arguments: [96, 256])
  func `in a tile a unit of work has one price, whoever asks for it and however long`(tile: Int) throws {
    let run = try run(tileLength: tile)
    let groups = run.summary.groups
    let outage = run.summary.work.outage
    let served = run.summary.work.served
    // The one that stays asks for 20 % all day; what the other did is the rest.
    let stays = 0.2 * 10_000.0 * 86_400
    let visits = served - stays
    #expect(outage > 0 && visits > 0)
    #expect(
      isClose(groups[0].workEnergy.value / stays, groups[1].workEnergy.value / visits, relative: 1e-5))
  }
}
