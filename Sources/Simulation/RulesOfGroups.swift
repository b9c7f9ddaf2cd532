import Placement
public import Quantities
import Scenario
import Workload

/// The rules of a layout about groups of guests, as placement sees them: by guest and host.
struct RulesOfGroups: Sendable {
  private let choice: GroupRules
  /// Guests that are kept apart.
  let separations: [Separation]
  private let together: [[Int32]]
  private let fenced: [[Int32]]
  private let licensed: [[Int32]]

  /// - Parameter guests: the guests of the placement problem, in order.
  init(_ scenario: Scenario, layout: Layout, guests: [DemandPlan.Guest]) {
    choice = layout.placement.rules
    func members(_ groups: [String]) -> [Int32] {
      guests.indices.filter { groups.contains(scenario.guests[Int(guests[$0].group)].name) }.map(Int32.init)
    }
    separations = choice.apart.map {
      Separation(
        $0.groups.joined(separator: ", "), guests: members($0.groups), over: $0.place.level,
        limit: Int32(clamping: $0.limit))
    }
    together = choice.together.map { members($0.groups) }
    fenced = choice.fences.map { members($0.groups) }
    licensed = choice.licences.map { members($0.groups) }
  }

  /// What plans are compared by: with licences the price, without them the number of hosts.
  var objective: PlacementObjective { choice.licences.isEmpty ? .hosts : .price }

  /// The rules on some hosts, whose first grouping is that into enclosures.
  func rules(_ hosts: HostTable) -> PlacementRules {
    PlacementRules(
      affinities: zip(choice.together, together).map { rule, guests in
        Affinity(
          rule.groups.joined(separator: ", "), guests: guests, in: rule.place.level)
      },
      fences: zip(choice.fences, fenced).map { rule, guests in
        let end = min(rule.last, hosts.count)
        return Fence(
          "servers \(rule.first) to \(rule.last)", guests: guests,
          hosts: rule.first <= end ? ((rule.first - 1)..<end).map(Int32.init) : [])
      },
      licences: zip(choice.licences, licensed).map { rule, guests in
        Licence(
          rule.name, guests: guests, pricePerHost: rule.price,
          hostLimit: rule.servers.map { Int32(clamping: $0) })
      })
  }
}

extension GroupRules.Place {
  /// The place among hosts whose first grouping is that into enclosures.
  fileprivate var level: FailureLevel {
    switch self {
    case .server: .host
    case .enclosure: .domain(0)
    }
  }
}

/// How many servers need a licence.
public struct LicensedServers: Sendable, Hashable {
  /// What is licensed.
  public let name: String
  /// What one server pays, once.
  public let price: Money
  /// The servers that run a guest of its groups in the plan.
  public let servers: Int

  init(_ licence: GroupRules.Licence, plan: PlacementPlan, guests: [DemandPlan.Guest], in scenario: Scenario)
  {
    name = licence.name
    price = licence.price
    let hosts = guests.indices.filter {
      licence.groups.contains(scenario.guests[Int(guests[$0].group)].name)
    }.map { plan.hostOfGuest[$0] }
    servers = Set(hosts.filter { $0 >= 0 }).count
  }
}
