import Yams

/// Says in plain words what the parser refused, and what usually causes it.
struct YAMLSyntaxError {
  let diagnostic: Diagnostic

  init(_ error: YamlError, in file: SourceFile, limits: DocumentLoader.Limits) {
    func complaint(_ mark: Mark?, _ message: String, _ help: String?) -> Diagnostic {
      let span = mark.map { SourceSpan(start: SourcePosition(line: $0.line, column: $0.column)) }
      return Diagnostic(.error, at: Place(file: file, span: span), message, help: help)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let wording = YAMLSyntaxError.wording(
        problem, context: context, at: SourcePosition(line: mark.line, column: mark.column), in: file, limits)
      diagnostic = complaint(wording.isAtStart ? context?.mark ?? mark : mark, wording.message, wording.help)
    case .duplicatedKeysInMapping(let names, let context):
      diagnostic = complaint(
        context.mark, "the key \(Wording.quoted(names.first ?? "")) is given twice", "keep one of the two")
    case .reader(_, let offset, let value, let text):
      let digits = String(UInt32(bitPattern: value), radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      let index = offset.flatMap { text.index(text.startIndex, offsetBy: $0, limitedBy: text.endIndex) }
      let mark = index.map { index in
        SourceSpan(start: file.position(ofByte: text.utf8.distance(from: text.startIndex, to: index)))
      }
      diagnostic = Diagnostic(
        .error, at: Place(file: file, span: mark), "the character U+\(code) is not allowed in a document",
        help: "delete it; it is invisible in most editors")
    default:
      diagnostic = complaint(nil, "the document cannot be parsed: \(error)", nil)
    }
  }

  private static func wording(
    _ problem: String, context: YamlError.Context?, at position: SourcePosition, in file: SourceFile,
    _ limits: DocumentLoader.Limits
  ) -> (message: String, help: String?, isAtStart: Bool) {
    let since = context.map { " that begins in line \($0.mark.line)" } ?? ""
    if beginsWithTab(position, in: file) {
      return ("the line is indented with a tab", "indent with spaces: two a level", false)
    }
    if problem == "did not find expected key", isAfterText(position, in: file) {
      return ("text after the end of the value", "put the whole text in quotes", false)
    }
    let full = problem + " " + (context?.text ?? "")
    guard let rule = rules.first(where: { full.contains($0.fragment) }) else {
      return ("\(problem)\(context.map { " (\($0.text))" } ?? "")", nil, false)
    }
    let message = rule.message.replacing("{since}", with: since).replacing("{depth}", with: "\(limits.depth)")
    return (message, rule.help, rule.isAtStart)
  }

  private static func beginsWithTab(_ position: SourcePosition, in file: SourceFile) -> Bool {
    guard let line = file.line(position.line) else { return false }
    return line.prefix { $0 == " " || $0 == "\t" }.contains("\t")
  }

  private static func isAfterText(_ position: SourcePosition, in file: SourceFile) -> Bool {
    guard let line = file.line(position.line) else { return false }
    return line.unicodeScalars.prefix(position.column - 1).contains { !" -".unicodeScalars.contains($0) }
  }

  /// What the parser says, or a part of it; what that means; what to do; and whether the beginning of the piece
  /// that could not be parsed says more than the point where the parser gave up.
  private struct Rule {
    let fragment: String
    let message: String
    let help: String
    var isAtStart = false
  }

  private static let rules: [Rule] = [
    Rule(
      fragment: "mapping values are not allowed",
      message: "a ':' stands where no key can be",
      help: "put text that contains ': ' in quotes, or check the indentation"),
    Rule(
      fragment: "could not find expected ':'",
      message: "a key without ':'",
      help: "write 'key: value', with a space after the colon", isAtStart: true),
    Rule(
      fragment: "did not find expected key",
      message: "the indentation does not fit the block{since}",
      help: "keys of one block begin in the same column"),
    Rule(
      fragment: "did not find expected '-' indicator",
      message: "the indentation does not fit the list{since}",
      help: "all '-' of a list stand in the same column"),
    Rule(
      fragment: "did not find expected ',' or ']'",
      message: "the list{since} is not closed",
      help: "add a ',' or the ']'"),
    Rule(
      fragment: "did not find expected ',' or '}'",
      message: "the block{since} is not closed",
      help: "add a ',' or the '}'"),
    Rule(
      fragment: "found unexpected end of stream",
      message: "the quoted text that begins here is not closed",
      help: "add the closing quote", isAtStart: true),
    Rule(
      fragment: "but found another document",
      message: "a second document begins here",
      help: "one file holds one document: delete the '---'"),
    Rule(
      fragment: "found unexpected ':'",
      message: "a ':' stands where no key can be",
      help: "put text that contains ':' in quotes"),
    Rule(
      fragment: "undefined alias",
      message: "an alias without its anchor",
      help: "put text that begins with '*' in quotes"),
    Rule(
      fragment: "cannot start any token",
      message: "a value cannot begin with this character",
      help: "put text that begins with '@', '`' or '%' in quotes"),
    Rule(
      fragment: "unknown escape character",
      message: "this escape is not known",
      help: "use single quotes when a text contains '\\'"),
    Rule(
      fragment: "hexdecimal number",
      message: "this escape is not complete",
      help: "use single quotes when a text contains '\\'"),
    Rule(
      fragment: "invalid Unicode character",
      message: "this escape is no character",
      help: "use single quotes when a text contains '\\'"),
    Rule(
      fragment: "unexpected document indicator",
      message: "the quoted text that begins here is not closed",
      help: "add the closing quote", isAtStart: true),
    Rule(
      fragment: "mapping keys are not allowed",
      message: "a '?' stands where no key can be",
      help: "put text that begins with '?' in quotes"),
    Rule(
      fragment: "indentation indicator",
      message: "'0' cannot follow '|' or '>'",
      help: "delete it"),
    Rule(
      fragment: "block sequence entries are not allowed",
      message: "a '-' stands where no list can be",
      help: "begin the list on a line of its own below the key"),
    Rule(
      fragment: "Maximum nesting level",
      message: "lists and blocks are nested more than {depth} deep here",
      help: "look for a bracket that is not closed"),
    Rule(
      fragment: "expected alphabetic or numeric character",
      message: "'&' and '*' have a meaning of their own in YAML",
      help: "put text that begins with '&' or '*' in quotes"),
    Rule(
      fragment: "expected node content",
      message: "a value is missing here",
      help: "write a value, or delete the comma"),
    Rule(
      fragment: "expected <document start>",
      message: "text after the end of the document",
      help: "check the indentation of this line"),
    Rule(
      fragment: "directive",
      message: "'%' at the beginning of a line has a meaning of its own in YAML",
      help: "put text that begins with '%' in quotes", isAtStart: true),
    Rule(
      fragment: " tag",
      message: "'!' has a meaning of its own in YAML",
      help: "put text that begins with '!' in quotes"),
    Rule(
      fragment: "comment or line break",
      message: "text after '|' or '>'",
      help: "begin the text on the next line, or put it in quotes"),
  ]
}
