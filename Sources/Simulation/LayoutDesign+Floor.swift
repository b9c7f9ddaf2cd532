import Cooling
public import Facility
import Power
import Quantities
import Scenario

extension LayoutDesign {
  /// Power that one distribution unit in the room passes on (from memory of common practice, units of 50 to 300 kVA;
  /// medium confidence).
  static let distributionUnit = Watts(225_000)

  /// Plants whose units stand in rows, on racks or in servers, not along the walls.
  private static let closeCoupled = ["in-row", "rear-door-passive", "rear-door-active", "direct-liquid"]

  /// The room of the layout, drawn to scale: its racks in rows, and its plant's cooling and distribution units along
  /// the walls.
  ///
  /// Rows stand at the ordinary pitch, those of enclosures at the one recommended for blades, and wider where racks are
  /// too deep for it.
  ///
  /// **Valid for**: rooms of the form of ``FloorDrawing``. **Not modelled**: units in rows, on racks or in servers.
  /// The drawing has what stands at the ends of rows and round them, so its room is larger than ``floorArea``, which
  /// is an allowance per rack.
  public func floor(racksOf type: RackType) -> FloorDrawing {
    let needed = type.depth * 2 + FloorDrawing.coldAisle + FloorDrawing.narrowestHotAisle
    let usual = enclosures > 0 ? FloorPlan.bladePitch : FloorPlan.standardPitch
    let isCloseCoupled = Self.closeCoupled.contains(plant.specification.cooling.entry.name)
    let distribution = (plant.electrical.pdu.rating / Self.distributionUnit - 1e-9).rounded(.up)
    let floor = FloorPlan(
      racks: racks.racks.count, rackWidth: type.width, pitch: max(needed, usual),
      coolingUnits: isCloseCoupled ? 0 : plant.cooling.size.units,
      distributionUnits: max(1, Int(distribution)))
    guard let drawing = try? FloorDrawing(floor, rackDepth: type.depth) else {
      preconditionFailure("the pitch leaves room for both aisles")
    }
    return drawing
  }
}
