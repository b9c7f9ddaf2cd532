import Availability
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Power caps in a run")
struct PowerCapRunTests {
  private static let quarter = Seconds(minutes: 15)

  /// Servers from 100 W to 200 W, with the kink of ``TinyStudy/server(_:memory:)`` at half load.
  private func servers(
    _ count: Int, samples: [UInt8], caps: PowerCapChoice?, days: Double = 3
  ) throws -> RecordedRun {
    var layout = try TinyStudy.dedicated()
    layout.caps = caps
    let guests = [try TinyStudy.recorded("all", count: count, samples: samples, sample: Self.quarter)]
    return try RecordedRun(
      TinyStudy.scenario(days: days, sample: Self.quarter, guests: guests, layouts: [layout]))
  }

  // MARK: Closed forms

  @Test(arguments: [
    PowerCapChoice(server: Watts(150)), PowerCapChoice(rack: Watts(150)),
    PowerCapChoice(circuit: Watts(150), controller: .software),
  ])
  func `a capped server draws its cap and does the work of that power`(caps: PowerCapChoice) throws {
    let run = try servers(1, samples: [100], caps: caps)
    let seconds = 3 * 86_400.0
    // 140 W at 40 %, 153 W at half load.
    let reached = 0.4 + 0.1 * 10 / 13
    #expect(isClose(run.summary.hosts[0].energy.value, 150 * seconds, relative: 1e-12))
    #expect(isClose(run.summary.itEnergy.value, 150 * seconds, relative: 1e-12))
    #expect(isClose(run.summary.work.served / run.summary.work.demanded, reached, relative: 1e-12))
    #expect(isClose(run.summary.work.capped, 10_000 * (1 - reached) * seconds, relative: 1e-12))
    #expect(isClose(run.summary.groups[0].capped, run.summary.work.capped, relative: 1e-12))
    #expect(run.summary.work.contention == 0 && run.summary.work.outage == 0)
    #expect(isClose(run.summary.hosts[0].peakUtilization.value, reached, relative: 1e-12))
    let level: PowerCaps.Level = caps.server != nil ? .server : caps.rack != nil ? .rack : .circuit
    for other in PowerCaps.Level.allCases {
      #expect(run.summary.caps.samples(other) == (other == level ? 3 * 96 : 0))
    }
    #expect(isClose(run.summary.caps.mostHeldBack.value, 50))
    // Demand rises once, at the start.
    #expect(isClose(run.summary.caps.overshoot.value, 50 * caps.controller.period.value))
    let names = run.summary.figures.filter { $0.value > 0 }.map(\.name)
    #expect(names == ["\(level.rawValue)-cap-samples", "worst-cap", "cap-overshoot"])
  }

  @Test func `two servers under a rack's cap of 300 W get 150 W each`() throws {
    let run = try servers(2, samples: [100], caps: PowerCapChoice(rack: Watts(300)))
    for host in run.summary.hosts { #expect(isClose(host.energy.value, 150 * 3 * 86_400, relative: 1e-12)) }
    #expect(run.summary.caps.samples(.rack) == 3 * 96)
  }

  @Test func `what a server does not ask for is its neighbour's`() throws {
    var layout = try TinyStudy.dedicated()
    layout.caps = PowerCapChoice(rack: Watts(270))
    let guests = try [("full", UInt8(100)), ("light", 40)].map {
      try TinyStudy.steady($0, count: 1, percent: $1, sample: Self.quarter)
    }
    let run = try RecordedRun(TinyStudy.scenario(days: 1, guests: guests, layouts: [layout]))
    // 70 W above idle for wishes of 100 W and 40 W: half of each.
    #expect(isClose(run.summary.hosts[0].energy.value, 150 * 86_400, relative: 1e-12))
    #expect(isClose(run.summary.hosts[1].energy.value, 120 * 86_400, relative: 1e-12))
  }

  @Test func `every rise of demand flows above the cap until the controller acts`() throws {
    // 100, 180, 200, 190 and 200 W: each rise counts with what is new in it.
    let run = try servers(
      1, samples: [0, 80, 100, 90, 100], caps: PowerCapChoice(server: Watts(150), controller: .firmware),
      days: 5)
    let curve = try TinyStudy.server().power.curve
    let (eighty, ninety, full) = (curve.draw(at: Fraction(0.8)), curve.draw(at: Fraction(0.9)), curve.peak)
    let round = (eighty - Watts(150)) + (full - eighty) + (full - ninety)
    #expect(isClose(run.summary.caps.overshoot.value, round.value * 96, relative: 1e-9))
    #expect(run.summary.caps.samples(.server) == 4 * 96)
  }

  @Test func `a full enclosure draws its cap at the wall, with fans and supplies`() throws {
    var layout = try TinyStudy.virtualized(count: 4)
    layout.hostLimits.sizeBy = .mean
    let guests = [try TinyStudy.steady(count: 16, percent: 18, sample: Self.quarter)]
    func run(_ caps: PowerCapChoice?) throws -> RecordedRun {
      layout.caps = caps
      return try RecordedRun(TinyStudy.scenario(days: 2, guests: guests, layouts: [layout]))
    }
    let free = try run(nil).summary.itEnergy.power(over: Seconds(days: 2))
    let cap = free - Watts(60)
    let capped = try run(PowerCapChoice(enclosure: cap)).summary
    #expect(isClose(capped.itEnergy.power(over: Seconds(days: 2)).value, cap.value, relative: 1e-9))
    #expect(capped.caps.samples(.enclosure) == 2 * 96 && capped.caps.samples(.rack) == 0)
    // With the same cap on all, the first that holds leaves the others nothing to do.
    let both = try run(PowerCapChoice(enclosure: cap, rack: cap)).summary
    #expect(both.caps.samples(.rack) == 0 && isClose(both.work.capped, capped.work.capped, relative: 1e-9))
  }

  // MARK: Invariants

  @Test func `a cap above the most that can be drawn changes no digit`() throws {
    for isBlade in [false, true] {
      var layouts = try (0..<2).map { _ in
        try isBlade
          ? TinyStudy.virtualized(TinyStudy.stormy(), spare: .host) : TinyStudy.dedicated(TinyStudy.stormy())
      }
      layouts[1].name = "capped"
      layouts[1].caps = PowerCapChoice(
        server: Watts(203), enclosure: isBlade ? Watts(1500) : nil, rack: Watts(4000), circuit: Watts(5000))
      let scenario = try TinyStudy.scenario(days: 28, layouts: layouts)
      let runs = try (0..<2).map { try RecordedRun(scenario, layout: $0) }
      var capped = runs[1].summary
      capped.layout = 0
      #expect(capped == runs[0].summary)
      #expect(runs[0].design.plannedPower == runs[1].design.plannedPower)
    }
  }

  /// A random storm under random caps that can be held, its racks all counted.
  private func capped(_ seed: UInt64) throws -> Scenario {
    var scenario = try ConservationTests.randomScenario(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0xcab)
    func watts(_ range: ClosedRange<Double>) -> Watts { Watts(Double.random(in: range, using: &random)) }
    let isBlade = scenario.layouts[0].servers.enclosure != nil
    var caps = PowerCapChoice()
    if Bool.random(using: &random) { caps.server = watts(101...180) }
    if isBlade, Bool.random(using: &random) { caps.enclosure = watts(560...800) }
    if Bool.random(using: &random) || caps == PowerCapChoice() {
      let idle = isBlade ? 560.0 : 101
      let units = Double(isBlade ? 2 : 8)
      caps.rack = watts(idle * 1...idle * units * 1.4)
    }
    if Bool.random(using: &random) {
      caps.circuit = caps.rack.map { $0 * Double.random(in: 0.9...1.1, using: &random) }
    }
    scenario.layouts[0].caps = caps
    return scenario
  }

  @Test(arguments: 0..<4)
  func `no cap is exceeded in any sample, and ledgers close, in random storms`(batch: UInt64) throws {
    var (runs, bound) = (0, 0)
    for seed in batch * 150..<(batch + 1) * 150 {
      let scenario = try capped(seed)
      let run: RecordedRun
      do { run = try RecordedRun(scenario) } catch is Simulator.Refusal { continue }
      runs += 1
      let caps = try #require(scenario.layouts[0].caps)
      let summary = run.summary
      if summary.work.capped > 0 { bound += 1 }
      let rack = (caps.ofRack?.cap.value ?? .infinity) * Double(run.design.racks.racks.count)
      let enclosures =
        run.design.enclosures > 0
        ? (caps.enclosure?.value ?? .infinity) * Double(run.design.enclosures) : .infinity
      let hosts = (caps.server?.value ?? .infinity) * Double(run.design.hosts)
      let isBlade = run.design.enclosures > 0
      for sample in 0..<scenario.horizon.sampleCount {
        func watts(_ components: [EnergyComponent]) -> Double {
          components.reduce(0) { sum, component in
            let block = run.sink.blocks.first {
              $0.firstSample <= sample && sample < $0.firstSample + $0.count
            }
            return sum + (block.map { $0.watts[component]?[sample - $0.firstSample] ?? .nan } ?? .nan)
          }
        }
        // Other equipment stands in the racks, under their caps, but in no enclosure.
        let it = watts(EnergyComponent.allCases.filter(\.isIT))
        let servers = watts([.serversIdle, .serversWork] + (isBlade ? [] : [.supplies, .serverFans]))
        let computing = it - watts([.otherEquipment])
        guard it <= rack * (1 + 1e-9), computing <= enclosures * (1 + 1e-9), servers <= hosts * (1 + 1e-9)
        else {
          Issue.record("seed \(seed), sample \(sample): \(it) W and \(servers) W under \(caps)")
          break
        }
      }
      let work = summary.work
      #expect(
        isClose(work.demanded, work.served + work.contention + work.capped + work.outage)
          && min(work.served, work.contention) >= 0 && min(work.capped, work.outage) >= 0, "seed \(seed)")
      #expect(
        isClose(summary.groups.reduce(0) { $0 + $1.capped }, work.capped, absolute: work.demanded * 1e-9),
        "seed \(seed)")
      #expect(isClose(summary.energy.reduce(Joules.zero, +).value, summary.meterEnergy.value), "seed \(seed)")
      #expect(work.capped == 0 || summary.caps.bindingSamples.contains { $0 > 0 }, "seed \(seed)")
    }
    #expect(runs > 60 && bound > 30, "\(runs) of 150 could be built, caps cost work in \(bound)")
  }

  @Test(arguments: [1, 7, 64, 255])
  func `the length of a tile changes nothing but the last digits`(length: Int) throws {
    var layouts = [
      try TinyStudy.dedicated(TinyStudy.stormy()), try TinyStudy.virtualized(TinyStudy.stormy()),
    ]
    layouts[0].caps = PowerCapChoice(server: Watts(135), rack: Watts(2150))
    layouts[1].caps = PowerCapChoice(enclosure: Watts(650), rack: Watts(1100))
    layouts[1].hostLimits.sizeBy = .mean
    let scenario = try TinyStudy.scenario(days: 14, layouts: layouts)
    for layout in 0..<2 {
      let usual = try RecordedRun(scenario, layout: layout)
      let other = try RecordedRun(scenario, layout: layout, tileLength: length)
      #expect(usual.summary.work.capped > 0)
      #expect(usual.sink.events == other.sink.events)
      #expect(usual.summary.caps.bindingSamples == other.summary.caps.bindingSamples)
      #expect(isClose(usual.summary.caps.overshoot.value, other.summary.caps.overshoot.value, relative: 1e-9))
      #expect(
        isClose(usual.summary.caps.mostHeldBack.value, other.summary.caps.mostHeldBack.value, relative: 1e-9))
      #expect(isClose(usual.summary.work.capped, other.summary.work.capped, relative: 1e-9))
      for component in EnergyComponent.allCases {
        let pairs = zip(usual.watts(component), other.watts(component))
        #expect(pairs.allSatisfy { isClose($0, $1, relative: 1e-11, absolute: 1e-9) })
      }
    }
  }

  @Test func `a lower cap never serves more`() throws {
    var last = -1.0
    for cap in stride(from: 640.0, through: 1200, by: 40) {
      let run = try servers(6, samples: [20, 90, 60, 100], caps: PowerCapChoice(rack: Watts(cap)), days: 1)
      #expect(run.summary.work.served >= last)
      last = run.summary.work.served
    }
    #expect(last == (try servers(6, samples: [20, 90, 60, 100], caps: nil, days: 1)).summary.work.served)
  }

  // MARK: Planning

  private func design(_ caps: PowerCapChoice?, count: Int = 40) throws -> LayoutDesign {
    var layout = try TinyStudy.dedicated()
    layout.caps = caps
    let guests = [try TinyStudy.steady(count: count, percent: 100, sample: Self.quarter)]
    let scenario = try TinyStudy.scenario(days: 1, guests: guests, layouts: [layout])
    return try LayoutDesign(scenario, layout: 0, plan: DemandPlan(scenario, replication: 0))
  }

  @Test func `capped servers are planned at their cap, so that more stand in a rack`() throws {
    // 4 kW a rack: 20 servers of 200 W, 32 of 125 W.
    let (free, capped) = (try design(nil), try design(PowerCapChoice(server: Watts(125))))
    #expect(free.racks.racks.count == 2 && free.racks.racks[0].mounted.count == 20)
    #expect(capped.racks.racks[0].mounted.count == 32)
    #expect(isClose(capped.plannedPower.value, 40 * 125) && isClose(free.plannedPower.value, 40 * 200))
  }

  @Test func `a capped rack counts with its cap for the plant`() throws {
    let design = try design(PowerCapChoice(rack: Watts(3000)))
    #expect(design.racks.racks.count == 2 && isClose(design.plannedPower.value, 2 * 3000))
  }

  @Test func `racks that idle above their cap are refused with the figure`() throws {
    for caps in [PowerCapChoice(rack: Watts(1500)), PowerCapChoice(rack: Watts(9000), circuit: Watts(1500))] {
      do {
        _ = try design(caps)
        Issue.record("twenty servers idle at 2000 W")
      } catch let refusal as InfeasibleLayout {
        #expect(refusal.key == (caps.circuit == nil ? "caps.rack" : "caps.circuit"))
        #expect(refusal.reason.contains("2000 W idle") && refusal.reason.contains("20 servers"))
      }
    }
  }
}
