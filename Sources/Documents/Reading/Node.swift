/// A piece of a document with the position at which it begins.
public struct Node: Sendable, Equatable {
  /// What a node can be.
  public enum Content: Sendable, Equatable {
    /// A single value, as written.
    case scalar(Scalar)
    /// A list.
    case sequence([Node])
    /// Keys with values, in source order, each key once.
    case mapping([Entry])
  }

  /// A single value: its text and whether it stood in quotes (or in a block of literal text).
  public struct Scalar: Sendable, Equatable {
    /// The text, with quotes and escapes resolved.
    public var text: String
    /// Whether it was quoted, or a literal or folded block: then it is always text, never a number.
    public var isQuoted: Bool

    /// A scalar with its text.
    public init(text: String, isQuoted: Bool = false) {
      self.text = text
      self.isQuoted = isQuoted
    }
  }

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var position: SourcePosition
    /// The value.
    public var value: Node

    /// A key with its value.
    public init(key: String, position: SourcePosition, value: Node) {
      self.key = key
      self.position = position
      self.value = value
    }
  }

  /// What it is.
  public var content: Content
  /// Where it begins.
  public var position: SourcePosition

  /// A node at a position.
  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// The scalar, if it is one.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The elements, if it is a list.
  public var elements: [Node]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// The entries in source order, if it is a mapping.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key, if it is a mapping that has the key.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }

  /// Whether it is an explicit `null` or `~`: the same as a key that is not there.
  public var isNull: Bool {
    guard let scalar, !scalar.isQuoted else { return false }
    return ["null", "Null", "NULL", "~"].contains(scalar.text)
  }

  /// Whether nothing was written where a value belongs (`key:` and the end of the line).
  public var isBlank: Bool { scalar == Scalar(text: "") }

  /// Whether anything was written that is not `null`.
  var isValue: Bool { !isBlank && !isNull }
}
