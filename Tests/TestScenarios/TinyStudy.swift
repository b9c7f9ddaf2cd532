import Availability
import Cooling
import Economics
public import Facility
public import Placement
import Power
public import Quantities
public import Scenario
public import Virtualization
public import Workload

/// Small scenarios made of plain values, for tests of the simulation.
public enum TinyStudy {
  public static let evidence = "made for tests"

  /// A server of 10 000 ssj_ops/s that draws 100 W idle and 200 W at full load.
  public static func server(_ form: ServerModel.Form = .rack(RackUnits(1)), memory: Double = 8) throws
    -> ServerModel
  {
    let isBlade = if case .blade = form { true } else { false }
    let points = (0...10).map { Watts(100 + 10 * Double($0) + (($0 == 5) ? 3 : 0)) }
    let curve = try PowerCurve(measured: points, plane: isBlade ? .dc : .wall)
    let supply = PowerSupplyBank(
      single: try PowerSupply(rating: Watts(400), efficiency: .gold, standby: Watts(2)))
    return ServerModel(
      slug: "tiny", title: "Tiny server", year: 2006, form: form, weight: Kilograms(10),
      processor: Processor(
        name: "Tiny", vendor: .intel, instructionSet: .amd64, extensions: [], sockets: 2, cores: 4,
        clock: Hertz(3e9)),
      memory: Bytes(gibibytes: memory), maximumMemory: Bytes(gibibytes: 64),
      throughput: WorkPerSecond(10_000),
      power: try ServerPower(
        measured: curve, tested: isBlade ? nil : supply, supply: isBlade ? .enclosure : .own(supply),
        boot: .era2005),
      cables: isBlade ? .none : .rackServer, price: Money(4000, .usd), embodiedCarbon: KilogramsCO2e(1000),
      facts: [])
  }

  public static let family = EnclosureFamily("tiny-class")
  public static let blade = ServerModel.Form.blade(
    BladeForm(name: "Tiny blade", families: [family], footprint: .halfHeight, weight: Kilograms(5)))

  /// An enclosure of four blades.
  public static func enclosure() throws -> EnclosureModel {
    EnclosureModel(
      slug: "tiny-enclosure", title: "Tiny enclosure", year: 2006,
      form: EnclosureForm(
        name: "Tiny enclosure", family: family, height: RackUnits(5), grid: BayGrid(columns: 4, rows: 1),
        emptyWeight: Kilograms(40)),
      bank: try PowerSupplyBank(
        PowerSupply(rating: Watts(800), efficiency: .gold, standby: Watts(3)), installed: 4,
        redundancy: .grid),
      minimalPower: Watts(80), fieldPower: Watts(200), fans: 4, fanPower: Watts(60), interconnectBays: 2,
      managementBays: 1,
      price: Money(8000, .usd), interconnectPrice: Money(2000, .usd), embodiedCarbon: KilogramsCO2e(800),
      facts: [])
  }

  /// A catalogue no longer holds an entry that the tests are made with.
  public struct MissingEntry: Error { let name: String }

  private static func catalogued<Entry>(_ entry: Entry?, _ name: String) throws -> Entry {
    guard let entry else { throw MissingEntry(name: name) }
    return entry
  }

  /// A year in which it is always 12 degrees.
  private static let weather = WeatherYear(
    constant: WeatherSample(dryBulb: Celsius(12), dewPoint: Celsius(4)),
    station: WeatherStation(
      name: "Nowhere", latitude: Degrees(42), longitude: Degrees(-88), elevation: Meters(200),
      timeZone: Seconds(hours: -6)))

  public static func site() throws -> Site {
    let design = Watts(5000)
    let cooling = try catalogued(PlantCatalog.all.first, "any plant")
    return Site(
      weather: weather, tariff: Tariff(energy: EnergyPrice(Money(0.1, .usd))),
      carbonIntensity: KilogramsCO2ePerKilowattHour(0.5), floor: Floor(price: FloorPrice(Money(200, .usd))),
      racks: RackChoice(
        model: RackModel(
          slug: "tiny-rack", title: "Tiny rack", year: 2000,
          type: RackType(
            name: "Tiny rack", units: RackUnits(42), width: Meters(0.6), height: Meters(2), depth: Meters(1),
            emptyWeight: Kilograms(120), maximumWeight: Kilograms(1000)),
          price: Money(2000, .usd), embodiedCarbon: KilogramsCO2e(300), facts: []),
        limits: RackLimits(units: RackUnits(40), power: Watts(4000))),
      plant: Plant(
        specification: PlantSpecification(
          power: ChainSpecification(era: .era2005, topology: .nPlusOne),
          cooling: CoolingSpecification(entry: cooling, unitCapacity: Watts(1000)),
          hottest: WeatherSample(dryBulb: Celsius(35), dewPoint: Celsius(20))),
        electrical: try ElectricalChain.sized(
          for: design, mechanical: Watts(3000), era: .era2005, topology: .nPlusOne),
        cooling: cooling.make(PlantSize(designHeat: design), PlantParameters()), designPower: design),
      currency: .usd)
  }

  public static func never() -> Reliability {
    let model = FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 8)))
    return Reliability(server: model, enclosure: model)
  }

  /// Servers that fail about every ten days and enclosures every month, so that a week holds many failures.
  public static func stormy() -> Reliability {
    Reliability(
      server: FailureModel(rate: EventsPerYear(36), repair: RepairTime(mean: Seconds(hours: 5))),
      enclosure: FailureModel(rate: EventsPerYear(12), repair: RepairTime(mean: Seconds(hours: 9))))
  }

  public static func group(
    _ name: String, count: Int, mean: Double = 10, peak: Double = 30, memory: Double = 1,
    disk: Bytes = Bytes(gibibytes: 10), presence: Presence = .always, service: ServiceClass = .standard
  ) throws -> GuestGroup {
    let pattern = try catalogued(DemandPatternCatalog.all.first { $0.name == "office-hours" }, "office-hours")
    let system = try catalogued(OperatingSystemCatalog.all.first { $0.name == "linux-2.6" }, "linux-2.6")
    let mix = try catalogued(WorkClassMixCatalog.all.first { $0.name == "web" }, "web").mix
    return GuestGroup(
      name: name, count: count, operatingSystem: system, memory: Bytes(gibibytes: memory),
      disk: disk, mix: mix,
      demand: .pattern(
        PatternDemand(
          pattern, level: DemandLevel(mean: Fraction(percent: mean), peak: Fraction(percent: peak)),
          variants: 3)),
      reference: DemandReference(name: "tiny", throughput: WorkPerSecond(10_000)), presence: presence,
      serviceClass: service)
  }

  /// Guests that ask for the same share of a server of 10 000 ssj_ops/s all the time, in whole per cents.
  public static func steady(
    _ name: String = "steady", count: Int, percent: UInt8, memory: Double = 1, sample: Seconds,
    presence: Presence = .always
  ) throws -> GuestGroup {
    try recorded(name, count: count, samples: [percent], memory: memory, sample: sample, presence: presence)
  }

  /// Guests that ask for recorded shares of a server of 10 000 ssj_ops/s, in whole per cents.
  public static func recorded(
    _ name: String, count: Int, samples: [UInt8], memory: Double = 1, sample: Seconds,
    presence: Presence = .always
  ) throws -> GuestGroup {
    let model = try group(name, count: count, memory: memory, presence: presence)
    return GuestGroup(
      name: name, count: count, operatingSystem: model.operatingSystem, memory: model.memory,
      disk: model.disk,
      mix: model.mix,
      demand: .traces([try DemandSeries(samples: samples, interval: sample, scale: .percent)]),
      reference: model.reference, presence: presence)
  }

  public static func technique(_ name: String) throws -> Technique {
    try catalogued(TechniqueCatalog.all.first { $0.name == name }, name)
  }

  public static func policy(_ name: String = "first-fit-decreasing") throws -> any PlacementPolicy {
    try catalogued(PolicyCatalog.entry(named: name), name).policy()
  }

  /// A layout with a rack server for each guest.
  public static func dedicated(_ reliability: Reliability = never()) throws -> Layout {
    Layout(
      name: "dedicated", servers: ServerChoice(model: try server()), technique: try technique("bare-metal"),
      placement: PlacementChoice(policy: try policy(), oneGuestPerHost: true), reliability: reliability)
  }

  /// A layout of blades with a hypervisor.
  public static func virtualized(
    _ reliability: Reliability = never(), spare: PlacementChoice.Spare = .none, powerOffAfter: Seconds? = nil,
    restart: RestartPolicy? = RestartPolicy(detection: Seconds(15), slotsPerHost: 2), count: Int? = nil
  ) throws -> Layout {
    Layout(
      name: "virtualized",
      servers: ServerChoice(model: try server(blade), enclosure: try enclosure(), count: count),
      technique: try technique("xen-3-pv"),
      hostLimits: HostLimits(cpu: Fraction(percent: 80), memory: Fraction(percent: 90)),
      placement: PlacementChoice(policy: try policy(), oneGuestPerHost: false, spare: spare),
      powerOffAfter: powerOffAfter, restart: restart, reliability: reliability)
  }

  public static func scenario(
    days: Double = 7, sample: Seconds = Seconds(minutes: 15), guests: [GuestGroup]? = nil, layouts: [Layout],
    seed: UInt64 = 1, replications: Int = 1
  ) throws -> Scenario {
    let start = try CalendarDate("2006-01-02")
    let standard = [try group("web", count: 12), try group("mail", count: 6, mean: 15, peak: 45)]
    return Scenario(
      title: "A tiny study",
      horizon: try Horizon(start: start, duration: Seconds(days: days), sample: sample), seed: seed,
      replications: replications, site: try site(), guests: guests ?? standard, layouts: layouts)
  }
}
