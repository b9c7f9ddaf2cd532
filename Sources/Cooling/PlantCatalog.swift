/// The cooling plants bladesim knows. A new one is a file and a line here.
public enum PlantCatalog {
  /// Every plant.
  public static let all: [PlantEntry] = [
    PerimeterDX2005.entry,
    MooreCRAC.entry,
    PerimeterDXVariable.entry,
    AirEconomizer.entry,
    ChilledWaterCRAH.entry,
    ChilledWater2015.entry,
    ChilledWaterEconomizer.entry,
    AirCooledChiller2005.entry,
    AirCooledChiller2025.entry,
    PumpedRefrigerantDX.entry,
    DirectEvaporative.entry,
    IndirectEvaporative.entry,
    InRow.entry,
    RearDoorPassive.entry,
    RearDoorActive.entry,
    DirectLiquid.entry,
  ]

  /// The plant of a name.
  public static func entry(named name: String) -> PlantEntry? { all.first { $0.name == name } }
}
