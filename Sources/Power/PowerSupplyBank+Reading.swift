public import Quantities

extension PowerSupplyBank {
  /// What a bank does at a moment: how many supplies run, at which load point, and what that costs.
  public struct Reading: Sendable, Hashable {
    /// DC power given.
    public let output: Watts
    /// AC power taken.
    public let input: Watts
    /// Supplies that run.
    public let running: Int
    /// Load of each running supply, as a share of its rating.
    public let load: Fraction
    /// Whether the promised redundancy holds.
    public let state: State

    /// Power turned into heat.
    public var loss: Watts { input - output }
    /// Output over input; zero without load.
    public var efficiency: Fraction { input > .zero ? Fraction(output / input) : .zero }
  }

  /// The load point of a bank that gives a DC output.
  public func reading(carrying output: Watts) -> Reading {
    let active = running(at: output)
    return Reading(
      output: output, input: input(for: output), running: active,
      load: Fraction(output / (unit.rating * Double(active))), state: state(carrying: output))
  }

  /// The bank that is left when one of its two feeds is lost: half of the supplies, all of which run.
  ///
  /// - Returns: nil for a bank that is not spread over two feeds.
  public var survivor: PowerSupplyBank? {
    guard redundancy == .grid else { return nil }
    return try? PowerSupplyBank(unit, installed: installed / 2)
  }
}
