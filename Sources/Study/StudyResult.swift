import Quantities
public import Scenario
import Simulation

/// The answer to a scenario: every layout, each compared with the first.
public struct StudyResult: Sendable {
  /// The question.
  public let scenario: Scenario
  /// The layouts, in the order of the scenario.
  public let layouts: [LayoutResult]
  /// How the guests of the first layout move into another; nil when the scenario has no project.
  public let move: MoveResult?

  /// A metric of a layout beside that of the first.
  public func comparison(_ metric: Gate.Metric, of layout: Int) -> PairedComparison {
    PairedComparison(
      of: layouts[layout].values(of: metric, in: scenario), with: layouts[0].values(of: metric, in: scenario))
  }

  /// What became of each condition of the scenario.
  public var gates: [GateOutcome] {
    scenario.gates.compactMap { gate in
      guard let layout = scenario.layouts.firstIndex(where: { $0.name == gate.layout }) else { return nil }
      let comparison = comparison(gate.metric, of: layout)
      let measured: Measured? =
        switch gate.form {
        case .savings: comparison.savings
        case .difference: comparison.difference
        case .value: comparison.value
        case .payback: payback(of: layout)
        }
      return GateOutcome(gate: gate, measured: measured)
    }
  }

  /// How the energy saved by a layout comes about.
  public func decomposition(of layout: Int) -> EnergyDecomposition {
    EnergyDecomposition(from: layouts[0].runs, to: layouts[layout].runs)
  }
}

/// A condition and what was measured.
public struct GateOutcome: Sendable, Hashable {
  /// The condition.
  public let gate: Gate
  /// What was measured; nil when a share of nothing was asked for.
  public let measured: Measured?
  /// Whether the condition holds.
  public var holds: Bool { measured.map { gate.holds(for: $0.mean) } ?? false }
}

/// Where an energy saving comes from: less IT power at the old overhead, and what a changed overhead takes back.
///
/// ```
/// E0 - E1 = (IT0 - IT1) PUE0  -  IT1 (PUE1 - PUE0)
/// ```
/// `E` meter energy, `IT` energy of the IT equipment, `PUE` their ratio; 0 the first layout, 1 the other. The identity is
/// exact. With a plant that is kept, PUE rises when IT energy falls, and the second term is what that costs.
public struct EnergyDecomposition: Sendable, Hashable {
  /// Share of the first layout's energy saved in all.
  public let total: Measured
  /// Share saved by less IT energy, at the first layout's PUE.
  public let equipment: Measured
  /// Share taken back by a higher PUE; negative when PUE falls.
  public let overhead: Measured

  init(from baseline: [RunSummary], to other: [RunSummary]) {
    let pairs = zip(baseline, other)
    total = Measured(pairs.map { 1 - $1.meterEnergy / $0.meterEnergy })
    equipment = Measured(pairs.map { ($0.itEnergy - $1.itEnergy).value * $0.pue / $0.meterEnergy.value })
    overhead = Measured(pairs.map { $1.itEnergy.value * ($1.pue - $0.pue) / $0.meterEnergy.value })
  }
}
