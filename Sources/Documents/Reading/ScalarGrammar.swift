/// The one way in which each plain value is written.
///
/// YAML readers disagree on `010`, `1_000`, `7:30` and `yes`; here each is refused with the spelling that
/// means the same everywhere.
enum ScalarGrammar {
  /// Reads `true` or `false`.
  static func boolean(_ text: String) -> Result<Bool, ValueProblem> {
    switch text {
    case "true": return .success(true)
    case "false": return .success(false)
    default:
      let meaning: Bool? =
        switch text.lowercased() {
        case "yes", "on", "y", "true", "1": true
        case "no", "off", "n", "false", "0": false
        default: nil
        }
      return .failure(
        ValueProblem(
          "takes true or false, found \(Wording.quoted(text))", help: meaning.map { "write \($0)" }))
    }
  }

  /// Reads a decimal whole number: an optional minus sign and digits without a leading zero.
  static func integer(_ text: String) -> Result<Int, ValueProblem> {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if isDigits(digits), digits.count == 1 || !digits.hasPrefix("0") {
      if let value = Int(text) { return .success(value) }
      return .failure(ValueProblem("is \(text), which is too large for a whole number"))
    }
    let problem = "takes a whole number, found \(Wording.quoted(text))"
    return .failure(ValueProblem(problem, help: remedy(text) ?? wholeNumberRemedy(text)))
  }

  /// Reads a finite decimal number: `12`, `-0.5`, `1.5e-3`.
  static func number(_ text: String) -> Result<Double, ValueProblem> {
    if isDecimal(text), let value = Double(text) {
      if value.isFinite { return .success(value) }
      return .failure(ValueProblem("is \(text), which is too large for a number"))
    }
    if isNotFinite(text) {
      return .failure(
        ValueProblem(
          "takes a finite number, found \(Wording.quoted(text))", help: "write a number, or delete the key"))
    }
    let problem = "takes a number, found \(Wording.quoted(text))"
    return .failure(ValueProblem(problem, help: remedy(text) ?? decimalRemedy(text)))
  }

  /// Reads a name: letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
  static func identifier(_ text: String) -> Result<String, ValueProblem> {
    let isName = { (scalar: Unicode.Scalar) in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.".unicodeScalars.contains(scalar)
    }
    let begins = text.unicodeScalars.first.map { !"-_.".unicodeScalars.contains($0) } ?? false
    guard begins, text.unicodeScalars.allSatisfy(isName) else {
      return .failure(
        ValueProblem(
          "takes a name, found \(Wording.quoted(text))",
          help: "names are letters, digits, '-', '_' and '.', and begin with a letter or digit"))
    }
    return .success(text)
  }

  /// Reads a whole number within limits.
  static func integer(_ text: String, in limits: ClosedRange<Int>) -> Result<Int, ValueProblem> {
    integer(text).flatMap { value in
      limits.contains(value)
        ? .success(value) : .failure(ValueProblem("must be \(Wording.limits(limits)), found \(text)"))
    }
  }

  /// Reads a finite number within limits.
  static func number(_ text: String, in limits: ClosedRange<Double>) -> Result<Double, ValueProblem> {
    number(text).flatMap { value in
      limits.contains(value)
        ? .success(value) : .failure(ValueProblem("must be \(Wording.limits(limits)), found \(text)"))
    }
  }

  // MARK: - What was meant

  /// Remedies for spellings that other YAML readers turn into numbers behind the author's back.
  private static func remedy(_ text: String) -> String? {
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    let sign = text.hasPrefix("-") ? "-" : ""
    if text.hasPrefix("+"), isDecimal(String(unsigned)) { return "write \(unsigned) without the plus sign" }
    if unsigned.contains("_"), isDecimal(unsigned.filter { $0 != "_" }) {
      return "write \(sign)\(unsigned.filter { $0 != "_" }) without separators"
    }
    if unsigned.hasPrefix("0x"), let value = Int(unsigned.dropFirst(2), radix: 16) {
      return "write \(sign)\(value) in decimal"
    }
    if unsigned.hasPrefix("0o"), let value = Int(unsigned.dropFirst(2), radix: 8) {
      return "write \(sign)\(value) in decimal"
    }
    if unsigned.hasPrefix("0"), unsigned.count > 1, isDigits(unsigned) {
      let decimal = unsigned.drop { $0 == "0" }
      return
        "some readers take a leading zero for octal: write \(sign)\(decimal.isEmpty ? "0" : String(decimal))"
    }
    if unsigned.contains(":"), unsigned.split(separator: ":").allSatisfy(isDigits) {
      return "some readers take colons for base 60: write a plain decimal number"
    }
    return nil
  }

  private static func wholeNumberRemedy(_ text: String) -> String? {
    guard isDecimal(text), let value = Double(text), let whole = Int(exactly: value) else { return nil }
    return "write \(whole)"
  }

  private static func decimalRemedy(_ text: String) -> String? {
    let pointed = text.replacing(",", with: ".")
    if text.contains(","), isDecimal(pointed) { return "write \(pointed) with a decimal point" }
    if text.hasPrefix("."), isDecimal("0" + text) { return "write 0\(text)" }
    if text.hasSuffix("."), isDecimal(text + "0") { return "write \(text)0" }
    return nil
  }

  // MARK: - Forms

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private static func isDecimal(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    if parts.count == 2 {
      let exponent = parts[1].first == "-" || parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
      guard isDigits(exponent) else { return false }
    }
    let halves = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first, isDigits(whole), whole.count == 1 || !whole.hasPrefix("0") else {
      return false
    }
    return halves.count == 1 || isDigits(halves[1])
  }

  private static func isNotFinite(_ text: String) -> Bool {
    let bare = text.lowercased().drop { $0 == "-" || $0 == "+" || $0 == "." }
    return ["nan", "inf", "infinity"].contains(String(bare))
  }
}
