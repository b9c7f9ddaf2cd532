public import Quantities

/// Which two lines of a three-phase supply a load is connected to.
public enum LinePair: Int, Hashable, Sendable, CaseIterable {
  /// Lines A and B.
  case ab
  /// Lines B and C.
  case bc
  /// Lines C and A.
  case ca
}

/// Loads from line to line spread over a three-phase supply, and how even its phases are.
///
/// ```
/// round-robin  pair(i) = i mod 3
/// greedy       largest load first, each to the pair with the least current so far
/// ```
///
/// Phase currents and imbalance follow from ``PhaseCurrents``. Ties go to the lower index and the earlier pair, so an
/// assignment depends on its loads alone.
///
/// **Valid for**: loads of one power factor and one voltage. **Not modelled**: three-phase loads, which are even by
/// themselves; loads that vary in time against one another. **Source**: greedy is largest-processing-time-first
/// (Graham 1969); the limit of 10 to 15 % is common practice.
///
/// Example: loads of 6, 1, 1, 5, 1, 1 A: round-robin puts 11 A on the first pair and 2 A on each other, greedy 6, 5 and 4 A.
public struct PhaseBalance: Hashable, Sendable {
  /// How loads are assigned.
  public enum Rule: Hashable, Sendable, CaseIterable {
    /// In the order given, one pair after the other, as racks are usually wired.
    case roundRobin
    /// Largest first, to the least loaded pair.
    case greedy
  }

  /// The pair of each load, in the order given.
  public let pairs: [LinePair]
  /// The current between each pair of lines, by ``LinePair``.
  public let pairCurrents: [Amperes]
  /// The currents in the phases.
  public let phases: PhaseCurrents

  /// Assigns loads, each of zero or more.
  public init(_ loads: [Amperes], by rule: Rule) {
    precondition(loads.allSatisfy { $0 >= .zero }, "a load draws current")
    var pairs = [LinePair](repeating: .ab, count: loads.count)
    var sums = [Amperes](repeating: .zero, count: LinePair.allCases.count)
    let order =
      switch rule {
      case .roundRobin: Array(loads.indices)
      case .greedy: loads.indices.sorted { (loads[$1], $0) < (loads[$0], $1) }
      }
    for (turn, load) in order.enumerated() {
      let pair: LinePair
      switch rule {
      case .roundRobin: pair = LinePair.allCases[turn % LinePair.allCases.count]
      case .greedy: pair = LinePair.allCases.reduce(.ab) { sums[$1.rawValue] < sums[$0.rawValue] ? $1 : $0 }
      }
      pairs[load] = pair
      sums[pair.rawValue] += loads[load]
    }
    self.pairs = pairs
    self.pairCurrents = sums
    self.phases = PhaseCurrents(ab: sums[0], bc: sums[1], ca: sums[2])
  }

  /// Whether the phases are even enough.
  public func isBalanced(within limit: Fraction = PhaseCurrents.imbalanceLimit) -> Bool {
    phases.imbalance <= limit
  }
}
