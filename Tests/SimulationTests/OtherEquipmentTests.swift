import Cooling
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

@Suite("Equipment beside the servers")
struct OtherEquipmentTests {
  private static let hour = Seconds(hours: 1)
  private static let arrays = OtherEquipment(
    name: "disk-array", count: 3, height: RackUnits(4), power: Watts(350.5), weight: Kilograms(38), ports: 4,
    cables: 6, price: Money(9000, .usd))
  private static let switches = OtherEquipment(
    name: "switch", count: 2, height: RackUnits(1), power: Watts(80), weight: Kilograms(6), ports: 0,
    cables: 3)
  private static let watts = 3 * 350.5 + 2 * 80

  private func scenario(_ layout: Layout, with equipment: [OtherEquipment]) throws -> Scenario {
    var layout = layout
    layout.equipment = equipment
    return try TinyStudy.scenario(
      days: 3, sample: Self.hour,
      guests: [try TinyStudy.steady(count: 6, percent: 20, sample: Self.hour)], layouts: [layout])
  }

  @Test func `its energy is watts times time, and that of the servers stays what it was`() throws {
    for layout in [try TinyStudy.dedicated(), try TinyStudy.virtualized()] {
      let without = try RecordedRun(scenario(layout, with: [])).summary
      let with = try RecordedRun(scenario(layout, with: [Self.arrays, Self.switches])).summary
      func energy(_ run: RunSummary, _ component: EnergyComponent) -> Double {
        run.energy[component.rawValue].value
      }
      #expect(energy(without, .otherEquipment) == 0)
      #expect(energy(with, .otherEquipment) == Self.watts * 3 * 86_400)
      for component in [EnergyComponent.serversIdle, .serversWork, .enclosures, .supplies] {
        #expect(
          isClose(energy(with, component), energy(without, component), relative: 1e-9, absolute: 1e-3))
      }
      #expect(
        isClose(
          with.itEnergy.value, without.itEnergy.value + Self.watts * 3 * 86_400, relative: 1e-9))
      #expect(isClose((with.peakIT - without.peakIT).value, Self.watts, relative: 1e-9))
    }
  }

  @Test func `chain and plant carry it like any other watt`() throws {
    let run = try RecordedRun(scenario(TinyStudy.dedicated(), with: [Self.arrays]))
    let plant = run.design.plant
    let it = Watts(6 * 120 + 3 * 350.5)
    let critical = plant.electrical.critical(it: it)
    let air = run.simulator.scenario.site.weather
    let cooling = plant.cooling.reading(
      heat: critical.heat, weather: air.sample(atHourOfYear: 0))
    let meter = plant.electrical.reading(critical, mechanical: cooling.electricity).meter
    #expect(isClose(run.summary.meterEnergy.value, meter.value * 3 * 86_400, relative: 1e-9))
  }

  @Test func `it takes rack units, planned power, mass, ports, cables`() throws {
    let without = try Simulator(scenario(TinyStudy.virtualized(), with: [])).designs[0]
    let with = try Simulator(scenario(TinyStudy.virtualized(), with: [Self.arrays, Self.switches])).designs[0]
    #expect(with.equipment.count == without.equipment.count + 5)
    #expect(
      with.equipment.suffix(5).map(\.name) == ["disk-array", "disk-array", "disk-array", "switch", "switch"])
    #expect(isClose((with.plannedPower - without.plannedPower).value, Self.watts, relative: 1e-9))
    #expect(with.cables - without.cables == 3 * 6 + 2 * 3)
    func totals(_ design: LayoutDesign) -> RackTotals { RackTotals(of: design.equipment) }
    #expect(totals(with).units - totals(without).units == RackUnits(14))
    #expect(isClose((totals(with).weight - totals(without).weight).value, 3 * 38 + 2 * 6, relative: 1e-9))
    #expect(totals(with).ports - totals(without).ports == 12)
    for host in 0..<with.hosts {
      #expect(with.equipment(of: host) == without.equipment(of: host))
    }
  }

  @Test(arguments: [(10, 2), (20, 3), (21, 3), (30, 4)])
  func `racks are counted with it`(pieces: Int, racks: Int) throws {
    // Six servers of 1 U; ten arrays of 4 U fill a rack of 40 U, eleven of 350.5 W its 4 kW.
    var arrays = Self.arrays
    arrays.count = pieces
    let design = try Simulator(scenario(TinyStudy.dedicated(), with: [arrays])).designs[0]
    #expect(design.racks.racks.count == racks)
    let mounted = design.racks.racks.flatMap { $0.mounted.map(\.equipment) }
    #expect(mounted.sorted() == Array(0..<6 + pieces))
  }

  @Test func `a plant that is sized for the layout carries it`() throws {
    var layout = try TinyStudy.dedicated()
    layout.plant = .rightSized(by: .planned, margin: Fraction(percent: 10))
    let design = try Simulator(scenario(layout, with: [Self.arrays])).designs[0]
    #expect(isClose(design.plant.designPower.value, 1.1 * (6 * 120 + 3 * 350.5), relative: 1e-9))
  }
}
