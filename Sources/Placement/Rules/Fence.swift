/// A rule that lets guests use only some hosts, such as those of one customer or one security zone.
///
/// **Valid for** any set of hosts. **Not modelled**: keeping all others off these hosts; give the others a fence round the
/// rest.
public struct Fence: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// The guests inside.
  public let guests: [Int32]
  /// The hosts that they may use.
  public let hosts: [Int32]

  /// Creates a rule.
  public init(_ name: String, guests: [Int32], hosts: [Int32]) {
    self.name = name
    self.guests = guests
    self.hosts = hosts
  }
}

/// Which hosts each fence holds, as bits.
struct FenceTally: Sendable {
  private let ofFlavour: [[Int32]]
  private let wordCount: Int
  private let words: [UInt64]

  init(_ problem: PlacementProblem, ofFlavour: [[Int32]]) {
    let rules = problem.rules.fences
    let wordCount = (problem.hosts.count + 63) / 64
    var words = [UInt64](repeating: 0, count: rules.count * wordCount)
    for (index, rule) in rules.enumerated() {
      for host in rule.hosts { words[index * wordCount + Int(host) / 64] |= 1 << UInt64(host % 64) }
    }
    self.ofFlavour = ofFlavour
    self.wordCount = wordCount
    self.words = words
  }

  /// The first rule that keeps a flavour off a host.
  func blocker(of flavour: Int32, on host: Int32) -> Int32? {
    for rule in ofFlavour[Int(flavour)]
    where words[Int(rule) * wordCount + Int(host) / 64] >> UInt64(host % 64) & 1 == 0 {
      return rule
    }
    return nil
  }
}
