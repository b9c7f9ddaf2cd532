import Availability
import EventEngine
import Facility
import Placement
import Quantities
import Scenario
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@testable import Simulation

/// Layouts whose guests run under several techniques.
@Suite("Mixed estates in a run")
struct MixedEstateRunTests {
  static let hour = Seconds(hours: 1)

  /// Guests of a system that ask for the same share of a tiny server all the time.
  static func group(
    _ name: String, _ system: String, count: Int, percent: UInt8, memory: Double = 0.5
  ) throws -> GuestGroup {
    let model = try TinyStudy.steady(name, count: count, percent: percent, memory: memory, sample: hour)
    return GuestGroup(
      name: name, count: count, operatingSystem: try #require(OperatingSystemCatalog.named(system)),
      memory: model.memory, disk: model.disk, mix: model.mix, demand: model.demand,
      reference: model.reference)
  }

  /// Red Hat under a hypervisor, Solaris in zones with a PDP-11 beside them, a Windows machine by itself.
  static func estate(
    spare: PlacementChoice.Spare = .none, reliability: Reliability = TinyStudy.never(), count: Int? = nil
  ) throws -> Scenario {
    var layout = try TinyStudy.virtualized(reliability, spare: spare, count: count)
    layout.exceptions = [
      TechniqueException("database", under: .solarisZones), TechniqueException("files", under: .bareMetal),
    ]
    layout.otherwise = [.simhPDP11]
    return try TinyStudy.scenario(
      sample: hour,
      guests: [
        group("web", "linux-2.6", count: 23, percent: 7),
        group("database", "solaris-10-x86", count: 9, percent: 11),
        group("stock", "rsx-11m-plus", count: 1, percent: 0, memory: 0.004),
        group("files", "windows-2003", count: 2, percent: 30),
      ], layouts: [layout])
  }

  /// Guests of one size that a host holds, from the figures of their technique alone.
  private func places(_ group: GuestGroup, under technique: Technique, share: Double, in layout: Layout)
    -> Int
  {
    let server = layout.servers.model
    let isAlone = technique.kind == .bareMetal
    let cpu = (isAlone ? 1 : 0.8) - technique.hostCost.work.value.value
    let memory = (server.memory - technique.hostCost.memory.value).value * (isAlone ? 1 : 0.9)
    let base = technique.name == "solaris-zones" ? group.operatingSystem.baseMemory.value.value : 0
    let own = group.memory.value + technique.guestMemory.overhead(of: group.memory).value - base
    var most = Int(cpu / (share / technique.efficiency(of: group.mix, for: group.operatingSystem).value))
    most = min(most, Int(memory / (own / 1_048_576).rounded(.up) / 1_048_576))
    if let perCore = technique.limits.virtualCPUsPerCore {
      most = min(most, Int(perCore.value * Double(server.processor.cores)))
    }
    return isAlone ? 1 : most
  }

  @Test(arguments: [PlacementChoice.Spare.none, .host, .hosts(1), .hosts(2)])
  func `each pool has the servers that its guests need, and its own spare`(spare: PlacementChoice.Spare)
    throws
  {
    let scenario = try Self.estate(spare: spare)
    let design = try Simulator(scenario).designs[0]
    #expect(
      design.pools.map(\.pool.title) == [
        "Xen paravirtualization", "Solaris Zones + SIMH (PDP-11)", "Bare metal",
      ])
    let shares = [0.07, 0.11, 0, 0.30]
    let kept =
      switch spare {
      case .host: 1
      case .hosts(let count): count
      default: 0
      }
    var needed: [Int] = []
    for (pool, group) in [(0, 0), (1, 1), (2, 3)] {
      let guests = scenario.guests[group]
      let technique = try #require(design.pools[pool].pool.techniques.first)
      let places = places(guests, under: technique, share: shares[group], in: scenario.layouts[0])
      #expect(places > 0)
      needed.append((guests.count + places - 1) / places + kept)
    }
    #expect(design.pools.map(\.hosts) == needed)
    #expect(design.hosts == needed.reduce(0, +) && design.enclosures == (design.hosts + 3) / 4)
    #expect(design.pools.map(\.guests) == [23, 10, 2] && design.plan.isComplete)
    #expect(design.plan.hostsUsed == design.pools.reduce(0) { $0 + $1.hostsUsed })
    #expect(
      design.bindingText?.contains(
        "the guests, one to a server\(spare == .host ? ", for restarts" : "") (Bare metal)") == true)
  }

  @Test(arguments: [PlacementChoice.Spare.none, .host, .hosts(2), .enclosure, .fraction(Fraction(0.2))])
  func `the checker finds nothing wrong with a plan of several pools`(spare: PlacementChoice.Spare) throws {
    let scenario = try Self.estate(spare: spare)
    let simulator = try Simulator(scenario)
    let design = simulator.designs[0]
    let guests = try simulator.plan(replication: 0).guests
    let problem = design.problem(for: guests, of: scenario)
    #expect(problem.compatibility == design.sizing.compatibility)
    #expect(PlacementChecker(problem).violations(of: design.plan) == [])
    #expect(design.plan.bound.hosts <= design.plan.hostsUsed)
  }

  @Test func `any enclosure may be lost, and no pool could be a server smaller`() throws {
    let scenario = try Self.estate(spare: .enclosure)
    let design = try Simulator(scenario).designs[0]
    #expect(design.plan.restart?.isComplete == true)
    for pool in design.pools.indices {
      let enclosures = Set(
        design.poolOfHost.indices.filter { design.poolOfHost[$0] == Int32(pool) }
          .compactMap { design.enclosure(of: $0)?.index })
      #expect(enclosures.count > 1, "a pool in one enclosure would be lost with it")
    }
    #expect(design.bindingText?.contains("for restarts") == true)
  }

  @Test func `a given number of servers is shared out, and one that is too small says what each pool needs`()
    throws
  {
    let needed = try Simulator(Self.estate()).designs[0].pools.map(\.hosts)
    let sum = needed.reduce(0, +)
    let more = try Simulator(Self.estate(count: sum + 3)).designs[0]
    #expect(more.pools.map(\.hosts) == [needed[0] + 3] + needed.dropFirst() && more.hosts == sum + 3)
    #expect(more.bindingText == nil)
    let refusal = #expect(throws: Simulator.Refusal.self) { try Simulator(Self.estate(count: sum - 1)) }
    guard case .layout(let reason)? = refusal else { throw refusal ?? Simulator.Refusal.layout(more.nothing) }
    #expect(reason.key == "servers.count")
    #expect(
      reason.reason
        == "the guests need \(sum) servers (\(needed[0]) for Xen paravirtualization, \(needed[1]) for Solaris Zones + "
        + "SIMH (PDP-11), \(needed[2]) for Bare metal), there are \(sum - 1)")
  }

  @Test func `a host without work does what its own techniques ask for`() throws {
    var scenario = try Self.estate()
    scenario.guests = try [
      Self.group("web", "linux-2.6", count: 3, percent: 0),
      Self.group("database", "solaris-10-x86", count: 3, percent: 0),
      Self.group("files", "windows-2003", count: 1, percent: 1),
    ]
    let run = try RecordedRun(scenario)
    for (host, summary) in run.summary.hosts.enumerated() {
      let group = run.design.poolOfHost[host] == 2 ? 0.01 : 0
      let own = run.design.pool(of: host).pool.techniques[0].hostCost.work.value.value
      // Work is counted in whole quanta, of which a host has more than a million here.
      #expect(abs(summary.meanUtilization.value - own - group) < 1e-5, "host \(host)")
    }
    #expect(Set(run.design.pools.map(\.pool.hostWork)).count > 1)
  }

  @Test func `naming for each group what it runs under anyway changes nothing`() throws {
    let plain = try TinyStudy.scenario(
      days: 20,
      layouts: [TinyStudy.virtualized(TinyStudy.stormy(), spare: .hosts(1), powerOffAfter: Self.hour)])
    var named = plain
    named.layouts[0].exceptions = plain.guests.map {
      TechniqueException($0.name, under: plain.layouts[0].technique)
    }
    let (one, other) = (try RecordedRun(plain), try RecordedRun(named))
    #expect(one.summary == other.summary && one.sink.events == other.sink.events)
    #expect(other.design.pools.count == 1)
  }

  @Test func `guests of one technique restart on other hosts while those of another wait for theirs`() throws
  {
    let run = try RecordedRun(Self.estate(spare: .host, reliability: TinyStudy.stormy()))
    let estate = run.design.sizing.estate
    var restarted = [Int](repeating: 0, count: estate.pools.count)
    var host = [Int?](repeating: nil, count: run.plan.guests.count)
    for event in run.sink.events {
      guard let guest = event.guest?.index, let place = event.host?.index else { continue }
      if event.kind == .guestRestarted {
        let technique = estate.techniques[Int(run.plan.guests[guest].group)]
        if technique.restartsGuests {
          restarted[Int(run.design.poolOfHost[place])] += 1
        } else {
          #expect(host[guest] == place, "\(technique.title) brings no guest to another host")
        }
      }
      if [.guestStarted, .guestRestarted].contains(event.kind) { host[guest] = place }
    }
    #expect(restarted[0] > 0 && restarted[1] > 0 && restarted[2] == 0)
  }

  // MARK: - Storms

  /// The wild scenarios of the conservation tests, with the groups under techniques and systems drawn at random.
  static func randomEstate(seed: UInt64) throws -> Scenario {
    var random = SeededGenerator(seed: seed &+ 4_711)
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }
    var scenario = try ConservationTests.randomScenario(seed: seed)
    let techniques: [Technique] = [
      .bareMetal, .linuxVServer, .vmwareESX3, .userModeLinux, .xen3Paravirtual, .vmwareGSX, .qemuTranslation,
      .virtuozzo,
    ]
    scenario.guests = try scenario.guests.map { group in
      GuestGroup(
        name: group.name, count: group.count,
        operatingSystem: try #require(OperatingSystemCatalog.named(pick(["linux-2.4", "linux-2.6"]))),
        memory: group.memory, disk: group.disk, mix: group.mix, demand: group.demand,
        reference: DemandReference(name: "small", throughput: WorkPerSecond(pick([100, 1000, 10_000]))),
        presence: group.presence)
    }
    var layout = scenario.layouts[0]
    layout.placement.oneGuestPerHost = false
    layout.technique = pick(techniques)
    layout.exceptions = scenario.guests.dropFirst().compactMap { group in
      pick([true, true, false]) ? TechniqueException(group.name, under: pick(techniques)) : nil
    }
    layout.otherwise = [.bareMetal]
    layout.restart = pick([nil, RestartPolicy(detection: Seconds(15), slotsPerHost: 1)])
    layout.migration = pick([nil, MigrationPolicy(churn: EventsPerYear(2000))])
    layout.maintenance = pick([
      nil,
      Maintenance(
        interval: Seconds(hours: 9), duration: Seconds(hours: 1), batch: 2, patience: Seconds(hours: 1)),
    ])
    layout.provisioning = .linkedClone
    scenario.layouts = [layout]
    return scenario
  }

  @Test(arguments: 0..<4)
  func `in storms each guest is on a host of its own technique at any moment`(batch: UInt64) throws {
    // Debug builds ask that at each event, all builds at the end; here the log is read as well.
    var (runs, pools, moves) = (0, 0, 0)
    for seed in batch * 100..<(batch + 1) * 100 {
      let run: RecordedRun
      do { run = try RecordedRun(Self.randomEstate(seed: seed)) } catch let refusal as Simulator.Refusal {
        guard case .layout = refusal else { throw refusal }
        continue
      }
      runs += 1
      pools = max(pools, run.design.pools.count)
      let scenario = run.simulator.scenario
      let layout = scenario.layouts[0]
      for event in run.sink.events {
        guard let guest = event.guest?.index, let host = event.host?.index else { continue }
        let group = Int(run.plan.guests[guest].group)
        let technique = scenario.technique(ofGuests: group, in: layout)
        let pool = run.design.pool(of: host).pool
        #expect(pool.techniques.contains { $0.name == technique.name }, "seed \(seed), \(event)")
        #expect(pool.groups.contains(group), "seed \(seed), \(event)")
        if event.kind == .guestMigrated {
          moves += 1
          #expect(technique.migratesLive, "seed \(seed), \(event)")
        }
      }
      let work = run.summary.work
      #expect(isClose(work.demanded, work.served + work.contention + work.outage), "seed \(seed)")
      let parts = run.summary.energy.reduce(Joules.zero, +)
      #expect(isClose(parts.value, run.summary.meterEnergy.value), "seed \(seed)")
    }
    #expect(runs > 60 && pools > 3 && moves > 20, "\(runs) runs, at most \(pools) pools, \(moves) moves")
  }
}

extension LayoutDesign {
  fileprivate var nothing: InfeasibleLayout {
    InfeasibleLayout(layout: layout, key: "", reason: "no refusal")
  }
}
