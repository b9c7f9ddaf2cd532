/// Why a text is not a value of the wanted kind, and what to write instead.
public struct QuantityProblem: Error, Sendable, Hashable {
  /// What is wrong, as a clause: `'5 kg' is a mass, not a power`.
  public let message: String
  /// What to write instead, if there is something to say.
  public let help: String?

  /// Creates a problem.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// A text split into a number and the symbol behind it.
struct NumberAndSymbol {
  let number: Double
  let symbol: Substring

  init(_ text: String, dimension: String, example: String) throws(QuantityProblem) {
    let trimmed = text.trimmed
    let wanted = "write a number and a unit, such as \(example)"
    guard !trimmed.isEmpty else { throw QuantityProblem("the \(dimension) is empty", help: wanted) }
    guard let (digits, rest) = DecimalText.leadingNumber(in: trimmed) else {
      if ["nan", ".nan", "inf", ".inf", "-inf", "-.inf", "infinity"].contains(trimmed.lowercased()) {
        throw QuantityProblem("'\(trimmed)' is not a finite number", help: wanted)
      }
      throw QuantityProblem("'\(trimmed)' does not begin with a number", help: wanted)
    }
    if DecimalText.hasLeadingZeros(digits) {
      throw QuantityProblem(
        "'\(trimmed)' has leading zeros, which some programs read as octal", help: "write it without them")
    }
    if let next = rest.first, next == "_" || next == "," || next == "." || next == "'" {
      throw QuantityProblem(
        "'\(trimmed)' is not a plain number",
        help: "write digits with a decimal point and no group separators, such as 1250.5")
    }
    guard let number = Double(String(digits)), number.isFinite else {
      throw QuantityProblem("'\(trimmed)' is too large", help: nil)
    }
    self.number = number
    self.symbol = rest.trimmed
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: Substring {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

extension MeasuredValue {
  /// Reads a value with its unit: `2.4 kW`.
  ///
  /// The unit is required, and case counts (`mW` is not `MW`).
  /// - Throws: a ``QuantityProblem`` that says what is wrong and what to write.
  public init(_ text: String) throws(QuantityProblem) {
    let parts = try NumberAndSymbol(text, dimension: Self.dimension, example: Self.example)
    guard !parts.symbol.isEmpty else {
      throw QuantityProblem(
        "a \(Self.dimension) needs a unit, found the bare number \(text.trimmed)",
        help: "write a unit: \(Self.unitList), such as \(Self.example)")
    }
    guard
      let unit = Self.units.first(where: {
        $0.symbol == parts.symbol || $0.aliases.contains(String(parts.symbol))
      })
    else {
      throw Self.wrongUnit(parts.symbol)
    }
    let value = unit.value(of: parts.number)
    guard value.isFinite else { throw QuantityProblem("'\(text.trimmed)' is too large") }
    self.init(value)
  }

  /// The symbols that are read, for messages.
  static var unitList: String {
    units.filter { $0.isPrinted || $0.scale != 1 }.map(\.symbol).joined(separator: ", ")
  }

  private static func wrongUnit(_ symbol: Substring) -> QuantityProblem {
    if let other = KnownUnits.dimension(of: symbol), other != dimension {
      return QuantityProblem(
        "'\(symbol)' is a unit of \(other), not of \(dimension)",
        help: "use one of \(unitList), such as \(example)")
    }
    if let near = units.first(where: { $0.symbol.lowercased() == symbol.lowercased() }) {
      return QuantityProblem(
        "unknown unit '\(symbol)' of \(dimension)",
        help: "did you mean '\(near.symbol)'? Case counts in units")
    }
    return QuantityProblem(
      "unknown unit '\(symbol)' of \(dimension)", help: "use one of \(unitList), such as \(example)")
  }

  /// The value in the largest unit that prints it exactly and not below 1; reads back as the same value.
  public var description: String {
    let printed = Self.units.filter(\.isPrinted)
    let exact = printed.compactMap { unit in unit.number(for: value).map { (unit: unit, number: $0) } }
    let largestFirst = exact.sorted { $0.unit.scale > $1.unit.scale }
    let readable = largestFirst.first {
      abs(value) >= $0.unit.scale && DecimalText.exact($0.number).count <= 9
    }
    if let best = readable ?? exact.first(where: { $0.unit.scale == 1 }) ?? exact.first {
      return "\(DecimalText.exact(best.number)) \(best.unit.symbol)"
    }
    let base = Self.units.first { $0.scale == 1 }?.symbol ?? ""
    return "\(DecimalText.exact(value)) \(base)"
  }
}
