/// A guest told to go to a host.
struct Move: BitwiseCopyable {
  let guest: Int
  let target: Int
}

extension Run {
  /// Sends off the guests of `moves`: from now on each is on two hosts.
  mutating func depart(at time: Double) {
    for move in moves {
      let source = Int(fleet.home[move.guest])
      touched.insert(source)
      touched.insert(move.target)
      fleet.lists.append(move.guest, to: move.target)
      fleet.inFlight[move.target] += 1
      guard !fleet.isMoving[move.guest] else { continue }
      fleet.isMoving[move.guest] = true
      fleet.inFlight[source] += 1
      departures[move.guest] = time
    }
    updateTouched()
    migrations += moves.count
  }

  /// A guest has arrived, and is the last on its new host's list.
  ///
  /// One that was told to move twice arrives twice: the second time it comes from where it just arrived.
  mutating func complete(_ move: Move) {
    let source = Int(fleet.home[move.guest])
    touched.insert(source)
    touched.insert(move.target)
    if fleet.isMoving[move.guest] {
      fleet.isMoving[move.guest] = false
      fleet.inFlight[source] -= 1
      meter.arrived(after: lastUpdate - departures[move.guest])
    }
    fleet.lists.remove(move.guest, from: source)
    fleet.lists.remove(move.guest, from: move.target)
    fleet.inFlight[move.target] -= 1
    fleet.lists.append(move.guest, to: move.target)
    fleet.home[move.guest] = Int32(truncatingIfNeeded: move.target)
  }
}
