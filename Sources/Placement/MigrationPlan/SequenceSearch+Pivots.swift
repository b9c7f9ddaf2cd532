// How guests that block one another get out of each other's way.
extension SequenceSearch {
  /// Sends guests away from a host for a while, so that one that waits for it can come, and lets that one come.
  mutating func makeRoom() -> Bool {
    if let pivot = cheapestPivot() {
      detour(pivot.leaving, to: pivot.refuge)
      comeHome(pivot.waiting)
      return true
    }
    for depth in 0...1 {
      for host in 0..<Int32(arrivals.count) {
        for guest in arrivals[Int(host)] where clear(host, for: guest, depth: depth) {
          if fleet.hostOfGuest[Int(guest)] != host { comeHome(guest) }
          return true
        }
      }
    }
    return false
  }

  private mutating func detour(_ guest: Int32, to refuge: Int32) {
    if refuge == wanted[Int(guest)] { return comeHome(guest) }
    let host = fleet.hostOfGuest[Int(guest)]
    sequence.detour += problem.milliseconds(of: guest, from: host, to: refuge)
    if wanted[Int(guest)] == host {
      sequence.detour += problem.milliseconds(of: guest, from: refuge, to: host)
      wait(guest)
    }
    move(guest, to: refuge)
  }

  private mutating func cheapestPivot() -> (waiting: Int32, leaving: Int32, refuge: Int32)? {
    var best: (cost: Int64, waiting: Int32, leaving: Int32, refuge: Int32)?
    for host in 0..<Int32(arrivals.count) {
      var tried: Int32 = -1
      for guest in arrivals[Int(host)] {
        if fleet.flavourOfGuest[Int(guest)] == tried { continue }
        tried = fleet.flavourOfGuest[Int(guest)]
        for other in content[Int(host)] {
          let least = problem.times.least(of: other) * (wanted[Int(other)] == host ? 2 : 1)
          if let best, least >= best.cost { continue }
          fleet.remove(other)
          let isEnough = admits(guest, on: host)
          fleet.put(other, on: host)
          guard isEnough, let refuge = refuge(for: other) else { continue }
          // Where rules count domains, the refuge may be in the way as well.
          fleet.relocate(other, to: refuge)
          if admits(guest, on: host) { best = (least, guest, other, refuge) }
          fleet.relocate(other, to: host)
        }
      }
    }
    return best.map { ($0.waiting, $0.leaving, $0.refuge) }
  }

  /// The host where a guest is least in the way for a while: not one that others need room on, if possible one in use, and
  /// among those where most stays free.
  private mutating func refuge(for guest: Int32) -> Int32? {
    let own = fleet.hostOfGuest[Int(guest)]
    let flavour = fleet.flavourOfGuest[Int(guest)]
    fleet.remove(guest)
    defer { fleet.put(guest, on: own) }
    var best: (rank: Int, free: Double, host: Int32)?
    for host in 0..<Int32(fleet.hostCount) where host != own && fleet.admits(flavour: flavour, on: host) {
      let rank = (hasRoomForAll(host, and: guest) ? 0 : 2) + (fleet.guestCount[Int(host)] > 0 ? 0 : 1)
      let free = 1 - share(guest, of: host)
      if let best, (best.rank, -best.free) <= (rank, -free) { continue }
      best = (rank, free, host)
    }
    return best?.host
  }

  /// The most hosts on which room for a refuge is looked for.
  private static let mostCleared = 64

  /// Sends several guests away from a host until another is admitted; takes all of it back if that fails.
  ///
  /// - Parameter depth: how often a host may be cleared to make room for those who are sent away.
  private mutating func clear(_ host: Int32, for guest: Int32, depth: Int) -> Bool {
    let before = self
    let order = content[Int(host)].sorted {
      (share($1, of: host), $0) < (share($0, of: host), $1)
    }
    for other in order where fleet.hostOfGuest[Int(other)] == host {
      if let refuge = refuge(for: other) {
        detour(other, to: refuge)
      } else if depth == 0 || !clearRefuge(for: other, depth: depth - 1) {
        continue
      }
      if admits(guest, on: host) { return true }
    }
    self = before
    return false
  }

  /// Makes room for a guest on some other host and sends it there.
  private mutating func clearRefuge(for guest: Int32, depth: Int) -> Bool {
    let own = fleet.hostOfGuest[Int(guest)]
    for host in 0..<Int32(min(fleet.hostCount, SequenceSearch.mostCleared)) where host != own {
      guard fleet.isOpen(host), clear(host, for: guest, depth: depth) else { continue }
      detour(guest, to: host)
      return true
    }
    return false
  }
}
