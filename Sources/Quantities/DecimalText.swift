/// Plain decimal numbers as people write them, read strictly: `-12.5`, `3`, `6.4e5`.
///
/// What YAML or a spreadsheet would quietly turn into something else is refused: `1_000`, `1,5`, `.5`, `0x1F`,
/// `nan`, `inf`, and numbers with leading zeros.
public enum DecimalText {
  /// Splits a text into a leading number and the rest.
  ///
  /// - Returns: nil when the text does not begin with a number.
  public static func leadingNumber(in text: Substring) -> (number: Substring, rest: Substring)? {
    var index = text.startIndex
    func digits() -> Int {
      var count = 0
      while index < text.endIndex, text[index].isASCII, text[index].isWholeNumber {
        index = text.index(after: index)
        count += 1
      }
      return count
    }
    if index < text.endIndex, text[index] == "-" || text[index] == "+" { index = text.index(after: index) }
    guard digits() > 0 else { return nil }
    let afterInteger = index
    if index < text.endIndex, text[index] == "." {
      index = text.index(after: index)
      if digits() == 0 { index = afterInteger }
    }
    let afterFraction = index
    if index < text.endIndex, text[index] == "e" || text[index] == "E" {
      index = text.index(after: index)
      if index < text.endIndex, text[index] == "-" || text[index] == "+" { index = text.index(after: index) }
      if digits() == 0 { index = afterFraction }
    }
    return (text[..<index], text[index...])
  }

  /// Reads a finite number.
  ///
  /// - Returns: nil for anything but a plain decimal number of normal size.
  public static func number(_ text: Substring) -> Double? {
    guard let (number, rest) = leadingNumber(in: text), rest.isEmpty, !hasLeadingZeros(number),
      let value = Double(String(number)), value.isFinite
    else { return nil }
    return value
  }

  /// Whether a number is written like `010`, which some readers take for octal.
  public static func hasLeadingZeros(_ number: Substring) -> Bool {
    let unsigned = number.drop { $0 == "-" || $0 == "+" }
    guard unsigned.first == "0", let second = unsigned.dropFirst().first else { return false }
    return second.isWholeNumber
  }

  /// The shortest decimal text that reads back as exactly this number, without a trailing `.0`.
  public static func exact(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number rounded for reading, half away from zero, with a fixed number of decimals and thousands apart.
  ///
  /// - Parameters:
  ///   - value: any finite number.
  ///   - decimals: 0 to 9.
  ///   - separator: what stands between groups of three digits of the integer part.
  public static func rounded(_ value: Double, decimals: Int, separator: String = "") -> String {
    precondition((0...9).contains(decimals))
    guard value.isFinite, abs(value) < 9e14 else { return exact(value) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return exact(value) }
    let whole = Int64(scaled)
    let unit = Int64(scale)
    var integer = String(whole / unit)
    if !separator.isEmpty {
      var groups: [Substring] = []
      var rest = integer[...]
      while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      groups.insert(rest, at: 0)
      integer = groups.joined(separator: separator)
    }
    var text = integer
    if decimals > 0 {
      let fraction = String(whole % unit)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && whole != 0 ? "-" + text : text
  }
}
