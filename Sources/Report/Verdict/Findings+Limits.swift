import Quantities
import ResultStore

// What a layout saves or spares only because something was left undone.
extension Findings {
  /// Heat that the plant of a layout left in the room.
  struct HeatLeft: Sendable, Hashable {
    /// The share of the time in which some was left, mean over replications.
    let share: Fraction
    /// How much, mean over replications of the whole study.
    let heat: Joules
    /// The same against the energy of the IT equipment.
    let shareOfIT: Fraction
    /// Whether cooling also failed during the runs, so that outages are among the time.
    let hasOutages: Bool
  }

  /// The heat that the plant of a layout did not remove; nil where it removed all.
  ///
  /// Where cooling can fail, time in which it had failed counts too. Less than 1 % of the time is then taken for outages,
  /// of which the risks tell, and not for a plant that is too small.
  static func heatLeft(in layout: StoredLayout) -> HeatLeft? {
    let runs = Double(max(1, layout.runs.count))
    let heat = layout.runs.reduce(Joules.zero) { $0 + $1.unmetHeat } / runs
    let energy = layout.runs.reduce(Joules.zero) { $0 + $1.itEnergy } / runs
    let share = layout.runs.reduce(0) { $0 + $1.overloadedShare.value } / runs
    let hasOutages = layout.runs.contains {
      $0.figure("cooling-stops") > 0 || $0.figure("cooling-unit-failures") > 0
    }
    guard heat > .zero, !hasOutages || share >= 0.01 else { return nil }
    return HeatLeft(
      share: Fraction(share), heat: heat,
      shareOfIT: energy > .zero ? Fraction(heat / energy) : .zero, hasOutages: hasOutages)
  }

  /// One sentence for each layout whose plant is too small for its heat: its energy and its PUE flatter it.
  var heatLeft: [String] {
    study.layouts.compactMap { layout in
      guard let left = Findings.heatLeft(in: layout) else { return nil }
      let hours = Rounding.significant(left.share.value * Seconds.year.hours)
      let outages = left.hasOutages ? ", outages of cooling among them" : ""
      return
        "The plant of \(layout.name) cannot remove all of its heat in \(hours) hours a year "
        + "(\(Findings.percent(left.share)) % of the time\(outages)): as much as "
        + "\(Findings.percent(left.shareOfIT)) % of its IT energy stays in the room, so its energy and its PUE are too low."
    }
  }

  /// The share of the work asked for that power caps prevented, over all replications.
  static func capped(in layout: StoredLayout) -> Fraction {
    let asked = layout.runs.reduce(0) { $0 + $1.demandedWork }
    return asked > 0 ? Fraction(layout.runs.reduce(0) { $0 + $1.cappedWork } / asked) : .zero
  }

  /// What power caps cost in work, layout by layout; empty where they cost none.
  var capped: String {
    let parts = study.layouts.compactMap { layout -> String? in
      let share = Findings.capped(in: layout)
      return share > .zero ? "\(Findings.percent(share)) % of the work asked for in \(layout.name)" : nil
    }
    return parts.isEmpty
      ? "" : "Power caps prevent \(Wording.list(parts)), which the energy saved does not show."
  }

  /// The most guests that one loss of power or cooling took down in any run of a layout.
  static func plantReach(of layout: StoredLayout) -> Int {
    Int(layout.runs.map { $0.figure("worst-plant-blast") }.max() ?? 0)
  }

  /// The most guests that one loss of power or cooling took down, layout by layout; empty where none ever did.
  var plantReach: String {
    let parts = study.layouts.compactMap { layout -> String? in
      let guests = Findings.plantReach(of: layout)
      return guests > 0 ? "\(Wording.count(guests, "guest")) in \(layout.name)" : nil
    }
    return parts.isEmpty ? "" : "One loss of cooling or power took down up to \(Wording.list(parts))."
  }

  /// A share in per cent, to three digits.
  private static func percent(_ share: Fraction) -> String {
    share.percent < 0.001 ? "less than 0.001" : Rounding.significant(share.percent)
  }
}
