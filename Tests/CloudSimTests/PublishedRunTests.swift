import CloudSim
import Quantities
import TestSupport
import Testing

/// CloudSim 3.0.3's own output for 3 March 2011, 800 hosts, traces in order of names.
@Suite("CloudSim's own output", .enabled(if: ReferenceData.isAvailable))
struct PublishedRunTests {
  /// A run of CloudSim: its columns as printed, and the file of its rounds if there is one.
  struct Published: Sendable, CustomTestStringConvertible {
    let policy: String
    let columns: String
    var rounds: String?
    var testDescription: String { policy }
  }

  static let all = [
    Published(policy: "npa", columns: "2410.80 0 0.00000 0.00 0.00 0.00 NaN 455 2864.28 NaN"),
    Published(
      policy: "dvfs", columns: "802.75 0 0.00000 0.00 0.00 0.00 NaN 455 2864.28 NaN",
      rounds: "20110303-dvfs-x-0"),
    Published(
      policy: "thr", columns: "192.62 26711 0.00318 0.06 4.91 0.07 10.15 5885 949.58 13.88",
      rounds: "20110303-thr-mmt-0.8"),
    Published(policy: "iqr", columns: "189.98 26282 0.00301 0.06 4.82 0.07 10.03 5868 951.92 13.56"),
    Published(policy: "mad", columns: "185.79 26556 0.00334 0.07 5.05 0.08 10.03 5828 966.75 13.94"),
    Published(
      policy: "lr", columns: "163.48 27859 0.00464 0.08 5.86 0.15 9.56 5053 1028.87 15.52",
      rounds: "20110303-lr-mmt-1.2"),
    Published(policy: "lrr", columns: "163.48 27859 0.00464 0.08 5.86 0.15 9.56 5053 1028.87 15.52"),
  ]

  @Test(arguments: all)
  func `every column has every printed digit, and every round its line`(published: Published) throws {
    let outcome = try PlanetLab.run(published.policy)
    let columns = [
      printed(outcome.energy.value / 3.6e6, 2), String(outcome.migrations),
      printed(outcome.violation.percent, 5), printed(outcome.migrationLoss.percent, 2),
      printed(outcome.violationTime.percent, 2), printed(outcome.missedWork.percent, 2),
      printed(outcome.meanShortfall?.percent, 2), String(outcome.shutdowns),
      printed(outcome.meanTimeBeforeShutdown?.value, 2), printed(outcome.meanMigrationTime?.value, 2),
    ]
    #expect(columns.joined(separator: " ") == published.columns)
    #expect(outcome.guestsAtEnd == 520)
    #expect(outcome.rounds.count == 287)
    guard let rounds = published.rounds else { return }
    let golden = try ReferenceData.text("cloudsim-golden/\(rounds).txt").split(separator: "\n")
    #expect(golden.count == outcome.rounds.count)
    for (line, round) in zip(golden, outcome.rounds) {
      let columns = [
        printed(round.time.value, 1), printed(round.energy.value / 3.6e6, 6), String(round.migrations),
        String(round.activeHosts), String(round.guests),
      ]
      #expect(columns.joined(separator: " ") == line)
    }
  }

  /// What another implementation of the same specification gives with one rule changed.
  @Test(arguments: [
    ("dvfs", Quirk.idleDeletion, "927.99 0"), ("dvfs", .blockTypes, "766.75 0"),
    ("dvfs", .nominalStart, "664.42 0"),
    ("thr", .idleDeletion, "253.76 41634"), ("thr", .blockTypes, "196.91 27577"),
    ("thr", .freeWake, "166.58 30132"),
    ("thr", .receiversMoveOn, "202.88 25371"), ("thr", .placedMoveAgain, "215.55 27160"),
    ("thr", .dividedByCapacity, "190.58 26424"), ("thr", .firstOfEquals, "191.74 26581"),
    ("thr", .exactTies, "192.94 26764"), ("thr", .dividedByHundred, "192.26 26795"),
  ])
  func `a quirk switched off gives what it is known to give`(policy: String, quirk: Quirk, known: String)
    throws
  {
    let outcome = try PlanetLab.run(policy, without: quirk)
    #expect("\(printed(outcome.energy.value / 3.6e6, 2)) \(outcome.migrations)" == known)
  }
}
