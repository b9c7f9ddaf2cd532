import Availability
import EventEngine
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Simulation against closed forms")
struct ClosedFormTests {
  private static let quarter = Seconds(minutes: 15)

  private func steady(_ percent: UInt8, count: Int = 1, days: Double = 3, layout: Layout) throws -> Scenario {
    try TinyStudy.scenario(
      days: days, sample: Self.quarter,
      guests: [try TinyStudy.steady(count: count, percent: percent, sample: Self.quarter)], layouts: [layout])
  }

  // MARK: Energy

  @Test(arguments: [UInt8(0), 1, 37, 50, 99, 100])
  func `constant demand costs the curve's power times time`(percent: UInt8) throws {
    let run = try RecordedRun(steady(percent, layout: TinyStudy.dedicated()))
    let power = try TinyStudy.server().power
    let expected = power.curve.draw(at: Fraction(Double(percent) / 100)).energy(over: Seconds(days: 3))
    #expect(isClose(run.summary.hosts[0].energy.value, expected.value, relative: 1e-12))
    #expect(isClose(run.summary.itEnergy.value, expected.value, relative: 1e-12))
    #expect(isClose(run.summary.hosts[0].meanUtilization.value, Double(percent) / 100, absolute: 1e-12))
    #expect(isClose(run.summary.hosts[0].peakUtilization.value, Double(percent) / 100, absolute: 1e-12))
    #expect(run.summary.work.contention == 0 && run.summary.work.outage == 0)
  }

  @Test func `a hypervisor's own work and its overhead add to the guest's demand`() throws {
    let scenario = try steady(20, layout: TinyStudy.virtualized())
    let run = try RecordedRun(scenario)
    let technique = try TinyStudy.technique("xen-3-pv")
    let group = scenario.guests[0]
    let efficiency = technique.efficiency(of: group.mix, for: group.operatingSystem).value
    let expected = 0.2 / efficiency + technique.hostCost.work.value.value
    // The hypervisor's work is a whole number of quanta, some 300 000 to a host.
    #expect(isClose(run.summary.hosts[0].meanUtilization.value, expected, relative: 1e-5))
    #expect(isClose(run.summary.work.served, 2_000 * 3 * 86_400, relative: 1e-9))
  }

  @Test func `demand beyond the host is lost exactly`() throws {
    var layout = try TinyStudy.dedicated()
    layout.hostLimits.sizeBy = .mean
    // Half of the time 160 % of the host, half of the time nothing.
    let bursts = try DemandSeries(samples: [100, 0], interval: Self.quarter, scale: .percent)
    var group = try TinyStudy.steady(count: 1, percent: 0, sample: Self.quarter)
    group = GuestGroup(
      name: "bursts", count: 1, operatingSystem: group.operatingSystem, memory: group.memory,
      disk: group.disk,
      mix: group.mix, demand: .traces([bursts]),
      reference: DemandReference(name: "larger", throughput: WorkPerSecond(16_000)))
    let run = try RecordedRun(TinyStudy.scenario(days: 2, guests: [group], layouts: [layout]))
    let half = 86_400.0
    #expect(isClose(run.summary.work.demanded, 16_000 * half, relative: 1e-12))
    #expect(isClose(run.summary.work.contention, 6_000 * half, relative: 1e-12))
    #expect(isClose(run.summary.work.served, 10_000 * half, relative: 1e-12))
    #expect(run.summary.hosts[0].peakUtilization == .one)
    #expect(isClose(run.summary.groups[0].contention, 6_000 * half, relative: 1e-12))
  }

  @Test func `an empty host is switched off, and then draws its standby power`() throws {
    var layout = try TinyStudy.dedicated()
    layout.servers.count = 2
    layout.powerOffAfter = Seconds(minutes: 20)
    let run = try RecordedRun(steady(50, layout: layout))
    let power = try TinyStudy.server().power
    let idle = power.curve.draw(at: .zero).energy(over: Seconds(minutes: 20))
    let standby = power.standby.energy(over: Seconds(days: 3) - Seconds(minutes: 20))
    #expect(isClose(run.summary.hosts[1].energy.value, (idle + standby).value, relative: 1e-12))
    #expect(run.summary.hosts[1].running == Seconds(minutes: 20))
    #expect(run.summary.counts.switchedOff == 1)
  }

  @Test func `a host that is switched on for a guest boots first, at boot power`() throws {
    var layout = try TinyStudy.dedicated()
    layout.servers.count = 1
    layout.powerOffAfter = Seconds(minutes: 10)
    layout.technique = try TinyStudy.technique("xen-3-pv")
    let scenario = try TinyStudy.scenario(
      days: 1, sample: Self.quarter,
      guests: [
        try TinyStudy.steady(
          count: 1, percent: 50, sample: Self.quarter,
          presence: .during(from: .offset(Seconds(hours: 6)), until: nil))
      ], layouts: [layout])
    let run = try RecordedRun(scenario)
    let power = layout.servers.model.power
    let boots = run.sink.events.filter { $0.kind == .hostBooted }
    #expect(boots.map(\.time.sinceStart.seconds) == [6 * 3600 + power.boot.duration.value])
    let times = layout.technique.times
    let delay = power.boot.duration + times.provisioning.value + times.boot.value
    let starts = run.sink.events.filter { $0.kind == .guestStarted }
    #expect(starts.map(\.time.sinceStart.seconds) == [6 * 3600 + delay.value])
    let own = power.curve.draw(at: Fraction(layout.technique.hostCost.work.value.value))
    let group = scenario.guests[0]
    let load =
      0.5 / layout.technique.efficiency(of: group.mix, for: group.operatingSystem).value
      + layout.technique.hostCost.work.value.value
    let working = Seconds(hours: 18) - delay
    let expected =
      own.energy(over: Seconds(minutes: 10) + delay - power.boot.duration)
      + power.standby.energy(over: Seconds(hours: 6) - Seconds(minutes: 10)) + power.bootEnergy
      + power.curve.draw(at: Fraction(load)).energy(over: working)
    #expect(isClose(run.summary.hosts[0].energy.value, expected.value, relative: 1e-6))
    #expect(isClose(run.summary.work.outage, 5_000 * delay.value, relative: 1e-9))
    #expect(run.summary.downtime.total == .zero, "a guest that has never run is not down")
  }

  @Test func `halving the sample changes the energy of a storm by less than a thousandth`() throws {
    func energy(_ minutes: Double) throws -> Double {
      let sample = Seconds(minutes: minutes)
      let scenario = try TinyStudy.scenario(
        days: 28, sample: sample, guests: [try TinyStudy.steady(count: 9, percent: 20, sample: sample)],
        layouts: [TinyStudy.virtualized(TinyStudy.stormy(), spare: .enclosure)])
      return try RecordedRun(scenario).summary.meterEnergy.value
    }
    #expect(isClose(try energy(60), try energy(30), relative: 1e-3))
    #expect(isClose(try energy(30), try energy(15), relative: 1e-3))
  }

  // MARK: Availability

  /// Mean downtime of a guest and year over replications, with its 95 % interval.
  private func downtime(_ layout: Layout, servers: Int) throws -> ConfidenceInterval {
    let day = Seconds(days: 1)
    let scenario = try TinyStudy.scenario(
      days: 1095, sample: day,
      guests: [try TinyStudy.steady(count: servers, percent: 10, memory: 0.5, sample: day)],
      layouts: [layout], replications: 20)
    let simulator = try Simulator(scenario)
    var values = Welford()
    for replication in 0..<20 {
      let plan = try simulator.plan(replication: replication)
      let run = try simulator.run(layout: 0, plan: plan, replication: replication)
      values.add(run.downtime.perGuestYear.value)
    }
    return ConfidenceInterval(of: values)
  }

  private static let server = FailureModel(
    rate: EventsPerYear(0.08), repair: RepairTime(mean: Seconds(hours: 8)))

  @Test func `guests on servers of their own are down for repair and start-up`() throws {
    let layout = try TinyStudy.dedicated(
      Reliability(server: Self.server, enclosure: TinyStudy.never().enclosure))
    let start = layout.servers.model.power.boot.duration + layout.technique.times.boot.value
    let expected = SteadyState(rate: Self.server.rate, repair: Self.server.repair.mean + start)
    // 8 % a year and 8 h: 0.64 h a year, and a little for two starts.
    #expect(isClose(expected.downtimePerYear.hours, 0.64, relative: 0.02))
    let measured = try downtime(layout, servers: 160)
    #expect(measured.contains(expected.downtimePerYear.value), "\(measured) has not \(expected)")
    #expect(measured.halfWidth < 0.15 * measured.mean)
  }

  @Test func `guests that restart elsewhere are down for the restart alone`() throws {
    // Detection and boot of 150 s in all, as in the literature on restarts of 2 to 5 minutes.
    let boot = try TinyStudy.technique("xen-3-pv").times.boot.value
    let policy = RestartPolicy(detection: Seconds(150) - boot, slotsPerHost: 10)
    var layout = try TinyStudy.virtualized(
      Reliability(server: Self.server, enclosure: TinyStudy.never().enclosure), spare: .hosts(2),
      restart: policy)
    layout.placement.oneGuestPerHost = true
    let expected = RestartTiming(detection: policy.detection, boot: boot, slots: policy.slotsPerHost)
      .downtimePerYear(rate: Self.server.rate, guestsPerHost: 1)
    #expect(isClose(expected.value, 12, relative: 1e-9))
    let measured = try downtime(layout, servers: 160)
    #expect(measured.contains(expected.value), "\(measured) has not \(expected)")
    #expect(measured.halfWidth < 0.1 * measured.mean)
  }

  @Test func `a host restarts the guests of another in waves of its slots`() throws {
    let boot = try TinyStudy.technique("xen-3-pv").times.boot.value
    let failing = FailureModel(
      rate: EventsPerYear(36), repair: RepairTime(mean: Seconds(days: 300), distribution: .fixed))
    var layout = try TinyStudy.virtualized(
      Reliability(server: failing, enclosure: TinyStudy.never().enclosure),
      restart: RestartPolicy(detection: Seconds(15), slotsPerHost: 2), count: 3)
    layout.servers.memory = Bytes(gibibytes: 16)
    let run = try RecordedRun(
      TinyStudy.scenario(
        days: 60, guests: [try TinyStudy.steady(count: 5, percent: 5, sample: Self.quarter)],
        layouts: [layout]))
    let failure = try #require(run.sink.events.first { $0.kind == .guestLost })
    let delays = run.sink.events.filter { $0.kind == .guestRestarted }.prefix(5).map {
      ($0.time - failure.time).seconds
    }
    let timing = RestartTiming(detection: Seconds(15), boot: boot, slots: 2)
    #expect(delays == (0..<5).map { timing.outage(ofGuest: $0).value })
    #expect(run.summary.counts.worstServerBlast == 5)
  }
}
