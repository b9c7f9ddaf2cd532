public import Quantities

/// The costs of one layout, line by line, in one currency.
public struct CostBook: Hashable, Sendable {
  /// The currency of all lines.
  public let currency: Currency
  /// The lines, in the order they were entered.
  public private(set) var items: [CostItem] = []

  /// Creates an empty book.
  public init(in currency: Currency) { self.currency = currency }

  /// Enters a line.
  public mutating func enter(_ item: CostItem) {
    precondition(item.amount.currency == currency, "a book has one currency")
    items.append(item)
  }

  /// Enters lines.
  public mutating func enter(_ items: [CostItem]) {
    for item in items { enter(item) }
  }

  /// The sum of what falls due within a horizon, discounted at a rate.
  public func total(over horizon: Seconds, discountedAt rate: Fraction = .zero) -> TotalCost {
    TotalCost(of: self, over: horizon, discountedAt: rate)
  }
}
