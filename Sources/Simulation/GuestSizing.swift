import Placement
import Quantities
import Scenario
import Virtualization
import Workload

/// What each guest takes of a host of a layout, in the whole units that placement counts, and what a host offers.
///
/// ```
/// cpu    = level * work / (efficiency * throughput)       in millionths of a host, rounded up
/// memory = what the guest takes of an empty host           in MiB, rounded up
/// ```
/// `level` is the peak, 95th percentile or mean of the guest's series (``HostLimits/DemandSize``); where guests are sized by
/// their sums each has a profile over time instead (``DemandOverTime``). `work` its work at
/// full demand and `throughput` that of a host, both in work a second, `efficiency` what its technique leaves a guest.
/// A host offers its limits less what the techniques of its pool take for themselves; one that belongs to a single guest
/// offers all of the rest.
///
/// Series have one size in all replications, that of the one the sizing was made from: a planner sizes by what was
/// measured, and what comes later may exceed it.
///
/// **Not modelled**: pages that guests share. What they save depends on who meets on a host, so capacity would
/// not add up; a plan without it is on the safe side. Memory that a host's own kernel saves each guest does count.
struct GuestSizing: Sendable {
  /// What placement counts. A technique without a limit on virtual processors has more of them than any guests ask for.
  static let resources = [
    Resource.cpu(unit: "millionths of a host"), Resource.memory,
    Resource("virtual processors", unit: "of all guests"),
  ]
  /// The resource that varies where guests are sized by their sums.
  static let processor = 0
  private static let cpuUnits = 1e6
  private static let mebibyte = 1_048_576.0
  private static let unlimited: Int32 = 1_000_000_000

  /// A host's work rate at full load.
  let throughput: WorkPerSecond
  /// Who runs under what, and who can meet on a host.
  let estate: Estate
  /// The part of each group's native throughput that its technique leaves it.
  let efficiency: [Double]
  /// What a host of each pool offers to guests.
  let hostTypes: [HostType]
  /// The share of a host's throughput that guests are planned with, by series.
  private let shareOfSeries: [Double]
  /// What guests take over time; nil where they are sized one by one.
  let overTime: DemandOverTime?
  /// Memory and virtual processors of a guest, by group.
  private let memoryOfGroup: [Int32]
  private let processorsOfGroup: [Int32]

  /// Sizes guests by the series of a demand plan.
  init(_ scenario: Scenario, layout: Layout, plan: DemandPlan) {
    let model = layout.servers.model
    let estate = scenario.estate(of: layout)
    self.estate = estate
    throughput = model.throughput
    let efficiency = zip(scenario.guests, estate.techniques).map { group, technique in
      technique.efficiency(of: group.mix, for: group.operatingSystem).value
    }
    self.efficiency = efficiency
    let shareOfStep = plan.sources.map {
      $0.workPerStep.value / efficiency[Int($0.group)] / model.throughput.value
    }
    let size = layout.hostLimits.sizeBy
    shareOfSeries = plan.levels(at: size.ofOneGuest).enumerated().map { index, level in
      let source = plan.sources[index]
      return level * source.workPerStep.value / efficiency[Int(source.group)] / model.throughput.value
    }
    overTime = DemandOverTime(
      plan, sizedBy: size, shareOfStep: shareOfStep, studySamples: scenario.horizon.sampleCount)
    memoryOfGroup = zip(scenario.guests, estate.techniques).map { group, technique in
      let alone = technique.hostMemory(of: [(group.operatingSystem, group.memory)])
      return Self.units((alone - technique.hostCost.memory.value).value / Self.mebibyte, .up)
    }
    let cores = model.processor.cores
    processorsOfGroup = scenario.guests.indices.map { group in
      estate.pools[estate.poolOfGroup[group]].processors(
        of: scenario.guests[group].virtualCPUs, under: estate.techniques[group], cores: cores)
    }
    hostTypes = estate.pools.map { GuestSizing.hostType(of: layout, $0) }
  }

  private static func hostType(of layout: Layout, _ pool: Estate.Pool) -> HostType {
    let model = layout.servers.model
    let limits = layout.limits(under: pool.techniques[0])
    let cpu = limits.cpu.value - pool.hostWork.value
    let memory = (layout.servers.fittedMemory - pool.hostMemory) * limits.memory
    let processors = pool.virtualCPUs(onHostWithCores: model.processor.cores)
    return HostType(
      model.title,
      capacity: [
        units(cpu * cpuUnits, .down), units(memory.value / mebibyte, .down),
        processors.map { Int32(clamping: $0) } ?? unlimited,
      ],
      guestLimit: layout.givesWholeHosts(under: pool.techniques[0])
        ? 1 : pool.guestsPerHost.map { Int32(clamping: $0) }, price: model.price)
  }

  /// Which groups run on the hosts of which pools; nil where all hosts are alike.
  var compatibility: Compatibility? {
    guard estate.pools.count > 1 else { return nil }
    var matrix = Compatibility(
      classes: estate.poolOfGroup.count, hostTypes: estate.pools.count, everywhere: false)
    for (group, pool) in estate.poolOfGroup.enumerated() { matrix[Int32(group), Int32(pool)] = true }
    return matrix
  }

  /// A share of a host's throughput in the units of placement.
  static func processorUnits(_ share: Double) -> Int32 { units(share * cpuUnits, .up) }

  /// What guests may plan to use of the throughput of a host of a pool.
  func processorShare(inPool pool: Int) -> Double {
    Double(hostTypes[pool].capacity[Self.processor]) / Self.cpuUnits
  }

  private static func units(_ amount: Double, _ rule: FloatingPointRoundingRule) -> Int32 {
    // Rounding of the last bit must not cost a unit; sums stay exact integers afterwards.
    let slack = rule == .up ? -1e-6 : 1e-6
    return Int32(min(max(0, (amount + slack).rounded(rule)), Double(unlimited)))
  }

  /// The share of a host's throughput that a guest is planned with by itself.
  func plannedShare(of guest: DemandPlan.Guest) -> Double { shareOfSeries[Int(guest.series.index)] }

  /// How many guests of the mean size of some a host of a pool takes; as many as those where they take nothing.
  func places(for guests: [DemandPlan.Guest], inPool pool: Int) -> Int {
    let table = table(of: guests)
    var places = hostTypes[pool].guestLimit.map(Int.init) ?? guests.count
    for (resource, capacity) in hostTypes[pool].capacity.enumerated() {
      let sum = guests.indices.reduce(0) { $0 + Int(table.largest(of: Int32($1), resource)) }
      if sum > 0 { places = min(places, Int(capacity) * guests.count / sum) }
    }
    return places
  }

  /// The guests as placement counts them.
  func table(of guests: some Collection<DemandPlan.Guest>) -> GuestTable {
    // Guests of another replication may replay a series at an offset that nobody has had so far.
    var overTime = overTime
    let profiles = overTime == nil ? nil : guests.compactMap { overTime?.profile(of: $0) }
    var table = GuestTable(resourceCount: Self.resources.count, over: overTime?.profiles)
    table.reserveCapacity(guests.count)
    for (index, guest) in guests.enumerated() {
      let group = Int(guest.group)
      table.append(
        size: [
          Self.processorUnits(plannedShare(of: guest)), memoryOfGroup[group],
          processorsOfGroup[group],
        ],
        guestClass: guest.group, profile: profiles?[index])
    }
    return table
  }
}

extension Estate.Pool {
  /// The most virtual processors of a host with so many cores: the most that one of its techniques bears; nil without a
  /// limit.
  func virtualCPUs(onHostWithCores cores: Int) -> Int? {
    techniques.compactMap { $0.limits.virtualCPUs(onHostWithCores: cores) }.max()
  }

  /// What a guest takes of a host's virtual processors: the share that its own technique gives each of its own.
  ///
  /// ```
  /// taken = n * limit(pool) / limit(technique)       rounded up; nothing under a technique without a limit beside others
  /// ```
  func processors(of count: Int, under technique: Technique, cores: Int) -> Int32 {
    guard let most = virtualCPUs(onHostWithCores: cores) else { return Int32(clamping: count) }
    guard let own = technique.limits.virtualCPUs(onHostWithCores: cores) else { return 0 }
    return Int32(clamping: (count * most + own - 1) / max(1, own))
  }
}

extension DemandPlan {
  /// The steps of the level by which guests are sized, by series.
  func levels(at size: HostLimits.DemandSize) -> [Double] {
    (0..<library.count).map { index in
      let series = library.series(SeriesID(Int32(index)))
      let share =
        switch size {
        case .peak, .peakOfSums: series.peak
        case .percentile95, .percentile95OfSums: series.percentile(Fraction(0.95))
        case .mean: series.mean
        }
      return share.value * Double(series.scale.fullScale)
    }
  }
}
