/// Guests and rules that exclude one another: these guests cannot all have a host under these rules, whatever the plan.
///
/// Found by leaving out: first the fewest guests in an order of suspicion (refused ones, those that share a rule with them,
/// then by size) that are proven not to fit, then every rule and every guest of the set in turn is left out for good if
/// the rest still cannot be placed.
///
/// **Valid for** any problem. A set is proven smallest when for each of its members a placement without it was found;
/// smallest means that nothing can be left out, not that no other conflict has fewer members. **Not modelled**: conflicts of
/// plans that a policy missed although one exists.
/// **Source**: deletion filtering after J. Chinneck, E. Dravnieks, "Locating minimal infeasible constraint sets in linear
/// programs", ORSA Journal on Computing, 1991 (from memory).
/// **Example**: three replicas kept apart over enclosures, two enclosures: the three and their rule; of a fourth replica and of
/// memory nothing is said.
public struct Conflict: Hashable, Sendable {
  /// The guests, ascending.
  public let guests: [Int32]
  /// The rules.
  public let rules: [ConflictRule]
  /// Whether leaving out any guest or rule is known to make the rest possible.
  public let isProvenSmallest: Bool

  /// Finds a conflict.
  ///
  /// - Parameters:
  ///   - refused: guests that a plan left out, the first suspects.
  ///   - effort: how many looks at a host each question may cost.
  /// - Returns: nil when no set is proven to be impossible: a plan for all may exist.
  public init?(in problem: PlacementProblem, refused: [Int32] = [], effort: Int = 2_000_000) {
    var finder = ConflictFinder(problem, effort: effort)
    guard let found = finder.find(refused: refused) else { return nil }
    self = found
  }

  init(guests: [Int32], rules: [ConflictRule], isProvenSmallest: Bool) {
    self.guests = guests
    self.rules = rules
    self.isProvenSmallest = isProvenSmallest
  }
}

/// Leaves out guests and rules as long as the rest is impossible.
private struct ConflictFinder {
  let problem: PlacementProblem
  let effort: Int
  private var isCertain = true

  init(_ problem: PlacementProblem, effort: Int) {
    self.problem = problem
    self.effort = effort
  }

  private func answer(_ guests: [Int32], _ rules: [ConflictRule]) -> FeasibilitySearch.Answer {
    var search = FeasibilitySearch(problem.restricted(to: guests.sorted(), keeping: rules), work: effort)
    return search.answer()
  }

  private mutating func isStillImpossible(_ guests: [Int32], _ rules: [ConflictRule]) -> Bool {
    switch answer(guests, rules) {
    case .infeasible: return true
    case .feasible: return false
    case .unknown:
      isCertain = false
      return false
    }
  }

  mutating func find(refused: [Int32]) -> Conflict? {
    let all = problem.conflictRules
    let suspects = ordered(refused)
    guard var guests = smallestPrefix(suspects, all) else { return nil }
    var rules = all
    // A first pass in large steps may be uncertain without harm; certainty counts only for single members.
    var step = guests.count / 2
    while step > 1, guests.count <= ConflictFinder.mostSingly || guests.count / step <= 64 {
      leaveOut(step, of: &guests, rules)
      step /= 2
    }
    isCertain = true
    var index = 0
    while index < rules.count {
      var fewer = rules
      fewer.remove(at: index)
      if isStillImpossible(guests, fewer) { rules = fewer } else { index += 1 }
    }
    if guests.count <= ConflictFinder.mostSingly {
      leaveOut(1, of: &guests, rules)
    } else {
      isCertain = false
    }
    return Conflict(guests: guests.sorted(), rules: rules, isProvenSmallest: isCertain)
  }

  /// A set of more guests is left as large steps have made it.
  private static let mostSingly = 1_500

  private mutating func leaveOut(_ step: Int, of guests: inout [Int32], _ rules: [ConflictRule]) {
    // From the back: the first suspects stay longest.
    var end = guests.count
    while end > 0, guests.count > 1 {
      let start = max(0, end - step)
      var fewer = guests
      fewer.removeSubrange(start..<end)
      if !fewer.isEmpty, isStillImpossible(fewer, rules) { guests = fewer }
      end = start
    }
  }

  /// Refused guests, then those that share a rule with the first of them, then the others by size.
  private func ordered(_ refused: [Int32]) -> [Int32] {
    var isListed = [Bool](repeating: false, count: problem.guests.count)
    var order: [Int32] = []
    func list(_ guest: Int32) {
      guard !isListed[Int(guest)] else { return }
      isListed[Int(guest)] = true
      order.append(guest)
    }
    if let first = refused.first {
      list(first)
      for group in problem.separations.map(\.guests) + problem.rules.memberships where group.contains(first) {
        group.forEach(list)
      }
    }
    refused.forEach(list)
    let bySize = GuestMeasure(problem, weights: .unit, norm: .largest).decreasing(
      Array(0..<Int32(problem.guests.count)))
    bySize.forEach(list)
    return order
  }

  /// The shortest beginning of an order that is proven impossible, by doubling and halving.
  private func smallestPrefix(_ order: [Int32], _ rules: [ConflictRule]) -> [Int32]? {
    var (low, high) = (0, 1)
    while answer(Array(order.prefix(high)), rules) != .infeasible {
      guard high < order.count else { return nil }
      low = high
      high = min(order.count, high * 2)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if answer(Array(order.prefix(middle)), rules) == .infeasible { high = middle } else { low = middle }
    }
    return Array(order.prefix(high))
  }
}
