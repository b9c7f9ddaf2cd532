import EventEngine
import Facility
import Quantities
import Scenario
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@testable import Simulation

@Suite("Guests that developers ask for and forget")
struct SandboxTests {
  private func sandboxes(_ arrivals: Arrivals) throws -> GuestGroup {
    try TinyStudy.steady(
      "sandbox", count: 0, percent: 2, memory: 0.25, sample: Seconds(hours: 1), presence: .arrivals(arrivals))
  }

  private func run(
    _ arrivals: Arrivals, days: Double = 364, _ change: (inout Layout) -> Void = { _ in }
  ) throws -> RecordedRun {
    var layout = try TinyStudy.virtualized()
    change(&layout)
    return try RecordedRun(
      TinyStudy.scenario(
        days: days, sample: Seconds(hours: 1), guests: [sandboxes(arrivals)], layouts: [layout]))
  }

  private let busy = Arrivals(
    interval: RandomDuration(mean: Seconds(hours: 6)),
    lifetime: RandomDuration(mean: Seconds(days: 5)))

  @Test(arguments: [ProvisioningMethod.templateCopy2005, .templateCopy, .linkedClone, .physicalServer])
  func `with room for all, each runs after what its way of provisioning takes`(method: ProvisioningMethod)
    throws
  {
    let run = try run(busy) { layout in layout.provisioning = method }
    let counts = run.summary.counts
    // A group of 10 GiB; no guest waits, for the layout is designed for the busiest moment.
    let boot = try TinyStudy.virtualized().technique.times.boot.value
    let expected = method.time(copying: Bytes(gibibytes: 10)) + boot
    #expect(counts.waits == 0 && counts.provisioned > 5)
    #expect(isClose(counts.meanProvisioning.value, expected.value, absolute: 0.001))
    #expect(isClose(Double(counts.provisioningPercentile95) / 1000, expected.value, absolute: 0.001))
    // Who leaves before it is ready never runs: with exponential stays exp(-time / mean) of them do.
    let share = Double(counts.provisioned) / Double(counts.arrivals)
    let survive = exponential(-expected.value / Seconds(days: 5).value)
    #expect(abs(share - survive) < 0.05)
  }

  /// `exp`, by its series with the argument halved until it is small.
  private func exponential(_ exponent: Double) -> Double {
    if abs(exponent) > 0.01 { return exponential(exponent / 2) * exponential(exponent / 2) }
    return 1 + exponent + exponent * exponent / 2 + exponent * exponent * exponent / 6
  }

  @Test(arguments: [nil, 10.0])
  func `as many are there on average as Little's law says, forgotten ones included`(forgotten: Double?) throws
  {
    let arrivals = Arrivals(
      interval: busy.interval, lifetime: busy.lifetime,
      forgotten: forgotten.map { RandomDuration(mean: Seconds(days: $0)) })
    let scenario = try TinyStudy.scenario(
      days: 1820, sample: Seconds(hours: 1), guests: [sandboxes(arrivals)], layouts: [TinyStudy.virtualized()]
    )
    let guests = try DemandPlan(scenario, replication: 0).guests
    let span = Seconds(days: 1820)
    let there = guests.reduce(0.0) { $0 + ($1.departure - $1.arrival).seconds } / span.value
    // M/G/inf: Poisson with this mean; its average over so long is known to a few per cent.
    #expect(isClose(there, arrivals.meanPopulation, relative: 0.06))
  }

  @Test func `reclaiming what is idle takes each guest at its time and needs fewer servers`() throws {
    let arrivals = Arrivals(
      interval: busy.interval, lifetime: busy.lifetime, forgotten: RandomDuration(mean: Seconds(days: 60)))
    let forgetful = try run(arrivals)
    let tidy = try run(arrivals) { $0.reclaimIdleAfter = Seconds(days: 7) }
    #expect(forgetful.summary.counts.reclaimed == 0)
    let due = tidy.plan.reclaiming(after: Seconds(days: 7)).guests
    #expect(
      tidy.summary.counts.reclaimed == due.filter(\.isReclaimed).count && due.contains(where: \.isReclaimed))
    for (guest, original) in zip(due, tidy.plan.guests) {
      #expect(guest.departure <= min(original.departure, original.lastUse + .days(7)))
      #expect(
        guest.departure >= original.lastUse && guest.isReclaimed == (guest.departure < original.departure))
    }
    // exp(-7/60) of the forgotten are still there after a week.
    let over = due.filter { $0.lastUse < .start + .days(300) }
    let share = Double(over.filter(\.isReclaimed).count) / Double(over.count)
    #expect(abs(share - exponential(-7.0 / 60)) < 0.05)
    #expect(tidy.design.hosts < forgetful.design.hosts)
    #expect(tidy.summary.counts.arrivals == forgetful.summary.counts.arrivals)
  }

  @Test func `when more come than the layout was designed for, they wait, and it takes longer`() throws {
    var layout = try TinyStudy.dedicated()
    layout.provisioning = .linkedClone
    let scenario = try TinyStudy.scenario(
      days: 182, sample: Seconds(hours: 1), guests: [sandboxes(busy)], layouts: [layout])
    let least = ProvisioningMethod.linkedClone.time(copying: .zero) + layout.technique.times.boot.value
    // The layout has a server for each guest of the busiest moment of replication 0, so that nobody waits there.
    var waits = 0
    for replication in 0..<8 {
      let run = try RecordedRun(scenario, replication: replication)
      let counts = run.summary.counts
      waits += counts.waits
      #expect((counts.meanProvisioning.value > least.value + 0.001) == (counts.waits > 0))
      #expect(replication > 0 || counts.waits == 0)
      // All who were asked for have run, have left before, or are not ready yet.
      let there = run.plan.guests.filter { $0.departure.milliseconds == 182 * 86_400_000 }.count
      #expect(counts.arrivals == counts.departures + there && counts.provisioned <= counts.arrivals)
    }
    #expect(waits > 0)
  }

  /// The chance that a request waits and how long it waits on average: M/M/c, Erlang C, in units of the mean service.
  private func erlang(servers: Int, load: Double) -> (waits: Double, wait: Double) {
    // Erlang B by its recursion, then C = B / (1 - a (1 - B) / c).
    var blocked = 1.0
    for server in 1...servers { blocked = load * blocked / (Double(server) + load * blocked) }
    let waits = blocked / (1 - load * (1 - blocked) / Double(servers))
    return (waits, waits / (Double(servers) - load))
  }

  @Test func `on too few servers requests wait as often and as long as Erlang C says`() throws {
    var layout = try TinyStudy.dedicated()
    layout.provisioning = .linkedClone
    layout.servers.count = 6
    layout.placement.waitsWhenFull = true
    let arrivals = Arrivals(
      interval: RandomDuration(mean: Seconds(hours: 1)), lifetime: RandomDuration(mean: Seconds(hours: 4)),
      staysFromStart: true)
    let scenario = try TinyStudy.scenario(
      days: 60, sample: Seconds(hours: 1), guests: [sandboxes(arrivals)], layouts: [layout])
    // A server is taken from when the guest is put on it: for provisioning, boot and stay.
    let start = ProvisioningMethod.linkedClone.time(copying: .zero) + layout.technique.times.boot.value
    let service = Seconds(hours: 4) + start
    let expected = erlang(servers: 6, load: service.hours)
    #expect(isClose(erlang(servers: 6, load: 4).waits, 0.2848, absolute: 0.0001))
    var (waits, share, early) = (Welford(), Welford(), 0.0)
    for replication in 0..<24 {
      let counts = try RecordedRun(scenario, replication: replication).summary.counts
      waits.add(counts.meanWaiting.hours)
      share.add(Double(counts.queued) / Double(counts.provisioned))
      // What is not waiting is provisioning and boot.
      early = max(early, abs((counts.meanProvisioning - counts.meanWaiting - start).value))
    }
    #expect(ConfidenceInterval(of: waits, level: 0.999).contains(expected.wait * service.hours))
    #expect(ConfidenceInterval(of: share, level: 0.999).contains(expected.waits))
    #expect(ConfidenceInterval(of: waits, level: 0.999).halfWidth < 0.35 * waits.mean)
    // But for one or two of 1 440 that had found room and had not run when the study ended.
    #expect(early < 30)
  }

  @Test func `a stay that begins with the first run is as long whatever provisioning takes`() throws {
    func hours(_ method: ProvisioningMethod, fromStart: Bool) throws -> Double {
      let arrivals = Arrivals(
        interval: RandomDuration(mean: Seconds(days: 2)),
        lifetime: RandomDuration(mean: Seconds(days: 10), distribution: .constant), staysFromStart: fromStart)
      let run = try run(arrivals, days: 182) { $0.provisioning = method }
      var started: [Int: Instant] = [:]
      var stays: [Double] = []
      for event in run.sink.events {
        guard let guest = event.guest?.index else { continue }
        if event.kind == .guestStarted { started[guest] = event.time }
        if event.kind == .guestDeparted, let start = started[guest] {
          stays.append((event.time - start).seconds / 3600)
        }
      }
      #expect(run.summary.counts.waits == 0 && stays.count > 20)
      #expect(stays.allSatisfy { abs($0 - stays[0]) < 1e-6 })
      return stays[0]
    }
    #expect(isClose(try hours(.templateCopy2005, fromStart: true), 240))
    #expect(try hours(.templateCopy2005, fromStart: false) < 239.9)
  }
}
