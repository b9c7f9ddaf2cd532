public import Quantities

/// Equal things that are bought: servers, enclosures, racks, ports.
public struct Asset: Hashable, Sendable {
  /// The kind of cost.
  public let category: CostCategory
  /// What one is called.
  public let name: String
  /// How many.
  public let count: Int
  /// The price of one.
  public let price: Money
  /// How long one serves before it is replaced.
  public let life: Seconds

  /// Creates an asset.
  public init(_ category: CostCategory, _ name: String, count: Int, price: Money, life: Seconds) {
    precondition(count >= 0 && life.value > 0, "a count is not negative, a life is positive")
    self.category = category
    self.name = name
    self.count = count
    self.price = price
    self.life = life
  }

  /// The price of all.
  public var purchase: Money { price * Double(count) }
  private var label: String { "\(count) x \(name)" }

  /// Cash form: bought at the start, and again at the end of each life within the horizon.
  public func purchases(over horizon: Seconds) -> [CostItem] {
    var items: [CostItem] = []
    var replacement = 0
    while life * Double(replacement) < horizon {
      items.append(CostItem(category, label, purchase, .once(after: life * Double(replacement))))
      replacement += 1
    }
    return items
  }

  /// Charge form: an even yearly payment over the life at a cost of money (straight annuity).
  public func annuity(at rate: Fraction) -> CostItem {
    .yearly(category, label, CapitalRecovery(rate: rate, life: life).yearly(of: purchase))
  }

  /// Vendor maintenance, a share of the purchase price each year.
  public func maintenance(yearly share: Fraction) -> CostItem {
    .yearly(.maintenance, "maintenance of \(label)", purchase * share.value)
  }
}
