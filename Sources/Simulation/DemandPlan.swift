public import EventEngine
public import Quantities
public import Scenario
public import Workload

/// Every guest of a study in one replication: who exists when, and what each asks for.
///
/// The plan is the same for every layout, so that layouts differ only in what they do with it. Guests are numbered
/// group by group; those that arrive later follow the ones of their group that are there at the start.
public struct DemandPlan: Sendable {
  /// One guest: when it exists and where its demand is read.
  public struct Guest: Sendable, Hashable {
    /// The index of its group in the scenario.
    public let group: Int32
    /// Its number within the group, from 0.
    public let number: Int32
    /// The series it replays.
    public let series: SeriesID
    /// Samples by which it runs ahead of the series.
    public let offset: Int
    /// Work a second that one step of its samples stands for, at the guest's own processor.
    public let workPerStep: WorkPerSecond
    /// When it begins to exist.
    public let arrival: Instant
    /// When it ceases to exist, or the end of the study.
    public internal(set) var departure: Instant
    /// When it is used for the last time: its departure, unless it is forgotten.
    public let lastUse: Instant
    /// Whether it goes because it was idle.
    public internal(set) var isReclaimed = false
  }

  /// The guests.
  public internal(set) var guests: [Guest]
  /// The samples they replay.
  public let library: SeriesLibrary
  /// Where each series of the library comes from.
  let sources: [SeriesSource]
  /// Sums of all samples of the library before each place, for work over any window in constant time.
  let sumsBefore: [UInt64]

  /// Makes the guests of a scenario in one replication.
  ///
  /// - Throws: a ``DemandProblem`` when a pattern cannot have the asked mean and peak, naming the group.
  public init(_ scenario: Scenario, replication: UInt32) throws(DemandProblem) {
    var builder = DemandPlanBuilder(scenario: scenario, replication: replication)
    for (index, group) in scenario.guests.enumerated() {
      do { try builder.add(group, at: index) } catch {
        throw DemandProblem("guests '\(group.name)': \(error.message)", help: error.help)
      }
    }
    guests = builder.guests
    library = builder.library
    sources = builder.sources
    sumsBefore = library.withUnsafeSamples { samples in
      var sums: [UInt64] = [0]
      sums.reserveCapacity(samples.count + 1)
      var total: UInt64 = 0
      for sample in samples {
        total += UInt64(sample)
        sums.append(total)
      }
      return sums
    }
  }

  /// The plan of a layout that removes guests so long after their last use; the same where nothing is idle for that long.
  func reclaiming(after patience: Seconds?) -> DemandPlan {
    guard let patience else { return self }
    var plan = self
    for index in guests.indices {
      let limit = guests[index].lastUse + .seconds(patience.value)
      guard limit < guests[index].departure else { continue }
      plan.guests[index].departure = limit
      plan.guests[index].isReclaimed = true
    }
    return plan
  }

  /// The plan as a layout is designed for it: idle guests removed, and stays that begin with the first run moved by what
  /// that takes where there is room.
  func lived(in layout: Layout, of scenario: Scenario) -> DemandPlan {
    var plan = reclaiming(after: layout.reclaimIdleAfter)
    let end = Instant.start + .seconds(scenario.horizon.duration.value)
    for (index, group) in scenario.guests.enumerated() where group.staysFromStart {
      let delay = TimeSpan.seconds(
        layout.timeToFirstRun(of: group, under: scenario.technique(ofGuests: index, in: layout)).value)
      for guest in plan.guests.indices
      where plan.guests[guest].group == index && plan.guests[guest].arrival > .start {
        plan.guests[guest].departure = min(end, plan.guests[guest].departure + delay)
      }
    }
    return plan
  }

  /// The name of a guest, such as `web-7`.
  public func name(of guest: Int, in scenario: Scenario) -> String {
    name(of: guests[guest], in: scenario)
  }

  func name(of guest: Guest, in scenario: Scenario) -> String {
    "\(scenario.guests[Int(guest.group)].name)-\(guest.number + 1)"
  }
}

/// Whose demand a series is.
struct SeriesSource: Sendable {
  /// The index of the group in the scenario.
  let group: Int32
  /// Work a second that one step of the samples stands for, at the guest's own processor.
  let workPerStep: WorkPerSecond
}

/// Collects guests and series, group by group.
private struct DemandPlanBuilder {
  let scenario: Scenario
  let replication: UInt32
  var guests: [DemandPlan.Guest] = []
  var library: SeriesLibrary
  var sources: [SeriesSource] = []
  let end: Instant
  /// Weeks of one generated series: long enough that weeks differ, short enough to stay in the cache.
  static let weeks = 4

  init(scenario: Scenario, replication: UInt32) {
    self.scenario = scenario
    self.replication = replication
    library = SeriesLibrary(interval: scenario.horizon.sample)
    end = Instant.start + .seconds(scenario.horizon.duration.value)
  }

  mutating func add(_ group: GuestGroup, at index: Int) throws(DemandProblem) {
    let (series, phases) = try self.series(of: group, at: index)
    var number: Int32 = 0
    func guest(
      from arrival: Instant, until departure: Instant, lastUse: Instant? = nil
    ) -> DemandPlan.Guest {
      let variant = Int(number) % series.count
      // Guests that share a series are shifted by whole weeks, so that office hours stay office hours.
      let phase = (Int(number) / series.count) % phases
      defer { number += 1 }
      return DemandPlan.Guest(
        group: Int32(index), number: number, series: series[variant],
        offset: phase * (library.span(of: series[variant]).length / phases),
        workPerStep: sources[Int(series[variant].index)].workPerStep,
        arrival: arrival, departure: departure, lastUse: lastUse ?? departure)
    }
    switch group.presence {
    case .always:
      for _ in 0..<group.count { guests.append(guest(from: .start, until: end)) }
    case .during(let from, let until):
      let first = max(.start, instant(from))
      let last = until.map { min(end, instant($0)) } ?? end
      guard first < last else { return }
      for _ in 0..<group.count { guests.append(guest(from: first, until: last)) }
    case .arrivals(let arrivals):
      var gaps = stream("arrivals", index)
      var stays = stream("lifetimes", index)
      let interval = Distribution(arrivals.interval)
      let lifetime = Distribution(arrivals.lifetime)
      var oblivion = stream("forgotten", index)
      let forgotten = arrivals.forgotten.map { Distribution($0) }
      func use(from arrival: Instant) {
        let last = arrival + .seconds(lifetime.sample(using: &stays))
        let idle = forgotten?.sample(using: &oblivion) ?? 0
        guests.append(guest(from: arrival, until: min(end, last + .seconds(idle)), lastUse: min(end, last)))
      }
      for _ in 0..<group.count { use(from: .start) }
      var time = Instant.start
      while true {
        time += .seconds(interval.sample(using: &gaps))
        guard time < end else { break }
        use(from: time)
      }
    }
  }

  private func stream(_ purpose: String, _ entity: Int) -> RandomStream {
    RandomStream(
      seed: scenario.seed, purpose: RandomStream.Purpose(purpose), entity: UInt64(entity),
      replication: replication)
  }

  private func instant(_ moment: Moment) -> Instant {
    .start + .seconds(max(0, moment.offset(from: scenario.horizon.start).value))
  }

  /// The series of a group, and how many phases guests may replay them in.
  private mutating func series(
    of group: GuestGroup, at index: Int
  ) throws(DemandProblem) -> (ids: [SeriesID], phases: Int) {
    var ids: [SeriesID] = []
    func source(_ workPerStep: WorkPerSecond) -> SeriesSource {
      SeriesSource(group: Int32(index), workPerStep: workPerStep)
    }
    switch group.demand {
    case .traces(let traces):
      for trace in traces {
        ids.append(library.add(trace))
        sources.append(source(group.reference.throughput / Double(trace.scale.fullScale)))
      }
      return (ids, 1)
    case .pattern(let pattern):
      let calendar = DemandCalendar(firstDay: scenario.horizon.start)
      for variant in 0..<pattern.variants {
        var generator = stream("demand/\(index)", variant)
        let made = try pattern.series(
          calendar: calendar, weeks: Self.weeks, interval: scenario.horizon.sample, using: &generator)
        ids.append(library.add(made.series))
        sources.append(
          source(group.reference.work(of: made.peak) / Double(made.series.scale.fullScale)))
      }
      return (ids, Self.weeks)
    }
  }
}

extension Distribution {
  /// The distribution that a scenario describes by its mean and kind.
  init(_ duration: RandomDuration) {
    let mean = duration.mean.value
    switch duration.distribution {
    case .constant: self = .constant(Constant(mean))
    case .exponential: self = .exponential(Exponential(mean: mean))
    case .lognormal(let variation):
      self = .logNormal(LogNormal(mean: mean, coefficientOfVariation: variation.value))
    case .weibull(let shape): self = .weibull(Weibull(shape: shape, mean: mean))
    }
  }
}
