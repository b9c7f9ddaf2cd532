import Cooling
public import Facility
import Power
import Quantities

extension Plant {
  /// Power that one distribution unit in the room passes on (from memory of common practice, units of 50 to 300 kVA;
  /// medium confidence).
  static let distributionUnit = Watts(225_000)

  /// The white space for a number of racks with this plant's cooling and distribution units.
  ///
  /// Rows stand at the ordinary pitch, those of enclosures at the one recommended for blades, and wider where racks are
  /// too deep for it.
  public func floor(racks: Int, of type: RackType, holdingEnclosures: Bool) -> FloorPlan {
    let needed = type.depth * 2 + FloorDrawing.coldAisle + FloorDrawing.narrowestHotAisle
    let usual = holdingEnclosures ? FloorPlan.bladePitch : FloorPlan.standardPitch
    let distribution = (electrical.pdu.rating / Self.distributionUnit - 1e-9).rounded(.up)
    return FloorPlan.forRoom(
      racks: racks, rackWidth: type.width, pitch: max(needed, usual),
      coolingUnits: cooling.wallUnits, rowUnits: cooling.rowUnits,
      distributionUnits: max(1, Int(distribution)))
  }
}
