import Quantities
import Scenario
import Virtualization
import Workload

/// What guests of a host do to each other when something is short: who gets how much, who waits, and how much longer
/// work takes (``HostContention``, sample by sample).
///
/// Nothing is done for a host that has enough of everything, unless somebody asks how long work takes there; then busy
/// samples are read from a table. Guests are looked at one by one only in samples in which something is short.
///
/// ```
/// x_i     = min(d_i + b_i, limit_i, w_i level)      work done for guest i: FairShare of capacity - own
/// b_i    += d_i - x_i  if its work waits            otherwise d_i - x_i is lost
/// stretch = queue * interference * memory           of the host
/// stretch_i = stretch (d_i / x_i) / (sum of wants / sum of x)          of the guest, at least interference * memory
/// ```
/// The technique's own work comes first. Whoever gets less of what it asks than the others is slower in the same measure.
///
/// **Not modelled**: work that waits under power caps (it is lost), what a guest leaves of one thing because another is
/// short, waiting of guests that are down.
final class Contention {
  /// What a group of guests brings.
  struct Terms {
    let weight: Double
    /// Quanta of work that a guest may use; infinite without a limit.
    let limit: Double
    let waits: Bool
    let processors: Int
    let isMemoryBound: Bool
    /// The stretch that has been promised; infinite without a promise.
    let allowed: Double
    let occupant: Technique.Occupant
    let active: Bytes
    let overhead: Bytes
    /// Bits a second of storage and links that go with a quantum of work, and the most of a guest.
    let traffic: [Double]
    let mostTraffic: [Double]
    /// Whether the limit is below what a guest of the group ever asks for.
    let isLimited: Bool
  }

  /// What is true of a host until guests come or go.
  struct HostFacts {
    var isStale = true
    /// Interference and memory.
    var base = 1.0
    /// The table of its virtual processors, and the utilization from which on they wait.
    var queue = 0
    var busyFrom = Double.infinity
    /// Whether guests have to be looked at in every sample.
    var isWatched = false
    /// Whether work of a guest may wait, and how many guests have some.
    var hasPatience = false
    var backlogs = 0
  }

  let terms: [Terms]
  let groupOfGuest: [Int32]
  let capacity: Double
  let own: Double
  /// Whether anybody asks how long work takes.
  let isFollowed: Bool
  /// Bits a second that the storage and the links of a host carry.
  let ceilings: [Double]
  /// Quanta-samples of each guest that wait, and those that have been done late; empty where nothing waits.
  var backlog: [Double]
  var late: [Double]
  var records: [StretchRecord]
  /// Time that virtual processors were ready and did not run, in milliseconds.
  var readyMilliseconds = 0.0
  var hosts: [HostFacts]
  let scratch: UnsafeMutablePointer<Double>

  private let cores: Int
  private let isCounted: Bool
  /// Guests by host and group.
  private var population: [Int32]
  private var tables: [QueueTable?] = []
  private let choice: ContentionChoice
  private let technique: Technique
  private let behaviour: MemoryPressure.Behaviour
  private let memory: Bytes

  init(
    _ scenario: Scenario, design: LayoutDesign, plan: DemandPlan, weights: DemandWeights, own: Double,
    capacity: Double, length: Int
  ) {
    let layout = scenario.layouts[design.layout]
    let isCapped = layout.caps != nil
    choice = layout.contention ?? ContentionChoice()
    technique = layout.technique
    behaviour = technique.memoryBehaviour(
      swappingTo: choice.swap ?? .usual(in: scenario.horizon.start.year))
    memory = max(.zero, layout.servers.fittedMemory - technique.hostCost.memory.value)
    cores = layout.servers.model.processor.cores
    ceilings = [choice.disk, choice.network].map { $0?.value ?? .infinity }
    self.capacity = capacity
    self.own = own
    groupOfGuest = plan.guests.map(\.group)
    isFollowed =
      layout.contention != nil || layout.hostLimits.memory > .one || layout.hostLimits.cpu > .one
      || scenario.guests.contains { $0.terms.response != nil }
    let most = Self.most(of: scenario.guests, plan: plan, weights: weights)
    let terms = scenario.guests.enumerated().map { index, group in
      Terms(
        group, technique: layout.technique,
        quanta: group.reference.throughput.value / design.sizing.efficiency[index] / weights.quantum,
        most: most[index], isCapped: isCapped)
    }
    self.terms = terms
    let ceilings = ceilings
    let hasPatience = terms.contains(where: \.waits)
    backlog = hasPatience ? Array(repeating: 0, count: plan.guests.count) : []
    late = backlog
    records = Array(repeating: StretchRecord(), count: terms.count)
    hosts = Array(repeating: HostFacts(), count: design.hosts)
    let isWatched =
      hasPatience
      || terms.contains { term in
        term.isLimited || zip(term.mostTraffic, ceilings).contains { $0 > 0 && $1.isFinite }
      }
    isCounted = isFollowed || isWatched
    population = isCounted ? Array(repeating: 0, count: design.hosts * terms.count) : []
    scratch = .allocate(capacity: length)
    scratch.initialize(repeating: 0, count: length)
  }

  deinit { scratch.deallocate() }

  /// The most quanta that a guest of each group ever asks for; infinite where nobody needs to know.
  private static func most(of groups: [GuestGroup], plan: DemandPlan, weights: DemandWeights) -> [Double] {
    guard
      groups.contains(where: { $0.terms.limit != nil || $0.terms.disk > .zero || $0.terms.network > .zero })
    else { return groups.map { _ in .infinity } }
    let peaks = (0..<plan.library.count).map { index in
      let series = plan.library.series(SeriesID(Int32(index)))
      return series.peak.value * Double(series.scale.fullScale)
    }
    var most = [Double](repeating: 0, count: groups.count)
    for (guest, weight) in zip(plan.guests, weights.weights) {
      most[Int(guest.group)] = max(most[Int(guest.group)], Double(weight) * peaks[Int(guest.series.index)])
    }
    return most
  }

  /// A guest comes to a host.
  func enter(_ guest: Int, _ host: Int) { move(guest, host, 1) }

  /// A guest leaves a host on which it has run for some time.
  func leave(_ guest: Int, _ host: Int, after milliseconds: Int64) {
    move(guest, host, -1)
    records[Int(groupOfGuest[guest])].runningMilliseconds += milliseconds
  }

  private func move(_ guest: Int, _ host: Int, _ sign: Int32) {
    guard isCounted else { return }
    population[host * terms.count + Int(groupOfGuest[guest])] += sign
    hosts[host].isStale = true
    if !backlog.isEmpty, backlog[guest] > 0 { hosts[host].backlogs += Int(sign) }
  }

  /// Whether guests have to be looked at before it is known what a host does in a window.
  func decides(_ host: Int, asked row: UnsafePointer<Double>, length: Int) -> Bool {
    guard isCounted else { return false }
    refresh(host)
    if hosts[host].isWatched || hosts[host].backlogs > 0 { return true }
    guard hosts[host].hasPatience else { return false }
    for sample in 0..<length where row[sample] > capacity { return true }
    return false
  }

  /// Works out what is true of a host now.
  func refresh(_ host: Int) {
    guard isCounted, hosts[host].isStale else { return }
    hosts[host].isStale = false
    let counts = population[host * terms.count..<(host + 1) * terms.count]
    var (processors, bound) = (0, 0)
    var traffic = ceilings.map { _ in 0.0 }
    var (isLimited, hasPatience) = (false, false)
    for (term, count) in zip(terms, counts) where count > 0 {
      processors += term.processors * Int(count)
      if term.isMemoryBound { bound += Int(count) }
      for index in traffic.indices { traffic[index] += Double(count) * term.mostTraffic[index] }
      isLimited = isLimited || term.isLimited
      hasPatience = hasPatience || term.waits
    }
    hosts[host].hasPatience = hasPatience
    hosts[host].isWatched = isLimited || zip(traffic, ceilings).contains { $0 > $1 }
    guard isFollowed else { return }
    hosts[host].base =
      choice.interference.stretch(memoryBoundGuests: bound) * memoryStretch(of: Array(counts))
    hosts[host].queue = processors
    let busyFrom = table(of: processors).busyFrom
    hosts[host].busyFrom = busyFrom.isFinite ? (own + busyFrom * (capacity - own)) / capacity : .infinity
  }

  /// The table of so many virtual processors, made when it is first asked for.
  func table(of processors: Int) -> QueueTable {
    if processors >= tables.count {
      tables += Array(repeating: nil, count: processors + 1 - tables.count)
    }
    if let table = tables[processors] { return table }
    let table = QueueTable(virtualProcessors: processors, cores: cores)
    tables[processors] = table
    return table
  }

  /// What a host that is short of memory adds to the time of work.
  private func memoryStretch(of counts: [Int32]) -> Double {
    var (configured, active, overhead) = (Bytes.zero, Bytes.zero, Bytes.zero)
    for (term, count) in zip(terms, counts) {
      configured += term.occupant.memory * Double(count)
      active += term.active * Double(count)
      overhead += term.overhead * Double(count)
    }
    guard configured + max(overhead, .zero) > memory else { return 1 }
    let occupants = zip(terms, counts).flatMap { Array(repeating: $0.occupant, count: Int($1)) }
    // Memory that the host's own kernel has already is in the overhead, as a saving.
    let shared = technique.pageSharing.isEmpty ? .zero : technique.sharedMemory(of: occupants)
    return MemoryPressure(
      configured: configured, active: active, overhead: overhead, shared: shared, available: memory,
      behaviour: behaviour
    ).stretch
  }

  // MARK: Following

  /// Keeps how long work took in a window in which nothing was short.
  ///
  /// - Parameter peak: the highest utilization of its samples.
  func follow(_ window: Window, peak: Double) {
    guard isFollowed else { return }
    refresh(window.host)
    guard peak <= hosts[window.host].busyFrom else {
      for sample in 0..<window.length {
        follow(window.host, asked: window.asked[sample], own: window.own, window.milliseconds)
      }
      return
    }
    let time = window.milliseconds * Int64(window.length)
    add(window.host, time, stretch: hosts[window.host].base)
  }

  /// Keeps how long work took in one sample in which nothing was short.
  func follow(_ host: Int, asked: Double, own: Double, _ time: Int64) {
    guard isFollowed, own < capacity else { return }
    guard asked > hosts[host].busyFrom * capacity else {
      return add(host, time, stretch: hosts[host].base)
    }
    let reading = table(of: hosts[host].queue).reading(at: max(0, asked - own) / (capacity - own))
    readyMilliseconds += reading.ready * Double(time)
    add(host, time, stretch: hosts[host].base * reading.stretch)
  }

  private func add(_ host: Int, _ milliseconds: Int64, stretch: Double) {
    guard stretch > 1 else { return }
    for group in terms.indices {
      let count = Int64(population[host * terms.count + group])
      if count > 0 {
        records[group].add(count * milliseconds, stretch: stretch, allowed: terms[group].allowed)
      }
    }
  }
}

extension Contention.Terms {
  /// - Parameters:
  ///   - quanta: quanta on a host of what the machine does that the group was measured on.
  ///   - most: the most quanta that one of its guests asks for.
  fileprivate init(_ group: GuestGroup, technique: Technique, quanta: Double, most: Double, isCapped: Bool) {
    let terms = group.terms
    let cap = terms.limit.map { $0.value * quanta } ?? .infinity
    let rates = [terms.disk.value / quanta, terms.network.value / quanta]
    weight = Double(terms.shares)
    limit = cap
    waits = terms.waits && !isCapped
    processors = group.virtualCPUs
    isMemoryBound = terms.isMemoryBound
    allowed = terms.response?.allowedStretch ?? .infinity
    occupant = (group.operatingSystem, group.memory)
    active = group.memory * terms.activeMemory
    overhead =
      technique.hostMemory(of: [(group.operatingSystem, group.memory)]) - technique.hostCost.memory.value
      - group.memory
    traffic = rates
    mostTraffic = rates.map { $0 > 0 ? $0 * min(most, cap) : 0 }
    isLimited = cap < most
  }
}
