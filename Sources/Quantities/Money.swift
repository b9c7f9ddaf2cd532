/// An amount of money in one currency, exact to a millionth of its unit.
///
/// Whole millionths add up exactly and in any order. Adding two currencies is a programming error: a scenario has
/// one currency, and the reader sees to that.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// Millionths of the currency's unit.
  public private(set) var millionths: Int64
  /// The currency.
  public let currency: Currency

  /// Creates an amount, rounded to the nearest millionth, ties to even.
  ///
  /// - Parameters:
  ///   - amount: units of the currency, at most 9e12 in size.
  ///   - currency: the currency.
  public init(_ amount: Double, _ currency: Currency) {
    precondition(amount.isFinite && abs(amount) < 9e12, "an amount of money must be below 9e12")
    self.millionths = Int64((amount * 1e6).rounded(.toNearestOrEven))
    self.currency = currency
  }

  /// Nothing.
  public static func zero(_ currency: Currency) -> Money { Money(0, currency) }

  /// The amount in units of the currency.
  public var amount: Double { Double(millionths) / 1e6 }

  /// The sum.
  public static func + (left: Money, right: Money) -> Money {
    var sum = left
    sum += right
    return sum
  }
  /// Adds in place.
  public static func += (left: inout Money, right: Money) {
    precondition(left.currency == right.currency, "money of two currencies cannot be added")
    left.millionths += right.millionths
  }
  /// The difference.
  public static func - (left: Money, right: Money) -> Money { left + -right }
  /// The amount with its sign turned.
  public static prefix func - (money: Money) -> Money {
    var turned = money
    turned.millionths = -money.millionths
    return turned
  }
  /// The amount a number of times, rounded to a millionth.
  public static func * (left: Money, right: Double) -> Money { Money(left.amount * right, left.currency) }
  /// A part of the amount, rounded to a millionth.
  public static func / (left: Money, right: Double) -> Money { Money(left.amount / right, left.currency) }
  /// How many times one amount holds the other.
  public static func / (left: Money, right: Money) -> Double {
    precondition(left.currency == right.currency, "money of two currencies cannot be compared")
    return left.amount / right.amount
  }

  /// Reads an amount: `4500 USD`.
  public init(_ text: String) throws(QuantityProblem) {
    let parts = try NumberAndSymbol(text, dimension: "amount of money", example: "4500 USD")
    self.init(try Money.bounded(parts.number), try Money.currency(parts.symbol, example: "4500 USD"))
  }

  static func bounded(_ amount: Double) throws(QuantityProblem) -> Double {
    guard abs(amount) < 9e12 else { throw QuantityProblem("the amount of money is too large") }
    return amount
  }

  static func currency(_ symbol: Substring, example: String) throws(QuantityProblem) -> Currency {
    guard let currency = Currency(code: symbol) else {
      throw QuantityProblem(
        symbol.isEmpty ? "an amount of money needs a currency" : "'\(symbol)' is not a currency code",
        help: "write the three capital letters of a currency, such as \(example)")
    }
    return currency
  }

  /// The exact amount and the currency: `0.072 USD`.
  public var description: String { "\(DecimalText.exact(amount)) \(currency)" }
}
