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
      diagnostic = complaint(mark, wording.message, wording.help)
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
  ) -> (message: String, help: String?) {
    let since = context.map { " that begins in line \($0.mark.line)" } ?? ""
    if beginsWithTab(position, in: file) {
      return ("the line is indented with a tab", "indent with spaces: two a level")
    }
    for (fragment, message, help) in table where problem.contains(fragment) {
      return (message.replacing("{since}", with: since).replacing("{depth}", with: "\(limits.depth)"), help)
    }
    return ("\(problem)\(context.map { " (\($0.text))" } ?? "")", nil)
  }

  private static func beginsWithTab(_ position: SourcePosition, in file: SourceFile) -> Bool {
    guard let line = file.line(position.line) else { return false }
    return line.prefix { $0 == " " || $0 == "\t" }.contains("\t")
  }

  /// What the parser says (a part of it), what it means, what to do.
  private static let table: [(fragment: String, message: String, help: String?)] = [
    (
      "mapping values are not allowed", "a ':' stands where no key can be",
      "put text that contains ': ' in quotes, or check the indentation"
    ),
    ("could not find expected ':'", "a key without ':'", "write 'key: value', with a space after the colon"),
    (
      "did not find expected key", "the indentation does not fit the block{since}",
      "keys of one block begin in the same column"
    ),
    (
      "did not find expected '-' indicator", "the indentation does not fit the list{since}",
      "all '-' of a list stand in the same column"
    ),
    ("did not find expected ',' or ']'", "the list{since} is not closed", "add a ',' or the ']'"),
    ("did not find expected ',' or '}'", "the block{since} is not closed", "add a ',' or the '}'"),
    ("found unexpected end of stream", "the quoted text{since} is not closed", "add the closing quote"),
    (
      "but found another document", "a second document begins here",
      "one file holds one document: delete the '---'"
    ),
    ("undefined alias", "an alias without its anchor", "put text that begins with '*' in quotes"),
    (
      "cannot start any token", "a value cannot begin with this character",
      "put text that begins with '@', '`' or '%' in quotes"
    ),
    ("unknown escape character", "this escape is not known", "use single quotes when a text contains '\\'"),
    (
      "block sequence entries are not allowed", "a '-' stands where no list can be",
      "begin the list on a line of its own below the key"
    ),
    (
      "Maximum nesting level", "lists and blocks are nested more than {depth} deep here",
      "look for a bracket that is not closed"
    ),
    (
      "expected alphabetic or numeric character", "'&' and '*' have a meaning of their own in YAML",
      "put text that begins with '&' or '*' in quotes"
    ),
    ("expected node content", "a value is missing here", "write a value, or delete the comma"),
    ("expected <document start>", "text after the end of the document", "check the indentation of this line"),
    (
      "undefined tag handle", "'!' has a meaning of its own in YAML",
      "put text that begins with '!' in quotes"
    ),
    (
      "comment or line break", "text after '|' or '>'", "begin the text on the next line, or put it in quotes"
    ),
  ]
}
