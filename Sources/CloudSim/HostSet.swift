/// Hosts by number, one bit each; walking them goes in order of numbers.
struct HostSet: ~Copyable {
  private let words: Column<UInt64>

  init(hosts: Int, isFull: Bool = false) {
    words = Column(repeating: 0, count: (hosts + 63) / 64)
    if isFull { for host in 0..<hosts { insert(host) } }
  }

  /// How many hosts are in the set.
  var count: Int {
    var count = 0
    for word in 0..<words.count { count += words[word].nonzeroBitCount }
    return count
  }

  func contains(_ host: Int) -> Bool { words[host >> 6] >> UInt64(host & 63) & 1 == 1 }
  @inline(__always)
  func insert(_ host: Int) { words[host >> 6] |= 1 << UInt64(host & 63) }
  @inline(__always)
  func remove(_ host: Int) { words[host >> 6] &= ~(1 << UInt64(host & 63)) }
  func removeAll() { for word in 0..<words.count { words[word] = 0 } }

  func formUnion(_ other: borrowing HostSet) {
    for word in 0..<words.count { words[word] |= other.words[word] }
  }

  /// Calls a closure with each host, the lowest number first. The set may lose the host at hand meanwhile.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for word in 0..<words.count {
      var bits = words[word]
      while bits != 0 {
        body(word << 6 + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }

  /// Makes the set the same as another and calls a closure with each host that it gains or loses.
  @inline(__always)
  func follow(_ other: borrowing HostSet, _ change: (_ host: Int, _ isGained: Bool) -> Void) {
    for word in 0..<words.count {
      let target = other.words[word]
      var bits = words[word] ^ target
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        change(word << 6 + bit, target >> UInt64(bit) & 1 == 1)
        bits &= bits &- 1
      }
      words[word] = target
    }
  }
}
