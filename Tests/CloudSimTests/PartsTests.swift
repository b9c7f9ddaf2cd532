import Quantities
import TestSupport
import Testing

@testable import CloudSim

@Suite("Parts of the experiment")
struct PartsTests {
  @Test(arguments: [0, 1])
  func `watts lie on straight lines between the points`(model: Int) {
    let tables = PowerTables(HostModel.all)
    let points = HostModel.all[model].power.map(\.value)
    for step in 0...1000 {
      let share = Double(step) / 1000
      let low = min(9, step / 100)
      let expected = points[low] + (points[low + 1] - points[low]) * (share * 10 - Double(low))
      #expect(isClose(tables.draw(model, at: share), expected, relative: 1e-12))
    }
    #expect(tables.draw(model, at: 0) == points[0])
    #expect(tables.draw(model, at: 1) == points[10])
    // Rounding may lift a load above full: it draws what full load does.
    #expect(tables.draw(model, at: 1.0.nextUp) == points[10])
  }

  @Test func `memory travels at half of a gigabit a second`() {
    let times = GuestModel.byMemory.map { HostModel.g4.migrationTime(of: $0.memory).value }
    #expect(times == [9.808, 13.92, 27.84])
  }

  @Test func `guest models come in four blocks or in turn`() {
    #expect(GuestModel.indices(guests: 6, inBlocks: true) == [0, 0, 1, 1, 2, 2])
    #expect(GuestModel.indices(guests: 6, inBlocks: false) == [0, 1, 2, 3, 0, 1])
    let blocks = GuestModel.indices(guests: 1052, inBlocks: true)
    #expect((0..<4).map { model in blocks.count { $0 == model } } == [263, 263, 263, 263])
  }

  @Test func `the largest sum under a limit is the last whose quotient is`() {
    for limit in [0, 0.1, 0.7, 0.8, 0.9, 1.0] {
      for capacity in [3720.0, 5320] {
        let largest = Planner.largest(under: limit, of: capacity)
        #expect(largest / capacity <= limit)
        #expect(largest.nextUp / capacity > limit)
      }
    }
  }

  @Test func `requests go in straight lines from sample to sample`() throws {
    let traces = try GuestTraces(names: ["a"], percents: [10, 40, 20])
    var demand = Demand(traces, rates: [1000], dividesByHundred: true, unitsInLastPlace: 0)
    for (sample, time, request) in [(0, 0.0, 100.0), (0, 150, 250), (1, 375, 350), (2, 700, 200)] {
      demand.enter(sample: sample)
      demand.evaluate(at: time)
      #expect(isClose(demand.request[0], request, relative: 1e-12))
    }
  }

  @Test(arguments: [-2, -1, 0, 1, 2])
  func `a sample moves by units in its last place, and zero stays`(units: Int) throws {
    let traces = try GuestTraces(names: ["a", "b"], percents: [30, 30, 0, 0])
    var demand = Demand(traces, rates: [1, 1], dividesByHundred: true, unitsInLastPlace: units)
    demand.enter(sample: 0)
    demand.evaluate(at: 0)
    #expect(demand.request[0] == 0.3 + Double(units) * 0.3.ulp)
    #expect(demand.request[1] == 0)
  }

  @Test func `lists of guests keep their order while they grow and shrink`() {
    var generator = SeededGenerator(seed: 11)
    var lists = GuestLists(hosts: 3)
    var expected: [[Int]] = [[], [], []]
    for guest in 0..<400 {
      let host = Int.random(in: 0..<3, using: &generator)
      lists.append(guest, to: host)
      expected[host].append(guest)
      let other = Int.random(in: 0..<3, using: &generator)
      if Int.random(in: 0..<3, using: &generator) == 0,
        let leaver = expected[other].randomElement(using: &generator)
      {
        lists.remove(leaver, from: other)
        expected[other].removeAll { $0 == leaver }
      }
    }
    for host in 0..<3 {
      #expect((0..<lists.count(host)).map { lists.guest(host, $0) } == expected[host])
    }
    #expect(expected.contains { $0.count > 64 })
  }

  @Test func `sets of hosts tell what came and went`() {
    let set = HostSet(hosts: 200)
    let other = HostSet(hosts: 200)
    for host in [3, 64, 127, 199] { set.insert(host) }
    for host in [3, 65, 199] { other.insert(host) }
    var changes: [Int: Bool] = [:]
    set.follow(other) { changes[$0] = $1 }
    #expect(changes == [64: false, 65: true, 127: false])
    var members: [Int] = []
    set.forEach { members.append($0) }
    #expect(members == [3, 65, 199])
    #expect(set.count == 3)
  }

  @Test func `traces are put in byte order of names, and refused when they cannot be`() throws {
    let traces = try GuestTraces(names: ["b", "B", "a"], percents: [1, 2, 3, 4, 5, 6])
    #expect(traces.sorted().names == ["B", "a", "b"])
    #expect(traces.sorted().percents == [3, 4, 5, 6, 1, 2])
    #expect(throws: GuestTraces.Problem.self) { try GuestTraces(names: [], percents: []) }
    #expect(throws: GuestTraces.Problem.self) { try GuestTraces(names: ["a", "b"], percents: [1, 2, 3]) }
    #expect(throws: GuestTraces.Problem.self) { try GuestTraces(names: ["a"], percents: [1, 101]) }
  }

  @Test func `a guest without a host is named`() throws {
    let traces = try GuestTraces(names: ["a", "b", "c", "d", "e"], percents: Array(repeating: 50, count: 10))
    var experiment = Experiment(.frequencyScaling)
    experiment.hosts = 1
    #expect(throws: ExperimentProblem.noHost(guest: "a", hosts: 1)) {
      try experiment.run(traces, using: SeededGenerator(seed: 1))
    }
  }

  @Test func `quirks have names and bits of their own`() {
    #expect(Set(Quirk.allCases.map(\.name)).count == Quirk.allCases.count)
    for quirk in Quirk.allCases {
      #expect(Quirk(named: quirk.name) == quirk)
      #expect(!QuirkSet.all.without(quirk).has(quirk))
      #expect(QuirkSet.all.without(quirk).union(QuirkSet(quirk)) == .all)
      #expect(quirk.summary.hasSuffix(".") && quirk.remedy.hasSuffix("."))
    }
  }
}
