/// One complaint about a document: what is wrong, where, and what would be right.
public struct Diagnostic: Sendable, Equatable {
  /// How much it matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// The document cannot be used.
    case error
    /// The document can be used, but probably does not say what was meant.
    case warning
    /// A remark that belongs to another message.
    case note
  }

  /// How much it matters.
  public var severity: Severity
  /// What it points at.
  public var place: Place
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// What to write instead.
  public var help: String?
  /// A stable code that `explain` knows, if the message has one.
  public var code: String?

  /// A complaint at a place.
  public init(
    _ severity: Severity, at place: Place, _ message: String, help: String? = nil, code: String? = nil
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.help = help
    self.code = code
  }

  /// The document it is about.
  public var file: SourceFile { place.file }
  /// Where it points; nil when it is about the document as a whole.
  public var position: SourcePosition? { place.span?.start }
  /// How many Unicode scalars it points at.
  public var length: Int { place.span?.length ?? 0 }
  /// The path of keys that leads there, `layouts[1].servers.model`.
  public var path: String { place.path }
}
