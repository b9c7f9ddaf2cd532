public import Documents

/// Gives the files that a scenario names: traces, weather, hardware of its own.
///
/// The scenario file says where they lie in its author's words; who loads it decides what that means on this machine.
public protocol ResourceReader {
  /// Reads a file, unpacked if it is packed.
  ///
  /// - Parameter path: the path as written in the scenario.
  /// - Throws: why there is no such file, to be shown at the line that names it.
  func read(_ path: String) throws(ResourceProblem) -> SourceFile
}

/// Why a file that a scenario names cannot be had.
public struct ResourceProblem: Error, Sendable, Equatable {
  /// What is wrong, as a clause: `traces/mail.csv: there is no such file`.
  public var message: String
  /// What to do about it.
  public var help: String?

  /// A problem with its remedy.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
