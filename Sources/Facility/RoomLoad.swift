public import Quantities

/// What every rack of a plan presses on its floor, and which racks the floor does not carry.
///
/// Each rack's load is that of ``FloorLoad`` with half of the aisles in front and behind as the plan's pitch leaves
/// them:
///
/// ```
/// tributary depth = pitch / 2 - rack depth
/// ```
///
/// **Valid for**, **Not modelled**, **Source**: as ``FloorLoad``.
///
/// Example: racks 1.07 m deep at 4.27 m pitch press on 1.065 m of aisle each.
public struct RoomLoad: Hashable, Sendable {
  /// The load of each rack, by ``RackID``.
  public let racks: [FloorLoad]
  /// What the floor carries.
  public let limit: Pascals

  /// Creates the loads of stacked racks on a floor.
  ///
  /// - Parameters:
  ///   - plan: what stands in each rack.
  ///   - rack: the type of all racks, no deeper than half the pitch.
  ///   - pitch: from one cold aisle to the next.
  ///   - limit: what the floor carries.
  public init(_ plan: RackPlan, in rack: RackType, pitch: Meters = FloorPlan.standardPitch, on limit: Pascals)
  {
    let tributary = pitch / 2 - rack.depth
    precondition(tributary >= .zero, "racks stand within their pitch")
    racks = plan.racks.map {
      FloorLoad(rack, contents: $0.totals.weight, tributaryDepth: tributary)
    }
    self.limit = limit
  }

  /// The rack that presses most; nil without racks. The first of equals.
  public var heaviest: RackID? {
    var heaviest: Int?
    for index in racks.indices where racks[index].pressure > (heaviest.map { racks[$0].pressure } ?? .zero) {
      heaviest = index
    }
    return heaviest.map { RackID($0) }
  }

  /// Racks that the floor does not carry, ascending.
  public var tooHeavy: [RackID] {
    racks.indices.filter { racks[$0].pressure > limit }.map { RackID($0) }
  }
}
