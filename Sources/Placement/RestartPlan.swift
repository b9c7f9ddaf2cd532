/// Where guests restart when a failure domain is lost: the exact form of N+1.
///
/// Each unit of the level is lost in turn. Its guests, largest first (sum of the shares of an average host), restart
/// on the first of the remaining hosts that admits them, under every rule of the problem; no other guest moves.
/// That is a procedure, not a proof: where it fails, a cleverer restart may still exist.
///
/// Every guest is in exactly one unit, so one host for each guest describes the restarts of all units.
public struct RestartPlan: Sendable, Hashable {
  /// What is lost at once.
  public let level: FailureLevel
  /// The host on which each guest restarts, ``FleetState/unplaced`` for one that cannot or has no host now.
  public let hostOfGuest: [Int32]
  /// The guests that cannot restart, and why, in order of the lost unit.
  public let stranded: [Refusal]

  init(level: FailureLevel, hostOfGuest: [Int32], stranded: [Refusal]) {
    self.level = level
    self.hostOfGuest = hostOfGuest
    self.stranded = stranded
  }

  /// Whether any one unit may be lost.
  public var isComplete: Bool { stranded.isEmpty }

  /// Tries the loss of each unit in turn.
  public init(after level: FailureLevel, in fleet: FleetState) {
    let hosts = fleet.problem.hosts
    var guestsOfUnit = [[Int32]](repeating: [], count: hosts.unitCount(at: level))
    var hostsOfUnit = guestsOfUnit
    let order = GuestMeasure(fleet.problem, weights: .unit, norm: .sum).decreasing(
      Array(0..<Int32(fleet.hostOfGuest.count)))
    for guest in order where fleet.hostOfGuest[Int(guest)] != FleetState.unplaced {
      guestsOfUnit[Int(hosts.unit(of: fleet.hostOfGuest[Int(guest)], at: level))].append(guest)
    }
    for host in 0..<Int32(hosts.count) { hostsOfUnit[Int(hosts.unit(of: host, at: level))].append(host) }

    var restarts = [Int32](repeating: FleetState.unplaced, count: fleet.hostOfGuest.count)
    var stranded: [Refusal] = []
    var trial = fleet
    for unit in guestsOfUnit.indices where !guestsOfUnit[unit].isEmpty {
      let lost = guestsOfUnit[unit]
      let reopened = hostsOfUnit[unit].filter { trial.isOpen($0) }
      for guest in lost { trial.remove(guest) }
      for host in reopened { trial.close(host) }
      FirstFit().place(lost, into: &trial)
      for guest in lost where trial.hostOfGuest[Int(guest)] == FleetState.unplaced {
        guard let reason = trial.refusal(ofFlavour: trial.flavourOfGuest[Int(guest)]) else {
          preconditionFailure("a stranded guest fits")
        }
        stranded.append(Refusal(guest: guest, reason: reason))
      }
      for guest in lost where trial.hostOfGuest[Int(guest)] != FleetState.unplaced {
        restarts[Int(guest)] = trial.remove(guest)
      }
      for host in reopened { trial.open(host) }
      for guest in lost { trial.put(guest, on: fleet.hostOfGuest[Int(guest)]) }
    }
    self.level = level
    self.hostOfGuest = restarts
    self.stranded = stranded
  }
}
