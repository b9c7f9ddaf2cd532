/// The demand patterns known by name; a new one is a file and a line here.
public enum DemandPatternCatalog {
  /// Every pattern.
  public static let all: [DemandPattern] = [
    .constant,
    .officeHours,
    .eveningPeak,
    .nightlyBatch,
    .diurnal,
  ]

  /// The pattern of a name.
  public static func named(_ name: String) -> DemandPattern? { all.first { $0.name == name } }
}
