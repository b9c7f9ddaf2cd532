internal import Quantities

/// The hosts and who is on them.
///
/// Sums run over a host's guests in the order of its list, from zero, so that a guest added at the end changes a sum by one
/// addition and never anything else.
struct Fleet: ~Copyable {
  let hosts: Int
  // Of each host, for ever.
  let model: Column<Int32>
  let capacity: Column<Double>
  let core: Column<Double>
  // Of each host, at the last update; during a round, with the guests placed in it.
  /// What its guests get.
  let allocated: Column<Double>
  /// What its guests ask for.
  let requested: Column<Double>
  /// What is left.
  let available: Column<Double>
  // Of each host, at the last update.
  let utilization: Column<Double>
  let draw: Column<Double>
  let records: ServiceRecords
  /// The number of guests on their way in or out.
  let inFlight: Column<Int32>
  var lists: GuestLists
  let occupied: HostSet
  /// Hosts that give their guests anything.
  let active: HostSet
  // Of each guest.
  /// Its host; ``nowhere`` once deleted.
  let home: Column<Int32>
  let isMoving: Column<Bool>
  static let nowhere: Int32 = -1

  let power: PowerTables
  let quirks: QuirkSet

  init(hosts: Int, guests: Int, quirks: QuirkSet) {
    let models = HostModel.all
    self.hosts = hosts
    self.quirks = quirks
    power = PowerTables(models)
    let kinds = (0..<hosts).map { $0 % models.count }
    model = Column(kinds.map { Int32($0) })
    capacity = Column(kinds.map { models[$0].capacity.value })
    core = Column(kinds.map { models[$0].coreRate.value })
    allocated = Column(repeating: 0, count: hosts)
    requested = Column(repeating: 0, count: hosts)
    available = Column(kinds.map { models[$0].capacity.value })
    utilization = Column(repeating: 0, count: hosts)
    draw = Column(kinds.map { models[$0].power[0].value })
    records = ServiceRecords(hosts: hosts)
    inFlight = Column(repeating: 0, count: hosts)
    lists = GuestLists(hosts: hosts)
    occupied = HostSet(hosts: hosts)
    active = HostSet(hosts: hosts)
    home = Column(repeating: Fleet.nowhere, count: guests)
    isMoving = Column(repeating: false, count: guests)
  }

  /// The power of all hosts at full load.
  var fullPower: Double {
    var watts = 0.0
    for host in 0..<hosts { watts += power.draw(Int(model[host]), at: 1) }
    return watts
  }

  /// Gives the guests of all hosts what they ask for now.
  ///
  /// - Returns: the joules since the last update, each host's power taken to have gone in a straight line.
  func updateAll(after seconds: Double, _ demand: borrowing Demand) -> Double {
    let wakesFree = quirks.has(.freeFirstInterval)
    let idleIsFree = quirks.has(.idleDrawsNothing)
    var joules = 0.0
    occupied.forEach { host in
      let before = draw[host]
      let wasDrawing = utilization[host] != 0 || !idleIsFree
      update(host, demand)
      if wasDrawing || (!wakesFree && utilization[host] != 0) {
        joules += (before + (draw[host] - before) / 2) * seconds
      }
    }
    return joules
  }

  /// Gives the guests of one host what they ask for now.
  @inline(__always)
  func update(_ host: Int, _ demand: borrowing Demand) {
    let count = lists.count(host)
    let core = core[host]
    var available = capacity[host]
    var sum = 0.0
    var isCapped = inFlight[host] != 0
    if !isCapped {
      for place in 0..<count {
        let request = demand.request[lists.guest(host, place)]
        available -= request
        sum += request
        isCapped = isCapped || request > core
      }
    }
    // A difference that stays above zero to its end was so all along.
    if isCapped || available < 0 { return allocate(host, demand) }
    records.recordPlain(host, sum)
    settle(host, allocated: sum, requested: sum, available: available)
  }

  /// Notes what a host gives, and its power.
  @inline(__always)
  func settle(_ host: Int, allocated sum: Double, requested: Double, available: Double) {
    allocated[host] = sum
    self.requested[host] = requested
    self.available[host] = available
    var share = sum / capacity[host]
    if share > 1, share < 1.01 { share = 1 }
    utilization[host] = share
    draw[host] = power.draw(Int(model[host]), at: share)
    if sum > 0 { active.insert(host) } else { active.remove(host) }
    if lists.count(host) > 0 { occupied.insert(host) } else { occupied.remove(host) }
  }
}
