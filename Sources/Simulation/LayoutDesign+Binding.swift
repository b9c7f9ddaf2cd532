import Placement
import Scenario

extension LayoutDesign {
  /// Why one server less would not do, in words, such as `memory` or `cpu, for restarts`; nil when their number was
  /// given. Where pools have different reasons, with their names: `memory (VMware ESX 3) and cpu (Solaris Zones)`.
  public var bindingText: String? {
    var reasons: [(words: String, pools: [String])] = []
    for pool in pools {
      guard let words = pool.binding else { continue }
      if let known = reasons.firstIndex(where: { $0.words == words }) {
        reasons[known].pools.append(pool.pool.title)
      } else {
        reasons.append((words, [pool.pool.title]))
      }
    }
    guard reasons.count > 1 else { return reasons.first?.words }
    return reasons.map { "\($0.words) (\($0.pools.joined(separator: ", ")))" }.joined(separator: " and ")
  }
}

extension BindingConstraint {
  /// The constraint in words.
  ///
  /// - Parameter guestLimit: the most guests on a host.
  func words(guestLimit: Int32?) -> String {
    let what =
      switch kind {
      case .resource(let resource): GuestSizing.resources[resource].name
      case .guestLimit: guestLimit == 1 ? "the guests, one to a server" : "guests per host"
      case .separation: "guests kept apart"
      case .affinity: "guests kept together"
      case .fence: "the hosts inside a fence"
      case .licence: "the hosts that a licence covers"
      case .budget: "a budget of power or weight"
      case .slots: "slots kept free"
      case .otherHost: "a second server"
      }
    return isSpare ? "\(what), for restarts" : what
  }
}
