/// All rules that choose which guest leaves a host.
public enum SelectionCatalog {
  /// Every rule, one line each.
  public static let all: [SelectionEntry] = [
    MinimumMigrationTime.entry,
    MaximumCorrelation.entry,
    MinimumUtilization.entry,
    RandomChoice.entry,
  ]

  /// The rule of a name or abbreviation, or nil.
  public static func entry(named name: String) -> SelectionEntry? {
    all.first { $0.name == name || $0.abbreviation == name }
  }
}
