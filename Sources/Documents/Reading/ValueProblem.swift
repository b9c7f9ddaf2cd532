/// Why a text is not the value it should be: the end of a sentence that begins with the key, and what to write.
///
/// A parser outside of this room (quantities, catalogue names) answers with it; the reader adds key and place.
public struct ValueProblem: Error, Sendable, Equatable {
  /// What is wrong, continuing "'power' ...": "has no unit", "is a mass, not a power".
  public var message: String
  /// What to write instead.
  public var help: String?

  /// A problem with its remedy.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
