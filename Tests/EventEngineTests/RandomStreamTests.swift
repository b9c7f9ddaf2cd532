import Testing

@testable import EventEngine

@Suite("Random streams")
struct RandomStreamTests {
  /// Known answers of Random123, kat_vectors, philox4x32 with 10 rounds: counter, key, block.
  @Test(arguments: [
    (
      SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
      SIMD4<UInt32>(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)
    ),
    (
      SIMD4<UInt32>(repeating: .max), SIMD2<UInt32>(repeating: .max),
      SIMD4<UInt32>(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
    ),
    (
      SIMD4<UInt32>(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
      SIMD2<UInt32>(0xA409_3822, 0x299F_31D0),
      SIMD4<UInt32>(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
    ),
  ])
  func `philox gives the known answers`(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, block: SIMD4<UInt32>
  ) {
    #expect(Philox.block(counter: counter, key: key) == block)
  }

  /// Known answers of the FNV authors' test vectors.
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
  ])
  func `names are hashed by FNV-1a`(name: String, hash: UInt64) {
    #expect(RandomStream.Purpose(name).hash == hash)
  }

  @Test(arguments: [
    ("failures/host/17", "failures/host", 17 as UInt64), ("arrivals", "arrivals", 0),
    ("a/007", "a/007", 0), ("a/+7", "a/+7", 0), ("a/b", "a/b", 0), ("a/", "a/", 0),
    ("a/18446744073709551615", "a", .max), ("a/18446744073709551616", "a/18446744073709551616", 0),
  ])
  func `a name and its parts give the same stream`(name: String, purpose: String, entity: UInt64) {
    var named = RandomStream(seed: 3, name: name, replication: 2)
    var parts = RandomStream(seed: 3, purpose: .init(purpose), entity: entity, replication: 2)
    for _ in 0..<10 { #expect(named.next() == parts.next()) }
  }

  @Test func `seed, purpose, entity and replication each make another stream`() {
    let purpose = RandomStream.Purpose("failures/host")
    var streams = [
      RandomStream(seed: 1, purpose: purpose, entity: 1), RandomStream(seed: 2, purpose: purpose, entity: 1),
      RandomStream(seed: 1 << 32, purpose: purpose, entity: 1),
      RandomStream(seed: 1, purpose: purpose, entity: 2),
      RandomStream(seed: 1, purpose: purpose, entity: 1, replication: 1),
      RandomStream(seed: 1, purpose: .init("repairs/host"), entity: 1),
    ]
    let firsts = streams.indices.map { streams[$0].next() }
    #expect(Set(firsts).count == firsts.count)
  }

  @Test func `identities of many entities are distinct`() {
    let purpose = RandomStream.Purpose("failures/host").hash
    let identities = (0..<100_000).map { StreamName.identity(purpose: purpose, entity: $0) }
    #expect(Set(identities).count == 100_000)
  }

  /// A fingerprint: the numbers of a stream may never change, or old studies cannot be repeated.
  @Test func `the numbers of a stream are fixed`() {
    var stream = RandomStream(seed: 2006, name: "failures/host/17", replication: 3)
    #expect((0..<4).map { _ in stream.next() } == Self.fingerprint)
  }

  static let fingerprint: [UInt64] = [
    3_944_740_819_781_208_694, 3_828_853_664_200_542_831, 17_589_485_921_765_424_708, 970_435_213_876_660_509,
  ]

  @Test func `uniform numbers keep to their interval and fill it evenly`() {
    var stream = RandomStream(seed: 1, name: "uniform")
    var counts = [Int](repeating: 0, count: 100)
    var keepsToInterval = true
    for _ in 0..<1_000_000 {
      let value = stream.uniform()
      counts[Int(value * 100)] += 1
      let open = stream.openUniform()
      keepsToInterval = keepsToInterval && value >= 0 && value < 1 && open > 0 && open < 1
    }
    #expect(keepsToInterval)
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    // 99 degrees of freedom: 0.1 % lie above 148.
    #expect(chiSquare < 148)
  }

  @Test func `neighbouring entities are uncorrelated`() {
    let purpose = RandomStream.Purpose("failures/host")
    let count = 100_000
    var product = 0.0
    for entity in 0..<UInt64(count) {
      var one = RandomStream(seed: 9, purpose: purpose, entity: entity)
      var next = RandomStream(seed: 9, purpose: purpose, entity: entity + 1)
      product += (one.uniform() - 0.5) * (next.uniform() - 0.5)
    }
    // Correlation has a standard deviation of 1 / sqrt(count); allow four.
    #expect(abs(product / Double(count) * 12) < 4 / Double(count).squareRoot())
  }

  @Test func `indices cover the range evenly`() {
    var stream = RandomStream(seed: 1, name: "index")
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[stream.index(below: 6)] += 1 }
    // Binomial with a standard deviation of 91.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
  }
}
