import Quantities
import ResultStore

extension Findings {
  /// One sentence for each limit that a layout runs into while it is simulated, and that makes its figures look better than it
  /// is: heat that nobody removes, work that caps prevent.
  var limits: [String] {
    study.layouts.flatMap { [heatLeft(in: $0), workPrevented(in: $0)] }.filter { !$0.isEmpty }
  }

  /// The part of the equipment's energy that stays in the room as heat; zero where cooling keeps up.
  static func heatLeft(in layout: StoredLayout) -> Fraction {
    Fraction(meanRun(layout) { $0.itEnergy > .zero ? $0.unmetHeat / $0.itEnergy : 0 })
  }

  /// The part of the work asked for that power caps prevent.
  static func workPrevented(in layout: StoredLayout) -> Fraction {
    Fraction(meanRun(layout) { $0.demandedWork > 0 ? $0.cappedWork / $0.demandedWork : 0 })
  }

  private static func meanRun(_ layout: StoredLayout, _ value: (StoredRun) -> Double) -> Double {
    layout.runs.isEmpty ? 0 : layout.runs.map(value).reduce(0, +) / Double(layout.runs.count)
  }

  /// Less is a rounding of the sizes of units.
  private static let leastShare = Fraction(0.0005)

  private func heatLeft(in layout: StoredLayout) -> String {
    let left = Findings.heatLeft(in: layout)
    guard left >= Findings.leastShare else { return "" }
    let time = Fraction(Findings.meanRun(layout) { $0.overloadedShare.value })
    return
      "The cooling of \(layout.name) falls short \(percent(time)) of the time and leaves heat worth \(percent(left)) of the "
      + "equipment's energy in the room: its energy and PUE are too low by what removing that would take."
  }

  private func workPrevented(in layout: StoredLayout) -> String {
    let share = Findings.workPrevented(in: layout)
    guard share >= Findings.leastShare else { return "" }
    return "Power caps prevent \(percent(share)) of the work asked for in \(layout.name)."
  }

  private func percent(_ share: Fraction) -> String { "\(Rounding.significant(share.percent)) %" }

  /// What a loss of power or cooling of the site took down at worst; empty where it never fails or nobody asked.
  var plantBlast: String {
    let worst = study.layouts.map { layout in
      (layout.name, layout.runs.map { $0.figure("worst-plant-blast") }.max() ?? 0)
    }.filter { $0.1 > 0 }
    guard !worst.isEmpty else { return "" }
    let clauses = worst.map { name, guests in
      "\(Rounding.text(guests, decimals: 0)) \(guests == 1 ? "guest" : "guests") in \(name)"
    }
    return "One loss of power or cooling took down up to \(Wording.list(clauses))."
  }
}
