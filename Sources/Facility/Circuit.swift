public import Quantities

/// How a circuit delivers power.
public enum CircuitPhase: Hashable, Sendable {
  /// Two conductors: phase and neutral, or two phases.
  case single
  /// Three phases, the voltage counted from line to line.
  case three
}

/// A circuit behind one breaker, and the load it may carry for hours.
///
/// ```
/// rated  = V * I               single-phase
/// rated  = sqrt(3) * V_LL * I  three-phase
/// usable = derating * rated
/// ```
///
/// - V: voltage between the two conductors, V; V_LL: voltage from line to line, V; I: breaker rating, A;
///   derating: share allowed for continuous load.
///
/// **Valid for**: continuous loads, balanced over the phases. **Not modelled**: harmonics, inrush, conductor
/// sizing, selectivity. **Source**: the 125 % rule of NEC 210.20 and 215.3 (80 % of the breaker), from memory, high
/// confidence; IEC practice loads to 100 %.
///
/// Example: 208 V, 30 A, three-phase at 80 % carries 8.65 kVA.
public struct Circuit: Hashable, Sendable, CustomStringConvertible {
  /// How it delivers power.
  public let phase: CircuitPhase
  /// The voltage; from line to line when three-phase.
  public let voltage: Volts
  /// The breaker's rating.
  public let breaker: Amperes
  /// The share of the rating that continuous load may use, 0 to 1.
  public let derating: Fraction

  /// The share of a breaker's rating for continuous load in North America.
  public static let northAmericanDerating = Fraction(0.8)

  /// Creates a circuit; voltage and breaker above zero, derating above 0 and at most 1.
  public init(
    _ phase: CircuitPhase, voltage: Volts, breaker: Amperes, derating: Fraction = northAmericanDerating
  ) {
    precondition(voltage > .zero && breaker > .zero, "a circuit carries power")
    precondition(derating > .zero && derating <= .one, "derating is a share")
    self.phase = phase
    self.voltage = voltage
    self.breaker = breaker
    self.derating = derating
  }

  /// The three-phase circuit that may carry so much continuously, above zero, at a voltage from line to line.
  public init(usable: VoltAmperes, voltage: Volts) {
    let rated = usable.value / Self.northAmericanDerating.value
    self.init(.three, voltage: voltage, breaker: Amperes(rated / (3.0.squareRoot() * voltage.value)))
  }

  /// The circuit as people call it: `208 V, 30 A, three-phase`.
  public var description: String {
    "\(voltage), \(Amperes((breaker.value * 100).rounded() / 100)), \(phase == .three ? "three-phase" : "single-phase")"
  }

  /// What the breaker is rated for.
  public var rated: VoltAmperes {
    let perConductor = voltage.value * breaker.value
    return VoltAmperes(phase == .three ? perConductor * 3.0.squareRoot() : perConductor)
  }

  /// What it may carry continuously.
  public var usable: VoltAmperes { rated * derating }

  /// The current in a conductor that it may carry continuously.
  public var usableCurrent: Amperes { breaker * derating }

  /// The current in each conductor at a load, balanced.
  public func current(of load: VoltAmperes) -> Amperes {
    Amperes(load.value / (voltage.value * (phase == .three ? 3.0.squareRoot() : 1)))
  }

  /// The real power it may carry continuously at a power factor of 0 to 1.
  public func usablePower(powerFactor: Fraction) -> Watts { Watts(usable.value * powerFactor.value) }
}
