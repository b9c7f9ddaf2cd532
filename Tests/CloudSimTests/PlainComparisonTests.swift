import CloudSim
import Placement
import Quantities
import TestSupport
import Testing

@Suite("Against the specification, step by step")
struct PlainComparisonTests {
  /// Traces that jump, rest at zero and sometimes fill a core.
  private static func traces(_ seed: UInt64, guests: Int, samples: Int) throws -> GuestTraces {
    var generator = SeededGenerator(seed: seed)
    var percents: [UInt8] = []
    for _ in 0..<guests {
      var level = Int.random(in: 0...100, using: &generator)
      for _ in 0..<samples {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          level = Int.random(in: 0...100, using: &generator)
        }
        let value = level + Int.random(in: -8...8, using: &generator)
        percents.append(UInt8(max(0, min(100, value))))
      }
    }
    return try GuestTraces(names: (0..<guests).map { "guest-\($0)" }, percents: percents)
  }

  @Test(
    arguments: ["thr", "iqr", "mad", "lr", "lrr"].flatMap { detector in
      ["mmt", "mu", "rs"].map { (detector, $0) }
    })
  func `short days agree in every round and measure`(detector: String, selection: String) throws {
    for seed: UInt64 in 1...3 {
      try compare(detector, selection, without: [], seed: seed)
    }
  }

  @Test func `guests without a task, memory and receivers agree when their quirks are off`() throws {
    for quirk in [Quirk.idleDeletion, .memoryIgnored, .receiversMoveOn] {
      for seed: UInt64 in 4...6 { try compare("thr", "mmt", without: QuirkSet(quirk), seed: seed) }
    }
    try compare("iqr", "mmt", without: [QuirkSet(.idleDeletion), QuirkSet(.memoryIgnored)], seed: 7)
  }

  private func compare(_ detector: String, _ selection: String, without off: QuirkSet, seed: UInt64) throws {
    let (guests, samples, hosts) = (26, 24, 20)
    let traces = try Self.traces(seed, guests: guests, samples: samples)
    let policy = try PlanetLab.policy(detector, selection: selection)
    guard case .consolidation(let consolidation) = policy else { return }
    let plain = PlainSimulation(
      traces, hosts: hosts, consolidation, without: off, generator: SeededGenerator(seed: seed))
    #expect(plain.run(samples: samples))
    var experiment = Experiment(policy)
    experiment.hosts = hosts
    experiment.quirks = QuirkSet.all.subtracting(off)
    let outcome = try experiment.run(traces, using: SeededGenerator(seed: seed))
    #expect(outcome.rounds == plain.rounds)
    #expect(outcome.migrations > 0)
    #expect(outcome.energy.value == plain.joules)
    #expect(isClose(outcome.violationTime.value, plain.violationTime))
    #expect(isClose(outcome.migrationLoss.value, plain.migrationLoss))
    #expect(isClose(outcome.meanShortfall?.value ?? -1, plain.meanShortfall ?? -1))
    #expect(outcome.shutdowns == plain.shutdownTimes.count)
    let mean = plain.shutdownTimes.reduce(0, +) / Double(plain.shutdownTimes.count)
    #expect(isClose(outcome.meanTimeBeforeShutdown?.value ?? -1, mean))
    let migration = plain.migrationTimes.reduce(0, +) / Double(plain.migrationTimes.count)
    #expect(isClose(outcome.meanMigrationTime?.value ?? -1, migration))
  }
}
