/// Chooses which guest leaves an overloaded host next.
public protocol GuestSelection: Sendable {
  /// Whether histories are looked at, so that callers need not gather them in vain.
  var readsHistory: Bool { get }

  /// The index of the guest that leaves.
  ///
  /// - Precondition: there is at least one guest.
  func choice(among guests: MovableGuests, using generator: inout some RandomNumberGenerator) -> Int
}

extension GuestSelection {
  /// Most rules look at the moment only.
  public var readsHistory: Bool { false }
}

extension Sequence where Element: Comparable {
  /// The index of the smallest element, the first of equals; 0 when there is none.
  func firstIndexOfLeast() -> Int {
    var least: (index: Int, value: Element)?
    for (index, value) in enumerated() where least.map({ value < $0.value }) ?? true {
      least = (index, value)
    }
    return least?.index ?? 0
  }
}
