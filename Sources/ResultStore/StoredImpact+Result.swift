import Availability
import Quantities
import Scenario
import Simulation
import Study

extension StoredImpact {
  /// Every kind of component that a layout follows, and the plant if it fails.
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredImpact] {
    let expected = result.design.impacts(of: scenario.layouts[result.design.layout])
    let years = scenario.horizon.duration.years
    return FailingPart.allCases.compactMap { part in
      let impact = expected.first { $0.part == part }
      guard impact != nil || (part == .plant && scenario.site.reliability != nil) else { return nil }
      return StoredImpact(
        part: part.name, title: part.title, expected: impact.map { Expected($0) },
        seen: Seen(result.runs.map { $0.tallies[part.rawValue] }, years: years))
    }
  }
}

extension StoredImpact.Expected {
  init(_ impact: PartImpact) {
    self.init(
      groups: impact.groups, units: impact.units, unitGuestsLost: impact.unit.guestsLost,
      unitGuestsDegraded: impact.unit.guestsDegraded, groupGuestsLost: impact.group.guestsLost,
      groupGuestsRestarted: impact.group.guestsRestarted, groupGuestsDegraded: impact.group.guestsDegraded,
      groupGuestHoursDown: impact.group.guestTimeDown.hours, unitFailuresPerYear: impact.unitFailures.value,
      outagesPerYear: impact.outages.value, meanOutageHours: impact.meanOutage.hours,
      guestHoursDownPerYear: impact.guestTimeDownPerYear.hours)
  }
}

extension StoredImpact.Seen {
  init(_ tallies: [ComponentTally], years: Double) {
    func yearly(_ count: (ComponentTally) -> Double) -> Double {
      tallies.reduce(0) { $0 + count($1) } / Double(max(1, tallies.count)) / years
    }
    self.init(
      unitFailuresPerYear: yearly { Double($0.unitFailures) }, outagesPerYear: yearly { Double($0.outages) },
      guestsLostPerYear: yearly { Double($0.guestsLost) },
      guestsRestartedPerYear: yearly { Double($0.guestsRestarted) },
      guestsDegradedPerYear: yearly { Double($0.guestsDegraded) },
      worstGuestsLost: tallies.map(\.worst).max() ?? 0,
      guestHoursDownPerYear: yearly { $0.guestTimeDown.hours })
  }
}

extension StoredImpact: TableRow {
  static let table = "impact"

  func write(into row: inout RowValues) {
    row.add(part)
    row.add(title)
    row.add(expected?.groups)
    row.add(expected?.units)
    row.add(expected?.unitGuestsLost)
    row.add(expected?.unitGuestsDegraded)
    row.add(expected?.groupGuestsLost)
    row.add(expected?.groupGuestsRestarted)
    row.add(expected?.groupGuestsDegraded)
    row.add(expected?.groupGuestHoursDown)
    row.add(expected?.unitFailuresPerYear)
    row.add(expected?.outagesPerYear)
    row.add(expected?.meanOutageHours)
    row.add(expected?.guestHoursDownPerYear)
    row.add(seen.unitFailuresPerYear)
    row.add(seen.outagesPerYear)
    row.add(seen.guestsLostPerYear)
    row.add(seen.guestsRestartedPerYear)
    row.add(seen.guestsDegradedPerYear)
    row.add(seen.worstGuestsLost)
    row.add(seen.guestHoursDownPerYear)
  }

  init(from row: inout RowReader) throws {
    try self.init(part: row.text(), title: row.text(), expected: Expected(from: &row), seen: Seen(from: &row))
  }
}

extension StoredImpact.Expected {
  init?(from row: inout RowReader) throws {
    let counts = (0..<7).map { _ in row.optionalInteger() }
    let figures = (0..<5).map { _ in row.optionalNumber() }
    guard let groups = counts[0] else { return nil }
    let (whole, part) = (counts.compactMap(\.self), figures.compactMap(\.self))
    guard whole.count == counts.count, part.count == figures.count else {
      throw DamagedRow("an impact that is known in part")
    }
    self.init(
      groups: groups, units: whole[1], unitGuestsLost: whole[2], unitGuestsDegraded: whole[3],
      groupGuestsLost: whole[4], groupGuestsRestarted: whole[5], groupGuestsDegraded: whole[6],
      groupGuestHoursDown: part[0], unitFailuresPerYear: part[1], outagesPerYear: part[2],
      meanOutageHours: part[3], guestHoursDownPerYear: part[4])
  }
}

extension StoredImpact.Seen {
  init(from row: inout RowReader) {
    self.init(
      unitFailuresPerYear: row.number(), outagesPerYear: row.number(), guestsLostPerYear: row.number(),
      guestsRestartedPerYear: row.number(), guestsDegradedPerYear: row.number(),
      worstGuestsLost: row.integer(), guestHoursDownPerYear: row.number())
  }
}
