public import Quantities

/// A rectangle on the floor, measured from one corner of the room.
public struct FloorRectangle: Hashable, Sendable {
  /// Distance of its left side from the left wall.
  public let x: Meters
  /// Distance of its lower side from the lower wall.
  public let y: Meters
  /// Its extent along x.
  public let width: Meters
  /// Its extent along y.
  public let depth: Meters

  /// Creates a rectangle with sides of zero or more.
  public init(x: Meters, y: Meters, width: Meters, depth: Meters) {
    precondition(width >= .zero && depth >= .zero, "a rectangle has no negative side")
    self.x = x
    self.y = y
    self.width = width
    self.depth = depth
  }

  /// Its area.
  public var area: SquareMeters { SquareMeters(width.value * depth.value) }
  /// Distance of its right side from the left wall.
  public var right: Meters { x + width }
  /// Distance of its upper side from the lower wall.
  public var top: Meters { y + depth }

  /// Whether two rectangles share floor, beyond what rounding explains (a tenth of a millimetre).
  public func overlaps(_ other: FloorRectangle) -> Bool {
    let slack = Meters(1e-4)
    return x + slack < other.right && other.x + slack < right && y + slack < other.top
      && other.y + slack < top
  }
}
