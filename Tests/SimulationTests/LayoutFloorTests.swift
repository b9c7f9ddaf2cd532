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
    if let entry { scenario.site.plant.specification.cooling.entry = entry }
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

  @Test func `only units that stand in rows, on racks or in servers are left out`() throws {
    let without = try PlantCatalog.all.filter { entry in
      try design(TinyStudy.dedicated(), plant: entry).floor(racksOf: rack(depth: 1)).plan.coolingUnits == 0
    }
    #expect(without.map(\.name) == ["in-row", "rear-door-passive", "rear-door-active", "direct-liquid"])
  }
}
