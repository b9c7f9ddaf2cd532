/// The climates bladesim knows. A new one is a file and a line here.
public enum ClimateCatalog {
  /// Every climate.
  public static let all: [ClimateNormals] = [
    .chicagoOHare, .newYorkJFK, .phoenix, .denver, .seattle, .miami, .london, .frankfurt, .helsinki,
    .singapore,
  ]

  /// The climate of a name.
  public static func climate(named name: String) -> ClimateNormals? { all.first { $0.name == name } }
}
