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

    /// Limits on size and nesting.
    public init(byteCount: Int = 16 << 20, depth: Int = 64) {
      self.byteCount = byteCount
      self.depth = depth
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
    guard file.bytes.count <= limits.byteCount else {
      diagnostics.error(
        at: Place(file: file),
        "the document has \(file.bytes.count) bytes; at most \(limits.byteCount) are read",
        help: "keep bulk data in CSV files and name them in the document")
      return nil
    }
    guard file.reportInvalidUTF8(into: diagnostics), !YAMLAlias.report(in: file, into: diagnostics) else {
      return nil
    }
    var keys = YAMLRepeatedKeys(file.text)
    while true {
      do throws(YamlError) {
        guard let root = try compose(keys.text) else {
          diagnostics.error(
            at: Place(file: file), "the document is empty",
            help: "a document has at least one 'key: value' line")
          return nil
        }
        let conversion = YAMLConversion(
          file: file, diagnostics: diagnostics, depth: limits.depth, originals: keys.originals)
        return conversion.node(root, path: "", depth: 0).map { Document(file: file, root: $0) }
      } catch {
        if case .duplicatedKeysInMapping(let names, _) = error, keys.disguise(names) { continue }
        diagnostics.add(YAMLSyntaxError(error, in: file, limits: limits).diagnostic)
        return nil
      }
    }
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
