import Cooling
import Economics
import Facility
import Placement
import Power
import Quantities
import Scenario
import TestScenarios
import Testing
import Virtualization
import Workload

/// The issues of scenarios made of plain values; how they look at their lines is tested with the files.
@Suite("Issues of a scenario as a whole")
struct IssueTests {
  private func sound() throws -> Scenario {
    try TinyStudy.scenario(layouts: [TinyStudy.dedicated(), TinyStudy.virtualized()])
  }

  /// The paths of the issues after a change, errors first marked with nothing, warnings with a question mark.
  private func paths(_ change: (inout Scenario) throws -> Void) throws -> [String] {
    var scenario = try sound()
    try change(&scenario)
    return scenario.issues().map { ($0.severity == .warning ? "? " : "") + $0.path }
  }

  @Test func `a sound scenario has none`() throws {
    #expect(try sound().issues() == [])
  }

  @Test func `names that clash are told at the later one`() throws {
    #expect(try paths { $0.layouts[1].name = "dedicated" } == ["layouts[1].name"])
    #expect(
      try paths { $0.guests = [try TinyStudy.group("a", count: 1), try TinyStudy.group("a", count: 1)] }
        == ["workload.guests[1].name"])
  }

  @Test func `a condition names a layout, and not the one that others are compared with`() throws {
    #expect(try paths { $0.gates = [try Gate("value(elsewhere).pue < 2")] } == ["assert[0]"])
    #expect(try paths { $0.gates = [try Gate("savings(dedicated).energy > 1 %")] } == ["? assert[0]"])
    #expect(try paths { $0.gates = [try Gate("value(dedicated).pue < 3")] } == [])
  }

  @Test func `an identity is taken over by a spare server, and is that of one guest`() throws {
    let policy = RestartPolicy(detection: .zero, slotsPerHost: 1, reassignment: .zero)
    func takeover(_ spare: PlacementChoice.Spare, alone: Bool = true) throws -> [String] {
      try paths {
        $0.layouts[0].restart = policy
        $0.layouts[0].placement.spare = spare
        $0.layouts[0].placement.oneGuestPerHost = alone
      }
    }
    for spare in [PlacementChoice.Spare.hosts(1), .host] { #expect(try takeover(spare) == []) }
    for spare in [PlacementChoice.Spare.none, .hosts(0), .fraction(Fraction(0.1))] {
      #expect(try takeover(spare) == ["layouts[0].restart.by"])
    }
    #expect(try takeover(.host, alone: false) == ["layouts[0].restart.by"])
    // Without it bare metal restarts nothing elsewhere.
    let plain = try paths { $0.layouts[0].restart = RestartPolicy(detection: .zero, slotsPerHost: 1) }
    #expect(plain == ["layouts[0].restart"])
  }

  @Test func `guests are kept apart by groups that there are, and wait where servers are counted`() throws {
    let unknown = try paths {
      $0.layouts[1].placement.rules.apart = [
        GroupRules.Apart(["web"]), GroupRules.Apart(["web", "dns"]),
      ]
    }
    #expect(unknown == ["layouts[1].placement.apart[1].guests"])
    #expect(
      try paths { $0.layouts[1].placement.waitsWhenFull = true } == ["? layouts[1].placement.when full"])
    let counted = try paths {
      $0.layouts[1].placement.waitsWhenFull = true
      $0.layouts[1].servers.count = 2
    }
    #expect(counted == [])
  }

  @Test func `a plan of recovery wants a site that is lost, copies that keep up, and an end`() throws {
    func lost(_ plan: RecoveryPlan, _ change: (inout Scenario) throws -> Void = { _ in }) throws -> [String] {
      try paths { scenario in
        scenario.site.disaster = Disaster()
        scenario.layouts[1].recovery = plan
        try change(&scenario)
      }
    }
    #expect(try lost(RecoveryPlan(method: .restore)) == [])
    #expect(try lost(RecoveryPlan(method: .restore)) { $0.site.disaster = nil } == ["? layouts[1].recovery"])
    let late = Disaster(time: Seconds(days: 7))
    #expect(try lost(RecoveryPlan(method: .restore)) { $0.site.disaster = late } == ["site.disaster.at"])
    #expect(
      try lost(RecoveryPlan(method: .restore)) {
        $0.guests = [try TinyStudy.group("web", count: 12, disk: .zero)]
      } == ["? layouts[1].recovery"])
    var copies = RecoveryPlan(method: .replication)
    // 18 guests of 10 GiB that change by half a day: 8.9 Mbit/s.
    copies.dailyChange = Fraction(percent: 50)
    copies.points.link = BitsPerSecond(9e6)
    #expect(try lost(copies) == [])
    copies.points.link = BitsPerSecond(8.9e6)
    #expect(try lost(copies) == ["layouts[1].recovery.points.link"])
    var slow = RecoveryPlan(method: .restore)
    slow.backup?.rate = BitsPerSecond(400)
    #expect(try lost(slow) == ["layouts[1].recovery"])
  }

  @Test func `conditions of recovery name layouts with a plan`() throws {
    func asked(_ text: String, isLost: Bool = true) throws -> [String] {
      try paths { scenario in
        scenario.site.disaster = isLost ? Disaster() : nil
        scenario.layouts[1].recovery = isLost ? RecoveryPlan(method: .restore) : nil
        scenario.gates = [try Gate(text)]
      }
    }
    #expect(try asked("value(virtualized).rto <= 4") == [])
    #expect(try asked("savings(virtualized).rpo >= 50 %") == ["assert[0]"])
    #expect(try asked("value(dedicated).rto <= 4") == ["assert[0]"])
    #expect(try asked("value(virtualized).rto <= 4", isLost: false) == ["assert[0]"])
  }

  @Test func `equipment beside the servers fits a rack, has one name and the scenario's currency`() throws {
    let array = OtherEquipment(
      name: "array", count: 2, height: RackUnits(3), power: Watts(300), weight: Kilograms(30), cables: 4)
    func paths(_ change: (inout OtherEquipment) -> Void) throws -> [String] {
      var other = array
      change(&other)
      return try self.paths { $0.layouts[1].equipment = [other] }
    }
    #expect(try paths { _ in } == [])
    #expect(try paths { $0.height = RackUnits(41) } == ["layouts[1].equipment[0].height"])
    #expect(try paths { $0.power = Watts(4001) } == ["layouts[1].equipment[0].power"])
    #expect(try paths { $0.price = Money(5, .eur) } == ["layouts[1].equipment[0].price"])
    #expect(
      try paths {
        $0.price = Money(1e9, .usd)
        $0.count = 101
      } == ["layouts[1].equipment[0].price"])
    #expect(try self.paths { $0.layouts[0].equipment = [array, array] } == ["layouts[0].equipment[1].name"])
    // 18 idle servers draw 1.8 kW of the 5 kW the plant was built for.
    #expect(try self.paths { $0.layouts[0].equipment = [with(array, count: 10)] } == [])
    #expect(try self.paths { $0.layouts[0].equipment = [with(array, count: 11)] } == ["? site.power.design"])
  }

  private func with(_ other: OtherEquipment, count: Int) -> OtherEquipment {
    var other = other
    other.count = count
    return other
  }

  @Test func `blades sit in enclosures of their family, and nothing else does`() throws {
    #expect(
      try paths { $0.layouts[1].servers.enclosure = nil } == ["layouts[1].servers.model"])
    #expect(
      try paths { $0.layouts[0].servers.enclosure = try TinyStudy.enclosure() }
        == ["layouts[0].servers.enclosure"])
    #expect(
      try paths {
        $0.layouts[1].servers.model = try TinyStudy.server(
          .blade(
            BladeForm(
              name: "Foreign", families: [EnclosureFamily("foreign")], footprint: .halfHeight,
              weight: Kilograms(5))))
      } == ["layouts[1].servers.enclosure"])
    #expect(
      try paths {
        $0.layouts[1].servers.model = try TinyStudy.server(
          .blade(
            BladeForm(
              name: "Tall", families: [TinyStudy.family], footprint: .fullHeight, weight: Kilograms(5))))
      } == ["layouts[1].servers.enclosure"])
  }

  @Test(arguments: [(1, 4, true), (1, 5, false), (2, 8, true), (2, 9, false), (3, 9, true)])
  func `as many blades fit as there are bays`(enclosures: Int, blades: Int, fits: Bool) throws {
    let found = try paths {
      $0.layouts[1].servers.enclosures = enclosures
      $0.layouts[1].servers.count = blades
    }
    #expect(found == (fits ? [] : ["layouts[1].servers.count"]))
  }

  @Test(arguments: [(1500.0, true), (1600, false)])
  func `supplies that could not carry idle blades after the loss of a feed are warned of`(
    fixed: Double, isWarned: Bool
  ) throws {
    // One blade of 100 W idle; two of four supplies of 800 W give 1 600 W in all.
    let found = try paths {
      let tiny = try TinyStudy.enclosure()
      $0.layouts[1].servers.count = 1
      $0.layouts[1].servers.enclosure = EnclosureModel(
        slug: tiny.slug, title: tiny.title, year: tiny.year, form: tiny.form, bank: tiny.bank,
        minimalPower: Watts(isWarned ? fixed + 1 : fixed - 100), fieldPower: Watts(fixed + 1), fans: 4,
        interconnectBays: 2, managementBays: 1, price: tiny.price, interconnectPrice: tiny.interconnectPrice,
        embodiedCarbon: tiny.embodiedCarbon, facts: [])
    }
    #expect(found.contains("? layouts[1].servers.enclosure") == isWarned, "\(found)")
  }

  @Test func `caps hold what is there, above its idle power`() throws {
    // 100 W idle; an enclosure with one blade more than 180 W.
    #expect(
      try paths { $0.layouts[0].caps = PowerCapChoice(server: Watts(100)) } == ["? layouts[0].caps.server"])
    #expect(
      try paths { $0.layouts[0].caps = PowerCapChoice(server: Watts(99)) } == ["layouts[0].caps.server"])
    #expect(try paths { $0.layouts[0].caps = PowerCapChoice(server: Watts(200)) } == [])
    #expect(try paths { $0.layouts[1].caps = PowerCapChoice(server: Watts(183)) } == [])
    #expect(
      try paths { $0.layouts[1].caps = PowerCapChoice(server: Watts(179)) } == ["? layouts[1].caps.server"])
    #expect(
      try paths { $0.layouts[0].caps = PowerCapChoice(enclosure: Watts(500)) } == [
        "layouts[0].caps.enclosure"
      ])
    #expect(
      try paths {
        $0.layouts[0].caps = PowerCapChoice(rack: Watts(99), circuit: Watts(98))
        $0.layouts[1].caps = PowerCapChoice(enclosure: Watts(180), rack: Watts(300))
      } == ["layouts[0].caps.rack", "layouts[0].caps.circuit", "layouts[1].caps.enclosure"])
    var scenario = try sound()
    scenario.layouts[0].caps = PowerCapChoice(rack: Watts(50))
    #expect(
      scenario.issues().map(\.message) == [
        "a cap of 50 W cannot be held: Tiny server draws 100 W idle"
      ])
  }

  @Test func `enclosures are counted only where servers are`() throws {
    #expect(try paths { $0.layouts[1].servers.enclosures = 2 } == ["layouts[1].servers.enclosures"])
    #expect(try paths { $0.layouts[0].servers.enclosures = 2 } == ["layouts[0].servers.enclosures"])
  }

  @Test func `memory stays within what the model takes`() throws {
    #expect(try paths { $0.layouts[0].servers.memory = Bytes(gibibytes: 64) } == [])
    #expect(
      try paths { $0.layouts[0].servers.memory = Bytes(gibibytes: 65) } == ["layouts[0].servers.memory"])
  }

  @Test func `a guest larger than a host is told for each layout it does not fit`() throws {
    let large = try TinyStudy.group("large", count: 1, memory: 7.5)
    // 8 GiB on bare metal take it; 90 % of 8 GiB less the hypervisor do not.
    #expect(try paths { $0.guests.append(large) } == ["workload.guests[2].memory"])
    let busy = try TinyStudy.group("busy", count: 1, mean: 10, peak: 95)
    #expect(try paths { $0.guests.append(busy) } == ["workload.guests[2].demand"])
    let both = try TinyStudy.group("both", count: 1, mean: 10, peak: 120)
    #expect(
      try paths { $0.guests.append(both) } == ["workload.guests[2].demand", "workload.guests[2].demand"])
  }

  @Test func `guests are measured by the level that hosts are sized by`() throws {
    let busy = try TinyStudy.group("busy", count: 1, mean: 10, peak: 95)
    #expect(
      try paths {
        $0.guests.append(busy)
        $0.layouts[1].hostLimits.sizeBy = .mean
      } == [])
  }

  @Test func `a refusal of the technique names the guests and what else there is`() throws {
    var scenario = try sound()
    let vax = try #require(OperatingSystemCatalog.named("openvms-vax-7"))
    let web = scenario.guests[0]
    scenario.guests[0] = GuestGroup(
      name: web.name, count: web.count, operatingSystem: vax, memory: web.memory, disk: web.disk,
      mix: web.mix,
      demand: web.demand, reference: web.reference)
    let issues = scenario.issues()
    #expect(issues.map(\.path) == ["layouts[0].technique", "layouts[1].technique"])
    #expect(
      issues.allSatisfy { $0.message.contains("OpenVMS VAX 7 cannot run") && $0.message.contains("'web'") })
    #expect(issues.allSatisfy { $0.help != nil })
  }

  @Test func `a machine from after the start is a warning`() throws {
    #expect(
      try paths {
        $0.horizon = try Horizon(
          start: try CalendarDate("2005-06-01"), duration: Seconds(days: 7), sample: Seconds(minutes: 15))
      } == ["? layouts[0].servers.model", "? layouts[1].servers.model", "? layouts[1].servers.enclosure"])
  }

  @Test func `one piece of equipment fits an empty rack`() throws {
    func racks(_ limits: RackLimits) throws -> [String] {
      try paths { $0.site.racks.limits = limits }
    }
    #expect(try racks(RackLimits(units: RackUnits(5), power: Watts(500))) == [])
    #expect(try racks(RackLimits(units: RackUnits(4))) == ["site.racks.usable"])
    #expect(try racks(RackLimits(units: RackUnits(40), power: Watts(150))) == ["site.racks.power"])
    #expect(try racks(RackLimits(units: RackUnits(40), weight: Kilograms(40))) == ["site.racks.weight"])
    #expect(
      try racks(RackLimits(units: RackUnits(40), circuit: Watts(99)))
        == ["site.racks.circuit", "site.racks.circuit"])
    #expect(
      try paths {
        $0.site.racks.limits = RackLimits(units: RackUnits(40), power: Watts(150))
        $0.site.racks.powerRule = .roomAverage
      } == [])
  }

  @Test func `hosts that are certain to be there are held against the plant`() throws {
    // 18 idle servers of 100 W.
    #expect(
      try paths {
        $0.site.plant.designPower = Watts(1799)
      } == ["? site.power.design"])
    #expect(try paths { $0.site.plant.designPower = Watts(1800) } == [])
    #expect(try paths { $0.site.plant.designPower = Watts(1e6) } == ["? site.cooling.design"])
  }

  @Test func `spares leave hosts for guests, and enclosures where there are some`() throws {
    #expect(try paths { $0.layouts[0].placement.spare = .enclosure } == ["layouts[0].placement.spare"])
    #expect(
      try paths {
        $0.layouts[1].servers.count = 4
        $0.layouts[1].placement.spare = .hosts(4)
      } == ["layouts[1].placement.spare"])
  }

  @Test func `only techniques that can restart guests do`() throws {
    #expect(
      try paths { $0.layouts[0].restart = RestartPolicy(detection: Seconds(15), slotsPerHost: 4) }
        == ["layouts[0].restart"])
  }

  @Test func `a guest each needs as many servers as guests`() throws {
    #expect(try paths { $0.layouts[0].servers.count = 17 } == ["layouts[0].servers.count"])
    #expect(try paths { $0.layouts[0].servers.count = 18 } == [])
  }

  @Test func `money is of one currency`() throws {
    #expect(try paths { $0.site.floor.price = FloorPrice(Money(200, .eur)) } == ["site.floor.price"])
    #expect(
      try paths {
        $0.layouts[0].costs = [
          CostLine(
            item: "licence", category: .licences, amount: Money(10, .eur), basis: .guest, recurrence: .once)
        ]
      } == ["layouts[0].costs[0].amount"])
    // Machines that are already paid for have no price.
    #expect(
      try paths {
        $0.site.currency = .eur
        $0.site.floor.price = FloorPrice(Money(200, .eur))
        for index in $0.layouts.indices { $0.layouts[index].servers.owned = true }
      } == [])
  }

  @Test func `sums of money stay where they are exact`() throws {
    #expect(
      try paths {
        $0.layouts[0].costs = [
          CostLine(
            item: "licence", category: .licences, amount: Money(1e10, .usd), basis: .server,
            recurrence: .yearly)
        ]
      } == ["layouts[0].costs[0].amount"])
  }

  @Test func `traces have the study's sample`() throws {
    let series = try DemandSeries(samples: [10, 20], interval: Seconds(minutes: 5), scale: .percent)
    var scenario = try sound()
    let web = scenario.guests[0]
    func traced(_ series: DemandSeries) -> GuestGroup {
      GuestGroup(
        name: web.name, count: web.count, operatingSystem: web.operatingSystem, memory: web.memory,
        disk: web.disk, mix: web.mix, demand: .traces([series]), reference: web.reference)
    }
    scenario.guests[0] = traced(series)
    #expect(scenario.issues().map(\.path) == ["workload.guests[0].demand.interval"])
    scenario.guests[0] = traced(
      try DemandSeries(samples: [10, 20], interval: scenario.horizon.sample, scale: .percent))
    #expect(scenario.issues() == [])
  }

  @Test func `guests exist, within the study and in a number that can be simulated`() throws {
    #expect(try paths { $0.guests = [try TinyStudy.group("none", count: 0)] } == ["workload.guests"])
    let late = try TinyStudy.group(
      "late", count: 1, presence: .during(from: .offset(Seconds(days: 8)), until: nil))
    #expect(try paths { $0.guests.append(late) } == ["? workload.guests[2].presence"])
    let flood = try TinyStudy.group(
      "flood", count: 0,
      presence: .arrivals(
        Arrivals(interval: RandomDuration(mean: Seconds(0.1)), lifetime: RandomDuration(mean: Seconds(60)))))
    #expect(try paths { $0.guests.append(flood) } == ["workload.guests"])
  }
}
