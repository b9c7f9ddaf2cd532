/// The guests of each host in the order in which they came, which decides sums and ties.
///
/// A guest in flight is in more than one list. Each host has room for the same number of guests; when one needs more, all get
/// twice as much.
struct GuestLists: ~Copyable {
  private let counts: Column<Int32>
  private var entries: Column<Int32>
  private var room: Int

  init(hosts: Int) {
    room = 32
    counts = Column(repeating: 0, count: hosts)
    entries = Column(repeating: 0, count: hosts * room)
  }

  /// How many guests a host has.
  @inline(__always)
  func count(_ host: Int) -> Int { Int(counts[host]) }

  /// A guest of a host by its place in the list.
  @inline(__always)
  func guest(_ host: Int, _ place: Int) -> Int { Int(entries[host &* room &+ place]) }

  mutating func append(_ guest: Int, to host: Int) {
    let count = Int(counts[host])
    if count == room { grow() }
    entries[host * room + count] = Int32(truncatingIfNeeded: guest)
    counts[host] = Int32(truncatingIfNeeded: count + 1)
  }

  func removeLast(_ host: Int) { counts[host] -= 1 }

  /// Takes out the first entry of a guest; those behind it move up.
  func remove(_ guest: Int, from host: Int) {
    let count = Int(counts[host])
    let start = host * room
    var place = 0
    while place < count, Int(entries[start + place]) != guest { place += 1 }
    precondition(place < count, "the guest is not on the host")
    for later in place..<count - 1 { entries[start + later] = entries[start + later + 1] }
    counts[host] = Int32(truncatingIfNeeded: count - 1)
  }

  private mutating func grow() {
    let wider = Column<Int32>(repeating: 0, count: counts.count * room * 2)
    for host in 0..<counts.count {
      for place in 0..<Int(counts[host]) { wider[host * room * 2 + place] = entries[host * room + place] }
    }
    entries = wider
    room *= 2
  }
}
