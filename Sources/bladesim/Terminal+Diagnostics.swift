import Documents

extension Terminal {
  /// Writes complaints the way compilers do.
  static func show(_ diagnostics: Diagnostics) {
    guard !diagnostics.isEmpty else { return }
    message(DiagnosticRendering.text(diagnostics, style: isColored ? .ansi : .plain))
  }

  /// Writes data as JSON, followed by a line feed.
  static func output(_ json: JSONValue) { output(json.text(indented: true) + "\n") }
}
