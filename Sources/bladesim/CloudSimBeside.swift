import CloudSim
import Documents
import Quantities
import Simulation

/// CloudSim's figures for a day beside those of a scenario with the same guests, row by row.
///
/// The rows of CloudSim lead from what it prints to what is physical, a step at a time; those of the scenario follow.
struct CloudSimBeside {
  /// What one row came to.
  struct Row {
    let name: String
    /// Energy of servers, of this that of boots and of servers that are off, and at the utility meter; nil where there is no
    /// such thing.
    let servers: Joules
    var boots: Joules?
    var off: Joules?
    var meter: Joules?
    let migrations: Int
    let violationTime: Fraction
    let migrationLoss: Fraction
    let shutdowns: Int
    /// Servers that were on, mean.
    let hosts: Double

    var violation: Fraction { Fraction(violationTime.value * migrationLoss.value) }
  }

  let rows: [Row]

  /// The ways in which CloudSim is asked, by the words of the command.
  static func variants(of setup: CloudSimSetup) -> [CloudSimVariant] {
    func variant(_ name: String, _ policy: String, _ detector: String?, _ quirks: [String]) -> CloudSimVariant
    {
      var changed = setup
      changed.policy = policy
      changed.detector = detector
      changed.parameter = nil
      changed.selection = nil
      changed.quirk = setup.quirk + quirks
      return CloudSimVariant(name: name, meaning: "", setup: changed)
    }
    let stay = ["idle-deletion=off", "idle-draws-nothing=off"]
    let current = stay + ["stale-utilization=off", "free-wake=off"]
    let memory = stay + ["memory-ignored=off"]
    return [
      variant("CloudSim DVFS", "dvfs", nil, []), variant("CloudSim THR-MMT 0.8", "consolidation", "thr", []),
      variant("CloudSim LR-MMT 1.2", "consolidation", "lr", []),
      variant("THR-MMT, guests stay", "consolidation", "thr", stay),
      variant("THR-MMT, guests stay, prices true", "consolidation", "thr", current),
      variant("THR-MMT, guests stay, memory counts", "consolidation", "thr", memory),
      variant("LR-MMT, guests stay, memory counts", "consolidation", "lr", memory),
    ]
  }

  /// The table; a dash where a figure does not exist.
  var text: String {
    func kilowattHours(_ energy: Joules?) -> String {
      energy.map { DecimalText.rounded($0.kilowattHours, decimals: 1) } ?? "-"
    }
    let heads = [
      "", "servers kWh", "boots", "off", "meter kWh", "migrations", "SLATAH %", "PDM %", "SLAV %",
      "switched off",
      "servers on",
    ]
    let lines = rows.map { row in
      [
        row.name, kilowattHours(row.servers), kilowattHours(row.boots), kilowattHours(row.off),
        kilowattHours(row.meter),
        String(row.migrations), DecimalText.rounded(row.violationTime.percent, decimals: 2),
        DecimalText.rounded(row.migrationLoss.percent, decimals: 3),
        DecimalText.rounded(row.violation.percent, decimals: 5), String(row.shutdowns),
        DecimalText.rounded(row.hosts, decimals: 1),
      ]
    }
    return TextTable(
      rows: [heads] + lines, alignments: [.left] + Array(repeating: .right, count: heads.count - 1)
    ).text
  }

  /// The rows as JSON; shares are shares, not per cents.
  var json: JSONValue {
    func energy(_ energy: Joules?) -> JSONValue { energy.map { .number($0.kilowattHours) } ?? .null }
    return .array(
      rows.map { row in
        .object([
          .init("name", .string(row.name)), .init("serverKilowattHours", energy(row.servers)),
          .init("bootKilowattHours", energy(row.boots)),
          .init("offKilowattHours", energy(row.off)), .init("meterKilowattHours", energy(row.meter)),
          .init("migrations", .integer(row.migrations)),
          .init("violationTime", .number(row.violationTime.value)),
          .init("migrationLoss", .number(row.migrationLoss.value)),
          .init("violation", .number(row.violation.value)), .init("shutdowns", .integer(row.shutdowns)),
          .init("meanHosts", .number(row.hosts)),
        ])
      })
  }
}

extension CloudSimBeside.Row {
  init(_ name: String, _ outcome: Outcome) {
    let rounds = outcome.rounds
    self.init(
      name: name, servers: outcome.energy, migrations: outcome.migrations,
      violationTime: outcome.violationTime, migrationLoss: outcome.migrationLoss,
      shutdowns: outcome.shutdowns,
      hosts: Double(rounds.reduce(0) { $0 + $1.activeHosts }) / Double(max(1, rounds.count)))
  }

  init(_ name: String, _ run: RunSummary) {
    self.init(
      name: name, servers: run.itEnergy, boots: run.service.bootEnergy, off: run.service.offEnergy,
      meter: run.meterEnergy,
      migrations: run.counts.migrations, violationTime: run.service.violationTime,
      migrationLoss: run.service.migrationLoss, shutdowns: run.counts.switchedOff,
      hosts: run.service.meanHosts)
  }
}
