import EventEngine
import Quantities
import Virtualization

/// The migrations of a run that are under way, and those that wait for a slot.
///
/// Each host has one link that copies share: a migration gets the smaller of the equal shares at its source and at its
/// target (``MigrationCost/rate(ofEachOf:sharing:mostOfOne:)``), and is followed from phase to phase as shares change.
struct Migrations {
  /// One migration under way.
  struct Active {
    let guest: Int
    let source: Int
    let target: Int
    /// How far it has come.
    var copy: PreCopy
    var rate: BitsPerSecond
    /// Until when ``copy`` has advanced, in seconds since the start: not rounded, as events are.
    var since: Double
    /// The end of its phase at the present rate.
    var event: EventHandle?
    /// When it began.
    let began: Instant
  }

  /// Slots of the list; nil where free.
  private(set) var active: [Active?] = []
  private var free: [Int] = []
  /// The slot of each guest that is moving.
  private(set) var slotOfGuest: [Int32]
  /// Migrations that each host takes part in, and those that come to it.
  private(set) var load: [Int32]
  private(set) var incoming: [Int32]
  /// Guests that want to leave their host, in the order of asking, and whether each guest is among them.
  var queue: [Int32] = []
  var isQueued: [Bool]

  init(guests: Int, hosts: Int) {
    slotOfGuest = Array(repeating: -1, count: guests)
    isQueued = Array(repeating: false, count: guests)
    load = Array(repeating: 0, count: hosts)
    incoming = load
  }

  /// Adds a migration.
  ///
  /// - Returns: its slot.
  mutating func add(_ migration: Active) -> Int {
    let slot = free.popLast() ?? active.count
    if slot == active.count { active.append(migration) } else { active[slot] = migration }
    slotOfGuest[migration.guest] = Int32(slot)
    load[migration.source] += 1
    load[migration.target] += 1
    incoming[migration.target] += 1
    return slot
  }

  /// Changes a migration in place.
  mutating func update(_ slot: Int, _ change: (inout Active) -> Void) {
    guard var migration = active[slot] else { preconditionFailure("an empty slot of migrations") }
    change(&migration)
    active[slot] = migration
  }

  /// Takes a migration off the list.
  mutating func remove(_ slot: Int) -> Active {
    guard let migration = active[slot] else { preconditionFailure("an empty slot of migrations") }
    active[slot] = nil
    free.append(slot)
    slotOfGuest[migration.guest] = -1
    load[migration.source] -= 1
    load[migration.target] -= 1
    incoming[migration.target] -= 1
    return migration
  }

  /// Slots of all migrations that a host takes part in, in order.
  func slots(of host: Int) -> [Int] {
    guard load[host] > 0 else { return [] }
    return active.indices.filter { active[$0].map { $0.source == host || $0.target == host } ?? false }
  }
}
