import ResultStore

/// The most guests that stand or fall with one piece of equipment, as planned.
struct FailureReach: Sendable, Hashable {
  /// What fails: `enclosure`, or `server` where there are no enclosures.
  let equipment: String
  /// Guests on it.
  let guests: Int
  /// How many such pieces the layout has.
  let pieces: Int

  init(_ layout: StoredLayout) {
    let isBlade = layout.enclosures > 0
    var guests = [Int](repeating: 0, count: max(1, isBlade ? layout.enclosures : layout.hosts))
    for server in layout.servers where guests.indices.contains(server.equipment) {
      guests[server.equipment] += server.guests
    }
    equipment = isBlade ? "enclosure" : "server"
    self.guests = guests.max() ?? 0
    pieces = isBlade ? layout.enclosures : layout.hosts
  }
}
