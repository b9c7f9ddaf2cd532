import Cooling
public import Facility
public import Quantities
public import Scenario

/// The air that each rack of a layout draws in, row by row of its floor.
///
/// ```
/// T_in = T_sup + D·P
/// ```
/// `T_sup` supply of the cooling plant, °C; `P` power of the racks of a row, W; `D` influence of each on each, K/W
/// (``CrossInterference``), of a row in the room of the plant with the planned power of its racks
/// (``RoomAir/row(planned:)``).
///
/// **Valid for** a plant that holds its supply, and rows that do not breathe each other's exhaust.
/// **Not modelled**: all that the row leaves out; doors and rows of coolers that take heat before it mixes; the answer
/// of a rack's own fans to its own intake, which is to that of the room's mean.
public struct RackAir: Sendable {
  private let supply: Celsius
  private let rows: [(racks: Range<Int>, air: CrossInterference?)]

  /// The air of a layout's room.
  ///
  /// - Parameter type: the racks, whose size makes the rows.
  public init(_ design: LayoutDesign, racksOf type: RackType) {
    let room = design.plant.specification.room
    let plan = design.floorPlan(racksOf: type)
    let planned = design.racks.racks.map(\.totals.power)
    supply = design.plant.cooling.supply
    rows = (0..<plan.rows).map { row in
      let racks = plan.racks(inRow: row)
      return (racks, room.row(planned: Array(planned[racks])))
    }
  }

  /// The intake of each rack for the power of each. Where nothing was planned to draw power it is the supply.
  public func intakes(drawing powers: [Watts]) -> [Celsius] {
    rows.flatMap { row in
      row.air?.intakes(supply: supply, powers: Array(powers[row.racks]))
        ?? row.racks.map { _ in supply }
    }
  }

  /// The warmest of them; the supply where there is no rack.
  public func warmest(drawing powers: [Watts]) -> Celsius { intakes(drawing: powers).max() ?? supply }
}

extension LayoutDesign {
  /// The air of its racks.
  public func air(in scenario: Scenario) -> RackAir {
    RackAir(self, racksOf: (scenario.layouts[layout].racks ?? scenario.site.racks).model.type)
  }
}
