public import Quantities

/// What a blade draws by itself, and what it draws with its share of the enclosure.
public struct BayCost: Sendable, Hashable {
  /// Power that one more blade adds.
  public let marginal: Watts
  /// Power of the whole enclosure over its blades.
  public let mean: Watts

  /// Creates a cost.
  public init(marginal: Watts, mean: Watts) {
    self.marginal = marginal
    self.mean = mean
  }

  /// The cost in an enclosure along a line, with at least one node.
  init(line: EnclosureSeries.Line, nodes: Int) {
    precondition(nodes >= 1, "a mean needs a node")
    self.init(marginal: line.perNode, mean: line.power(nodes: nodes) / Double(nodes))
  }

  /// What each blade pays for the enclosure and its empty bays.
  public var overhead: Watts { mean - marginal }
}

extension EnclosureFit {
  /// What a blade of a DC power costs among a number of equal ones, at least one: with its own step of the
  /// supplies and fans, and with its share of everything.
  public func cost(bladeDC: Watts, blades: Int, inlet: Celsius) -> BayCost {
    precondition(blades >= 1, "a mean needs a blade")
    let all = input(bladeDC: bladeDC * Double(blades), inlet: inlet)
    let without = input(bladeDC: bladeDC * Double(blades - 1), inlet: inlet)
    return BayCost(marginal: all - without, mean: all / Double(blades))
  }
}
