internal import Quantities

/// Adds up service and switching over the day.
///
/// Every host has a record at every update. The last record of a time counts, and holds until the next time; the very last
/// holds for no time, but a change into it counts.
struct ServiceMeter: ~Copyable {
  private var requested = 0.0
  private var given = 0.0
  private var lost = 0.0
  private var shortfalls = 0.0
  private var short = 0
  private let activeTime: Column<Double>
  private let violationTime: Column<Double>
  private let wasActive: HostSet
  private let wasEverActive: HostSet
  private let activeSince: Column<Double>
  private(set) var shutdowns = 0
  private var timeBeforeShutdowns = 0.0
  private var migrationTime = 0.0
  private var migrations = 0
  private let quirks: QuirkSet

  init(hosts: Int, quirks: QuirkSet) {
    activeTime = Column(repeating: 0, count: hosts)
    violationTime = Column(repeating: 0, count: hosts)
    activeSince = Column(repeating: 0, count: hosts)
    // Every host counts as on before its first record.
    wasActive = HostSet(hosts: hosts, isFull: true)
    wasEverActive = HostSet(hosts: hosts)
    self.quirks = quirks
  }

  /// The state of a time is final: notes which hosts went on or off.
  mutating func close(at time: Double, _ fleet: borrowing Fleet) {
    var ended = 0
    var lengths = 0.0
    let countsUnused = quirks.has(.idleStartCounts)
    wasActive.follow(fleet.active) { host, isOn in
      if isOn {
        activeSince[host] = time
        wasEverActive.insert(host)
      } else if countsUnused || wasEverActive.contains(host) {
        ended += 1
        lengths += time - activeSince[host]
      }
    }
    wasEverActive.formUnion(fleet.active)
    shutdowns += ended
    timeBeforeShutdowns += lengths
  }

  /// Lets the records hold for some time.
  mutating func hold(for seconds: Double, _ fleet: borrowing Fleet) {
    var sums = ServiceRecords.Record()
    fleet.occupied.forEach { host in
      let record = fleet.records[host]
      sums.requested += record.requested
      sums.given += record.given
      sums.lost += record.lost
      sums.shortfalls += record.shortfalls
      sums.short += record.short
      guard fleet.allocated[host] > 0 else { return }
      activeTime[host] += seconds
      if record.isShort { violationTime[host] += seconds }
    }
    requested += sums.requested * seconds
    given += sums.given * seconds
    lost += sums.lost * seconds
    shortfalls += sums.shortfalls
    short += sums.short
  }

  /// A guest has arrived.
  mutating func arrived(after seconds: Double) {
    migrations += 1
    migrationTime += seconds
  }

  /// The share of their active time that hosts were in violation.
  var violations: Fraction {
    var active = 0.0
    var violated = 0.0
    var shares = 0.0
    var used = 0
    for host in 0..<activeTime.count where activeTime[host] > 0 {
      active += activeTime[host]
      violated += violationTime[host]
      shares += violationTime[host] / activeTime[host]
      used += 1
    }
    guard used > 0 else { return .zero }
    return Fraction(quirks.has(.pooledViolations) ? violated / active : shares / Double(used))
  }

  var migrationLoss: Fraction { requested > 0 ? Fraction(lost / requested) : .zero }
  var missedWork: Fraction { requested > 0 ? Fraction((requested - given) / requested) : .zero }
  var meanShortfall: Fraction? { short > 0 ? Fraction(shortfalls / Double(short)) : nil }
  var meanTimeBeforeShutdown: Seconds? {
    shutdowns > 0 ? Seconds(timeBeforeShutdowns / Double(shutdowns)) : nil
  }
  var meanMigrationTime: Seconds? { migrations > 0 ? Seconds(migrationTime / Double(migrations)) : nil }
}
