public import Quantities

/// The long-run share of time that a thing is up, and how such shares combine.
///
/// ```
/// A = MTBF / (MTBF + MTTR)
/// series:   A = product of A_i
/// parallel: 1 - A = product of (1 - A_i)
/// k of n:   A = sum for i = k...n of C(n, i) * A^i * (1 - A)^(n - i)
/// down a year = (1 - A) * 365 d
/// ```
///
/// - A: availability, 0 to 1; MTBF, MTTR: mean times to failure and repair, s.
///
/// The unavailability is what is kept, so that six nines keep all their digits. **Valid for**: units that fail and
/// are repaired independently of each other. **Not modelled**: queues for repair staff; common causes come in by
/// ``parallel(_:each:commonCause:)``. **Source**: textbook forms, such as Trivedi, Probability and Statistics with
/// Reliability, Queuing and Computer Science Applications (2002), from memory, high confidence.
///
/// Example: 3 of 4 at 0.999 each is 0.999994007997, 3.1494 minutes down a year.
public struct SteadyState: Hashable, Sendable {
  /// The share of time that the thing is down.
  public let unavailability: Fraction

  /// Creates a state from the share of time down, 0 to 1.
  public init(unavailability: Fraction) {
    precondition(unavailability >= .zero && unavailability <= .one, "a share lies from 0 to 1")
    self.unavailability = unavailability
  }

  /// Creates a state from the share of time up, 0 to 1.
  public init(availability: Fraction) {
    self.init(unavailability: Fraction(1 - availability.value))
  }

  /// Creates the state of a unit that fails at a rate while up and takes a mean time to repair.
  public init(rate: EventsPerYear, repair: Seconds) {
    precondition(rate >= .zero && repair >= .zero, "rates and times are not negative")
    let downPerUp = rate.value * repair.years
    self.init(unavailability: Fraction(downPerUp / (1 + downPerUp)))
  }

  /// Always up.
  public static let perfect = SteadyState(unavailability: .zero)

  /// The share of time up.
  public var availability: Fraction { Fraction(1 - unavailability.value) }

  /// Time down in a year of 365 days.
  public var downtimePerYear: Seconds { Seconds.year * unavailability }

  /// All must be up.
  public static func series(_ parts: [SteadyState]) -> SteadyState {
    // 1 - (1-a)(1-b) = a + b(1-a), which keeps the digits of small shares.
    SteadyState(
      unavailability: parts.reduce(.zero) { $0 + $1.unavailability * (1 - $0.value) })
  }

  /// One must be up.
  public static func parallel(_ parts: [SteadyState]) -> SteadyState {
    SteadyState(unavailability: parts.reduce(.one) { $0 * $1.unavailability })
  }

  /// At least a number of equal units must be up.
  ///
  /// - Parameters:
  ///   - needed: 0 to `count`.
  ///   - count: units there are.
  ///   - each: the state of one.
  public static func atLeast(_ needed: Int, of count: Int, each: SteadyState) -> SteadyState {
    precondition((0...count).contains(needed), "no more are needed than there are")
    let down = each.unavailability.value
    // Down when fewer than needed are up: sum over the number that is up.
    var unavailability = 0.0
    var combinations = 1.0
    for up in 0..<needed {
      unavailability += combinations * power(1 - down, up) * power(down, count - up)
      combinations *= Double(count - up) / Double(up + 1)
    }
    return SteadyState(unavailability: Fraction(min(1, unavailability)))
  }

  /// One of several equal units must be up, a share of whose failures strikes all at once (beta factor).
  ///
  /// ```
  /// U = ((1 - beta) * u)^n in series with beta * u
  /// ```
  ///
  /// - Parameters:
  ///   - count: units, at least 1.
  ///   - each: the state of one, common causes included.
  ///   - beta: the share of common cause, 0 to 1; 1 to 5 % for redundant supplies (from memory, medium confidence).
  public static func parallel(_ count: Int, each: SteadyState, commonCause beta: Fraction) -> SteadyState {
    precondition(count >= 1, "there is a unit")
    precondition(beta >= .zero && beta <= .one, "a share lies from 0 to 1")
    let alone = SteadyState(unavailability: each.unavailability * (1 - beta.value))
    let shared = SteadyState(unavailability: each.unavailability * beta)
    return series([parallel(Array(repeating: alone, count: count)), shared])
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }
}
