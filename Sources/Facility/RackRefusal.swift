public import Quantities

/// Why equipment cannot stand in a rack, in words that name the limit.
///
/// Equipment is named by its index in the planner's list, or by its name where a planner gave one.
public enum RackRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Units are taken by other equipment.
  case unitsOccupied(equipment: Int, position: RackUnits, by: Int)
  /// The equipment would stick out at the bottom or the top.
  case outsideRack(equipment: Int, position: RackUnits, height: RackUnits, units: RackUnits)
  /// A height or position is not a positive multiple of half a unit.
  case notHalfUnit(equipment: Int, value: RackUnits)
  /// No run of free units is high enough.
  case noUnitsLeft(equipment: Int, height: RackUnits, free: RackUnits)
  /// One piece of equipment alone is more than a limit allows in a whole rack.
  case overLimit(equipment: Int, name: String, constraint: RackConstraint, need: String, limit: String)
  /// A rack allows so little that no reasonable number of racks holds the equipment.
  case noCapacity(constraint: RackConstraint)

  /// The index of the equipment that is refused, where one is.
  public var equipment: Int? {
    switch self {
    case .unitsOccupied(let equipment, _, _), .outsideRack(let equipment, _, _, _),
      .notHalfUnit(let equipment, _), .noUnitsLeft(let equipment, _, _),
      .overLimit(let equipment, _, _, _, _):
      equipment
    case .noCapacity: nil
    }
  }

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .unitsOccupied(let equipment, let position, let other):
      "equipment \(equipment) does not fit: rack unit \(number(position)) is taken by equipment \(other)"
    case .outsideRack(let equipment, let position, let height, let units):
      "equipment \(equipment), \(height) high, does not fit at unit \(number(position)) of a rack with \(units)"
    case .notHalfUnit(let equipment, let value):
      "\(value) of equipment \(equipment) is not a positive multiple of 0.5 U"
    case .noUnitsLeft(let equipment, let height, let free):
      "equipment \(equipment) needs \(height) in one piece; \(free) are free"
    case .overLimit(_, let name, let constraint, let need, let limit):
      "one \(name) needs \(need), but a rack allows \(limit) (\(constraint))"
    case .noCapacity(let constraint):
      "a rack allows nothing, or too little for \(RackSizing.mostRacks) racks to do (\(constraint))"
    }
  }

  private func number(_ position: RackUnits) -> String { DecimalText.exact(position.value) }
}
