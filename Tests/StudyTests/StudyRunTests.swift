import Economics
import Facility
import Power
import Quantities
import Scenario
import Simulation
import Study
import Synchronization
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Study")
struct StudyRunTests {
  private func scenario(replications: Int = 3, gates: [String] = []) throws -> Scenario {
    var scenario = try TinyStudy.scenario(
      days: 14, sample: Seconds(hours: 1),
      layouts: [
        TinyStudy.dedicated(TinyStudy.stormy()), TinyStudy.virtualized(TinyStudy.stormy(), spare: .enclosure),
        TinyStudy.virtualized(TinyStudy.stormy(), powerOffAfter: Seconds(hours: 1)),
      ], replications: replications)
    scenario.layouts[2].name = "sleepy"
    scenario.gates = try gates.map { try Gate($0) }
    return scenario
  }

  private func result(_ scenario: Scenario, threads: Int = 2) throws -> StudyResult {
    try StudyRun(scenario, threads: threads).result()
  }

  @Test func `any number of threads gives the same answer`() throws {
    let scenario = try scenario(replications: 5)
    let alone = try result(scenario, threads: 1)
    for threads in [2, 4, 32] {
      let together = try result(scenario, threads: threads)
      for (one, other) in zip(alone.layouts, together.layouts) {
        #expect(one.runs == other.runs)
        #expect(one.costs == other.costs)
        #expect(one.series == other.series)
      }
    }
  }

  @Test func `a study is its runs, one by one`() throws {
    let scenario = try scenario()
    let study = try result(scenario)
    let simulator = try Simulator(scenario)
    for layout in scenario.layouts.indices {
      #expect(study.layouts[layout].runs.map(\.replication) == [0, 1, 2])
      for replication in 0..<3 {
        let run = try simulator.run(
          layout: layout, plan: simulator.plan(replication: replication), replication: replication)
        #expect(study.layouts[layout].runs[replication] == run)
      }
    }
  }

  @Test func `paired intervals are narrower than those of strangers`() throws {
    let study = try result(scenario(replications: 8))
    let energy = study.layouts.map { $0.values(of: .energy, in: study.scenario) }
    let paired = try #require(PairedComparison(of: energy[2], with: energy[1]).difference.halfWidth)
    // The same layouts as if replications had nothing in common: variances add.
    let widths = try [1, 2].map { try #require(Measured(energy[$0]).halfWidth) }
    #expect(paired < (widths[0] * widths[0] + widths[1] * widths[1]).squareRoot())
  }

  @Test func `the saving is what equipment saves less what overhead takes back`() throws {
    let study = try result(scenario())
    let baseline = study.decomposition(of: 0)
    #expect(baseline.total.mean == 0 && baseline.equipment.mean == 0 && baseline.overhead.mean == 0)
    for layout in 1...2 {
      let parts = study.decomposition(of: layout)
      #expect(isClose(parts.total.mean, parts.equipment.mean - parts.overhead.mean, relative: 1e-9))
      #expect(isClose(parts.total.mean, study.comparison(.energy, of: layout).savings?.mean ?? .nan))
    }
  }

  @Test func `gates hold or fail by the mean`() throws {
    let study = try result(
      scenario(gates: [
        "savings(virtualized).energy < 99 %", "savings(virtualized).energy >= 99 %",
        "value(virtualized).servers <= 1000", "value(dedicated).pue < 1", "savings(dedicated).energy >= 0 %",
        "difference(virtualized).servers >= 1",
      ]))
    #expect(study.gates.map(\.holds) == [true, false, true, false, true, true])
    #expect(study.gates[2].measured?.mean == Double(study.layouts[1].design.hosts))
    #expect(study.gates[5].measured?.mean == Double(18 - study.layouts[1].design.hosts))
  }

  @Test func `metrics are what the summaries say`() throws {
    let study = try result(scenario())
    let scenario = study.scenario
    let layout = study.layouts[1]
    let run = layout.runs[0]
    func first(_ metric: Gate.Metric) -> Double { layout.values(of: metric, in: scenario)[0] }
    #expect(isClose(first(.energy), run.meterEnergy.kilowattHours * 365 / 14))
    #expect(isClose(first(.power), run.meterEnergy.kilowattHours / (14 * 24)))
    #expect(isClose(first(.carbon), run.meterEnergy.kilowattHours * 0.5))
    #expect(first(.cost) == layout.costs[0].total.amount)
    #expect(isClose(first(.equipment) * first(.pue), first(.energy), relative: 1e-12))
    #expect(first(.racks) == Double(layout.design.racks.racks.count))
    #expect(isClose(first(.downtime), run.downtime.total / run.downtime.exposure * 8760))
  }

  @Test func `the hours of the first replication hold its energy`() throws {
    let study = try result(scenario())
    for layout in study.layouts {
      #expect(layout.series.count == 14 * 24)
      for component in EnergyComponent.allCases {
        let kilowattHours = layout.series.watts[component.rawValue].reduce(0.0) { $0 + Double($1) / 1000 }
        #expect(
          isClose(
            kilowattHours, layout.runs[0].energy[component.rawValue].kilowattHours, relative: 1e-5,
            absolute: 1e-6))
      }
    }
  }

  @Test(arguments: [15.0, 40, 60, 90, 480, 1440])
  func `an hour is an hour, whatever the sample`(minutes: Double) throws {
    let scenario = try TinyStudy.scenario(
      days: 2, sample: Seconds(minutes: minutes),
      guests: [try TinyStudy.steady(count: 2, percent: 30, sample: Seconds(minutes: minutes))],
      layouts: [TinyStudy.dedicated()])
    let series = try result(scenario).layouts[0].series
    #expect(series.count == 48)
    let draw = 2 * (try TinyStudy.server().power.curve.draw(at: Fraction(0.3)).value)
    let servers = EnergyComponent.allCases.filter { [.serversIdle, .serversWork, .supplies].contains($0) }
    let first = servers.reduce(0) { $0 + Double(series.watts[$1.rawValue][47]) }
    #expect(isClose(first, draw, relative: 1e-6))
  }

  // MARK: Costs

  @Test func `the cost book is the sum of its things`() throws {
    var scenario = try scenario(replications: 1)
    func line(_ basis: CostLine.Basis, _ recurrence: CostLine.Recurrence) -> CostLine {
      CostLine(
        item: basis.rawValue, category: .maintenance, amount: Money(10, .usd), basis: basis,
        recurrence: recurrence)
    }
    scenario.layouts[1].equipment = [
      OtherEquipment(
        name: "array", count: 3, height: RackUnits(3), power: Watts(300), weight: Kilograms(30), cables: 4,
        price: Money(7000, .usd)),
      OtherEquipment(
        name: "switch", count: 2, height: RackUnits(1), power: Watts(60), weight: Kilograms(5), cables: 3),
    ]
    scenario.layouts[1].costs = CostLine.Basis.allCases.map { line($0, .once) } + [line(.server, .yearly)]
    let layout = try result(scenario).layouts[1]
    let design = layout.design
    let (hosts, enclosures) = (Double(design.hosts), Double(design.enclosures))
    let racks = Double(design.racks.racks.count)
    let years = 14.0 / 365
    let cost = layout.costs[0]
    #expect(isClose(cost.cost(of: .servers).amount, 4000 * hosts))
    #expect(isClose(cost.cost(of: .enclosures).amount, 10_000 * enclosures))
    #expect(isClose(cost.cost(of: .racks).amount, 2000 * racks))
    #expect(isClose(cost.cost(of: .otherEquipment).amount, 3 * 7000))
    #expect(isClose(cost.cost(of: .floor).amount, 200 * design.floorArea.value * years, relative: 1e-6))
    #expect(isClose(cost.cost(of: .energy).amount, 0.1 * layout.runs[0].meterEnergy.kilowattHours))
    // One layout, hosts, two sockets each, enclosures, racks, 18 guests; hosts again by the year.
    let things = 1 + hosts + 2 * hosts + enclosures + racks + 18 + hosts * years
    #expect(isClose(cost.cost(of: .maintenance).amount, 10 * things))
    #expect(isClose(cost.total.amount, cost.byCategory.reduce(0) { $0 + $1.cost.amount }))
  }

  @Test func `what costs more at the start is paid back by what it saves each year`() throws {
    var scenario = try scenario(replications: 1)
    for index in scenario.layouts.indices {
      scenario.layouts[index].servers.owned = true
      scenario.layouts[index].reliability = TinyStudy.never()
    }
    func line(_ amount: Double, _ recurrence: CostLine.Recurrence) -> CostLine {
      CostLine(
        item: "x", category: .project, amount: Money(amount, .usd), basis: .layout, recurrence: recurrence)
    }
    scenario.layouts[0].costs = [line(11_000_000, .yearly)]
    scenario.layouts[1].costs = [line(43_000_000, .once)]
    scenario.gates = [try Gate("payback(virtualized).cost <= 4")]
    let study = try result(scenario)
    let years = try #require(study.gates[0].measured).mean
    // Electricity and floor of a room of some kilowatts are a few thousand of the eleven million.
    #expect(isClose(years, 43.0 / 11, relative: 2e-3) && years != 43.0 / 11)
    let yearly = study.layouts.map { layout in
      layout.design.floorArea.value * 200 + layout.runs[0].electricityCost.amount * 365 / 14
    }
    #expect(isClose(years, 43e6 / (11e6 + yearly[0] - yearly[1]), relative: 1e-6))
    scenario.layouts[0].costs = []
    scenario.layouts[1].costs = [line(1e9, .yearly)]
    #expect(try result(scenario).payback(of: 1) == nil)
    #expect(try result(scenario).payback(of: 0)?.mean == 0)
    #expect(throws: QuantityProblem.self) { try Gate("payback(virtualized).energy <= 4") }
  }

  @Test func `machines that are owned cost nothing to buy`() throws {
    var scenario = try scenario(replications: 1)
    scenario.layouts[0].servers.owned = true
    let cost = try result(scenario).layouts[0].costs[0]
    #expect(cost.cost(of: .servers).amount == 0 && cost.cost(of: .racks).amount == 0)
    #expect(cost.cost(of: .energy).amount > 0)
  }

  // MARK: Failures

  @Test func `a study that is asked to stop gives no answer`() throws {
    let study = try StudyRun(scenario(), threads: 2)
    #expect(study.runCount == 9)
    #expect(throws: StudyRun.Failure.interrupted) { try study.result(shouldStop: { true }) }
    let asked = Atomic<Int>(0)
    #expect(throws: StudyRun.Failure.interrupted) {
      try study.result(shouldStop: { asked.add(1, ordering: .relaxed).newValue > 4 })
    }
  }

  @Test func `progress counts every run once`() throws {
    let counts = Mutex<[Int]>([])
    _ = try StudyRun(scenario(), threads: 3).result(progress: { done in counts.withLock { $0.append(done) } })
    #expect(counts.withLock { $0.sorted() } == Array(1...9))
  }

  @Test func `the first layout that cannot be built is named`() throws {
    var scenario = try scenario()
    scenario.layouts[1].servers.count = 1
    scenario.layouts[2].servers.count = 1
    let error = #expect(throws: StudyRun.Failure.self) { _ = try StudyRun(scenario, threads: 2) }
    guard case .refused(.layout(let refusal)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.layout == 1 && refusal.key == "servers.count")
  }
}
