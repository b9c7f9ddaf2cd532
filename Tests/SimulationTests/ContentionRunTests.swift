import Availability
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Contention in a run")
struct ContentionRunTests {
  private static let quarter = Seconds(minutes: 15)
  private static let day = 86_400.0

  /// One host under a hypervisor that is asked for more than it has, if need be.
  private func crowded(_ technique: String = "xen-3-pv", servers: Int = 1) throws -> Layout {
    var layout = try TinyStudy.virtualized(count: servers)
    layout.technique = try TinyStudy.technique(technique)
    layout.hostLimits = HostLimits(cpu: Fraction(percent: 2000), memory: Fraction(percent: 300))
    layout.servers.memory = Bytes(gibibytes: 64)
    layout.contention = ContentionChoice()
    return layout
  }

  private func steady(
    _ name: String = "steady", count: Int, percent: UInt8, _ terms: ResourceTerms = .usual, memory: Double = 1
  ) throws -> GuestGroup {
    var group = try TinyStudy.steady(
      name, count: count, percent: percent, memory: memory, sample: Self.quarter)
    group.terms = terms
    return group
  }

  private func run(
    _ guests: [GuestGroup], _ layout: Layout, days: Double = 1, seed: UInt64 = 1, tileLength: Int = 256
  ) throws -> RecordedRun {
    try RecordedRun(
      TinyStudy.scenario(days: days, sample: Self.quarter, guests: guests, layouts: [layout], seed: seed),
      tileLength: tileLength)
  }

  private func efficiency(_ group: GuestGroup, _ layout: Layout) -> Double {
    layout.technique.efficiency(of: group.mix, for: group.operatingSystem).value
  }

  /// What the technique takes of a server of 10 000 ssj_ops/s.
  private func own(_ layout: Layout) -> Double { 10_000 * layout.technique.hostCost.work.value.value }

  // MARK: Processors

  @Test(arguments: [(12, UInt8(2)), (12, 5), (12, 7), (12, 9), (16, 30), (3, 20)])
  func `equal guests of one host are served and wait as its model says`(count: Int, percent: UInt8) throws {
    let layout = try crowded()
    let group = try steady(count: count, percent: percent)
    let summary = try run([group], layout).summary
    let efficiency = efficiency(group, layout)
    let expected = HostContention(
      demanded: WorkPerSecond(Double(count) * Double(percent) * 100 / efficiency),
      capacity: WorkPerSecond(10_000),
      own: WorkPerSecond(own(layout)), cores: layout.servers.model.processor.cores, virtualProcessors: count)
    #expect(isClose(summary.work.served, expected.served.value * efficiency * Self.day, relative: 1e-4))
    #expect(
      isClose(summary.work.contention, expected.unserved.value * efficiency * Self.day, absolute: 1e5))
    let record = try #require(summary.groups[0].stretch)
    // A class of speed is a thousandth wide, and the table is interpolated.
    let width = 1.5e-3 * expected.stretch * expected.stretch
    #expect(isClose(record.mean, expected.stretch, absolute: width), "\(record.mean) \(expected.stretch)")
    #expect(isClose(record.percentile95, expected.stretch, absolute: width))
    #expect(isClose(summary.ready.value, expected.queue.ready * Self.day, absolute: 0.005 * Self.day))
  }

  @Test(arguments: [(1000, 1000), (3000, 1000), (1000, 9000)])
  func `a short host is shared by weight`(one: Int, other: Int) throws {
    let layout = try crowded()
    let groups = [
      try steady("one", count: 2, percent: 40, ResourceTerms(shares: one)),
      try steady("other", count: 3, percent: 30, ResourceTerms(shares: other)),
    ]
    let efficiency = efficiency(groups[0], layout)
    let claims = [Claim(WorkPerSecond(4000 / efficiency), weight: Double(one))]
    let others = [Claim(WorkPerSecond(3000 / efficiency), weight: Double(other))]
    let shares = FairShare(
      of: WorkPerSecond(10_000 - own(layout)), among: claims + claims + others + others + others)
    let summary = try run(groups, layout).summary
    let lost = [
      2 * (claims[0].demand - shares.share(of: claims[0])).value,
      3 * (others[0].demand - shares.share(of: others[0])).value,
    ]
    for group in 0..<2 {
      #expect(
        isClose(summary.groups[group].contention, lost[group] * efficiency * Self.day, absolute: 1e5),
        "\(summary.groups[group].contention) \(lost[group] * efficiency * Self.day)")
    }
    if one > other {
      let stretches = try summary.groups.map { try #require($0.stretch).mean }
      #expect(stretches[0] < stretches[1])
    }
  }

  @Test func `a limit holds a guest back on an empty host, and it takes longer in that measure`() throws {
    let layout = try crowded()
    let group = try steady(count: 1, percent: 80, ResourceTerms(limit: Fraction(0.5)))
    let summary = try run([group], layout).summary
    #expect(isClose(summary.work.contention, 3_000 * Self.day, relative: 1e-4))
    #expect(isClose(summary.work.served, 5_000 * Self.day, relative: 1e-4))
    let expected = 0.5 / efficiency(group, layout) + layout.technique.hostCost.work.value.value
    #expect(isClose(summary.hosts[0].peakUtilization.value, expected, relative: 1e-4))
    #expect(isClose(try #require(summary.groups[0].stretch).mean, 1.6, absolute: 3e-3))
  }

  @Test func `work that waits is done in the next quiet sample, and none is lost`() throws {
    var layout = try TinyStudy.dedicated()
    layout.hostLimits.sizeBy = .mean
    let bursts = try DemandSeries(samples: [100, 0], interval: Self.quarter, scale: .percent)
    let model = try TinyStudy.steady(count: 1, percent: 0, sample: Self.quarter)
    func summary(waits: Bool) throws -> RunSummary {
      let group = GuestGroup(
        name: "bursts", count: 1, operatingSystem: model.operatingSystem, memory: model.memory,
        disk: model.disk, mix: model.mix, demand: .traces([bursts]),
        reference: DemandReference(name: "larger", throughput: WorkPerSecond(16_000)),
        terms: ResourceTerms(waits: waits))
      return try run([group], layout, days: 2).summary
    }
    let (lost, late) = (try summary(waits: false), try summary(waits: true))
    #expect(isClose(lost.work.contention, 6_000 * Self.day, relative: 1e-9) && lost.work.late == 0)
    #expect(isClose(late.work.served, 16_000 * Self.day, relative: 1e-9))
    #expect(isClose(late.work.late, 6_000 * Self.day, relative: 1e-9))
    #expect(abs(late.work.contention) < 1)
    // 100 % half of the time, 60 % the other half.
    #expect(isClose(late.hosts[0].meanUtilization.value, 0.8, relative: 1e-9))
    #expect(late.meterEnergy > lost.meterEnergy)
  }

  @Test func `fewer hosts lose more work, and it takes longer`() throws {
    var (lost, stretch) = ([Double](), [Double]())
    for servers in [6, 4, 3, 2, 1] {
      let group = try TinyStudy.group("web", count: 16, mean: 22, peak: 70)
      var layout = try crowded(servers: servers)
      // First fit would put all on one host, however many there are.
      layout.placement.policy = try TinyStudy.policy("worst-fit")
      let summary = try run([group], layout, days: 7).summary
      lost.append(summary.work.contention)
      stretch.append(try #require(summary.groups[0].stretch).mean)
    }
    #expect(zip(lost, lost.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(stretch, stretch.dropFirst()).allSatisfy { $0 < $1 }, "\(stretch)")
    #expect(lost[4] > 0)
  }

  @Test func `minutes in which requests take longer than promised are counted for each guest`() throws {
    let layout = try crowded()
    let slow = ResourceTerms.Response(alone: Seconds(0.02), promised: Seconds(0.021))
    let quick = ResourceTerms.Response(alone: Seconds(0.02), promised: Seconds(1))
    let groups = [
      try steady("broken", count: 10, percent: 8, ResourceTerms(response: slow)),
      try steady("kept", count: 5, percent: 2, ResourceTerms(response: quick)),
    ]
    let summary = try run(groups, layout).summary
    #expect(try #require(summary.groups[0].stretch).broken == Seconds(10 * Self.day))
    #expect(try #require(summary.groups[1].stretch).broken == .zero)
    let minutes = try #require(summary.figures.first { $0.name == "contention-broken-broken" }).value
    #expect(isClose(minutes, 10 * 1440, relative: 1e-12))
  }

  // MARK: Memory, caches, storage and links

  @Test func `a host that is short of memory slows its guests as the model says`() throws {
    var layout = try crowded("vmware-esx-3")
    layout.servers.memory = Bytes(gibibytes: 12)
    layout.contention?.swap = .disk
    let group = try steady(
      count: 16, percent: 2, ResourceTerms(activeMemory: Fraction(percent: 80)), memory: 1)
    let summary = try run([group], layout).summary
    let occupants = Array(
      repeating: (system: group.operatingSystem, memory: group.memory), count: group.count)
    let memory = group.memory * Double(group.count)
    let technique = layout.technique
    let expected = MemoryPressure(
      configured: memory, active: memory * 0.8,
      overhead: technique.guestMemory.overhead(of: group.memory) * Double(group.count),
      shared: technique.sharedMemory(of: occupants),
      available: Bytes(gibibytes: 12) - technique.hostCost.memory.value, behaviour: .esxOnDisk)
    #expect(expected.stretch > 1.02)
    let queue = HostContention(
      demanded: WorkPerSecond(3200 / efficiency(group, layout)), capacity: WorkPerSecond(10_000),
      own: WorkPerSecond(own(layout)), cores: layout.servers.model.processor.cores, virtualProcessors: 16,
      memory: expected)
    let mean = try #require(summary.groups[0].stretch).mean
    #expect(
      isClose(mean, queue.stretch, absolute: 2e-3 * queue.stretch * queue.stretch), "\(mean) \(queue.stretch)"
    )
  }

  @Test func `six memory-bound guests run 7 % longer`() throws {
    let layout = try crowded()
    let bound = try steady("bound", count: 6, percent: 1, ResourceTerms(isMemoryBound: true))
    let summary = try run([bound], layout).summary
    #expect(isClose(try #require(summary.groups[0].stretch).mean, 1.07, absolute: 1.5e-3))
  }

  @Test(arguments: [true, false])
  func `storage and links that are short hold work back`(isDisk: Bool) throws {
    var layout = try crowded()
    let rate = BitsPerSecond(1e8)
    let ceiling = BitsPerSecond(5e7)
    layout.contention = ContentionChoice(disk: isDisk ? ceiling : nil, network: isDisk ? nil : ceiling)
    let terms = ResourceTerms(disk: isDisk ? rate : .zero, network: isDisk ? .zero : rate)
    let summary = try run(
      [
        try steady("busy", count: 2, percent: 40, terms), try steady("quiet", count: 1, percent: 5, terms),
        try steady("silent", count: 1, percent: 5),
      ], layout
    ).summary
    // 40, 40 and 5 Mbit/s on 50: the small one gets all, the others 22.5 each.
    #expect(isClose(summary.groups[0].contention, 2 * 1750 * Self.day, relative: 1e-4))
    #expect(abs(summary.groups[1].contention) < 1 && abs(summary.groups[2].contention) < 1)
    #expect(isClose(try #require(summary.groups[0].stretch).mean, 40 / 22.5, absolute: 4e-3))
  }

  // MARK: Books

  @Test func `asking how long work takes changes nothing else`() throws {
    var layout = try TinyStudy.virtualized(TinyStudy.stormy())
    let guests = [try TinyStudy.group("web", count: 12), try TinyStudy.group("mail", count: 6, mean: 15)]
    let before = try run(guests, layout, days: 14)
    layout.contention = ContentionChoice()
    let after = try run(guests, layout, days: 14)
    #expect(before.summary.work == after.summary.work)
    #expect(before.summary.energy == after.summary.energy)
    #expect(before.sink.events == after.sink.events)
    #expect(after.summary.groups[0].stretch != nil && before.summary.groups[0].stretch == nil)
  }

  /// A layout in which everything is short, and servers fail.
  private func strained(_ caps: PowerCapChoice?) throws -> (Layout, [GuestGroup]) {
    var layout = try TinyStudy.virtualized(TinyStudy.stormy(), count: 5)
    layout.hostLimits = HostLimits(
      cpu: Fraction(percent: 900), memory: Fraction(percent: 300), sizeBy: .mean)
    layout.contention = ContentionChoice(disk: BitsPerSecond(3e7), network: BitsPerSecond(4e7))
    layout.caps = caps
    var guests = [
      try TinyStudy.group("web", count: 18, mean: 20, peak: 70),
      try TinyStudy.group("batch", count: 9, mean: 15, peak: 60),
      try TinyStudy.group("limited", count: 5, mean: 20, peak: 90),
    ]
    guests[0].terms = ResourceTerms(
      shares: 3000, network: BitsPerSecond(2e7),
      response: ResourceTerms.Response(alone: Seconds(0.01), promised: Seconds(0.02)))
    guests[1].terms = ResourceTerms(waits: true, disk: BitsPerSecond(3e7))
    guests[2].terms = ResourceTerms(limit: Fraction(0.4), isMemoryBound: true)
    return (layout, guests)
  }

  @Test(arguments: [nil, PowerCapChoice(server: Watts(160)), PowerCapChoice(enclosure: Watts(640))])
  func `books close where everything is short, whatever the length of a tile`(caps: PowerCapChoice?) throws {
    for seed in UInt64(1)...3 {
      let (layout, guests) = try strained(caps)
      let usual = try run(guests, layout, days: 10, seed: seed).summary
      let work = usual.work
      #expect(
        isClose(work.demanded, work.served + work.contention + work.capped + work.outage, relative: 1e-9))
      #expect(work.contention > 0 && work.outage > 0 && (caps == nil) == (work.capped == 0))
      #expect(work.late <= work.served && (caps == nil) == (work.late > 0))
      #expect(isClose(usual.groups.reduce(0) { $0 + $1.contention }, work.contention, relative: 1e-9))
      let other = try run(guests, layout, days: 10, seed: seed, tileLength: 7).summary
      #expect(isClose(other.work.contention, work.contention, relative: 1e-9))
      #expect(isClose(other.work.late, work.late, relative: 1e-9))
      #expect(isClose(other.work.capped, work.capped, relative: 1e-9))
      #expect(isClose(other.meterEnergy.value, usual.meterEnergy.value, relative: 1e-11))
      for (one, two) in zip(usual.groups, other.groups) {
        let (one, two) = (try #require(one.stretch), try #require(two.stretch))
        #expect(one.running == two.running)
        #expect(isClose(one.mean, two.mean, relative: 1e-6))
      }
    }
  }

  @Test func `the order of groups does not matter to who gets what`() throws {
    let layout = try crowded()
    let groups = [
      try steady("one", count: 2, percent: 40, ResourceTerms(shares: 500)),
      try steady("two", count: 3, percent: 30, ResourceTerms(limit: Fraction(0.2))),
      try steady("three", count: 2, percent: 25, ResourceTerms(waits: true)),
    ]
    let (there, back) = (try run(groups, layout).summary, try run(groups.reversed(), layout).summary)
    for (one, two) in zip(there.groups, back.groups.reversed()) {
      #expect(one.name == two.name)
      #expect(isClose(one.contention, two.contention, relative: 1e-9, absolute: 1e-3))
      #expect(isClose(try #require(one.stretch).mean, try #require(two.stretch).mean, relative: 1e-6))
    }
  }
}
