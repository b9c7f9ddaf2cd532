import Availability
import EventEngine
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("A spare blade takes over an identity")
struct TakeoverTests {
  private static let sample = Seconds(minutes: 15)
  private static let policy = RestartPolicy(
    detection: Seconds(40), slotsPerHost: 1, reassignment: Seconds(90))

  /// Blades with one guest each on bare metal, and spare ones.
  private func layout(
    rate: Double = 20, repair: Double = 5, spare: PlacementChoice.Spare = .hosts(2),
    policy: RestartPolicy? = policy
  ) throws -> Layout {
    let server = FailureModel(
      rate: EventsPerYear(rate), repair: RepairTime(mean: Seconds(hours: repair), distribution: .fixed))
    var layout = try TinyStudy.virtualized(
      Reliability(server: server, enclosure: TinyStudy.never().enclosure), spare: spare, restart: policy)
    layout.technique = try TinyStudy.technique("bare-metal")
    layout.hostLimits = .whole
    layout.placement.oneGuestPerHost = true
    return layout
  }

  private func run(_ layout: Layout, guests: Int = 6, days: Double = 182, seed: UInt64 = 1) throws
    -> RecordedRun
  {
    try RecordedRun(
      TinyStudy.scenario(
        days: days, sample: Seconds(hours: 1),
        guests: [TinyStudy.steady(count: guests, percent: 20, sample: Seconds(hours: 1))], layouts: [layout],
        seed: seed))
  }

  /// How long each guest was down, in the order in which they came back, and where.
  private func outages(_ run: RecordedRun) -> [(milliseconds: Int64, host: Int)] {
    var since: [Int: Instant] = [:]
    var found: [(Int64, Int)] = []
    for event in run.sink.events {
      guard let guest = event.guest?.index else { continue }
      if event.kind == .guestLost { since[guest] = event.time }
      if event.kind == .guestRestarted, let from = since.removeValue(forKey: guest) {
        found.append(((event.time - from).milliseconds, event.host?.index ?? -1))
      }
    }
    return found
  }

  /// Reassignment, start of the server, boot of the system.
  private func takeover(_ layout: Layout) -> Seconds {
    Seconds(90) + layout.servers.model.power.boot.duration + layout.technique.times.boot.value
  }

  @Test(arguments: [nil, Seconds(minutes: 30)])
  func `a guest is down for detection, reassignment and boot, whether the spare ran or was off`(
    powerOff: Seconds?
  ) throws {
    var layout = try layout()
    layout.powerOffAfter = powerOff
    let run = try run(layout)
    let expected = Seconds(40) + takeover(layout)
    let outages = outages(run)
    #expect(run.summary.counts.waits == 0 && outages.count > 20)
    #expect(outages.allSatisfy { $0.milliseconds == Int64((expected.value * 1000).rounded()) })
    #expect(isClose(run.summary.downtime.total.value, expected.value * Double(outages.count)))
    // Without takeover they wait for the repair of five hours.
    var slow = layout
    slow.restart = nil
    let waiting = try self.run(slow)
    #expect(waiting.summary.downtime.longest > Seconds(hours: 5))
    #expect(waiting.summary.counts.serverFailures == run.summary.counts.serverFailures)
  }

  @Test func `the server that is repaired is the next spare`() throws {
    let run = try run(layout(spare: .hosts(1)), days: 60, seed: 3)
    let outages = outages(run)
    #expect(outages.count > 5 && run.summary.counts.waits == 0)
    // Each restart is on a server that holds nobody: at first the spare one, then one that had failed and was repaired.
    #expect(outages[0].host == run.design.hosts - 1)
    #expect(Set(outages.map(\.host)).count > 2)
    var guestOn = [Int?](repeating: nil, count: run.design.hosts)
    var isUp = [Bool](repeating: true, count: run.design.hosts)
    for event in run.sink.events {
      guard let host = event.host?.index else { continue }
      switch event.kind {
      case .hostFailed: isUp[host] = false
      case .hostBooted: isUp[host] = true
      case .guestLost: guestOn[host] = nil
      case .guestStarted, .guestRestarted:
        #expect(guestOn[host] == nil && isUp[host])
        guestOn[host] = event.guest?.index
      default: break
      }
    }
    #expect(guestOn.count { $0 != nil } >= 5)
  }

  @Test func `with no spare left a guest waits for the first server that is repaired`() throws {
    let layout = try layout(rate: 400, repair: 30, spare: .hosts(1))
    let run = try run(layout, days: 60)
    let least = Seconds(40) + takeover(layout)
    #expect(run.summary.counts.waits > 0)
    #expect(outages(run).contains { Double($0.milliseconds) / 1000 > least.value + 1 })
  }

  @Test func `for planned work nobody has to notice anything`() throws {
    var layout = try layout(rate: 0)
    layout.changes = [
      HardwareChange(time: Seconds(days: 3), server: 2, action: .replace(takes: Seconds(minutes: 20)))
    ]
    let run = try run(layout, days: 7)
    let outages = outages(run)
    #expect(outages.map(\.milliseconds) == [Int64((takeover(layout).value * 1000).rounded())])
    #expect(outages[0].host != 2)
  }

  @Test func `what the loss of a server does is told beforehand`() throws {
    let layout = try layout()
    let simulator = try Simulator(
      TinyStudy.scenario(
        guests: [TinyStudy.steady(count: 6, percent: 20, sample: Self.sample)], layouts: [layout]))
    let impact = try #require(simulator.designs[0].impacts(of: layout).first { $0.part == .server })
    #expect(impact.group.guestsLost == 1 && impact.group.guestsRestarted == 1)
    #expect(impact.group.guestTimeDown == Seconds(40) + takeover(layout))
  }

  @Test(arguments: 0..<4) func `storms lose no guest, and no guest two servers`(batch: UInt64) throws {
    // Debug builds check the guests' books at each event.
    for seed in batch * 30..<(batch + 1) * 30 {
      var random = SeededGenerator(seed: seed)
      let spares: [PlacementChoice.Spare] = [.hosts(1), .host, .enclosure]
      var layout = try layout(spare: spares[Int.random(in: 0..<3, using: &random)])
      let server = FailureModel(
        rate: EventsPerYear(Double.random(in: 10...2000, using: &random)),
        repair: RepairTime(mean: Seconds(hours: 5)))
      layout.reliability = Reliability(server: server, enclosure: TinyStudy.stormy().enclosure)
      if Bool.random(using: &random) { layout.powerOffAfter = Seconds(minutes: 20) }
      let arrivals = Presence.arrivals(
        Arrivals(
          interval: RandomDuration(mean: Seconds(hours: 9)),
          lifetime: RandomDuration(mean: Seconds(hours: 40)),
          staysFromStart: Bool.random(using: &random)))
      let sample = Seconds(hours: 1)
      let run = try RecordedRun(
        TinyStudy.scenario(
          days: 10, sample: sample,
          guests: [
            TinyStudy.steady("a", count: 5, percent: 20, sample: sample),
            TinyStudy.steady("b", count: 0, percent: 20, sample: sample, presence: arrivals),
          ], layouts: [layout], seed: seed))
      #expect(run.summary.hosts.allSatisfy { $0.guests <= 1 }, "\(seed)")
      let down = run.summary.groups.reduce(Seconds.zero) { $0 + $1.downtime }
      #expect(isClose(down.value, run.summary.downtime.total.value), "\(seed)")
    }
  }
}
