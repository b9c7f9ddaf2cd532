import Yams

/// Turns the bytes of a YAML document into positioned nodes, or into complaints.
///
/// The accepted language is YAML without its surprises: one document, UTF-8, text keys that occur once, no
/// anchors and aliases, no merge keys, no type tags. Everything else is refused with its position, before it
/// can cost time or memory.
public enum DocumentLoader {
  /// What is still accepted.
  public struct Limits: Sendable {
    /// The size of a document in bytes, 16 MiB unless said otherwise.
    public var byteCount: Int
    /// How deep lists and blocks may be nested, 64 unless said otherwise.
    public var depth: Int
    /// How many keys and list elements there may be, counted generously by the characters that separate
    /// them; 1 million unless said otherwise.
    public var separatorCount: Int

    /// Limits on size and nesting.
    public init(byteCount: Int = 16 << 20, depth: Int = 64, separatorCount: Int = 1_000_000) {
      self.byteCount = byteCount
      self.depth = depth
      self.separatorCount = separatorCount
    }
  }

  /// Reads a YAML document given as bytes.
  public static func yaml(
    bytes: [UInt8], name: String, limits: Limits = Limits()
  ) -> (document: Document?, diagnostics: Diagnostics) {
    let diagnostics = Diagnostics()
    let document = yaml(SourceFile(name: name, bytes: bytes), into: diagnostics, limits: limits)
    return (document, diagnostics)
  }

  /// Reads a YAML document and reports into a collection; nil when no tree of nodes could be made.
  ///
  /// Keys that occur twice are reported and the first one kept, so that reading can go on.
  public static func yaml(
    _ file: SourceFile, into diagnostics: Diagnostics, limits: Limits = Limits()
  ) -> Document? {
    guard isWithin(limits, file, diagnostics), file.reportInvalidUTF8(into: diagnostics),
      !YAMLAlias.report(in: file, into: diagnostics)
    else { return nil }
    let tree: Yams.Node?
    var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
    do {
      tree = try compose(file.text)
    } catch {
      guard case .duplicatedKeysInMapping = error, let keys = YAMLRepeatedKeys(file.text),
        let disguised = try? compose(keys.text)
      else {
        diagnostics.add(YAMLSyntaxError(error, in: file, limits: limits).diagnostic)
        return nil
      }
      tree = disguised
      originals = keys.originals
    }
    let conversion = YAMLConversion(
      file: file, diagnostics: diagnostics, depth: limits.depth, originals: originals)
    guard let tree, let root = conversion.node(tree, path: "", depth: 0) else {
      if tree == nil { reportEmpty(file, diagnostics) }
      return nil
    }
    guard !root.isBlank else {
      reportEmpty(file, diagnostics)
      return nil
    }
    return Document(file: file, root: root)
  }

  private static func isWithin(
    _ limits: Limits, _ file: SourceFile, _ diagnostics: Diagnostics
  ) -> Bool {
    let help = "keep bulk data in CSV files and name them in the document"
    guard file.bytes.count <= limits.byteCount else {
      diagnostics.error(
        at: Place(file: file),
        "the document has \(file.bytes.count) bytes; at most \(limits.byteCount) are read", help: help)
      return false
    }
    guard separatorCount(file.bytes) <= limits.separatorCount else {
      diagnostics.error(
        at: Place(file: file), "the document has more than \(limits.separatorCount) keys and list elements",
        help: help)
      return false
    }
    return true
  }

  /// How many characters separate nodes: there can be at most a few nodes for each, so this bounds time and
  /// memory before any is spent.
  private static func separatorCount(_ bytes: [UInt8]) -> Int {
    let separators = Array(",:-?[{\n\r".utf8)
    var isSeparator = [Bool](repeating: false, count: 256)
    for separator in separators { isSeparator[Int(separator)] = true }
    return bytes.reduce(0) { isSeparator[Int($1)] ? $0 + 1 : $0 }
  }

  private static func reportEmpty(_ file: SourceFile, _ diagnostics: Diagnostics) {
    diagnostics.error(
      at: Place(file: file), "the document is empty", help: "a document has at least one 'key: value' line")
  }

  /// The parser's tree. `Resolver.basic` leaves every scalar a text, which is both what is wanted here and
  /// much faster than the guessing of types.
  private static func compose(_ text: String) throws(YamlError) -> Yams.Node? {
    do {
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw error
    } catch {
      preconditionFailure("the parser threw an error that is not its own: \(error)")
    }
  }
}
