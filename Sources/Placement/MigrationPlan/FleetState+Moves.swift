// What moves ask of a fleet.
extension FleetState {
  /// Whether a host admits a guest that is on another: its own place in rules that count domains does not stand in its way.
  mutating func admits(moving guest: Int32, to host: Int32) -> Bool {
    guard hasRoom(flavour: flavourOfGuest[Int(guest)], on: host) else { return false }
    let from = remove(guest)
    defer { put(guest, on: from) }
    return admits(guest, on: host)
  }

  /// Takes a guest to another host without asking.
  mutating func relocate(_ guest: Int32, to host: Int32) {
    remove(guest)
    put(guest, on: host)
  }

  /// What keeps a guest of a flavour off one host that does not admit it.
  func reason(against flavour: Int32, on host: Int32) -> RefusalReason {
    if !isCompatible(flavour: flavour, with: host) { return .incompatible }
    let lacking = (0..<resourceCount).map { sizes[Int(flavour) * resourceCount + $0] - free(on: host, $0) }
    for resource in 0..<resourceCount {
      let usable = problem.usableCapacity(ofType: Int(typeOfHost[Int(host)]), resource)
      if sizes[Int(flavour) * resourceCount + resource] > usable { return .tooLarge(resource: resource) }
    }
    if let resource = lacking.indices.max(by: { (lacking[$0], $1) < (lacking[$1], $0) }),
      lacking[resource] > 0
    {
      return .noRoom(resource: resource, missing: lacking[resource])
    }
    if let lack = load?.lack(of: flavour, on: host) {
      return .peaksMeet(resource: lack.resource, missing: lack.missing)
    }
    if let rule = fullSeparation(flavour: flavour, on: host) { return .separated(rule: Int(rule)) }
    if let blocker = blocker(of: flavour, on: host) { return RefusalReason(blocker) }
    return hasSlot(on: host) ? .closed : .guestLimit
  }
}
