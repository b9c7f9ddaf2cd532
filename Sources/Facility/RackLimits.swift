public import Quantities

/// What one rack allows. A limit that is nil does not bind.
public struct RackLimits: Hashable, Sendable {
  /// Usable rack units.
  public let units: RackUnits
  /// Power that the room can supply and cool at one rack.
  public let power: Watts?
  /// Mass of equipment, without the rack itself.
  public let weight: Kilograms?
  /// Switch ports.
  public let ports: Int?
  /// Power that the rack's circuits carry after the loss of either feed.
  public let circuit: Watts?

  /// Creates limits from plain values.
  public init(
    units: RackUnits, power: Watts? = nil, weight: Kilograms? = nil, ports: Int? = nil, circuit: Watts? = nil
  ) {
    self.units = units
    self.power = power
    self.weight = weight
    self.ports = ports
    self.circuit = circuit
  }

  /// Creates the limits of a rack type with its feeds.
  ///
  /// - Parameters:
  ///   - rack: gives units, mass and ports.
  ///   - power: what the room cools at one rack; nil when that does not bind.
  ///   - feeds: the rack's circuits; nil when they do not bind.
  ///   - powerFactor: of the load, 0 to 1.
  public init(rack: RackType, power: Watts?, feeds: FeedPair? = nil, powerFactor: Fraction = .one) {
    self.init(
      units: rack.usableUnits, power: power, weight: rack.contentsWeightLimit, ports: rack.portCapacity,
      circuit: feeds?.power(powerFactor: powerFactor))
  }

  /// How many racks a total fills by one constraint alone, unrounded; nil where that does not bind.
  ///
  /// Infinite when something is needed of which a rack allows nothing.
  public func need(of totals: RackTotals, for constraint: RackConstraint) -> Double? {
    func ratio(_ amount: Double, _ limit: Double) -> Double { amount == 0 ? 0 : amount / max(limit, 0) }
    return switch constraint {
    case .units: ratio(totals.units.value, units.value)
    case .power: power.map { ratio(totals.power.value, $0.value) }
    case .weight: weight.map { ratio(totals.weight.value, $0.value) }
    case .ports: ports.map { ratio(Double(totals.ports), Double($0)) }
    case .circuit: circuit.map { ratio(totals.power.value, $0.value) }
    }
  }

  /// Sums of floating numbers end a rounding above their true value; a rack is not bought for that.
  static let roundingSlack = 1e-9

  /// Whether a total stays within every limit but those left out.
  func allow(_ totals: RackTotals, except ignored: RackConstraint? = nil) -> Bool {
    RackConstraint.allCases.allSatisfy { constraint in
      constraint == ignored || (need(of: totals, for: constraint) ?? 0) <= 1 + Self.roundingSlack
    }
  }

  /// A limit and an amount in words, for messages.
  func words(of totals: RackTotals, for constraint: RackConstraint) -> (need: String, limit: String) {
    switch constraint {
    case .units: (totals.units.description, units.description)
    case .power: (Self.kilowatts(totals.power), power.map(Self.kilowatts) ?? "any")
    case .weight: (totals.weight.description, weight?.description ?? "any")
    case .ports: ("\(totals.ports) ports", ports.map { "\($0) ports" } ?? "any")
    case .circuit: (Self.kilowatts(totals.power), circuit.map(Self.kilowatts) ?? "any")
    }
  }

  private static func kilowatts(_ power: Watts) -> String {
    "\(DecimalText.rounded(power.kilowatts, decimals: 2)) kW"
  }
}
