public import Quantities

/// The currents that single-phase loads put on the three phases of a supply.
///
/// ```
/// I_load = S / V                          at the voltage across the load
/// V      = V_LL                           loads between two lines, up to 240 V
/// V      = V_LL / sqrt(3)                 loads between line and neutral, above
/// ```
///
/// Supplies take 100 to 240 V, so at 208 V they sit between two lines and phase currents add as phasors
/// (``PhaseCurrents``); at 400 V and 415 V each sits between a line and the neutral, and the currents of a line simply
/// add up. A single-phase circuit of 208 V is taken from two lines, of any other voltage from one.
///
/// **Valid for**: loads of one power factor. **Not modelled**: harmonics in the neutral, loads that move against one
/// another. **Source**: derived; common practice of North America and IEC countries.
///
/// Example: three loads of 2 080 VA at 208 V draw 10 A each and 17.32 A in each phase; at 415 V 8.68 A in each.
public struct PhaseLoading: Hashable, Sendable {
  /// The currents in the three phases.
  public let currents: [Amperes]
  /// Currents by pair of lines, or by line, as the loads are connected.
  private let groups: [Amperes]
  private let isBetweenLines: Bool

  /// Assigns loads to the phases of a circuit's supply.
  public init(_ loads: [VoltAmperes], on circuit: Circuit, by rule: PhaseBalance.Rule) {
    let volts = circuit.voltage.value
    let isBetweenLines = circuit.phase == .three ? volts <= 240 : abs(volts - 208) < 8
    let across = circuit.phase == .three && !isBetweenLines ? volts / 3.0.squareRoot() : volts
    let balance = PhaseBalance(loads.map { Amperes($0.value / across) }, by: rule)
    self.init(balance.pairCurrents, isBetweenLines: isBetweenLines)
  }

  private init(_ groups: [Amperes], isBetweenLines: Bool) {
    self.groups = groups
    self.isBetweenLines = isBetweenLines
    let phasors = PhaseCurrents(ab: groups[0], bc: groups[1], ca: groups[2])
    currents = isBetweenLines ? [phasors.a, phasors.b, phasors.c] : groups
  }

  /// The largest of the three, which its breaker sees.
  public var largest: Amperes { currents.max() ?? .zero }

  /// The largest distance of a phase from the mean, as a share of the mean; zero without load.
  public var imbalance: Fraction {
    let mean = currents.reduce(.zero, +) / 3
    guard mean > .zero else { return .zero }
    return Fraction((currents.map { abs($0.value - mean.value) }.max() ?? 0) / mean.value)
  }

  /// Both on one supply; of the same kind of connection.
  public static func + (left: PhaseLoading, right: PhaseLoading) -> PhaseLoading {
    precondition(left.isBetweenLines == right.isBetweenLines, "both hang on one supply")
    return PhaseLoading(zip(left.groups, right.groups).map { $0 + $1 }, isBetweenLines: left.isBetweenLines)
  }
}
