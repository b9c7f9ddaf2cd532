public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Money in (positive) and out (negative) at the end of each year, year 0 being the start.
///
/// ```
/// NPV(r) = Σ_t F_t / (1 + r)^t          IRR: the r at which NPV(r) = 0          payback: the t at which Σ F = 0
/// ```
/// `F_t` the flow of year t, `r` the yearly discount rate.
///
/// **Valid for** r > -100 %. **Not modelled**: flows within a year; tax.
/// **Source**: closed forms of engineering economics. **Example**: -500 000, then five times 180 000, at 8 %:
/// NPV 218 687.81, simple payback 2.778 years.
public struct CashFlow: Hashable, Sendable {
  /// The flow of each year, at least one, in one currency.
  public let years: [Money]

  /// Creates a flow.
  public init(_ years: [Money]) {
    precondition(!years.isEmpty, "a cash flow has a year 0")
    precondition(years.allSatisfy { $0.currency == years[0].currency }, "a cash flow has one currency")
    self.years = years
  }

  /// The value today at a discount rate.
  public func netPresentValue(at rate: Fraction) -> Money {
    Money(presentAmount(at: rate.value), years[0].currency)
  }

  private func presentAmount(at rate: Double) -> Double {
    // Horner's scheme from the last year back: one rounding a year and no powers.
    years.reversed().reduce(0) { $0 / (1 + rate) + $1.amount }
  }

  /// The discount rate at which the value today is nothing, between -99 % and 1 000 000 %; the lowest non-negative
  /// one if there are several on a fine grid, nil when the value never changes sign.
  public func internalRateOfReturn() -> Fraction? {
    let grid = (0...400).map { exp(Double($0) / 400 * log(10_001)) - 1 }
    let below = (1...99).map { -Double($0) / 100 }
    return root(along: grid) ?? root(along: [0] + below)
  }

  private func root(along grid: [Double]) -> Fraction? {
    for (left, right) in zip(grid, grid.dropFirst()) {
      let (atLeft, atRight) = (presentAmount(at: left), presentAmount(at: right))
      if atLeft == 0 { return Fraction(left) }
      guard atLeft * atRight <= 0 else { continue }
      var (low, high) = (left, right)
      for _ in 0..<200 {
        let middle = (low + high) / 2
        if presentAmount(at: middle) * atLeft > 0 { low = middle } else { high = middle }
      }
      return Fraction(high)
    }
    return nil
  }

  /// The time until the flows sum to nothing, the year of the turn shared in proportion; nil when they never do.
  public func payback() -> Seconds? { payback(of: years.map(\.amount)) }

  /// The same over flows discounted at a rate.
  public func discountedPayback(at rate: Fraction) -> Seconds? {
    payback(of: years.indices.map { years[$0].amount / pow(1 + rate.value, Double($0)) })
  }

  private func payback(of flows: [Double]) -> Seconds? {
    var sum = 0.0
    for (year, flow) in flows.enumerated() {
      if sum + flow >= 0 {
        guard year > 0 else { return .zero }
        return Seconds.year * (Double(year - 1) + -sum / flow)
      }
      sum += flow
    }
    return nil
  }
}
