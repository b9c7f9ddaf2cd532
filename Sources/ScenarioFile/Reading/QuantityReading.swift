import Documents
import Quantities

/// Which values of a quantity a key takes.
enum Allowed<Value: MeasuredValue> {
  /// Zero or more.
  case notNegative
  /// More than zero.
  case positive
  /// At least one value, at most another.
  case between(Value, Value)

  /// The value, or the complaint about one that is not allowed, in the words in which it was written.
  func check(_ value: Value, written text: String) -> Result<Value, ValueProblem> {
    switch self {
    case .notNegative where value.value < 0:
      .failure(ValueProblem("must not be negative, found \(text)"))
    case .positive where value.value <= 0: .failure(ValueProblem("must be above zero, found \(text)"))
    case .between(let least, let most) where value < least || value > most:
      .failure(ValueProblem("must be between \(least) and \(most), found \(text)"))
    default: .success(value)
    }
  }
}

extension ValueKind {
  /// A price of something.
  static func price<Price: MoneyRate>(_ type: Price.Type, such amount: String = "0.07") -> ValueKind {
    .quantity(Price.dimension, example: "\(amount) USD/\(Price.denominator)")
  }
}

/// The outcome of a parser that throws, as the readers of documents take it.
func parsed<Value>(_ body: () throws(QuantityProblem) -> Value) -> Result<Value, ValueProblem> {
  Result(catching: body).mapError { ValueProblem($0) }
}

extension ValueReader {
  /// Reads a value with its unit.
  func quantity<Value: MeasuredValue>(_ type: Value.Type, _ allowed: Allowed<Value>) -> Value? {
    value { text in
      parsed { () throws(QuantityProblem) in try Value(text) }.flatMap { allowed.check($0, written: text) }
    }
  }
}

extension BlockReader {
  /// Reads a value with its unit.
  func quantity<Value: MeasuredValue>(
    _ key: String, _ type: Value.Type, _ allowed: Allowed<Value> = .positive
  ) -> Value? {
    self[key]?.quantity(type, allowed)
  }

  /// Reads a share of a whole, 0 to 100 % unless said otherwise.
  func share(_ key: String, from least: Fraction = .zero, to most: Fraction = .one) -> Fraction? {
    quantity(key, Fraction.self, .between(least, most))
  }

  /// Reads a price, zero or more and no larger than anything is.
  func price<Price: MoneyRate>(_ key: String, _ type: Price.Type) -> Price? {
    value(key) { text in
      parsed { () throws(QuantityProblem) in
        let price = try Price(text)
        try price.money.checkSize(atMost: Money.largestRate)
        return price
      }
    }
  }

  /// Reads an amount of money, zero or more and no larger than anything costs.
  func money(_ key: String) -> Money? {
    value(key) { text in
      parsed { () throws(QuantityProblem) in
        let money = try Money(text)
        try money.checkSize(atMost: Money.largest)
        return money
      }
    }
  }
}

extension Money {
  /// Larger amounts are slips of the keyboard, and sums over years and fleets would leave the range of exact money.
  fileprivate static let largest = 1e9
  /// The same for a price of a kilowatt-hour or a square metre, of which there are many.
  fileprivate static let largestRate = 1e5

  fileprivate func checkSize(atMost most: Double) throws(QuantityProblem) {
    guard millionths >= 0 else { throw QuantityProblem("\(self) is negative") }
    guard amount <= most else {
      throw QuantityProblem("\(self) is too large", help: "use at most \(Money(most, currency))")
    }
  }
}
