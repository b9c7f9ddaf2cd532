/// What can run out in a rack.
public enum RackConstraint: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Rack units.
  case units
  /// Planned power, limited by what the room can cool at one rack.
  case power
  /// Mass.
  case weight
  /// Switch ports.
  case ports
  /// The continuous load of the rack's circuits after losing either feed.
  case circuit

  /// The constraint in words: `rack units`, `power per rack`.
  public var description: String {
    switch self {
    case .units: "rack units"
    case .power: "power per rack"
    case .weight: "weight"
    case .ports: "switch ports"
    case .circuit: "circuit"
    }
  }
}
