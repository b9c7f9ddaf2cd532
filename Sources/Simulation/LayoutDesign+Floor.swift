public import Facility
public import Quantities
import Scenario

extension LayoutDesign {
  /// The room of the layout, drawn to scale: its racks in rows, and its plant's cooling and distribution units along
  /// the walls.
  ///
  /// Unless the site counts floor by an allowance per rack, ``floorArea`` is the floor of this drawing but for its spare
  /// corners.
  ///
  /// **Valid for**: rooms of the form of ``FloorDrawing``. **Not modelled**: units in rows, on racks or in servers.
  public func floor(racksOf type: RackType) -> FloorDrawing {
    guard let drawing = try? FloorDrawing(floorPlan(racksOf: type), rackDepth: type.depth) else {
      preconditionFailure("the pitch leaves room for both aisles")
    }
    return drawing
  }

  /// The rows and units of that room.
  func floorPlan(racksOf type: RackType) -> FloorPlan {
    plant.floor(racks: racks.racks.count, of: type, holdingEnclosures: enclosures > 0)
  }

  /// Floor for UPS, generators, chillers and staging beside the white space, as a share of it, by how dense the room is in
  /// which the plant carries its design power. What stands there stays when racks go and the plant is kept.
  public var backOfHouse: Fraction {
    guard floorArea > .zero else { return .zero }
    let share = BackOfHouse.share(power: plant.designPower, whiteSpace: plantFloor)
    return Fraction(share.value * (plantFloor / floorArea))
  }
}
