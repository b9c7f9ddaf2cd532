public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one category costs.
public struct CategoryCost: Hashable, Sendable {
  /// The category.
  public let category: CostCategory
  /// Its cost over the horizon.
  public let cost: Money
}

/// The total cost of ownership over a horizon, by category.
///
/// ```
/// once at t:   A / (1 + r)^t             yearly:   A ∫_0^H (1 + r)^-t dt = A (1 - (1 + r)^-H) / ln(1 + r)
/// ```
/// `A` the amount, `t` and the horizon `H` in years, `r` the yearly discount rate. At r = 0 a yearly cost is A H.
///
/// **Valid for** r >= 0. **Not modelled**: inflation, tax, residual values at the end of the horizon.
/// **Source**: closed forms of engineering economics.
/// **Example**: 1 000 a year over 3 years costs 3 000 at 0 % and 2 609.22 at 10 %.
public struct TotalCost: Hashable, Sendable {
  /// The horizon.
  public let horizon: Seconds
  /// The discount rate.
  public let rate: Fraction
  /// The cost of each category that has lines, in reporting order.
  public let byCategory: [CategoryCost]
  /// The sum.
  public let total: Money

  init(of book: CostBook, over horizon: Seconds, discountedAt rate: Fraction) {
    precondition(horizon.value > 0 && rate.value >= 0, "a horizon is positive, a discount rate not negative")
    self.horizon = horizon
    self.rate = rate
    var sum = Money.zero(book.currency)
    var byCategory: [CategoryCost] = []
    for category in CostCategory.allCases {
      let items = book.items.filter { $0.category == category }
      guard !items.isEmpty else { continue }
      let cost = items.reduce(Money.zero(book.currency)) { total, item in
        total + item.amount * TotalCost.weight(of: item.timing, over: horizon, at: rate)
      }
      byCategory.append(CategoryCost(category: category, cost: cost))
      sum += cost
    }
    self.byCategory = byCategory
    self.total = sum
  }

  /// How often an amount counts.
  private static func weight(of timing: CostTiming, over horizon: Seconds, at rate: Fraction) -> Double {
    let force = log1p(rate.value)
    return switch timing {
    case .once(let after): after < horizon ? exp(-force * after.years) : 0
    case .yearly: force > 0 ? -expm1(-force * horizon.years) / force : horizon.years
    }
  }

  /// The cost of a category; nothing when it has no lines.
  public func cost(of category: CostCategory) -> Money {
    byCategory.first { $0.category == category }?.cost ?? .zero(total.currency)
  }

  /// The share of a category in the total; nothing when the total is.
  public func share(of category: CostCategory) -> Fraction {
    total.amount == 0 ? .zero : Fraction(cost(of: category) / total)
  }
}
