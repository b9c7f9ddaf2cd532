import Quantities
import ResultStore

/// What a study found, in sentences that are true for any data.
struct Findings: Sendable {
  let study: StoredStudy

  /// The first layout, with which others are compared.
  private var first: StoredLayout { study.layouts[0] }

  /// The layout other than the first that uses least energy; nil when there is one layout.
  var thriftiest: Int? { best(by: .energy) }

  /// The layout other than the first that is best by a metric; the first of equals.
  func best(by metric: StudyMetric) -> Int? {
    study.layouts.indices.dropFirst().min { left, right in
      value(metric, left) < value(metric, right)
    }
  }

  func value(_ metric: StudyMetric, _ layout: Int) -> Double {
    study.layouts[layout].comparison(metric)?.value.mean ?? 0
  }

  func share(_ metric: StudyMetric, _ layout: Int) -> Share? {
    study.layouts[layout].comparison(metric)?.savings.map { Share(estimate: $0) }
  }

  /// What was simulated: `3 years from 2006-01-01, Chicago, 160 guests, 20 replications`.
  var setting: String {
    [
      "\(Wording.duration(study.duration)) from \(study.start)", study.station,
      Wording.count(study.guestCount, "guest"), Wording.count(study.replications, "replication"),
    ].joined(separator: ", ")
  }

  /// The answer in one sentence.
  var answer: String {
    guard let best = thriftiest else {
      return Wording.sentence(
        "\(first.name) runs \(Wording.count(study.guestCount, "guest")) on "
          + "\(Wording.count(first.hosts, "server")) in \(Wording.count(first.racks.count, "rack")), with "
          + "\(energyText(0)) a year")
    }
    let clauses = [
      changeClause(.energy, best, of: "energy"), changeClause(.cost, best, of: "cost"),
    ].compactMap { $0 }
    let rest = clauses.isEmpty ? "" : ", with \(Wording.list(clauses))"
    return Wording.sentence(
      "\(study.layouts[best].name) runs \(guests) \(racksClause(best))\(rest)")
  }

  private var guests: String {
    study.guestCount == 1 ? "the same guest" : "the same \(Wording.count(study.guestCount, "guest"))"
  }

  private func racksClause(_ layout: Int) -> String {
    let (old, new) = (first.racks.count, study.layouts[layout].racks.count)
    return old == new
      ? "in as many racks (\(new))" : "in \(Wording.count(new, "rack")) instead of \(old)"
  }

  private func changeClause(_ metric: StudyMetric, _ layout: Int, of what: String) -> String? {
    guard let share = share(metric, layout) else { return nil }
    return switch share.direction {
    case .less: "\(share.size) less \(what)\(share.interval)"
    case .more: "\(share.size) more \(what)\(share.interval)"
    case .same: "the same \(what)"
    case .unclear: "no difference in \(what) that can be told from chance"
    }
  }

  private func energyText(_ layout: Int) -> String {
    let row = MetricRow.all(of: study).first { $0.title == "energy a year" }
    return row.map { "\($0.text(layout)) \($0.unit)" } ?? "no energy"
  }

  /// Energy saved by the thriftiest layout, and by the others.
  var energy: String { savings(.energy, verb: "uses", of: "energy") }

  /// Money saved by the cheapest layout, and by the others.
  var money: String { savings(.cost, verb: "costs", of: "cost") }

  private func savings(_ metric: StudyMetric, verb: String, of what: String) -> String {
    guard let best = best(by: metric) else { return "" }
    let others = study.layouts.indices.dropFirst().filter { $0 != best }
    let clauses =
      [clause(metric, best, verb: verb, of: what, isFirst: true)]
      + others.map { clause(metric, $0, verb: verb, of: what, isFirst: false) }
    return Wording.sentence(clauses.compactMap { $0 }.joined(separator: "; "))
  }

  private func clause(
    _ metric: StudyMetric, _ layout: Int, verb: String, of what: String, isFirst: Bool
  ) -> String? {
    guard let share = share(metric, layout) else { return nil }
    let name = study.layouts[layout].name
    let whose = isFirst ? " of the \(what) of \(first.name)" : ""
    let than = isFirst ? " than \(first.name)" : ""

    return switch share.direction {
    case .less: "\(name) saves \(share.size)\(whose)\(isFirst ? share.interval : "")"
    case .more: "\(name) \(verb) \(share.size) more\(than)\(isFirst ? share.interval : "")"
    case .same: "\(name) \(verb) as much\(isFirst ? " as \(first.name)" : "")"
    case .unclear: "\(name) cannot be told from \(first.name)\(share.changeRange.map { " (\($0) %)" } ?? "")"
    }
  }

  /// Where the saving of a layout comes from, or where its extra energy goes.
  func cause(of layout: Int) -> String {
    let parts = study.layouts[layout].decomposition
    let (equipment, overhead) = (points(parts.equipment.mean), points(parts.overhead.mean))
    let (oldPUE, newPUE) = (pueText(0), pueText(layout))
    let pue = oldPUE == newPUE ? "PUE stays at \(oldPUE)" : "PUE goes from \(oldPUE) to \(newPUE)"
    let equipmentClause: String
    let machines = machines
    switch (parts.equipment.mean, equipment) {
    case (_, "0"): equipmentClause = "the power of the \(machines) changes nothing"
    case (0..., _): equipmentClause = "fewer watts of \(machines) save \(equipment) points"
    default: equipmentClause = "more watts of \(machines) cost \(equipment) points"
    }
    let overheadClause: String
    switch (parts.overhead.mean, equipment, overhead) {
    case (_, _, "0"): overheadClause = "the overhead neither gives nor takes"
    case (0..., "0", _): overheadClause = "the overhead costs \(overhead)"
    case (0..., _, _) where parts.equipment.mean >= 0: overheadClause = "the overhead takes \(overhead) back"
    case (0..., _, _): overheadClause = "the overhead costs another \(overhead)"
    case (_, "0", _): overheadClause = "the overhead saves \(overhead)"
    case _ where parts.equipment.mean >= 0: overheadClause = "the overhead saves another \(overhead)"
    default: overheadClause = "the overhead gives \(overhead) back"
    }
    return "In \(study.layouts[layout].name), \(equipmentClause), \(overheadClause): \(pue)."
  }

  /// What draws the IT power: servers, or equipment where other things stand beside them.
  var machines: String {
    study.layouts.allSatisfy { $0.otherEquipment.isEmpty } ? "servers" : "equipment"
  }

  private func points(_ share: Double) -> String {
    let size = abs(share) * 100
    if size < 0.05 { return "0" }
    return Rounding.text(size, decimals: size < 9.95 ? 1 : 0)
  }

  private func pueText(_ layout: Int) -> String { Rounding.significant(value(.pue, layout)) }

  /// How far the plant is from the load that it carries; empty where it fits.
  func plantFit(of layout: Int) -> String {
    let plant = study.layouts[layout].plantPower
    let load = value(.itPower, layout)
    guard load > 0, plant.kilowatts / load >= 2 else { return "" }
    return "Its plant was built for \(Rounding.significant(plant.kilowatts)) kW and carries "
      + "\(Rounding.significant(load)) kW on average."
  }

  /// The largest number of guests that one failure takes down, layout by layout.
  var reach: String {
    let parts = study.layouts.map { layout -> String in
      let reach = FailureReach(layout)
      let isAll = reach.guests == study.guestCount && reach.guests > 1
      let article = reach.equipment == "enclosure" ? "an" : "a"
      return "\(isAll ? "all " : "")\(Wording.count(reach.guests, "guest")) in \(layout.name) "
        + "(\(article) \(reach.equipment))"
    }
    return "One failure takes down at most \(Wording.list(parts))."
  }

  /// The component of each layout that is expected to cost most guest-hours; empty where only whole machines fail.
  var weakest: String {
    let parts = study.layouts.compactMap { layout -> String? in
      let expected = layout.impacts.compactMap { impact in impact.expected.map { (impact, $0) } }
      guard expected.contains(where: { !["server", "enclosure"].contains($0.0.part) }),
        let (impact, worst) = expected.max(by: { $0.1.guestHoursDownPerYear < $1.1.guestHoursDownPerYear }),
        worst.guestHoursDownPerYear > 0
      else { return nil }
      return "\(impact.title) in \(layout.name) (\(Rounding.significant(worst.guestHoursDownPerYear)) of "
        + "\(Rounding.significant(expected.reduce(0) { $0 + $1.1.guestHoursDownPerYear })), "
        + "\(Wording.count(worst.groupGuestsLost, "guest")) at once)"
    }
    return parts.isEmpty ? "" : "Most guest-hours down a year are expected from: \(Wording.list(parts))."
  }

  /// Which constraint sets the number of racks, and which the number of servers.
  var sizing: String {
    [racksSet, unitsAlone, serversSet, sizedTogether].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What it saves to size guests by what they ask for together.
  private var sizedTogether: String {
    let parts = study.layouts.compactMap { layout -> String? in
      guard let figure = layout.runs.first?.figures.first(where: { $0.name == "planned-by-guest" }) else {
        return nil
      }
      return "\(layout.name) would have \(Rounding.text(figure.value, decimals: 0)) servers in place of "
        + Rounding.text(Double(layout.hosts), decimals: 0)
    }
    return parts.isEmpty ? "" : "If every guest counted by itself, \(Wording.list(parts))."
  }

  /// How many racks would do if height were all that counted: what smaller machines alone would save.
  private var unitsAlone: String {
    let parts = study.layouts.compactMap { layout -> String? in
      guard layout.rackBinding != nil, layout.rackBinding != "rack units",
        let units = layout.rackConstraints.first(where: { $0.name == "rack units" }),
        units.racks < layout.racks.count
      else { return nil }
      return "\(units.racks) in \(layout.name)"
    }
    return parts.isEmpty ? "" : "By rack units alone there would be \(Wording.list(parts))."
  }

  private var racksSet: String {
    Findings.set(
      "racks",
      study.layouts.compactMap { layout in
        layout.rackBinding.map { ($0, "\(layout.name) (\(layout.racks.count))") }
      })
  }

  private var serversSet: String {
    Findings.set(
      "servers",
      study.layouts.compactMap { layout in
        layout.placement.binding.map {
          ($0, "\(layout.name) (\(Rounding.text(Double(layout.hosts), decimals: 0)))")
        }
      })
  }

  /// `The number of racks is set by weight in a (2) and b (3); by rack units in c (1).`
  private static func set(_ things: String, _ bindings: [(constraint: String, layout: String)]) -> String {
    var groups: [(constraint: String, layouts: [String])] = []
    for binding in bindings {
      if let index = groups.firstIndex(where: { $0.constraint == binding.constraint }) {
        groups[index].layouts.append(binding.layout)
      } else {
        groups.append((binding.constraint, [binding.layout]))
      }
    }
    guard !groups.isEmpty else { return "" }
    let clauses = groups.map { group in
      let comma = group.constraint.contains(",") ? "," : ""
      return "by \(group.constraint)\(comma) in \(Wording.list(group.layouts))"
    }
    return "The number of \(things) is set \(clauses.joined(separator: "; "))."
  }

  /// The sentences that matter, most important first.
  var sentences: [String] {
    let rest =
      [move, requests, reach, plantReach, weakest, contention, recovery, lateBackups, sizing] + overloads
    guard let best = thriftiest else {
      return ([answer] + heatLeft + [capped] + rest).filter { !$0.isEmpty }
    }
    let why = [cause(of: best), plantFit(of: best)].filter { !$0.isEmpty }.joined(separator: " ")
    return (["\(energy) \(why)"] + heatLeft + [capped, money] + rest).filter { !$0.isEmpty }
  }

  /// A condition and what was measured: `savings(blades).energy >= 60 %: measured 86 % (84 to 88)`.
  static func words(of gate: StoredGate) -> String {
    guard let measured = gate.measured else { return "\(gate.text): nothing to measure it by" }
    let isShare = gate.text.hasPrefix("savings")
    guard isShare else {
      return "\(gate.text): measured \(Rounding.text(measured.mean, halfWidth: measured.halfWidth))"
    }
    let share = Share(estimate: measured)
    let sign = measured.mean < 0 && share.direction != .same ? "−" : ""
    return "\(gate.text): measured \(sign)\(share.size)\(share.savedRange)"
  }
}
