/// Reads one document by its declarations; holds what all blocks of the document share.
public final class DocumentReader {
  /// The document being read.
  public let document: Document
  /// Where complaints go.
  public let diagnostics: Diagnostics
  private var declared: Set<String> = []
  private var read: Set<String> = []

  /// A reader of a document that reports into a collection.
  public init(_ document: Document, into diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
  }

  /// The outermost block; nil, with a complaint, when the document is a list or a single value.
  public func root(_ schema: BlockSchema) -> BlockReader? { value(.block(schema)).block() }

  /// The outermost value, for documents that are not a block.
  public func value(_ kind: ValueKind) -> ValueReader {
    ValueReader(node: document.root, kind: kind, path: "", name: "", entry: nil, reader: self)
  }

  /// Keys that were declared by the blocks met so far but never asked for, as "block.key" in alphabetical
  /// order: a declaration nobody reads is a mistake in the program, which tests look for with this.
  public var unreadDeclarations: [String] { declared.subtracting(read).sorted() }

  func declare(_ schema: BlockSchema) {
    for key in schema.keys { declared.insert("\(schema.name).\(key.name)") }
  }

  func noteRead(_ key: String, of schema: BlockSchema) { read.insert("\(schema.name).\(key)") }
}
