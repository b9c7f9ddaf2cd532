import Availability
import EventEngine
import Facility
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

/// A site without a generator, whose battery is empty while the utility is away.
@Suite("A dark room")
struct DarkRoomTests {
  private static let sample = Seconds(minutes: 15)
  private static let never = FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 1)))

  private static func scenario(
    _ layout: Layout, rate: Double = 52, outage: Seconds = Seconds(hours: 3),
    restart: Seconds = Seconds(minutes: 10), days: Double = 60
  ) throws -> Scenario {
    var layout = layout
    layout.equipment = [
      OtherEquipment(
        name: "array", count: 2, height: RackUnits(3), power: Watts(300), weight: Kilograms(30), cables: 4)
    ]
    var scenario = try TinyStudy.scenario(
      days: days, sample: sample, guests: [TinyStudy.steady(count: 12, percent: 20, sample: sample)],
      layouts: [layout])
    scenario.site.reliability = PlantReliability(
      utility: FailureModel(
        rate: EventsPerYear(rate), repair: RepairTime(mean: outage, distribution: .fixed)),
      generator: nil, coolingUnit: never, coolingRestart: restart)
    return scenario
  }

  private func times(_ kind: RunEvent.Kind, _ run: RecordedRun) -> [Instant] {
    run.sink.events.filter { $0.kind == kind }.map(\.time)
  }

  /// Number of a sample, and how much of it is past, at an instant.
  private func place(_ time: Instant) -> (sample: Int, past: Double) {
    let (sample, rest) = time.milliseconds.quotientAndRemainder(dividingBy: 900_000)
    return (Int(sample), Double(rest) / 900_000)
  }

  @Test(arguments: [true, false])
  func `nothing draws power: servers, enclosures, storage, UPS, transformer, lamps`(blades: Bool) throws {
    let run = try RecordedRun(
      Self.scenario(blades ? TinyStudy.virtualized() : TinyStudy.dedicated()))
    var dark = 0
    for (empty, back) in zip(times(.batteryEmpty, run), times(.utilityBack, run)) {
      for sample in (place(empty).sample + 1)..<place(back).sample {
        dark += 1
        for component in EnergyComponent.allCases {
          #expect(run.watts(component)[sample] == 0, "\(component.title) at sample \(sample)")
        }
      }
    }
    #expect(dark > 30)
    // The samples around the dark draw, those after it standing losses and controllers before any server runs.
    let back = place(try #require(times(.utilityBack, run).first)).sample
    #expect(run.watts(.ups)[back] > 0 && run.watts(.otherEquipment)[back + 1] == 600)
  }

  /// The load is steady, so of the sample in which the battery empties a part is as ever and the rest nothing.
  @Test(arguments: [true, false])
  func `a sample that turns dark draws its part of a whole one`(blades: Bool) throws {
    let run = try RecordedRun(
      Self.scenario(blades ? TinyStudy.virtualized() : TinyStudy.dedicated()))
    let steady: [EnergyComponent] = [
      .serversIdle, .serversWork, .enclosures, .supplies, .otherEquipment, .distribution, .ups, .building,
    ]
    let emptied = times(.batteryEmpty, run).map(place)
    #expect(emptied.count > 3)
    for (sample, past) in emptied {
      for component in steady {
        let watts = run.watts(component)
        #expect(
          isClose(watts[sample], watts[sample - 4] * past, relative: 1e-9, absolute: 1e-9),
          "\(component.title) at sample \(sample)")
      }
    }
  }

  @Test func `the energy of outages is the same in samples of a minute and of fifteen`() throws {
    func energies(_ sample: Seconds) throws -> [Joules] {
      var scenario = try Self.scenario(TinyStudy.virtualized())
      scenario.horizon = try Horizon(
        start: scenario.horizon.start, duration: Seconds(days: 60), sample: sample)
      scenario.guests = [try TinyStudy.steady(count: 12, percent: 20, sample: sample)]
      return try RecordedRun(scenario).summary.energy
    }
    let (coarse, fine) = (try energies(Seconds(minutes: 15)), try energies(Seconds(minutes: 1)))
    for (component, pair) in zip(EnergyComponent.allCases, zip(coarse, fine)) {
      #expect(isClose(pair.0.value, pair.1.value, relative: 3e-4), "\(component.title): \(pair)")
    }
  }

  /// A cooling restart of ten hours leaves time for a second loss of the utility before any server has run again.
  @Test func `servers that go dark twice before they run again come back once`() throws {
    let run = try RecordedRun(
      Self.scenario(
        TinyStudy.dedicated(), rate: 300, outage: Seconds(hours: 4), restart: Seconds(hours: 10), days: 365))
    var (twice, darkened, sinceBoot) = (0, false, 0)
    var booted = 0
    for event in run.sink.events {
      switch event.kind {
      case .batteryEmpty:
        sinceBoot += 1
        if sinceBoot == 2 { twice += 1 }
        darkened = true
        booted = 0
      case .siteBack:
        darkened = false
        sinceBoot = 0
      case .hostBooted: booted += 1
      case .utilityFailed:
        // Servers boot in three minutes; whoever has not by the next loss of the utility never will.
        if !darkened, sinceBoot == 0, booted > 0 { #expect(booted == 12) }
      default: break
      }
    }
    #expect(twice > 10)
    #expect(run.summary.counts.boots > 0 && run.summary.hosts.allSatisfy { $0.running > .zero })
  }

  @Test func `a server that was taken out draws nothing after the dark either`() throws {
    var layout = try TinyStudy.virtualized(spare: .hosts(1))
    layout.changes = [HardwareChange(time: Seconds(days: 1), server: 0, action: .remove)]
    let run = try RecordedRun(Self.scenario(layout))
    #expect(run.summary.counts.blackouts > 3)
    let energy = run.summary.hosts[0].energy
    let before = Watts(200).energy(over: Seconds(days: 1.1))
    #expect(energy < before, "\(energy.kilowattHours) kWh")
  }

  @Test func `racks do not warm in the dark`() throws {
    let run = try RecordedRun(Self.scenario(TinyStudy.dedicated()))
    var isDark = false
    for event in run.sink.events {
      switch event.kind {
      case .batteryEmpty: isDark = true
      case .siteBack: isDark = false
      case .rackOverheated: #expect(!isDark)
      default: break
      }
    }
    #expect(run.summary.counts.blackouts > 3)
  }
}
