/// A position in a document: line and column, both from 1, the column counted in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// The position at a line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Document order.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A piece of one line: where it starts and how many Unicode scalars it covers (at least 1).
public struct SourceSpan: Sendable, Hashable {
  /// The first character.
  public var start: SourcePosition
  /// The length in Unicode scalars, at least 1.
  public var length: Int

  /// A span of `length` scalars; shorter than 1 is taken as 1.
  public init(start: SourcePosition, length: Int = 1) {
    self.start = start
    self.length = max(1, length)
  }
}

/// What a message points at: a document, a span in it and the path of keys that leads there.
public struct Place: Sendable, Equatable {
  /// The document.
  public var file: SourceFile
  /// The span, or nil when the message is about the document as a whole.
  public var span: SourceSpan?
  /// The path of keys, `layouts[1].servers.model`; empty at the root.
  public var path: String

  /// A place in a document.
  public init(file: SourceFile, span: SourceSpan? = nil, path: String = "") {
    self.file = file
    self.span = span
    self.path = path
  }
}

/// A value that remembers where it was read.
public struct Positioned<Value> {
  /// The value.
  public var value: Value
  /// Where it stands in its document.
  public var place: Place

  /// A value read at a place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Positioned: Sendable where Value: Sendable {}
extension Positioned: Equatable where Value: Equatable {}
