import Quantities
import ResultStore

extension Findings {
  /// How long moving in takes, what it costs, what is at risk, and when it is paid back; empty where nothing moves.
  var move: String {
    guard let project = study.project, study.layouts.indices.contains(project.target) else { return "" }
    let name = study.layouts[project.target].name
    guard let end = project.end else {
      return "Moving into \(name) does not end within its limit in \(project.unfinished) of "
        + "\(Wording.count(project.replications, "replication"))."
    }
    let certain = project.endAt80.map { ", by \(project.date($0)) with 80 % certainty" } ?? ""
    let equipment = project.equipmentCost.amount > 0 ? " beside the equipment" : ""
    var clauses = [
      "Moving into \(name) takes \(Wording.time(end)) from \(project.start) on\(certain)",
      "it costs \(Wording.money(project.movingCost))\(equipment)",
    ]
    let most = project.days.map(\.atRisk).max() ?? 0
    if most > 0 {
      clauses.append("at most \(most) of \(Wording.count(project.guests, "guest")) are at risk on a day")
    }
    clauses.append(payback(of: project))
    return clauses.joined(separator: "; ") + "."
  }

  private func payback(of project: StoredProject) -> String {
    guard let years = project.paybackYears else {
      return "against \(study.layouts[0].name) that is never paid back"
    }
    guard years.mean > 0 else { return "no more is paid at the start than for \(study.layouts[0].name)" }
    return "all that is paid at the start is back after \(Rounding.significant(years.mean, digits: 2)) years"
  }
}

extension Wording {
  /// An amount to three digits: `183 k USD`.
  static func money(_ money: Money) -> String {
    let units: [(name: String, size: Double)] = [("M ", 1e6), ("k ", 1e3)]
    let unit = units.first { abs(money.amount) >= 10 * $0.size } ?? ("", 1)
    return "\(Rounding.significant(money.amount / unit.size)) \(unit.name)\(money.currency)"
  }
}
