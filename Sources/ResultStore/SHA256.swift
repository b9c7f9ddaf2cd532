/// The secure hash of 256 bits by which scenarios and inputs are recognised.
///
/// **Source**: NIST, FIPS 180-4, Secure Hash Standard, sections 5 and 6.2.
/// **Example**: the hash of `abc` begins `ba7816bf 8f01cfea`.
public struct SHA256: Sendable {
  private var state: [UInt32] = SHA256.fractions(ofRoot: 2, count: 8)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Begins with nothing hashed.
  public init() {}

  /// The hash of some bytes in 64 hexadecimal digits, as `sha256sum` prints it.
  public static func hex(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hex
  }

  /// Hashes more bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      length += 1
      if pending.count == 64 {
        compress()
        pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The hash of everything so far in 64 hexadecimal digits.
  public var hex: String {
    var copy = self
    let bits = length * 8
    copy.update([0x80])
    while copy.pending.count != 56 { copy.update([0]) }
    copy.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    return copy.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress() {
    var schedule = [UInt32](repeating: 0, count: 64)
    for index in 0..<16 {
      schedule[index] = pending[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let first = early.rotated(7) ^ early.rotated(18) ^ early >> 3
      let second = late.rotated(17) ^ late.rotated(19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let first =
        h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ SHA256.constants[index]
        &+ schedule[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static let constants = fractions(ofRoot: 3, count: 64)

  /// The first 32 bits of the fractional part of the square or cube roots of the first primes.
  private static func fractions(ofRoot degree: Int, count: Int) -> [UInt32] {
    var words: [UInt32] = []
    var candidate: UInt64 = 2
    while words.count < count {
      if (2..<candidate).allSatisfy({ candidate % $0 != 0 }) {
        words.append(UInt32(truncatingIfNeeded: scaledRoot(of: candidate, degree: degree)))
      }
      candidate += 1
    }
    return words
  }

  /// The largest whole number whose power does not exceed a prime times 2^32 to that power.
  private static func scaledRoot(of prime: UInt64, degree: Int) -> UInt64 {
    let limit = UInt128(prime) << UInt128(32 * degree)
    var root: UInt128 = 0
    for bit in (0...37).reversed() {
      let trial = root | UInt128(1) << UInt128(bit)
      if (0..<degree).reduce(UInt128(1), { power, _ in power * trial }) <= limit { root = trial }
    }
    return UInt64(root)
  }
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
