import Availability
import Cooling
import Facility
import Power
import Quantities
import Scenario
import ScenarioFile
import Testing
import Workload

@Suite("What holds when a key is left out")
struct DefaultsTests {
  private func scenario(_ old: String = "bladesim: 1", to new: String = "bladesim: 1") throws -> Scenario {
    try #require(SmallRoom.load(SmallRoom.changed(old, to: new)).scenario)
  }

  @Test func `one replication of seed 1, in samples of five minutes`() throws {
    let scenario = try scenario(", sample: 15 min", to: "")
    #expect(scenario.seed == 1 && scenario.replications == 1)
    #expect(scenario.horizon.sample == Seconds(minutes: 5))
  }

  @Test func `bare metal gives each guest a host and all of it`() throws {
    let layout = try scenario().layouts[0]
    #expect(layout.placement.oneGuestPerHost && layout.hostLimits == .whole)
    #expect(layout.restart == nil && layout.placement.spare == .none && layout.powerOffAfter == nil)
    #expect(layout.reliability.server == ComponentReliability.server.model)
    #expect(layout.reliability.enclosure == ComponentReliability.enclosureMidplane.model)
    #expect(layout.reliability.components == .none)
  }

  @Test(arguments: [(2006, 60.0, 90.0), (2009, 60, 90), (2010, 65, 85), (2011, 65, 85)])
  func `hosts under a hypervisor keep the room that was usual`(year: Int, cpu: Double, memory: Double) throws
  {
    let scenario = try scenario("start: 2006-01-01", to: "start: \(year)-01-01")
    let layout = scenario.layouts[1]
    #expect(layout.hostLimits == HostLimits(cpu: Fraction(percent: cpu), memory: Fraction(percent: memory)))
    #expect(!layout.placement.oneGuestPerHost)
    let timing = RestartTiming.virtualInfrastructure3
    #expect(layout.restart == RestartPolicy(detection: timing.detection, slotsPerHost: timing.slots))
  }

  @Test(arguments: [(1, 1), (3, 3), (4, 4), (20, 4)])
  func `a group has a series for each guest, four at most`(count: Int, variants: Int) throws {
    let guests = try scenario("count: 20", to: "count: \(count)").guests
    guard case .pattern(let demand) = guests[0].demand else {
      Issue.record("no pattern")
      return
    }
    #expect(demand.variants == variants && demand.noise == .standard)
  }

  @Test func `components fail as in the catalogue, but for those that are named`() throws {
    func components(_ text: String) throws -> ComponentFailures {
      try scenario(
        "    technique: vmware-esx-3",
        to: "    technique: vmware-esx-3\n    reliability: {components: \(text)}"
      ).layouts[1].reliability.components
    }
    #expect(try components("none") == .none)
    #expect(try components("catalogue") == .catalogue)
    var expected = ComponentFailures.catalogue
    expected.models[.enclosureFan] = FailureModel(
      rate: EventsPerYear(0.5), repair: RepairTime(mean: Seconds(hours: 4)))
    #expect(try components("{enclosure-fan: {rate: 50 %/y}}") == expected)
    #expect(expected.models.count == FailingPart.components.count)
  }

  @Test func `a rack holds what its model does`() throws {
    let racks = try scenario(", power: 5 kW", to: "").site.racks
    #expect(racks.limits.power == nil && racks.limits.circuit == nil && racks.powerRule == .eachRack)
    #expect(racks.limits.units == racks.model.type.usableUnits)
    #expect(racks.limits.weight == racks.model.type.contentsWeightLimit)
  }

  @Test func `cooling is built for the heat of the room at the design of the power chain`() throws {
    let plant = try scenario().site.plant
    let size = plant.cooling.size
    let heat = plant.electrical.critical(it: plant.designPower).heat
    #expect(size.neededUnits == Int((heat / size.unitCapacity).rounded(.up)) && size.spareUnits == 1)
    #expect(plant.electrical.ups.topology == .n)
    #expect(plant.electrical.ups.usableCapacity >= plant.designPower)
  }
}
