import CloudSim
import Documents
import Quantities

extension Outcome {
  var kilowattHours: Double { energy.value / 3.6e6 }

  static func percent(_ fraction: Fraction, decimals: Int) -> String {
    DecimalText.rounded(fraction.percent, decimals: decimals) + " %"
  }

  /// The measures in CloudSim's words and with its decimals.
  var text: String {
    func seconds(_ value: Seconds?) -> String {
      value.map { DecimalText.rounded($0.value, decimals: 2) + " s" } ?? "none"
    }
    let rows = [
      ["energy", DecimalText.rounded(kilowattHours, decimals: 2) + " kWh"],
      ["VM migrations", String(migrations)],
      ["SLA", Outcome.percent(violation, decimals: 5)],
      ["SLA perf degradation due to migration", Outcome.percent(migrationLoss, decimals: 2)],
      ["SLA time per active host", Outcome.percent(violationTime, decimals: 2)],
      ["overall SLA violation", Outcome.percent(missedWork, decimals: 2)],
      ["average SLA violation", meanShortfall.map { Outcome.percent($0, decimals: 2) } ?? "none"],
      ["host shutdowns", String(shutdowns)],
      ["mean time before a host shutdown", seconds(meanTimeBeforeShutdown)],
      ["mean time before a VM migration (its duration)", seconds(meanMigrationTime)],
      ["VMs at the end", String(guestsAtEnd)],
    ]
    return TextTable(rows: rows, alignments: [.left, .left]).text
  }

  /// A line for each round: seconds, kWh, migrations, active hosts, guests.
  var roundsText: String {
    rounds.map { round in
      let time = DecimalText.rounded(round.time.value, decimals: 1)
      let energy = DecimalText.rounded(round.energy.value / 3.6e6, decimals: 6)
      return "\(time) \(energy) \(round.migrations) \(round.activeHosts) \(round.guests)\n"
    }.joined()
  }

  /// The measures as JSON; shares are shares, not per cents.
  func members(withRounds: Bool) -> [JSONValue.Member] {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    var members: [JSONValue.Member] = [
      .init("energyKilowattHours", .number(kilowattHours)), .init("migrations", .integer(migrations)),
      .init("violation", .number(violation.value)), .init("migrationLoss", .number(migrationLoss.value)),
      .init("violationTime", .number(violationTime.value)), .init("missedWork", .number(missedWork.value)),
      .init("meanShortfall", number(meanShortfall?.value)), .init("shutdowns", .integer(shutdowns)),
      .init("meanSecondsBeforeShutdown", number(meanTimeBeforeShutdown?.value)),
      .init("meanMigrationSeconds", number(meanMigrationTime?.value)),
      .init("guestsAtEnd", .integer(guestsAtEnd)),
    ]
    guard withRounds else { return members }
    let rows = rounds.map { round in
      JSONValue.object([
        .init("seconds", .number(round.time.value)),
        .init("energyKilowattHours", .number(round.energy.value / 3.6e6)),
        .init("migrations", .integer(round.migrations)), .init("activeHosts", .integer(round.activeHosts)),
        .init("guests", .integer(round.guests)),
      ])
    }
    members.append(.init("rounds", .array(rows)))
    return members
  }
}
