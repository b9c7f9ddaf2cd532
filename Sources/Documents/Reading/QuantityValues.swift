public import Quantities

extension ValueKind {
  /// A value with a unit; the example shows the usual size.
  public static func quantity<Value: MeasuredValue>(
    _ type: Value.Type, such example: String? = nil
  ) -> ValueKind {
    .quantity(Value.dimension, example: example ?? Value.example)
  }

  /// An amount of money.
  public static let money = ValueKind.quantity("amount of money", example: "4500 USD")
}

extension ValueProblem {
  /// The problem of a text that is no quantity, as the end of a sentence that begins with the key.
  public init(_ problem: QuantityProblem) {
    self.init("cannot be used: \(problem.message)", help: problem.help)
  }
}
