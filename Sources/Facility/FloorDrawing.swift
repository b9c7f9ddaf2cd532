public import Quantities

/// A room drawn to scale: every rack, aisle, air handler and distribution unit as a rectangle that tiles the floor.
///
/// ```
/// hot aisle = pitch - 2 * rack depth - cold aisle
/// room      = (length + 2 p_e + g) * (depth + 2 p_s)
/// spare     = room - area of the plan
/// ```
///
/// - length, depth: sides of the plan's rack block, m; p_e, p_s: its strip at the ends and along the rows, m; g: depth
///   of the galleries that hold
///   the units, m: lines of 1.67 m, filled to the left and to the right of the rows in turn.
///
/// Rows run along x, in pairs that face a hot aisle; between two pairs lies a cold aisle. The rows at the edge have half
/// an aisle inside the block and the perimeter strip behind it. All floor of ``FloorPlan/area`` is drawn, no more but
/// ``spareArea``: the corners of the galleries that a rectangular room has and its formula does not count.
///
/// **Valid for**: rooms of the plan's form. **Not modelled**: columns, doors, ramps; where in its row
/// a unit that stands there is: they are drawn at its end.
/// **Source**: derived from the plan's formula; aisle widths from the RISA (Rwanda) data centre guideline after TIA-942:
/// cold 1.2 m, hot 0.9 to 1.2 m.
///
/// Example: 40 racks of 0.6 m x 1.07 m in two rows with 2 air handlers: hot aisle 0.93 m, room 17.27 m x 6.67 m.
public struct FloorDrawing: Sendable, Equatable {
  /// The plan it draws.
  public let plan: FloorPlan
  /// Depth of the racks.
  public let rackDepth: Meters
  /// Everything on the floor, rows first, then units, then what is left.
  public let items: [FloorItem]
  /// Extent of the room along the rows.
  public let width: Meters
  /// Extent of the room across the rows.
  public let depth: Meters

  /// Width of a cold aisle: two floor tiles.
  public static let coldAisle = Meters(1.2)
  /// The narrowest hot aisle that the guideline accepts.
  public static let narrowestHotAisle = Meters(0.9)
  /// Depth of a line of units with their service space.
  public static let galleryDepth = Meters(5.0 / 3)
  /// Depth of a unit's body; the rest of the gallery is its service space.
  public static let unitDepth = Meters(0.9)

  /// Draws a plan.
  ///
  /// - Parameter rackDepth: above zero.
  /// - Throws: a ``FloorRefusal`` when the plan's pitch leaves too little hot aisle.
  public init(_ plan: FloorPlan, rackDepth: Meters = Meters(1.07)) throws(FloorRefusal) {
    precondition(rackDepth > .zero, "a rack has a depth")
    let hotAisle = plan.pitch - rackDepth * 2 - Self.coldAisle
    guard plan.racks == 0 || hotAisle >= Self.narrowestHotAisle - Meters(1e-9) else {
      throw FloorRefusal(
        pitch: plan.pitch, rackDepth: rackDepth,
        needed: rackDepth * 2 + Self.coldAisle + Self.narrowestHotAisle)
    }
    self.plan = plan
    self.rackDepth = rackDepth
    let (end, side) = (plan.endStrip, plan.sideStrip)
    let galleries = UnitGalleries(plan, wall: plan.depth + side * 2)
    let left = galleries.width(of: .left)
    width = left + plan.length + end * 2 + galleries.width(of: .right)
    depth = galleries.wall
    var block = RackBlock(plan, rackDepth: rackDepth, hotAisle: hotAisle, x: left + end, y: side)
    block.draw()
    items = block.items + galleries.items(roomWidth: width) + Self.strip(plan, x: left)
  }

  /// The strip round the block as up to four rectangles that do not overlap.
  private static func strip(_ plan: FloorPlan, x: Meters) -> [FloorItem] {
    guard plan.racks > 0 else { return [] }
    let (end, side) = (plan.endStrip, plan.sideStrip)
    let long = plan.length + end * 2
    let along = [Meters.zero, side + plan.depth].map { FloorRectangle(x: x, y: $0, width: long, depth: side) }
    let across = [x, x + end + plan.length].map {
      FloorRectangle(x: $0, y: side, width: end, depth: plan.depth)
    }
    return (along + (end > .zero ? across : [])).map { FloorItem(.perimeter, $0) }
  }

  /// The hot aisle between two rows.
  public var hotAisle: Meters { plan.pitch - rackDepth * 2 - Self.coldAisle }
  /// The room's floor.
  public var area: SquareMeters { SquareMeters(width.value * depth.value) }

  /// Floor of the room that the plan's formula does not count.
  public var spareArea: SquareMeters {
    items.reduce(.zero) { $1.kind == .spare ? $0 + $1.place.area : $0 }
  }
}
