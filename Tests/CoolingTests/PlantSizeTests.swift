import Cooling
import Quantities
import Testing

@Suite("Plant size and settings")
struct PlantSizeTests {
  @Test(
    arguments: [
      (100, 1, 1, 2), (100.001, 1, 2, 3), (99, 0, 1, 1), (430, 1, 5, 6), (1, 0, 1, 1), (300, 2, 3, 5),
    ] as [(Double, Int, Int, Int)])
  func `whole units carry the design heat and spare ones come on top`(
    kilowatts: Double, spare: Int, needed: Int, units: Int
  ) {
    let size = PlantSize(designHeat: Watts(kilowatts: kilowatts), spareUnits: spare)
    #expect(size.neededUnits == needed)
    #expect(size.units == units)
    #expect(size.capacity == Watts(kilowatts: 100 * Double(units)))
  }

  @Test func `three thirds are three units`() {
    let third = Watts(kilowatts: 100.0 / 3)
    let size = PlantSize(designHeat: Watts(kilowatts: 100), unitCapacity: third, spareUnits: 0)
    #expect(size.units == 3)
  }

  @Test func `a setting is read with its unit and held to its range`() throws {
    let entry = try #require(PlantCatalog.entry(named: "perimeter-dx-2005"))
    let supply = try #require(entry.parameter(named: "supply"))
    #expect(supply.standardText == "14 degC")
    #expect(try supply.setting("16 degC").description == "supply: 16 degC")
    let range = #expect(throws: QuantityProblem.self) { try supply.setting("40 degC") }
    #expect(range?.message == "supply is 40 degC, outside 10 degC to 20 degC")
    #expect(throws: QuantityProblem.self) { try supply.setting("16 kW") }
    #expect(throws: QuantityProblem.self) { try supply.setting(Watts(16)) }
    #expect(throws: QuantityProblem.self) { try supply.setting("nan degC") }
    #expect(try supply.setting(Celsius(16)) == supply.setting("16 degC"))
  }

  @Test func `a later setting replaces an earlier one`() throws {
    let entry = try #require(PlantCatalog.entry(named: "perimeter-dx-2005"))
    let supply = try #require(entry.parameter(named: "supply"))
    var settings = PlantParameters()
    settings.set(try supply.setting("16 degC"))
    settings.set(try supply.setting("18 degC"))
    #expect(settings.settings.count == 1)
    #expect(settings[supply] == Celsius(18))
    #expect(PlantParameters()[supply] == Celsius(14))
  }

  @Test func `there is no plant and no parameter of an unknown name`() {
    #expect(PlantCatalog.entry(named: "windmill") == nil)
    #expect(PlantCatalog.all[0].parameter(named: "colour") == nil)
  }
}
