public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The yearly payment that a purchase is worth over its life at a cost of money.
///
/// ```
/// CRF(r, n) = r (1 + r)^n / ((1 + r)^n - 1)          CRF(0, n) = 1 / n
/// ```
/// `r` the yearly cost of money, `n` the life in years.
///
/// **Valid for** r >= 0, n > 0, payments at the end of each year. **Not modelled**: inflation, tax, residual value.
/// **Source**: closed form of engineering economics. **Example**: CRF(7 %, 15 years) = 0.109795.
public struct CapitalRecovery: Hashable, Sendable {
  /// The yearly cost of money.
  public let rate: Fraction
  /// The life.
  public let life: Seconds

  /// Creates the terms of a purchase.
  public init(rate: Fraction, life: Seconds) {
    precondition(rate.value >= 0 && life.value > 0, "a cost of money is not negative, a life is positive")
    self.rate = rate
    self.life = life
  }

  /// The share of the purchase that is paid each year.
  public var factor: Fraction {
    guard rate.value > 0 else { return Fraction(1 / life.years) }
    // expm1 keeps digits where r is tiny and (1 + r)^n is almost 1.
    return Fraction(rate.value / -expm1(-life.years * log1p(rate.value)))
  }

  /// What a purchase costs each year of its life.
  public func yearly(of purchase: Money) -> Money { purchase * factor.value }
}
