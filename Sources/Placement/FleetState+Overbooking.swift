extension FleetState {
  /// Whether a guest may come to a host when one resource is not counted, because the caller knows better what is left of
  /// it: every other resource, guest slots, compatibility and separations as ever.
  ///
  /// A guest that comes by ``reserve(_:on:)`` and ``putBack(_:on:)`` may leave less than nothing of that resource free. Then
  /// ``admits(_:on:)`` refuses everybody who asks for some of it.
  public func admits(_ guest: Int32, on host: Int32, withoutCounting resource: Int) -> Bool {
    let flavour = flavourOfGuest[Int(guest)]
    guard isOpen(host), hasSlot(on: host), isCompatible(flavour: flavour, with: host) else { return false }
    let size = Int(flavour) * resourceCount
    let room = Int(host) * resourceCount
    for other in 0..<resourceCount where other != resource && sizes[size + other] > free[room + other] {
      return false
    }
    return fullSeparation(flavour: flavour, on: host) == nil
  }
}
