/// How much work a search may still do, counted in small steps and not in seconds, so that the same input gives the
/// same answer on any machine under any load.
///
/// A step is about what one look at one host or one node of a search costs: some hundred million of them take a few
/// seconds on a processor of 2025.
public struct WorkBudget: Sendable, Hashable {
  /// How many steps are left.
  public private(set) var left: Int
  /// How many steps have been done.
  public private(set) var spent = 0

  /// Creates a budget of so many steps.
  public init(_ steps: Int) { left = steps }

  /// Whether nothing is left.
  public var isSpent: Bool { left <= 0 }

  /// Takes steps off the budget.
  public mutating func spend(_ steps: Int) {
    left -= steps
    spent += steps
  }

  /// At most so many of the steps that are left.
  public func share(atMost steps: Int) -> WorkBudget { WorkBudget(min(left, steps)) }
}
