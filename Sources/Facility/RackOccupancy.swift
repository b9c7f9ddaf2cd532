public import Quantities

/// A face of a rack on which equipment of half depth may sit.
public enum RackFace: Hashable, Sendable {
  /// The cold side.
  case front
  /// The hot side.
  case rear
}

/// Which rack units are taken, in steps of half a unit, on both faces.
///
/// Positions are printed unit numbers: unit 1 is at the bottom, and equipment is said to sit at its lowest unit.
/// Equipment of full depth takes both faces. A change is refused whole, with a ``RackRefusal``.
public struct RackOccupancy: Sendable, Equatable {
  /// One piece of equipment in its units.
  public struct Placement: Hashable, Sendable {
    /// The index of the equipment in the planner's list.
    public let equipment: Int
    /// Its lowest rack unit, from 1, in steps of 0.5.
    public let position: RackUnits
    /// Its height.
    public let height: RackUnits
    /// The faces it takes: nil for both.
    public let face: RackFace?
  }

  /// Units that may be filled, from the bottom.
  public let units: RackUnits
  /// What is in, from the bottom up.
  public private(set) var placements: [Placement] = []
  private var front: [Int?]
  private var rear: [Int?]

  /// Creates an empty occupancy of a number of units from the bottom.
  public init(units: RackUnits) {
    precondition(units >= .zero, "a rack has a height")
    self.units = units
    let halves = Int((units.value * 2).rounded(.down))
    self.front = Array(repeating: nil, count: halves)
    self.rear = Array(repeating: nil, count: halves)
  }

  /// Units with at least one face free over their whole height.
  public var freeUnits: RackUnits {
    RackUnits(Double(front.indices.filter { front[$0] == nil || rear[$0] == nil }.count) / 2)
  }

  /// Puts equipment at a position.
  ///
  /// - Parameters:
  ///   - equipment: its index in the planner's list.
  ///   - height: more than zero, in steps of 0.5.
  ///   - position: its lowest unit, from 1, in steps of 0.5.
  ///   - face: the face of equipment of half depth; nil for full depth.
  @discardableResult
  public mutating func insert(
    _ equipment: Int, height: RackUnits, at position: RackUnits, face: RackFace? = nil
  ) throws(RackRefusal) -> Placement {
    let count = try Self.halves(height, of: equipment)
    guard let lowest = Self.wholeHalves(position - RackUnits(1)) else {
      throw .notHalfUnit(equipment: equipment, value: position)
    }
    guard lowest >= 0, lowest + count <= front.count else {
      throw .outsideRack(equipment: equipment, position: position, height: height, units: units)
    }
    if let (half, other) = obstacle(in: lowest..<lowest + count, face: face) {
      throw .unitsOccupied(equipment: equipment, position: Self.position(half), by: other)
    }
    return place(equipment, lowest: lowest, count: count, face: face)
  }

  /// Puts equipment as low as it fits.
  @discardableResult
  public mutating func insert(
    _ equipment: Int, height: RackUnits, face: RackFace? = nil
  ) throws(RackRefusal) -> Placement {
    let count = try Self.halves(height, of: equipment)
    var lowest = 0
    while lowest + count <= front.count {
      guard let (half, _) = obstacle(in: lowest..<lowest + count, face: face) else {
        return place(equipment, lowest: lowest, count: count, face: face)
      }
      lowest = half + 1
    }
    throw .noUnitsLeft(equipment: equipment, height: height, free: freeUnits)
  }

  /// Takes equipment out.
  ///
  /// - Returns: where it sat, or nil when it was not in this rack.
  @discardableResult
  public mutating func remove(_ equipment: Int) -> Placement? {
    guard let index = placements.firstIndex(where: { $0.equipment == equipment }) else { return nil }
    for half in front.indices {
      if front[half] == equipment { front[half] = nil }
      if rear[half] == equipment { rear[half] = nil }
    }
    return placements.remove(at: index)
  }

  private mutating func place(_ equipment: Int, lowest: Int, count: Int, face: RackFace?) -> Placement {
    for half in lowest..<lowest + count {
      if face != .rear { front[half] = equipment }
      if face != .front { rear[half] = equipment }
    }
    let placement = Placement(
      equipment: equipment, position: Self.position(lowest), height: RackUnits(Double(count) / 2), face: face)
    let index = placements.firstIndex { $0.position > placement.position } ?? placements.count
    placements.insert(placement, at: index)
    return placement
  }

  /// The highest half unit that is taken and by whom.
  private func obstacle(in halves: Range<Int>, face: RackFace?) -> (half: Int, equipment: Int)? {
    for half in halves.reversed() {
      if face != .rear, let other = front[half] { return (half, other) }
      if face != .front, let other = rear[half] { return (half, other) }
    }
    return nil
  }

  private static func position(_ half: Int) -> RackUnits { RackUnits(1 + Double(half) / 2) }

  private static func halves(_ height: RackUnits, of equipment: Int) throws(RackRefusal) -> Int {
    guard let count = wholeHalves(height), count > 0 else {
      throw .notHalfUnit(equipment: equipment, value: height)
    }
    return count
  }

  private static func wholeHalves(_ units: RackUnits) -> Int? { Int(exactly: units.value * 2) }
}
