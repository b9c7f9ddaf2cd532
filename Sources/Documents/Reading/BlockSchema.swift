/// The declaration of a block: its keys, what each takes, and what it means.
///
/// One declaration serves the reader (which refuses anything else), the JSON Schema (which helps editors to
/// complete it) and the documentation.
public struct BlockSchema: Sendable, Equatable {
  /// What the block is called in messages and in the schema: "server", "cooling plant".
  public var name: String
  /// One sentence on what it describes.
  public var summary: String
  /// The keys, in the order in which they are documented.
  public var keys: [KeyDeclaration]

  /// A block of the given keys; no key may be declared twice.
  public init(_ name: String, _ summary: String, keys: [KeyDeclaration]) {
    let names = keys.map(\.name)
    precondition(Set(names).count == names.count, "block '\(name)' declares a key twice")
    self.name = name
    self.summary = summary
    self.keys = keys
  }

  /// The declaration of a key.
  public subscript(key: String) -> KeyDeclaration? { keys.first { $0.name == key } }

  /// The same block with further keys, for a model that adds its own settings to common ones.
  public func adding(_ more: [KeyDeclaration]) -> BlockSchema {
    BlockSchema(name, summary, keys: keys + more)
  }
}

/// The declaration of one key of a block.
public struct KeyDeclaration: Sendable, Equatable {
  /// The key, as written in the document.
  public var name: String
  /// What it takes.
  public var kind: ValueKind
  /// Whether the block is incomplete without it.
  public var isRequired: Bool
  /// What holds when it is not written, as text for the documentation.
  public var defaultText: String?
  /// One sentence on what it means.
  public var summary: String

  /// A key that must be there.
  public static func required(_ name: String, _ kind: ValueKind, _ summary: String) -> KeyDeclaration {
    KeyDeclaration(name: name, kind: kind, isRequired: true, defaultText: nil, summary: summary)
  }

  /// A key that may be left out; `default` says what then holds.
  public static func optional(
    _ name: String, _ kind: ValueKind, default: String? = nil, _ summary: String
  ) -> KeyDeclaration {
    KeyDeclaration(name: name, kind: kind, isRequired: false, defaultText: `default`, summary: summary)
  }
}

/// What a key takes.
public indirect enum ValueKind: Sendable, Equatable {
  /// Any text.
  case text
  /// A name that others refer to: letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
  case identifier
  /// `true` or `false`.
  case boolean
  /// A whole number within limits.
  case integer(ClosedRange<Int> = Int.min...Int.max)
  /// A finite number within limits.
  case number(ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
  /// A number with a unit: what it measures and how it is written, `.quantity("power", example: "2.4 kW")`.
  case quantity(String, example: String)
  /// A calendar date, `2006-01-31`.
  case date
  /// One of a few words.
  case choice([String])
  /// The name of something defined elsewhere: `.reference("server model")`.
  case reference(String)
  /// A nested block.
  case block(BlockSchema)
  /// A list.
  case list(of: ValueKind)
  /// A block whose keys are names given by the user.
  case map(of: ValueKind)
  /// Any of several kinds, told apart by their shape (scalar, list, block) or by the caller.
  case oneOf([ValueKind])
}
