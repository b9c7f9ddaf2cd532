import Quantities
import ResultStore

extension Findings {
  /// What is overloaded, or that nothing is.
  var feeds: String {
    let overloads = overloads
    guard overloads.isEmpty else { return overloads.joined(separator: " ") }
    let unstated = study.layouts.contains { $0.facility?.circuit == nil }
    return "Every feed carries what it may, in normal service and after the loss of its other side."
      + (unstated ? " What the circuits of racks may carry is not stated everywhere." : "")
  }

  /// One sentence for each kind of overload in each layout: what is overloaded, and by how much at worst.
  var overloads: [String] {
    study.layouts.flatMap { layout in
      ["rack", "supplies", "distribution", "ups"].compactMap { overload(of: $0, in: layout) }
        + [phaseOverload(in: layout)].compactMap(\.self)
    }
  }

  private func overload(of part: String, in layout: StoredLayout) -> String? {
    let found = layout.feeds.filter { $0.part == part && $0.isOverloaded }
    guard let worst = found.max(by: { ($0.share ?? .zero) < ($1.share ?? .zero) }), let usable = worst.usable
    else { return nil }
    var numbers: [Int] = []
    for number in found.compactMap(\.number) where !numbers.contains(number) { numbers.append(number) }
    let when =
      worst.basis == "planned" ? "at the planned load" : "at the simulated peak"
    let loss =
      worst.survivor == nil || worst.survivor != worst.highest ? "with everything alive" : "after a loss"
    let subject: String =
      switch part {
      case "rack": "A feed of \(Self.named("rack", numbers)) of \(layout.name)"
      case "supplies": "What is left of the supplies of \(Self.named("enclosure", numbers)) of \(layout.name)"
      case "distribution": "The distribution of \(layout.name)"
      default: "What is left of the UPS of \(layout.name)"
      }
    let most = numbers.count > 1 ? "up to " : ""
    return
      "\(subject) would carry \(most)\(Rounding.significant(worst.highest.kilowatts)) kW \(when) \(loss), over the "
      + "usable \(Rounding.significant(usable.kilowatts)) kW."
  }

  private func phaseOverload(in layout: StoredLayout) -> String? {
    let found = layout.phases.filter { $0.isOverloaded && $0.rack != nil }
    func largest(_ phases: StoredPhases) -> Amperes { phases.currents.max() ?? .zero }
    guard let worst = found.max(by: { largest($0) < largest($1) }), let usable = worst.usable else {
      return nil
    }
    let numbers = found.compactMap(\.rack)
    return "A phase of \(Self.named("rack", numbers)) of \(layout.name) would carry "
      + "\(numbers.count > 1 ? "up to " : "")\(Rounding.significant(largest(worst).value)) A at the planned load after a "
      + "loss, over the usable \(Rounding.significant(usable.value)) A."
  }

  /// `rack 3`, `racks 3, 5 and 7`, `racks 1, 2, 3 and 9 others`; numbers from 0 as people count.
  private static func named(_ noun: String, _ numbers: [Int]) -> String {
    let most = 5
    let shown = numbers.prefix(numbers.count > most ? most - 2 : most).map { String($0 + 1) }
    let rest = numbers.count - shown.count
    return "\(noun)\(numbers.count == 1 ? "" : "s") "
      + Wording.list(shown + (rest > 0 ? [Wording.count(rest, "other")] : []))
  }
}
