import Cooling
import Quantities
import TestSupport
import Testing

/// What plants take for granted, beside what is usual for their kind (from memory of the literature, medium confidence,
/// where nothing else is said).
@Suite("Standard values of plants")
struct PlantValuesTests {
  @Test(
    arguments: [
      // Rooms of 2005: supply 13 to 15 degrees, units of 100 kW with fans of 5.5 to 7.5 kW; White Paper 113 for humidity.
      ("perimeter-dx-2005", "supply", 13...15), ("perimeter-dx-2005", "fans", 0.055...0.075),
      ("perimeter-dx-2005", "humidity-standing", 0.01...0.01),
      ("perimeter-dx-2005", "humidity-proportional", 0.01...0.01), ("crac-moore-2005", "fans", 0.055...0.075),
      ("chilled-water-crah", "supply", 13...15), ("chilled-water-crah", "fans", 0.04...0.07),
      ("chilled-water-crah", "chilled-water", 7...7), ("chilled-water-crah", "cop", 5.5...5.5),
      ("chilled-water-crah", "cycles", 3...6), ("air-cooled-chiller-2005", "cop", 2.8...3.1),
      // Contained rooms of 2015: supply 20 to 22 degrees.
      ("perimeter-dx-variable", "supply", 20...22), ("perimeter-dx-variable", "fans", 0.04...0.07),
      ("chilled-water-economizer", "supply", 20...22), ("chilled-water-economizer", "fans", 0.04...0.07),
      ("chilled-water-economizer", "exchanger-approach", 1.5...2),
      // Rooms of middle size: the ranges of Lei and Masanet (2022).
      ("chilled-water-2015", "supply", 20...22), ("chilled-water-2015", "rise", 5...10),
      ("chilled-water-2015", "fan-pressure", 400...900), ("chilled-water-2015", "fan-efficiency", 0.6...0.8),
      ("chilled-water-2015", "sensible-heat", 0.95...0.99), ("chilled-water-2015", "cycles", 3...12),
      // Rooms of today: 24 to 27 degrees, outside air between dew points of -9 and 15 degrees.
      ("air-economizer-2025", "supply", 24...27), ("air-economizer-2025", "greatest-dew-point", 15...15),
      ("air-economizer-2025", "least-dew-point", -9 ... -9),
      ("direct-evaporative", "effectiveness", 0.85...0.9),
      ("indirect-evaporative", "effectiveness", 0.65...0.8), ("dx-pumped-refrigerant", "cop", 4.567...4.567),
      // Close to the racks: fans of 10 to 25 W/kW; doors take 90 % and more and cost 1 to 3 % of fans that take 5 to 15 %.
      ("in-row", "fans", 0.010...0.025), ("rear-door-active", "fans", 0.010...0.025),
      ("rear-door-active", "capture", 0.9...1), ("rear-door-passive", "capture", 0.9...1),
      ("rear-door-passive", "drag", 0.0005...0.0045), ("direct-liquid", "capture", 0.6...0.8),
      ("direct-liquid", "pumps", 0.015...0.03), ("direct-liquid", "liquid", 32...45),
    ] as [(String, String, ClosedRange<Double>)])
  func `a standard value lies where such plants do`(plant: String, key: String, range: ClosedRange<Double>)
    throws
  {
    let entry = try #require(PlantCatalog.entry(named: plant))
    let parameter = try #require(entry.parameter(named: key))
    #expect(range.contains(try PlantContractTests.value(parameter.standardText, of: parameter)))
  }

  /// A rack of 5 kW then rises by 15.9 K in three minutes.
  @Test func `a rack holds 8 kJ/K of air and 200 kJ/K of metal, 400 W/K apart`() {
    #expect(
      ThermalLumps.rack
        == ThermalLumps(
          air: JoulesPerKelvin(8000), mass: JoulesPerKelvin(200_000), coupling: WattsPerKelvin(400)))
    // 6.6 m3 of air.
    #expect(isClose(8000 / (1.2 * 1006), 6.6, absolute: 0.05))
  }

  @Test func `servers warn at 35 degrees and shut down at 40 to 45`() {
    #expect(CoolingOutage.warning == Celsius(35))
    #expect((Celsius(40)...Celsius(45)).contains(CoolingOutage.shutdown))
  }

  /// 0.012 to 0.02 kW a kilowatt rejected.
  @Test func `a tower's fans take 1.2 to 2 per cent of the heat`() {
    let tower = CoolingTower(designHeat: Watts(kilowatts: 1000))
    #expect((Watts(kilowatts: 12)...Watts(kilowatts: 20)).contains(tower.fanPower))
  }
}
