/// An endless sequence of random numbers that belongs to one purpose, one entity and one replication.
///
/// ```
/// key     = seed                                     (64 bits)
/// counter = block number (32) | replication (32) | stream identity (64)
/// identity = mix(hash(purpose), entity)
/// ```
///
/// Because nothing is shared, adding an entity or changing a layout never shifts another's draws, which is
/// what makes common random numbers work: the same host fails at the same times in every layout. Streams
/// need no order and no lock, so replications are independent of threads.
///
/// A name is hashed by 64-bit FNV-1a up to its last `/`; what follows is the entity when it is a plain
/// decimal number, so `RandomStream(seed: 1, name: "failures/host/17")` is
/// `RandomStream(seed: 1, purpose: .init("failures/host"), entity: 17)`. Entities of one purpose never
/// share a stream, because the identity is a bijection of the entity. Two purposes share streams only if
/// their mixed hashes agree in all bits above those the entities use: for a hundred purposes of up to a
/// million entities each, the probability that any two do is 5 000 / 2^44, or 3 * 10^-10.
///
/// **Valid for**: 2^33 draws of 64 bits a stream, then a precondition fails rather than numbers repeat.
///
/// **Source**: ``Philox`` for the numbers; Fowler, Noll, Vo, "FNV hash", offset basis and prime for 64 bits;
/// Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA, figure 20, for the
/// mixing function.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline let identity: UInt64
  @usableFromInline let replication: UInt32
  /// The number of the next block.
  @usableFromInline var block: UInt64 = 0
  /// The second half of the last block, while `hasSpare`.
  @usableFromInline var spare: UInt64 = 0
  @usableFromInline var hasSpare = false

  /// What a stream is for, hashed once so that making streams by the thousand handles no text.
  @frozen
  public struct Purpose: Hashable, Sendable {
    /// The 64-bit FNV-1a hash of the purpose's name.
    public let hash: UInt64

    /// The purpose of a name such as `failures/host`.
    public init(_ name: String) { hash = StreamName.hash(name.utf8) }
  }

  /// The stream of a purpose, an entity and a replication.
  @inlinable
  public init(seed: UInt64, purpose: Purpose, entity: UInt64, replication: UInt32 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    identity = StreamName.identity(purpose: purpose.hash, entity: entity)
    self.replication = replication
  }

  /// The stream of a name such as `failures/host/17` and a replication.
  public init(seed: UInt64, name: String, replication: UInt32 = 0) {
    let (purpose, entity) = StreamName.parse(name)
    self.init(seed: seed, purpose: Purpose(purpose), entity: entity, replication: replication)
  }

  /// 64 random bits.
  @inlinable
  @inline(__always)
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    return nextBlock()
  }

  @inlinable
  mutating func nextBlock() -> UInt64 {
    precondition(block <= UInt64(UInt32.max), "random stream used up")
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: block), replication, UInt32(truncatingIfNeeded: identity),
      UInt32(truncatingIfNeeded: identity &>> 32))
    let bits = Philox.block(counter: counter, key: key)
    block &+= 1
    spare = UInt64(bits[3]) &<< 32 | UInt64(bits[2])
    hasSpare = true
    return UInt64(bits[1]) &<< 32 | UInt64(bits[0])
  }

  /// A number in [0, 1): a multiple of 2^-53, each equally likely.
  @inlinable
  public mutating func uniform() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// A number in (0, 1), of which a logarithm or an inverse distribution can be taken: an odd multiple of
  /// 2^-53, each equally likely.
  @inlinable
  public mutating func openUniform() -> Double { Double((next() &>> 12) &<< 1 | 1) * 0x1p-53 }

  /// A whole number from 0 up to but not including `bound`, each equally likely.
  ///
  /// - Precondition: `bound` is positive.
  @inlinable
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "no index below \(bound)")
    return Int(next(upperBound: UInt64(bound)))
  }
}
