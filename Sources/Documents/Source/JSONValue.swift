/// A JSON value whose objects keep the order of their keys, so that the same value is always the same bytes.
public indirect enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number; what is not finite is written as `null`, since JSON has no word for it.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys with values, in this order.
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The text, on one line, or indented by two spaces a level.
  public func text(indented: Bool = false) -> String {
    var text = ""
    write(into: &text, level: indented ? 0 : nil)
    return text
  }

  private func write(into text: inout String, level: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? JSONValue.shortest(value) : "null"
    case .string(let value): JSONValue.write(value, into: &text)
    case .array(let elements):
      JSONValue.write(elements, between: "[", and: "]", into: &text, level: level) { element, text, level in
        element.write(into: &text, level: level)
      }
    case .object(let members):
      JSONValue.write(members, between: "{", and: "}", into: &text, level: level) { member, text, level in
        JSONValue.write(member.key, into: &text)
        text += level == nil ? ":" : ": "
        member.value.write(into: &text, level: level)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between open: String, and close: String, into text: inout String, level: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if let level { text += "\n" + String(repeating: "  ", count: level + 1) }
      write(item, &text, level.map { $0 + 1 })
    }
    if let level, !items.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  /// The shortest digits that read back as the same number, whole numbers without ".0".
  private static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func write(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
