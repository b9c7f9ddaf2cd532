/// Standard normal numbers keyed by a name and a counter, so that a climate's weather never depends on what else was
/// drawn before.
///
/// Sums of twelve uniform numbers, exact in IEEE arithmetic: unlike logarithms and cosines they are the same to the
/// last bit with every C library. The uniform numbers are SplitMix64 (Steele, Lea and Flood 2014) over an FNV-1a hash.
struct NormalNumbers {
  private var state: UInt64

  init(name: String) {
    state = name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  private mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    z ^= z >> 31
    return Double(z >> 11) * 0x1p-53
  }

  mutating func next() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return sum
  }
}
