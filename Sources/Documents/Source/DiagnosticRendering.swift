/// Writes complaints the way compilers do: place, message, the line with a mark under the piece, help.
///
/// ```
/// scenario.yaml:41:15: error: 'supplies' must be at least 1, found 0
///   41 |     supplies: 0
///      |               ^
/// help: ...
/// ```
public enum DiagnosticRendering {
  /// Whether the text may carry terminal colours.
  public enum Style: Sendable {
    /// Text only.
    case plain
    /// ANSI escape sequences for colour and weight.
    case ansi
  }

  /// All complaints of a collection, and a line that counts those not kept.
  public static func text(_ diagnostics: Diagnostics, style: Style = .plain) -> String {
    var text = self.text(diagnostics.all, style: style)
    if diagnostics.omitted > 0 {
      text += "... and \(diagnostics.omitted) more messages, not shown\n"
    }
    return text
  }

  /// The complaints in document order.
  public static func text(_ diagnostics: [Diagnostic], style: Style = .plain) -> String {
    Diagnostics.sorted(diagnostics).map { text($0, style: style) }.joined()
  }

  /// One complaint: two to four lines, each ending with a line feed.
  public static func text(_ diagnostic: Diagnostic, style: Style = .plain) -> String {
    let paint = Paint(style: style)
    var place = visible(diagnostic.file.name)
    if let position = diagnostic.position { place += ":\(position.line):\(position.column)" }
    let label = diagnostic.severity.rawValue + (diagnostic.code.map { "[\($0)]" } ?? "")
    var text = paint.bold(place + ": ") + paint.severity(label + ":", diagnostic.severity)
    text += " " + paint.bold(visible(diagnostic.message)) + "\n"
    if let span = diagnostic.place.span, let excerpt = Excerpt(of: span, in: diagnostic.file) {
      let number = String(span.start.line)
      let gutter = String(repeating: " ", count: max(0, 4 - number.count))
      text += paint.dim("\(gutter)\(number) | ") + excerpt.line + "\n"
      text += paint.dim("\(gutter)\(String(repeating: " ", count: number.count)) | ")
      text += paint.severity(excerpt.marks, diagnostic.severity) + "\n"
    }
    if let help = diagnostic.help { text += paint.help("help:") + " " + visible(help) + "\n" }
    return text
  }

  /// The complaints as a JSON array of objects with the keys file, line, column, path, severity, message,
  /// help and code; line and column are null for a document as a whole.
  public static func json(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(
      Diagnostics.sorted(diagnostics).map { diagnostic in
        .object([
          .init("file", .string(diagnostic.file.name)),
          .init("line", diagnostic.position.map { .integer($0.line) } ?? .null),
          .init("column", diagnostic.position.map { .integer($0.column) } ?? .null),
          .init("path", .string(diagnostic.path)),
          .init("severity", .string(diagnostic.severity.rawValue)),
          .init("message", .string(diagnostic.message)),
          .init("help", diagnostic.help.map { .string($0) } ?? .null),
          .init("code", diagnostic.code.map { .string($0) } ?? .null),
        ])
      })
  }

  /// Control characters as spaces, so that no document can steer the terminal.
  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { TerminalWidth.isControl($0) ? " " : $0 }))
  }
}

/// The source line as it is shown and the marks beneath it.
private struct Excerpt {
  var line = ""
  var marks = ""

  /// Columns shown of a long line; the piece pointed at is always among them.
  private static let width = 160

  init?(of span: SourceSpan, in file: SourceFile) {
    guard let range = file.byteRange(ofLine: span.start.line), let start = file.byte(at: span.start) else {
      return nil
    }
    // Only the window is decoded: a document may be a single line of megabytes.
    let first = file.byte(before: start, by: Excerpt.width / 2, notBefore: range.lowerBound)
    let last = file.byte(after: first, by: Excerpt.width, notAfter: range.upperBound)
    let before = String(decoding: file.bytes[first..<start], as: UTF8.self).unicodeScalars
    let after = String(decoding: file.bytes[start..<last], as: UTF8.self).unicodeScalars
    if first > range.lowerBound { append("…", marked: nil) }
    for scalar in before { append(scalar, marked: nil) }
    for (index, scalar) in after.enumerated() {
      append(scalar, marked: index == 0 ? "^" : index < span.length ? "~" : nil)
    }
    if last < range.upperBound { append("…", marked: nil) }
    if after.isEmpty { marks += "^" }
    while marks.last == " " { marks.removeLast() }
  }

  private mutating func append(_ scalar: Unicode.Scalar, marked mark: Character?) {
    // A tab shows as as many columns everywhere as it takes here; other control characters are made harmless.
    let shown = scalar == "\t" ? "  " : TerminalWidth.isControl(scalar) ? "\u{FFFD}" : String(scalar)
    let columns = scalar == "\t" ? 2 : TerminalWidth.isControl(scalar) ? 1 : TerminalWidth.columns(of: scalar)
    line += shown
    guard columns > 0 else { return }
    let rest: Character = mark == nil ? " " : "~"
    marks.append(mark ?? " ")
    marks += String(repeating: rest, count: columns - 1)
  }
}

/// Colours, or none.
private struct Paint {
  let style: DiagnosticRendering.Style

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func help(_ text: String) -> String { wrap(text, "1;36") }

  func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;34")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    style == .plain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
