import Placement
import Scenario
import Virtualization
import Workload

// Guests are conserved: what the lists of hosts, the placement and the guests themselves say is one story.
extension LayoutRun {
  /// Whether a host is installed with what a guest runs under, by the techniques themselves: placement is not asked.
  private func mayRun(_ guest: Int, on host: Int) -> Bool {
    let group = Int(plan.guests[guest].group)
    let pool = design.pool(of: host).pool
    let technique = design.sizing.estate.techniques[group]
    let system = scenario.guests[group].operatingSystem
    return pool.techniques.contains { $0.name == technique.name }
      && technique.coexist(pool.kernel ?? system, system)
  }

  /// The first guest about which the books of a run disagree, and how; nil when all is well.
  func guestFault() -> (guest: Int, reason: String)? {
    var running = [Bool](repeating: false, count: guests.count)
    var assignments = [Int](repeating: 0, count: guests.count)
    var fault: (guest: Int, reason: String)?
    func blame(_ guest: Int, _ reason: String) { if fault == nil { fault = (guest, reason) } }
    for host in 0..<design.hosts {
      tile.guests.forEach(on: host) { guest in
        if running[guest] { blame(guest, "it runs on two hosts") }
        if fleet.hostOfGuest[guest] != Int32(host) { blame(guest, "it runs where it is not placed") }
        if tile.state[host] != .running { blame(guest, "it runs on a host that does not") }
        if !mayRun(guest, on: host) { blame(guest, "it runs on a host of another technique") }
        running[guest] = true
      }
      var count: Int32 = 0
      assigned.forEach(on: host) { guest in
        if fleet.hostOfGuest[guest] != Int32(host) { blame(guest, "it is assigned where it is not placed") }
        if !mayRun(guest, on: host) { blame(guest, "it is assigned to a host of another technique") }
        assignments[guest] += 1
        count += 1
        if count > fleet.guestCount[host] { blame(guest, "its host holds more guests than are placed there") }
        if guests[guest].phase == .moving, migrations.slotOfGuest[guest] < 0 {
          blame(guest, "it is moving without a migration")
        }
      }
    }
    for migration in migrations.active.compactMap(\.self) {
      if fleet.hostOfGuest[migration.guest] != Int32(migration.source) {
        blame(migration.guest, "it migrates from where it is not placed")
      }
      if !mayRun(migration.guest, on: migration.target) {
        blame(migration.guest, "it migrates to a host of another technique")
      }
      if tile.state[migration.target] != .running {
        blame(migration.guest, "it migrates to a host that is down")
      }
    }
    for guest in waiting { assignments[Int(guest)] += 1 }
    for guest in guests.indices {
      let phase = guests[guest].phase
      if running[guest] != (phase == .running) { blame(guest, "hosts and guest disagree on whether it runs") }
      if assignments[guest] != (phase == .absent ? 0 : 1) {
        blame(guest, "it is in \(assignments[guest]) lists while \(phase)")
      }
      if (phase == .starting) != (guests[guest].start != nil) {
        blame(guest, "its start is expected without need, or missing")
      }
    }
    if let guest = guestTooClose() {
      blame(guest, "it is with more of those it is kept apart from than may be")
    }
    return fault
  }

  /// A guest in a host or enclosure with more than a rule allows, counted anew; nil when all keep apart.
  private func guestTooClose() -> Int? {
    let problem = fleet.problem
    for rule in problem.separations {
      var crowd = [Int32](repeating: 0, count: problem.hosts.unitCount(at: rule.level))
      for guest in rule.guests where fleet.hostOfGuest[Int(guest)] != FleetState.unplaced {
        let unit = Int(problem.hosts.unit(of: fleet.hostOfGuest[Int(guest)], at: rule.level))
        crowd[unit] += 1
        if crowd[unit] > rule.limit { return Int(guest) }
      }
    }
    return nil
  }
}
