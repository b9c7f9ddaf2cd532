/// The cooling plants bladesim knows. A new one is a file and a line here.
public enum PlantCatalog {
  /// Every plant, oldest practice first.
  public static let all: [PlantEntry] = [
    PerimeterDX2005.entry,
    MooreCRAC.entry,
    PerimeterDXVariable.entry,
    AirEconomizer.entry,
  ]

  /// The plant of a name.
  public static func entry(named name: String) -> PlantEntry? { all.first { $0.name == name } }
}
