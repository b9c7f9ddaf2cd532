/// Writes comma-separated values (RFC 4180, but with a plain line feed at the end of each row).
public struct CSVWriter: Sendable {
  /// The rows so far.
  public private(set) var text = ""
  private let guardsFormulas: Bool

  /// An empty table. With `guardingFormulas`, text that a spreadsheet would run as a formula (it begins with
  /// `=`, `+`, `-`, `@`, a tab or a carriage return and is not a number) is given a leading apostrophe.
  public init(guardingFormulas: Bool = false) {
    guardsFormulas = guardingFormulas
  }

  /// Adds a row.
  public mutating func write(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      text += quoted(guarded(field))
    }
    // A row of one empty field would otherwise be an empty line, which readers skip.
    if fields == [""] { text += "\"\"" }
    text += "\n"
  }

  private func guarded(_ field: String) -> String {
    guard guardsFormulas, let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(field) == nil
    else { return field }
    return "'" + field
  }

  private func quoted(_ field: String) -> String {
    let special: [Unicode.Scalar] = [",", "\"", "\n", "\r"]
    let isPadded = field.hasPrefix(" ") || field.hasSuffix(" ")
    guard isPadded || field.unicodeScalars.contains(where: special.contains) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
