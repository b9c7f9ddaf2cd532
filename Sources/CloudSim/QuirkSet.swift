/// Which quirks are on.
public struct QuirkSet: OptionSet, Sendable, Hashable {
  /// One bit for each quirk, in the order of their declaration.
  public let rawValue: UInt32

  /// The set of some bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one quirk.
  public init(_ quirk: Quirk) { self.init(rawValue: 1 << quirk.rawValue) }

  /// All: CloudSim 3.0.3.
  public static let all = Quirk.allCases.reduce(into: QuirkSet()) { $0.formUnion(QuirkSet($1)) }

  /// Whether a quirk is on.
  @inline(__always)
  public func has(_ quirk: Quirk) -> Bool { rawValue & 1 << quirk.rawValue != 0 }

  /// The set without a quirk.
  public func without(_ quirk: Quirk) -> QuirkSet { subtracting(QuirkSet(quirk)) }
}
