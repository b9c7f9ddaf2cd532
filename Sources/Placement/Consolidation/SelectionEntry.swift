/// A rule that chooses guests, as users find it.
public struct SelectionEntry: Sendable {
  /// The name.
  public let name: String
  /// The name in the literature, in lower case.
  public let abbreviation: String
  /// What it does, in one sentence.
  public let summary: String
  /// The rule.
  public let selection: any GuestSelection

  init(_ name: String, abbreviation: String, _ summary: String, _ selection: any GuestSelection) {
    self.name = name
    self.abbreviation = abbreviation
    self.summary = summary
    self.selection = selection
  }
}
