import Quantities

/// Old servers in the order in which they move, cut into waves.
struct WavePlan {
  /// Group and number within the group.
  private(set) var servers: [(group: Int, number: Int)] = []
  /// For each wave, one past its last server.
  private(set) var ends: [Int] = []

  init(_ plan: ProjectPlan) {
    let rule = plan.waves
    var order = Array(plan.groups.indices)
    func load(_ group: Int) -> Double {
      plan.groups[group].data.value * Double(plan.groups[group].guestsPerServer)
    }
    switch rule.order {
    case .listed: break
    case .smallestFirst: order.sort { (load($0), $0) < (load($1), $1) }
    case .largestFirst: order.sort { (-load($0), $0) < (-load($1), $1) }
    }
    var guests = 0
    var size = rule.pilot > 0 ? rule.pilot : rule.size
    func close() {
      if guests > 0 { ends.append(servers.count) }
      guests = 0
      size = rule.size
    }
    for group in order {
      // The pilot goes on into the next group: a pilot is one wave.
      if rule.separatesGroups, !(ends.isEmpty && rule.pilot > 0) { close() }
      for number in 0..<plan.groups[group].servers {
        servers.append((group, number))
        guests += plan.groups[group].guestsPerServer
        if guests >= size { close() }
      }
    }
    close()
  }
}
