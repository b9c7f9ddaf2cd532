public import Quantities
import Scenario
import Simulation
import Virtualization
import Workload

/// Hosts of a layout that are installed alike, with the guests that run there.
public struct StoredPool: Sendable, Hashable {
  /// What runs on them, such as `Solaris Zones + SIMH (PDP-11)`.
  public var title: String
  /// How many there are, spare ones included, and how many of them hold a guest.
  public var hosts: Int
  public var hostsUsed: Int
  /// Guests that were placed there.
  public var guests: Int
  /// Why one server less would not do; nil when their number was given.
  public var binding: String?
  /// The share of a host's processors, and the memory, that are taken whatever runs there.
  public var hostShare: Fraction
  public var hostMemory: Bytes
}

/// The pool in which the guests of a group run, and under what.
public struct StoredMembership: Sendable, Hashable {
  /// The group, from 0.
  public var group: Int
  /// The pool, from 0.
  public var pool: Int
  /// The technique, for people.
  public var technique: String
  /// The part of its native throughput that a guest keeps.
  public var efficiency: Fraction
}

extension StoredPool {
  /// The pools of a design.
  static func all(of design: LayoutDesign) -> [StoredPool] {
    design.pools.map { pool in
      StoredPool(
        title: pool.pool.title, hosts: pool.hosts, hostsUsed: pool.hostsUsed, guests: pool.guests,
        binding: pool.binding, hostShare: pool.pool.hostWork, hostMemory: pool.pool.hostMemory)
    }
  }
}

extension StoredMembership {
  /// The groups that have guests, now or later, with their pools.
  static func all(of design: LayoutDesign, in scenario: Scenario) -> [StoredMembership] {
    design.pools.enumerated().flatMap { number, pool in
      pool.pool.groups.map { group in
        let guest = scenario.guests[group]
        let technique = scenario.technique(ofGuests: group, in: scenario.layouts[design.layout])
        return StoredMembership(
          group: group, pool: number, technique: technique.title,
          efficiency: technique.efficiency(of: guest.mix, for: guest.operatingSystem))
      }
    }.sorted { $0.group < $1.group }
  }
}

extension StoredPool: TableRow {
  static let table = "host_pool"

  func write(into row: inout RowValues) {
    row.add(title)
    row.add(hosts)
    row.add(hostsUsed)
    row.add(guests)
    row.add(binding)
    row.add(hostShare)
    row.add(hostMemory)
  }

  init(from row: inout RowReader) {
    self.init(
      title: row.text(), hosts: row.integer(), hostsUsed: row.integer(), guests: row.integer(),
      binding: row.optionalText(), hostShare: row.measured(), hostMemory: row.measured())
  }
}

extension StoredMembership: TableRow {
  static let table = "pool_guest"

  func write(into row: inout RowValues) {
    row.add(group)
    row.add(pool)
    row.add(technique)
    row.add(efficiency)
  }

  init(from row: inout RowReader) {
    self.init(
      group: row.integer(), pool: row.integer(), technique: row.text(), efficiency: row.measured())
  }
}
