/// A part of a fleet that shares neither guests nor hosts with the rest, with a plan of its own.
public struct FleetPart: Sendable {
  /// The plan; its guests and hosts are numbered within the part.
  public let plan: PlacementPlan
  /// The number of each of its guests in the whole.
  public let guests: [Int32]
  /// The number of each of its hosts in the whole.
  public let hosts: [Int32]

  /// Creates a part.
  public init(_ plan: PlacementPlan, guests: [Int32], hosts: [Int32]) {
    precondition(plan.hostOfGuest.count == guests.count, "a plan covers every guest of its part")
    self.plan = plan
    self.guests = guests
    self.hosts = hosts
  }

  /// A host of the part as one of the whole.
  fileprivate func whole(_ host: Int32) -> Int32 {
    host == FleetState.unplaced ? host : hosts[Int(host)]
  }

  fileprivate func whole(_ refusal: Refusal) -> Refusal {
    Refusal(guest: guests[Int(refusal.guest)], reason: refusal.reason)
  }
}

extension PlacementPlan {
  /// The plans of parts as one: hosts, values and bounds add up, since no part can use what another has.
  ///
  /// - Parameter guests: how many there are in the whole; each is in one part.
  public init(of parts: [FleetPart], guests: Int) {
    precondition(parts.reduce(0) { $0 + $1.guests.count } == guests, "each guest is in one part")
    var places = [Int32](repeating: FleetState.unplaced, count: guests)
    for part in parts {
      for (guest, host) in zip(part.guests, part.plan.hostOfGuest) { places[Int(guest)] = part.whole(host) }
    }
    self.init(
      method: parts.first?.plan.method ?? "", hostOfGuest: places,
      refusals: parts.flatMap { part in part.plan.refusals.map(part.whole) }.sorted { $0.guest < $1.guest },
      hostsUsed: parts.reduce(0) { $0 + $1.plan.hostsUsed }, value: parts.reduce(0) { $0 + $1.plan.value },
      bound: LowerBound(
        hosts: parts.reduce(0) { $0 + $1.plan.bound.hosts }, reason: .parts,
        value: parts.reduce(0) { $0 + $1.plan.bound.value }, method: .parts),
      restart: RestartPlan(of: parts, guests: guests))
  }
}

extension RestartPlan {
  /// The restarts of parts as one plan; nil unless every part has one.
  fileprivate init?(of parts: [FleetPart], guests: Int) {
    let plans = parts.compactMap(\.plan.restart)
    guard let first = plans.first, plans.count == parts.count else { return nil }
    var places = [Int32](repeating: FleetState.unplaced, count: guests)
    for (part, plan) in zip(parts, plans) {
      for (guest, host) in zip(part.guests, plan.hostOfGuest) { places[Int(guest)] = part.whole(host) }
    }
    self.init(
      level: first.level, hostOfGuest: places,
      stranded: zip(parts, plans).flatMap { part, plan in plan.stranded.map(part.whole) })
  }
}
