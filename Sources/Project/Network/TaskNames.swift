/// What tasks, guests and waves are called.
struct TaskNames: Sendable {
  let plan: ProjectPlan
  let network: TaskNetwork

  func task(_ task: Int32) -> String {
    let node = network.tasks[Int(task)]
    let subject = Int(node.subject)
    switch node.purpose {
    case .planned: return plan.tasks[subject].name
    case .training: return "training of \(plan.people[subject].name): \(plan.skills[Int(node.skill)].name)"
    case .order, .delivery: return "\(node.purpose.title) of \(plan.orders[subject].name)"
    case .rack, .install: return "\(node.purpose.title) \(unit(subject))"
    case .segment: return "\(node.purpose.title) \(plan.segments[subject].name)"
    case .service:
      let service = network.services[subject]
      return "\(node.purpose.title) \(plan.segments[service.segment].services[service.number].name)"
    case .begin: return node.purpose.title
    case .gate: return "\(wave(node.wave)) may begin"
    case .prepare, .readdress, .copy, .cutOver, .test, .parallel:
      return "\(node.purpose.title) \(guest(subject))"
    case .decommission: return "\(node.purpose.title) \(server(subject))"
    }
  }

  /// The name of a wave; empty outside all.
  func wave(_ wave: Int32) -> String {
    if wave < 0 { return "" }
    return plan.waves.pilot == 0 ? "wave \(wave + 1)" : wave == 0 ? "pilot" : "wave \(wave)"
  }

  func guest(_ number: Int) -> String {
    let guest = network.guests[number]
    let group = plan.groups[Int(guest.group)]
    let server = Int(network.servers[Int(guest.server)].numberInGroup)
    return "\(group.name) \(server * group.guestsPerServer + Int(guest.place) + 1)"
  }

  func server(_ number: Int) -> String {
    let server = network.servers[number]
    return "\(plan.groups[Int(server.group)].name) server \(server.numberInGroup + 1)"
  }

  func unit(_ number: Int) -> String {
    let unit = network.units[number]
    return "\(plan.orders[Int(unit.order)].name) \(unit.numberInOrder + 1)"
  }
}
