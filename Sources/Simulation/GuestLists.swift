/// Which guests run on which host: doubly linked lists in flat arrays.
///
/// Adding and removing take constant time and no memory. Each list is in the order in which its guests came, so that
/// whoever walks it gets the same sums each time.
struct GuestLists {
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32]
  private var previous: [Int32]
  private static let none: Int32 = -1

  init(hosts: Int, guests: Int) {
    first = Array(repeating: Self.none, count: hosts)
    last = first
    next = Array(repeating: Self.none, count: guests)
    previous = next
  }

  mutating func append(_ guest: Int, to host: Int) {
    let tail = last[host]
    previous[guest] = tail
    next[guest] = Self.none
    if tail == Self.none { first[host] = Int32(guest) } else { next[Int(tail)] = Int32(guest) }
    last[host] = Int32(guest)
  }

  mutating func remove(_ guest: Int, from host: Int) {
    let (before, after) = (previous[guest], next[guest])
    if before == Self.none { first[host] = after } else { next[Int(before)] = after }
    if after == Self.none { last[host] = before } else { previous[Int(after)] = before }
  }

  /// Calls a closure with each guest of a host.
  @inline(__always)
  func forEach(on host: Int, _ body: (Int) -> Void) {
    var guest = first[host]
    while guest != Self.none {
      body(Int(guest))
      guest = next[Int(guest)]
    }
  }

  func isEmpty(_ host: Int) -> Bool { first[host] == Self.none }
}
