import Cooling
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import Testing

@Suite("The floor of a layout")
struct LayoutFloorTests {
  private func design(_ layout: Layout, plant entry: PlantEntry? = nil) throws -> LayoutDesign {
    var scenario = try TinyStudy.scenario(layouts: [layout])
    if let entry {
      scenario.site.plant.specification.cooling.entry = entry
      scenario.site.plant.cooling = entry.make(scenario.site.plant.cooling.size, PlantParameters())
    }
    return try Simulator(scenario).designs[0]
  }

  private func rack(depth: Double) -> RackType {
    RackType(
      name: "Rack", units: RackUnits(42), width: Meters(0.6), height: Meters(2), depth: Meters(depth),
      emptyWeight: Kilograms(120), maximumWeight: Kilograms(1000))
  }

  @Test func `every rack and every unit of the plant stands on it`() throws {
    let design = try design(TinyStudy.dedicated())
    let floor = design.floor(racksOf: rack(depth: 1))
    #expect(floor.plan.racks == design.racks.racks.count)
    #expect(floor.plan.coolingUnits == design.plant.cooling.size.units)
    #expect(floor.plan.distributionUnits == 1)
    #expect(abs((floor.area - floor.spareArea - design.floorArea).value) < 1e-9)
    let share = BackOfHouse.share(power: design.plant.designPower, whiteSpace: design.floorArea)
    #expect(design.backOfHouse == share)
  }

  @Test(arguments: [(0.9, 4.27, 4.88), (1.08, 4.27, 4.88), (1.2, 4.5, 4.88), (1.5, 5.1, 5.1)])
  func `enclosures and deep racks stand at a wider pitch`(depth: Double, servers: Double, blades: Double)
    throws
  {
    let rack = rack(depth: depth)
    #expect(try abs(design(TinyStudy.dedicated()).floor(racksOf: rack).plan.pitch.value - servers) < 1e-9)
    #expect(try abs(design(TinyStudy.virtualized()).floor(racksOf: rack).plan.pitch.value - blades) < 1e-9)
  }

  /// Doors leave 5 % of the heat to units along the walls, direct liquid 30 %; units in rows lengthen them.
  @Test func `every plant has the floor of its units, along the walls or in the rows`() throws {
    for entry in PlantCatalog.all {
      let design = try design(TinyStudy.dedicated(), plant: entry)
      let plan = design.floor(racksOf: rack(depth: 1)).plan
      let units = design.plant.cooling.size.units
      let share = ["rear-door-passive": 0.05, "rear-door-active": 0.05, "direct-liquid": 0.3, "in-row": 0][
        entry.name, default: 1]
      #expect(Double(plan.coolingUnits) == (Double(units) * share).rounded(.up), "\(entry.name)")
      #expect(plan.rowUnits == (entry.name == "in-row" ? units : 0))
      let bare = FloorPlan.forRoom(
        racks: plan.racks, rackWidth: plan.rackWidth, pitch: plan.pitch, coolingUnits: plan.coolingUnits,
        distributionUnits: plan.distributionUnits)
      // Of one row, the units' width times half the pitch and the strips of 0.6 m along both sides.
      let added = 0.3 * Double(plan.rowUnits) * (plan.pitch.value / 2 + 1.2)
      #expect(plan.rows == 1 && abs((plan.area - bare.area).value - added) < 1e-9, "\(entry.name)")
    }
  }
}
