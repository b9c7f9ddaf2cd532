public import Quantities

/// One number of a plant that a scenario may set: its name, meaning, unit, standard value, range and source.
public struct PlantParameter: Sendable {
  /// The key in a scenario file.
  public let name: String
  /// What it is, as a clause.
  public let summary: String
  /// Where the standard value comes from.
  public let source: String
  /// The type that gives the number its unit.
  public let quantity: any MeasuredValue.Type
  /// The values allowed, in base units of ``quantity``.
  let range: ClosedRange<Double>
  /// The value when a scenario says nothing, in base units of ``quantity``.
  let standard: Double

  /// Declares a parameter.
  public init<Value: MeasuredValue>(
    _ name: String, _ summary: String, standard: Value, range: ClosedRange<Value>, source: String
  ) {
    precondition(range.contains(standard), "the standard value lies in the range")
    self.name = name
    self.summary = summary
    self.source = source
    self.quantity = Value.self
    self.standard = standard.value
    self.range = range.lowerBound.value...range.upperBound.value
  }

  /// The standard value as text with its unit.
  public var standardText: String { quantity.init(standard).description }
  /// The least value allowed, as text with its unit.
  public var leastText: String { quantity.init(range.lowerBound).description }
  /// The greatest value allowed, as text with its unit.
  public var greatestText: String { quantity.init(range.upperBound).description }

  /// Reads a value with its unit.
  ///
  /// - Throws: a ``QuantityProblem`` for a bad text or a value out of range.
  public func setting(_ text: String) throws(QuantityProblem) -> PlantSetting {
    let read = try quantity.init(text)
    return try setting(read, written: text)
  }

  /// Takes a value.
  ///
  /// - Throws: a ``QuantityProblem`` for a value of another quantity or out of range.
  public func setting(_ value: any MeasuredValue) throws(QuantityProblem) -> PlantSetting {
    guard type(of: value) == quantity else {
      throw QuantityProblem("\(name) is a \(quantity.dimension), not a \(type(of: value).dimension)")
    }
    return try setting(value, written: value.description)
  }

  /// The value allowed that is nearest to one in base units of ``quantity``.
  func setting(nearest value: Double) -> PlantSetting {
    let allowed = min(range.upperBound, max(range.lowerBound, value))
    return PlantSetting(name: name, value: allowed, text: quantity.init(allowed).description)
  }

  private func setting(
    _ value: any MeasuredValue, written text: String
  ) throws(QuantityProblem) -> PlantSetting {
    guard range.contains(value.value) else {
      throw QuantityProblem(
        "\(name) is \(text), outside \(leastText) to \(greatestText)",
        help: "\(summary); usual is \(standardText)")
    }
    return PlantSetting(name: name, value: value.value, text: value.description)
  }
}
