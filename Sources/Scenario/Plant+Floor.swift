import Cooling
public import Facility
import Power
import Quantities

extension Plant {
  /// Power that one distribution unit in the room passes on (from memory of common practice, units of 50 to 300 kVA;
  /// medium confidence).
  static let distributionUnit = Watts(225_000)

  /// Plants whose units stand in rows, on racks or in servers, not along the walls.
  private static let closeCoupled = ["in-row", "rear-door-passive", "rear-door-active", "direct-liquid"]

  /// The white space for a number of racks with this plant's cooling and distribution units.
  ///
  /// Rows stand at the ordinary pitch, those of enclosures at the one recommended for blades, and wider where racks are
  /// too deep for it.
  public func floor(racks: Int, of type: RackType, holdingEnclosures: Bool) -> FloorPlan {
    let needed = type.depth * 2 + FloorDrawing.coldAisle + FloorDrawing.narrowestHotAisle
    let usual = holdingEnclosures ? FloorPlan.bladePitch : FloorPlan.standardPitch
    let isCloseCoupled = Self.closeCoupled.contains(specification.cooling.entry.name)
    let distribution = (electrical.pdu.rating / Self.distributionUnit - 1e-9).rounded(.up)
    return FloorPlan.forRoom(
      racks: racks, rackWidth: type.width, pitch: max(needed, usual),
      coolingUnits: isCloseCoupled ? 0 : cooling.size.units, distributionUnits: max(1, Int(distribution)))
  }
}
