/// How the name of a random stream becomes its 64-bit identity.
@usableFromInline
enum StreamName {
  private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The 64-bit FNV-1a hash of some bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = offsetBasis
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }

  /// The identity of one entity's stream: for a fixed purpose a bijection of the entity.
  @usableFromInline
  static func identity(purpose: UInt64, entity: UInt64) -> UInt64 {
    var bits = mix(purpose) ^ entity
    bits = mix(bits &+ 0x9E37_79B9_7F4A_7C15)
    return bits
  }

  /// Splits a name into its purpose and its entity: the decimal number after the last `/`, else 0 and the
  /// whole name as the purpose. A number with leading zeros or beyond 64 bits is part of the purpose.
  static func parse(_ name: String) -> (purpose: String, entity: UInt64) {
    guard let slash = name.lastIndex(of: "/") else { return (name, 0) }
    let digits = name[name.index(after: slash)...]
    guard let entity = UInt64(digits), String(entity) == digits else { return (name, 0) }
    return (String(name[..<slash]), entity)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
