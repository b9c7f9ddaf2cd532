/// Reads the keys of one block by its declaration.
///
/// What is wrong with the block as a whole (unknown keys, missing keys, keys without a value) is reported when
/// the reader is made, so it cannot be forgotten. Each reading then gives the value or, after a complaint, nil;
/// reading goes on either way. Asking for a key that the schema does not declare is a programming error.
public struct BlockReader {
  /// The declaration by which the block is read.
  public let schema: BlockSchema
  /// The path of the block, `layouts[1].servers`.
  public let path: String
  let node: Node
  let reader: DocumentReader
  /// The key that the block belongs to, if it is not an element of a list.
  private let head: Node.Entry?
  private let entries: [Node.Entry]

  init(
    _ node: Node, _ schema: BlockSchema, path: String, head: Node.Entry?, reader: DocumentReader
  ) {
    self.schema = schema
    self.path = path
    self.node = node
    self.reader = reader
    self.head = head
    self.entries = node.entries ?? []
    reader.declare(schema)
    reportUnknownKeys()
    reportMissingKeys()
  }

  // MARK: - Keys

  /// The value of a key; nil when it is absent (`null` and `~` count as absent) or has no value.
  public subscript(key: String) -> ValueReader? {
    let declaration = declaration(of: key)
    reader.noteRead(key, of: schema)
    guard let entry = entries.first(where: { $0.key == key }), entry.value.isValue else { return nil }
    return ValueReader(
      node: entry.value, kind: declaration.kind, path: Document.path(path, key: key), name: key,
      entry: entry, reader: reader)
  }

  /// Whether a key is written with a value.
  public func has(_ key: String) -> Bool {
    precondition(schema[key] != nil, "block '\(schema.name)' declares no key '\(key)'")
    return entries.contains { $0.key == key && $0.value.isValue }
  }

  /// The place of a key's value, or of the block when the key is not written.
  public func place(of key: String) -> Place {
    let entry = entries.first { $0.key == key }
    let span = entry.map { Document.span(of: $0, in: reader.document.file) } ?? headSpan
    return Place(file: reader.document.file, span: span, path: Document.path(path, key: key))
  }

  /// The place of the block: the key that it belongs to, or its first character.
  public var place: Place { Place(file: reader.document.file, span: headSpan, path: path) }

  private var headSpan: SourceSpan {
    head.map { Document.keySpan(of: $0, in: reader.document.file) } ?? SourceSpan(start: node.position)
  }

  // MARK: - Complaints of the caller

  /// Reports an error about a key's value; the message is a whole sentence.
  public func error(_ key: String, _ message: String, help: String? = nil) {
    reader.diagnostics.error(at: place(of: key), message, help: help)
  }

  /// Reports an error about the block as a whole.
  public func error(_ message: String, help: String? = nil) {
    reader.diagnostics.error(at: place, message, help: help)
  }

  /// Reports a warning about a key's value.
  public func warning(_ key: String, _ message: String, help: String? = nil) {
    reader.diagnostics.warning(at: place(of: key), message, help: help)
  }

  // MARK: - Structure

  private func declaration(of key: String) -> KeyDeclaration {
    guard let declaration = schema[key] else {
      preconditionFailure("block '\(schema.name)' declares no key '\(key)'")
    }
    return declaration
  }

  /// The most keys that are listed to someone whose key is near to none; the largest block has fewer.
  private static let keysShown = 24

  private func reportUnknownKeys() {
    let names = schema.keys.map(\.name)
    // A key that is already there is no useful suggestion for another one.
    let free = names.filter { name in !entries.contains { $0.key == name } }
    for entry in entries where schema[entry.key] == nil {
      reader.diagnostics.error(
        at: place(of: entry), "unknown key \(Wording.quoted(entry.key)) in \(schema.name)",
        help: EditDistance.nearest(to: entry.key, in: free).map { "did you mean '\($0)'?" }
          ?? Wording.suggestion(for: "", among: names, called: "valid keys", upTo: BlockReader.keysShown))
    }
  }

  private func reportMissingKeys() {
    for key in schema.keys {
      let entry = entries.first { $0.key == key.name }
      if let entry, entry.value.isBlank {
        reader.diagnostics.error(
          at: place(of: entry), "'\(key.name)' has no value",
          help: "write \(key.kind.phrase)\(key.isRequired ? "" : ", or delete the key")")
      } else if key.isRequired, entry?.value.isNull ?? true {
        reader.diagnostics.error(
          at: Place(file: reader.document.file, span: headSpan, path: Document.path(path, key: key.name)),
          "\(schema.name) lacks the key '\(key.name)'", help: "add '\(key.name):' with \(key.kind.phrase)")
      }
    }
  }

  private func place(of entry: Node.Entry) -> Place {
    let span = Document.keySpan(of: entry, in: reader.document.file)
    return Place(file: reader.document.file, span: span, path: Document.path(path, key: entry.key))
  }
}
