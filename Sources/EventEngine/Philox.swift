/// The counter-based generator Philox4x32-10: a key and a counter in, 128 random bits out.
///
/// There is no state that advances: block `n` of a stream is computed from `n` alone, so streams need no
/// seeding, no jumping ahead, and no order among themselves.
///
/// ```
/// ten times: (c0, c1, c2, c3) <- (high(M1 c2) ^ c1 ^ k0, low(M1 c2), high(M0 c0) ^ c3 ^ k1, low(M0 c0))
///            (k0, k1) <- (k0 + W0, k1 + W1)
/// ```
///
/// **Source**: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11,
/// section 3.3 and table 2 (passes BigCrush); constants and known answers as in their Random123 library.
@usableFromInline
enum Philox {
  @usableFromInline static var multiplier0: UInt32 { 0xD251_1F53 }
  @usableFromInline static var multiplier1: UInt32 { 0xCD9E_8D57 }
  @usableFromInline static var weyl0: UInt32 { 0x9E37_79B9 }
  @usableFromInline static var weyl1: UInt32 { 0xBB67_AE85 }
  @usableFromInline static var rounds: Int { 10 }

  /// The random block of a counter under a key.
  @inlinable
  static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<rounds {
      let product0 = UInt64(multiplier0) &* UInt64(c0)
      let product1 = UInt64(multiplier1) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: product1 &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: product1)
      c2 = UInt32(truncatingIfNeeded: product0 &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: product0)
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
