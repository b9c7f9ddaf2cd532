import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Migration")
struct MigrationTests {
  static func megabytes(_ amount: Double) -> Bytes { Bytes(amount * 1e6) }
  static func rate(_ megabytes: Double) -> BitsPerSecond { BitsPerSecond(megabytes * 8e6) }

  static func rules(
    threshold: Double = 0, rounds: Int = 29, sent: Double = 3, fixed: Double = 0
  ) -> PreCopyRules {
    PreCopyRules(
      threshold: megabytes(threshold), mostRounds: rounds, mostSent: sent,
      fixedDowntime: Seconds(fixed))
  }

  @Test(arguments: [(1, 10.77551, 1.63265), (2, 11.06706, 0.29155)])
  func `a gigabyte at 112 MB/s is moved in the times of the closed form`(
    rounds: Int, total: Double, down: Double
  ) {
    let copy = PreCopy(
      memory: Self.megabytes(1024), dirtyRate: Self.rate(20), rules: Self.rules(rounds: rounds))
    let done = copy.finished(at: Self.rate(112))
    #expect(isClose(done.elapsed.value, total, absolute: 5e-6))
    #expect(isClose(done.downtime.value, down, absolute: 5e-6))
    #expect(done.reason == .rounds && done.phase == .done)
  }

  @Test(arguments: [0.0, 0.084, 0.3, 0.7, 0.95], [1, 2, 5, 11])
  func `rounds follow the geometric series to the millisecond`(lambda: Double, rounds: Int) {
    let memory = 2048.0
    let link = 112.0
    let copy = PreCopy(
      memory: Self.megabytes(memory), dirtyRate: Self.rate(link * lambda),
      rules: Self.rules(rounds: rounds, sent: 1000, fixed: 0.05))
    let done = copy.finished(at: Self.rate(link))
    let total = memory / link * (1 - pow(lambda, Double(rounds + 1))) / (1 - lambda)
    #expect(isClose(done.elapsed.value, total + 0.05, absolute: 1e-4))
    #expect(isClose(done.downtime.value, memory / link * pow(lambda, Double(rounds)) + 0.05, absolute: 1e-4))
    #expect(isClose(done.sent.value, total * link * 1e6, relative: 1e-9), "what is sent is rate times time")
  }

  @Test func `a guest that dirties faster than the link is stopped after three times its memory`() {
    let copy = PreCopy(memory: Self.megabytes(1000), dirtyRate: Self.rate(150), rules: Self.rules())
    let done = copy.finished(at: Self.rate(100))
    #expect(done.reason == .sent)
    #expect(isClose(done.downtime.value, 10), "all of it is sent again, with the guest stopped")
    #expect(isClose(done.sent.value, 5e9), "four rounds exceed three times, and the last copy")
  }

  @Test func `a writable working set keeps the downtime up`() {
    let hot = PreCopy(
      memory: Self.megabytes(1000), dirtyRate: Self.rate(1), workingSet: Self.megabytes(20),
      rules: Self.rules(threshold: 1))
    let done = hot.finished(at: Self.rate(100))
    #expect(done.reason == .rounds)
    #expect(isClose(done.downtime.value, 0.2))
    #expect(isClose(done.elapsed.value, 10 + 28 * 0.2 + 0.2))
  }

  @Test func `an idle guest moves in one pass`() {
    let done = PreCopy(memory: Self.megabytes(500), dirtyRate: .zero).finished(at: Self.rate(100))
    #expect(done.reason == .converged)
    #expect(isClose(done.elapsed.value, 5.06) && isClose(done.downtime.value, 0.06))
  }

  @Test func `the web server of Clark et al. moves in about 71 seconds`() {
    let copy = PreCopy(
      memory: Self.megabytes(800), dirtyRate: Self.rate(1), rules: Self.rules(threshold: 1, fixed: 0.1))
    let done = copy.finished(at: Self.rate(11.9))
    #expect(isClose(done.elapsed.value, 73.4, absolute: 0.15), "the closed form of the page")
    #expect(abs(done.elapsed.value / 71 - 1) < 0.10, "within ten per cent of the measured 71 s")
    #expect(isClose(done.sent.value, 873e6, relative: 0.002))
    #expect(abs(done.sent.value / 960e6 - 1) < 0.10, "within ten per cent of the measured 960 MB")
    #expect(
      done.downtime > Seconds(0.03) && done.downtime < Seconds(0.21 * 2), "the measured 210 ms and its order")
  }

  @Test(arguments: 0..<20)
  func `advancing in steps gives what one go gives, and a faster link never takes longer`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let link = Self.rate(Double.random(in: 50...500, using: &random))
    let copy = PreCopy(
      memory: Self.megabytes(Double.random(in: 100...8000, using: &random)),
      dirtyRate: Self.rate(Double.random(in: 0...100, using: &random)),
      workingSet: Self.megabytes(Double.random(in: 0...50, using: &random)))
    let whole = copy.finished(at: link)
    var stepped = copy
    while stepped.phase != .done {
      let rest = stepped.timeToNextPhase(at: link) ?? .zero
      stepped.advance(by: min(rest, Seconds(Double.random(in: 0.01...1, using: &random))), at: link)
    }
    #expect(isClose(stepped.elapsed.value, whole.elapsed.value, relative: 1e-9))
    #expect(isClose(stepped.sent.value, whole.sent.value, relative: 1e-9))
    #expect(isClose(stepped.downtime.value, whole.downtime.value, relative: 1e-7))
    #expect(copy.finished(at: link * 2).elapsed <= whole.elapsed)
    #expect(whole.sent >= copy.memory && whole.downtime <= whole.elapsed)
    #expect(whole.sent <= copy.memory * 5 + Bytes(1))
  }

  /// Copies that start one after the other on a link of their own making: rates change as others come and go.
  @Test func `copies that share a link send what the link carries, no more`() {
    let link = Self.rate(110)
    let starts = [0.0, 3, 5, 40]
    var copies = starts.map { _ in
      PreCopy(memory: Self.megabytes(1000), dirtyRate: Self.rate(5), rules: Self.rules(threshold: 1))
    }
    var now = 0.0
    var busy = 0.0
    while copies.contains(where: { $0.phase != .done }) {
      let active = copies.indices.filter { starts[$0] <= now && copies[$0].phase != .done }
      let next = starts.filter { $0 > now }.min() ?? .infinity
      guard !active.isEmpty else {
        now = next
        continue
      }
      let each = MigrationCost.rate(ofEachOf: active.count, sharing: link)
      let step = min(
        next - now, active.compactMap { copies[$0].timeToNextPhase(at: each)?.value }.min() ?? .infinity)
      let sending = active.filter { copies[$0].phase != .activating }.count
      for index in active {
        let rest = copies[index].timeToNextPhase(at: each)?.value ?? 0
        copies[index].advance(by: rest <= step + 1e-12 ? Seconds(rest) : Seconds(step), at: each)
      }
      busy += step * each.value * Double(sending) / 8
      now += step
    }
    let sent = copies.reduce(0) { $0 + $1.sent.value }
    #expect(isClose(sent, busy, relative: 1e-9))
    #expect(sent <= now * link.value / 8)
    let alone = PreCopy(
      memory: Self.megabytes(1000), dirtyRate: Self.rate(5), rules: Self.rules(threshold: 1)
    ).finished(at: link)
    #expect(
      copies[0].elapsed > alone.elapsed && copies[0].sent > alone.sent, "company costs time and traffic")
    #expect(isClose(copies[3].elapsed.value, alone.elapsed.value), "the last one was alone")
  }

  @Test(arguments: [(1e9, 2), (9.9e9, 2), (10e9, 8), (25e9, 8)])
  func `a host has slots by its link`(bits: Double, slots: Int) {
    #expect(MigrationCost.slots(onLinkOf: BitsPerSecond(bits)) == slots)
  }

  @Test func `copies share a link and keep to what one can send`() {
    let link = BitsPerSecond(10e9)
    #expect(MigrationCost.rate(ofEachOf: 4, sharing: link) == BitsPerSecond(2.5e9))
    #expect(
      MigrationCost.rate(ofEachOf: 1, sharing: link, mostOfOne: BitsPerSecond(4e9)) == BitsPerSecond(4e9))
    #expect(isClose(MigrationCost.processorTime(of: Seconds(10)).value, 6.5))
  }

  @Test func `a cold migration is down for all of it`() {
    let shared = ColdMigration(stop: Seconds(30), disk: .zero, boot: Seconds(60))
    #expect(shared.downtime(at: Self.rate(100)) == Seconds(90))
    let local = ColdMigration(stop: Seconds(30), disk: Self.megabytes(20_000), boot: Seconds(60))
    #expect(local.downtime(at: Self.rate(100)) == Seconds(290))
  }

  @Test func `storage moves in rounds, or in one pass with writes mirrored`() {
    let disk = StorageMigration(disk: Self.megabytes(20_000), writes: Self.rate(10))
    let rounds = disk.inRounds().finished(at: Self.rate(100))
    let limit = 200 / (1 - 0.1)
    #expect(isClose(rounds.elapsed.value, limit, absolute: 0.1), "the sum of all rounds")
    #expect(isClose(disk.mirrored(at: Self.rate(100))?.value ?? 0, 20_000 / 90.0))
    #expect(disk.mirrored(at: Self.rate(10)) == nil)
  }

  static let esx = Technique.vmwareESX3

  static let verdicts: [(HostFacts, HostFacts, String?, Bool, MigrationRefusal.Obstacle?)] = [
    (host(), host(), nil, true, nil),
    (host(), host(vendor: .amd), nil, true, .vendor),
    (host(.x86), host(), nil, true, .instructionSet),
    (host(), host(), nil, false, .storage),
    (host(baseline: "Merom"), host(baseline: "Nehalem"), nil, true, nil),
    (host(baseline: "Nehalem"), host(baseline: "Merom"), nil, true, .baseline),
    (host(baseline: "Nehalem"), host(baseline: "Merom"), "Merom", true, nil),
    (host(baseline: "Nehalem"), host(), nil, true, nil),
  ]

  @Test(arguments: verdicts)
  func `a running guest moves only where its processors are understood`(
    _ source: HostFacts, _ target: HostFacts, _ cluster: String?, _ shared: Bool,
    _ obstacle: MigrationRefusal.Obstacle?
  ) {
    let refusal = Self.esx.migrationRefusal(
      from: source, to: target, cluster: cluster.flatMap { ProcessorBaseline.named($0) },
      sharesStorage: shared)
    #expect(refusal?.obstacle == obstacle)
    #expect(refusal?.description.isEmpty != true)
  }

  @Test func `the reason is said in words`() {
    let back = Self.esx.migrationRefusal(from: host(baseline: "Nehalem"), to: host(baseline: "Merom"))
    #expect(
      back?.description
        == "the guest has seen a processor of the Nehalem generation, the target is Merom; "
        + "a cluster baseline of Merom would hide the difference")
    let never = Technique.hyperV2008.migrationRefusal(from: host(), to: host())
    #expect(
      never?.description == "Hyper-V 2008 does not move running guests" && never?.obstacle == .technique)
  }

  @Test func `generations of a maker cover their predecessors`() {
    for list in [ProcessorBaseline.intel, ProcessorBaseline.amd] {
      for (older, newer) in zip(list, list.dropFirst()) {
        #expect(newer.covers(older) && !older.covers(newer) && older.covers(older))
      }
    }
    #expect(!ProcessorBaseline.intel[0].covers(ProcessorBaseline.amd[0]))
  }
}
