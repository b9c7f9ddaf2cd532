extension ValueKind {
  /// What to write, as the object of a sentence: "a whole number", "a power such as '2.4 kW'".
  var phrase: String {
    switch self {
    case .text: "text"
    case .identifier: "a name"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .quantity(let dimension, let example): "\(Wording.withArticle(dimension)) such as '\(example)'"
    case .date: "a date such as 2006-01-31"
    case .choice(let names):
      names.count <= Wording.shortList ? Wording.either(names) : "one of a fixed set of words"
    case .reference(let thing): "the name of \(Wording.withArticle(thing))"
    case .block: "a block of keys"
    case .list: "a list"
    case .map: "a block of names"
    case .oneOf(let kinds): Wording.either(Wording.unique(kinds.map(\.phrase)))
    }
  }

  /// The kinds it stands for: itself, or the alternatives of a `oneOf`.
  var alternatives: [ValueKind] {
    if case .oneOf(let kinds) = self { kinds.flatMap(\.alternatives) } else { [self] }
  }
}

/// Small pieces of English that several messages share.
enum Wording {
  /// Lists up to this length are written out in a message.
  static let shortList = 12

  /// "a power", "an energy price".
  static func withArticle(_ noun: String) -> String {
    guard let first = noun.lowercased().first else { return noun }
    return "aeio".contains(first) ? "an \(noun)" : "a \(noun)"
  }

  /// "a, b or c".
  static func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }

  /// "did you mean 'model'?", or the valid names when they are few, or nothing.
  static func suggestion(
    for word: String, among names: [String], called plural: String, upTo most: Int = shortList
  )
    -> String?
  {
    if let nearest = EditDistance.nearest(to: word, in: names) { return "did you mean '\(nearest)'?" }
    guard !names.isEmpty, names.count <= most else { return nil }
    return "\(plural): \(names.joined(separator: ", "))"
  }

  /// The items without repetitions, in order.
  static func unique(_ items: [String]) -> [String] {
    items.enumerated().filter { !items[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// The text in quotes, cut when it would flood the message, control characters made visible.
  static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { $0.value < 0x20 ? " " : String($0) }.joined()
    return "'\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")'"
  }
}

extension Wording {
  /// "at least 1", "at most 42", "between 1 and 42", from whichever ends are limits at all.
  static func limits(_ range: ClosedRange<Int>) -> String {
    limits("\(range.lowerBound)", "\(range.upperBound)", range.lowerBound > .min, range.upperBound < .max)
  }

  /// "at least 0", "at most 0.5", "between 0 and 1", from whichever ends are limits at all.
  static func limits(_ range: ClosedRange<Double>) -> String {
    limits(
      JSONValue.number(range.lowerBound).text(), JSONValue.number(range.upperBound).text(),
      range.lowerBound > -.greatestFiniteMagnitude, range.upperBound < .greatestFiniteMagnitude)
  }

  private static func limits(_ lower: String, _ upper: String, _ hasLower: Bool, _ hasUpper: Bool) -> String {
    switch (hasLower, hasUpper) {
    case (true, false): "at least \(lower)"
    case (false, true): "at most \(upper)"
    default: "between \(lower) and \(upper)"
    }
  }
}
