import Quantities
import ResultStore

/// The rooms of all layouts from above, to one scale.
struct FloorSection: Sendable {
  let contents: ReportContents

  /// The most layouts that are drawn.
  static let mostLayouts = 6
  /// The widest and the deepest room, in pixels.
  private static let widest = 440.0
  private static let deepest = 640.0
  /// The most pixels for a metre.
  private static let largestScale = 48.0
  /// Areas below this are none, square metres.
  private static let negligible = 0.05

  private var layouts: [StoredLayout] { Array(contents.study.layouts.prefix(Self.mostLayouts)) }

  /// Nothing for a study that was stored without floors.
  var markup: Markup {
    guard layouts.allSatisfy({ !$0.floorItems.isEmpty }) else { return .empty }
    let rooms = layouts.map { RoomDrawing.extent(of: $0.floorItems) }
    let scale = min(
      Self.largestScale, Self.widest / (rooms.map(\.width.value).max() ?? 1),
      Self.deepest / (rooms.map(\.depth.value).max() ?? 1))
    return Markup("section", ["id": "floor"]) {
      Markup("h2") { "The room from above" }
      Markup("p", ["class": "quiet"]) {
        "Floor plans to one scale, with aisles, the strip round the rows, cooling units and PDUs with their service "
          + "space. Hatched is the floor of \(layouts[0].name) that a layout leaves free. \(counting)"
          + (contents.study.layouts.count > Self.mostLayouts
            ? " The first \(Self.mostLayouts) layouts are drawn." : "")
      }
      legend
      Markup("div", ["class": "columns"]) {
        for (index, layout) in layouts.enumerated() {
          figure(of: layout, index, rooms[index], before: rooms[0], scale: scale)
        }
      }
    }
  }

  /// How the drawing and the floor of the verdict go together.
  private var counting: String {
    guard let rule = layouts[0].facility?.floorRule, rule == "drawn" else {
      return "The floor in the verdict is an allowance for each rack, without units and strip."
    }
    let parts = layouts.map { layout in
      let room = RoomDrawing.extent(of: layout.floorItems).area.value
      return
        "\(Rounding.text(layout.floorArea.value, decimals: 1)) of \(Rounding.text(room, decimals: 1)) m² in "
        + layout.name
    }
    return
      "The floor in the verdict is what is drawn but for the spare corners of the room: \(Wording.list(parts))."
  }

  private var legend: Markup {
    Markup("ul", ["class": "legend"]) {
      for (style, name) in [
        ("floor-rack-b", "rack"), ("floor-cold-b", "cold aisle"), ("floor-hot-b", "hot aisle"),
        ("b-green", "cooling unit"), ("b-orange", "PDU"), ("hatch-b", "left free"),
      ] {
        Markup("li") {
          Markup("span", ["class": "swatch \(style)"])
          name
        }
      }
    }
  }

  private func figure(
    of layout: StoredLayout, _ index: Int, _ room: RoomDrawing.Extent, before: RoomDrawing.Extent,
    scale: Double
  ) -> Markup {
    let title = Self.title(of: layout.name, room, before: index == 0 ? nil : (layouts[0].name, before))
    let kinds = StoredFloorItem.Kind.allCases.filter { kind in
      layout.floorItems.contains { $0.kind == kind }
    }
    return Figure(
      title: title,
      picture: RoomDrawing(items: layout.floorItems, before: before, scale: scale).drawing(
        title: "Floor plan of \(layout.name)",
        description: "\(title). Rows of racks with cold and hot aisles between them, units along the walls."
      ).markup(class: "plain"),
      table: DataTable(
        columns: ["floor for", "pieces", "m²"],
        rows: kinds.map { kind in
          let items = layout.floorItems.filter { $0.kind == kind }
          let area = items.reduce(0) { $0 + $1.width.value * $1.depth.value }
          return [kind.rawValue, String(items.count), Rounding.text(area, decimals: 1)]
        } + [["the room", "1", Rounding.text(room.area.value, decimals: 1)]] + totals(of: layout),
        name: "floor-\(index + 1)")
    ).markup
  }

  /// White space as the verdict counts it, and the floor for the plant beside it.
  private func totals(of layout: StoredLayout) -> [[String]] {
    guard let facility = layout.facility else { return [] }
    let beside = layout.floorArea * facility.backOfHouse.value
    return [
      ["floor of the verdict", "", Rounding.text(layout.floorArea.value, decimals: 1)],
      [
        "back of house beside it, \(Rounding.text(facility.backOfHouse.percent, decimals: 0)) %", "",
        Rounding.text(beside.value, decimals: 1),
      ],
    ]
  }

  /// What to see: `blades leaves 41 of 96 m² of the room of today free`.
  static func title(
    of layout: String, _ room: RoomDrawing.Extent, before: (name: String, room: RoomDrawing.Extent)?
  ) -> String {
    let area = Rounding.significant(room.area.value, digits: 2)
    guard let before else {
      return "\(layout) takes a room of \(Rounding.text(room.width.value, decimals: 1)) m by "
        + "\(Rounding.text(room.depth.value, decimals: 1)) m, \(area) m²"
    }
    let shared = room.shared(with: before.room).area.value
    let (freed, beyond) = (before.room.area.value - shared, room.area.value - shared)
    let (freedText, beyondText) = (
      Rounding.significant(freed, digits: 2), Rounding.significant(beyond, digits: 2)
    )
    let whole = Rounding.significant(before.room.area.value, digits: 2)
    switch (freed > negligible, beyond > negligible) {
    case (true, false):
      return "\(layout) leaves \(freedText) of \(whole) m² of the room of \(before.name) free"
    case (true, true):
      return "\(layout) leaves \(freedText) of \(whole) m² of the room of \(before.name) free and takes "
        + "\(beyondText) m² beyond it"
    case (false, true): return "\(layout) takes \(beyondText) m² more than the room of \(before.name)"
    case (false, false): return "\(layout) takes a room like that of \(before.name)"
    }
  }
}
