/// Why a weather file cannot be used, and where.
public struct WeatherFileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column of the field's first byte, from 1.
  public let column: Int
  /// What is wrong, as a clause.
  public let message: String
  /// What to do, if there is something to say.
  public let help: String?

  /// Creates a problem.
  public init(line: Int, column: Int, _ message: String, help: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  /// `12:40: 'abc' is not a dry bulb`.
  public var description: String { "\(line):\(column): \(message)" }
}
