public import Quantities

/// The currents in three phases that loads from line to line bring about.
///
/// ```
/// I_A = |I_AB - I_CA| = sqrt(I_AB^2 + I_CA^2 + I_AB * I_CA)
/// I_B = sqrt(I_BC^2 + I_AB^2 + I_BC * I_AB)
/// I_C = sqrt(I_CA^2 + I_BC^2 + I_CA * I_BC)
/// imbalance = max |I_phase - mean| / mean
/// ```
///
/// - I_AB, I_BC, I_CA: currents of the loads between two lines, A; I_A, I_B, I_C: currents in the lines, A.
///
/// **Valid for**: loads of one power factor, phasors 120 degrees apart. **Not modelled**: neutral current,
/// harmonics. **Source**: derived from the phasors; the limit of 10 to 15 % is common practice.
///
/// Example: 10 A on each pair of lines gives 17.32 A in each phase; 10 A on one pair gives 10, 10 and 0 A.
public struct PhaseCurrents: Hashable, Sendable {
  /// The current in phase A.
  public let a: Amperes
  /// The current in phase B.
  public let b: Amperes
  /// The current in phase C.
  public let c: Amperes

  /// The highest imbalance that practice accepts.
  public static let imbalanceLimit = Fraction(0.15)

  /// Finds the phase currents of loads between lines A and B, B and C, C and A.
  public init(ab: Amperes, bc: Amperes, ca: Amperes) {
    self.a = Self.sum(ab, ca)
    self.b = Self.sum(bc, ab)
    self.c = Self.sum(ca, bc)
  }

  /// The largest of the three, which the breaker sees.
  public var largest: Amperes { max(a, b, c) }

  /// The largest distance of a phase from the mean, as a share of the mean; zero without load.
  public var imbalance: Fraction {
    let mean = (a + b + c) / 3
    guard mean > .zero else { return .zero }
    return Fraction(
      max(abs(a.value - mean.value), abs(b.value - mean.value), abs(c.value - mean.value)) / mean.value)
  }

  private static func sum(_ one: Amperes, _ other: Amperes) -> Amperes {
    let (x, y) = (one.value, other.value)
    return Amperes((x * x + y * y + x * y).squareRoot())
  }
}
