import Placement
public import Scenario
import Workload

/// Hosts of a layout that are installed alike, with the guests that run there.
public struct HostPool: Sendable {
  /// The techniques, and the groups of guests.
  public let pool: Estate.Pool
  /// How many servers it has, spare ones included, and how many of them hold a guest.
  public let hosts: Int
  public let hostsUsed: Int
  /// Guests that were placed there.
  public let guests: Int
  /// Why one server less would not do, in words; nil when their number was given.
  public let binding: String?
  /// Guests of mean size that one of its hosts takes.
  let places: Int
}

extension HostPool {
  /// The pools of a fleet.
  static func all(
    of fleet: FleetChoice, sizing: GuestSizing, guests: [DemandPlan.Guest]
  ) -> [HostPool] {
    var held = [Int](repeating: 0, count: fleet.hosts)
    for host in fleet.plan.hostOfGuest where host >= 0 { held[Int(host)] += 1 }
    return sizing.estate.pools.enumerated().map { index, pool in
      let own = fleet.poolOfHost.indices.filter { fleet.poolOfHost[$0] == Int32(index) }
      let members = guests.filter { sizing.estate.poolOfGroup[Int($0.group)] == index }
      return HostPool(
        pool: pool, hosts: own.count, hostsUsed: own.count { held[$0] > 0 },
        guests: own.reduce(0) { $0 + held[$1] },
        binding: fleet.bindings[index]?.words(guestLimit: sizing.hostTypes[index].guestLimit),
        places: sizing.places(for: members, inPool: index))
    }
  }
}
