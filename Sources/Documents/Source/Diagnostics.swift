/// Collects complaints while reading goes on, so that the user sees all of them at once.
///
/// At most `limit` are kept; the rest is counted. One collector belongs to one reading task and is not shared
/// between threads; its `all` is a plain value that can be.
public final class Diagnostics {
  /// How many complaints are kept.
  public let limit: Int
  /// Whether there was at least one error, kept or only counted.
  public private(set) var hasErrors = false
  /// How many complaints were counted without being kept.
  public private(set) var omitted = 0
  private var kept: [Diagnostic] = []

  /// An empty collection that keeps at most `limit` complaints.
  public init(limit: Int = 200) {
    self.limit = limit
  }

  /// The complaints kept, by document name, then position; in order of discovery where these are equal.
  public var all: [Diagnostic] { Diagnostics.sorted(kept) }

  /// Whether there is nothing to complain about.
  public var isEmpty: Bool { kept.isEmpty && omitted == 0 }

  /// Adds a complaint; an exact repetition of one that is kept is ignored while there is room.
  public func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity) { diagnostic }
  }

  /// Adds an error; the place is only looked up while there is room.
  public func error(
    at place: @autoclosure () -> Place, _ message: String, help: String? = nil, code: String? = nil
  ) {
    add(.error) { Diagnostic(.error, at: place(), message, help: help, code: code) }
  }

  /// Adds a warning; the place is only looked up while there is room.
  public func warning(
    at place: @autoclosure () -> Place, _ message: String, help: String? = nil, code: String? = nil
  ) {
    add(.warning) { Diagnostic(.warning, at: place(), message, help: help, code: code) }
  }

  /// Adds a note; the place is only looked up while there is room.
  public func note(at place: @autoclosure () -> Place, _ message: String, help: String? = nil) {
    add(.note) { Diagnostic(.note, at: place(), message, help: help) }
  }

  private func add(_ severity: Diagnostic.Severity, _ make: () -> Diagnostic) {
    hasErrors = hasErrors || severity == .error
    guard kept.count < limit else {
      omitted += 1
      return
    }
    let diagnostic = make()
    if !kept.contains(diagnostic) { kept.append(diagnostic) }
  }

  /// Document order: by file name, line and column; whole-document complaints first; otherwise unchanged.
  public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let start = SourcePosition(line: 0, column: 0)
    return diagnostics.enumerated().sorted { left, right in
      let (leftName, rightName) = (left.element.file.name, right.element.file.name)
      if leftName != rightName { return leftName < rightName }
      let (leftPosition, rightPosition) = (left.element.position ?? start, right.element.position ?? start)
      if leftPosition != rightPosition { return leftPosition < rightPosition }
      return left.offset < right.offset
    }.map(\.element)
  }
}
