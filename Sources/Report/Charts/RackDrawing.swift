import Quantities
import ResultStore

/// The front of a rack to scale: every unit 44.45 mm high, servers at their units, blades in their bays.
struct RackDrawing: Sendable {
  /// A thing in the rack and the place it takes.
  struct Placed: Sendable, Hashable {
    /// A piece of equipment, a blade in one, or a bay without a blade.
    enum Kind: Sendable, Hashable {
      case server(StoredServer)
      case enclosure
      /// What no server is or sits in, such as a storage array.
      case other
      case blade(StoredServer)
      case emptyBay(number: Int)
    }

    let kind: Kind
    let equipment: StoredEquipment
    let place: Rectangle
  }

  /// Height of a rack unit (IEC 60297, EIA-310).
  static let unit = Meters(0.04445)
  /// Width of equipment with its ears.
  static let equipmentWidth = Meters(0.4826)
  /// Height of the frame above and below the units.
  static let frame = Meters(0.07)

  let rack: StoredRack
  let model: StoredRackModel
  let enclosure: StoredEnclosure?
  /// Servers of the layout by the equipment that they are or sit in: every server, or every enclosure, even an empty one.
  let servers: [[StoredServer]]
  /// Mean power of every server.
  let power: [Watts]
  /// The letter and the techniques of each pool of servers; empty where all are alike.
  var pools: [(letter: String, title: String)] = []
  let heat: HeatScale
  /// Pixels for a metre.
  let scale: Double

  /// The outline of the rack; its height follows from its units, so that a unit has the same height everywhere.
  var outline: Rectangle {
    let height = model.units.value * Self.unit.value + 2 * Self.frame.value
    return Rectangle(x: 0.5, y: 0.5, width: model.width.value * scale, height: height * scale)
  }

  /// The opening between the posts, from the top unit to the first.
  var opening: Rectangle {
    let width = min(Self.equipmentWidth.value, model.width.value) * scale
    return Rectangle(
      x: outline.middleX - width / 2, y: outline.y + Self.frame.value * scale, width: width,
      height: model.units.value * Self.unit.value * scale)
  }

  /// Everything in the rack, enclosures before what sits in them.
  var contents: [Placed] {
    rack.equipment.flatMap { item -> [Placed] in
      let place = self.place(of: item)
      let own = servers.indices.contains(item.number) ? servers[item.number] : []
      guard let enclosure, servers.indices.contains(item.number) else {
        let kind = own.first.map { Placed.Kind.server($0) } ?? .other
        return [Placed(kind: kind, equipment: item, place: place)]
      }
      return [Placed(kind: .enclosure, equipment: item, place: place)]
        + bays(of: item, in: enclosure, servers: own, place: place)
    }
  }

  private func place(of item: StoredEquipment) -> Rectangle {
    let unit = Self.unit.value * scale
    let above = model.units.value - (item.position.value - 1) - item.height.value
    return Rectangle(
      x: opening.x, y: opening.y + above * unit, width: opening.width, height: item.height.value * unit)
  }

  /// The part of an enclosure's front with its bays; below them are supplies, which are not drawn one by one.
  static func bayArea(of enclosure: Rectangle) -> Rectangle {
    let margin = min(enclosure.width * 0.015, 2)
    return Rectangle(
      x: enclosure.x + margin, y: enclosure.y + margin, width: enclosure.width - 2 * margin,
      height: enclosure.height * 0.86 - margin)
  }

  private func bays(
    of item: StoredEquipment, in enclosure: StoredEnclosure, servers: [StoredServer], place: Rectangle
  ) -> [Placed] {
    let area = Self.bayArea(of: place)
    let width = area.width / Double(max(1, enclosure.columns))
    let height = area.height / Double(max(1, enclosure.rows))
    var isTaken = [Bool](repeating: false, count: max(0, enclosure.columns * enclosure.rows))
    var placed: [Placed] = []
    for server in servers {
      guard let bay = server.bay else { continue }
      let share = 1 / Double(max(1, bay.parts))
      let bayHeight = height * Double(bay.rows)
      let slot = Rectangle(
        x: area.x + width * Double(bay.column),
        y: area.y + height * Double(bay.row) + bayHeight * share * Double(bay.part),
        width: width * Double(bay.columns), height: bayHeight * share)
      placed.append(Placed(kind: .blade(server), equipment: item, place: slot))
      for row in bay.row..<bay.row + bay.rows {
        for column in bay.column..<bay.column + bay.columns {
          let index = row * enclosure.columns + column
          if isTaken.indices.contains(index) { isTaken[index] = true }
        }
      }
    }
    for (index, taken) in isTaken.enumerated() where !taken {
      let (row, column) = index.quotientAndRemainder(dividingBy: enclosure.columns)
      let slot = Rectangle(
        x: area.x + width * Double(column), y: area.y + height * Double(row), width: width, height: height)
      placed.append(Placed(kind: .emptyBay(number: index + 1), equipment: item, place: slot))
    }
    return placed
  }

  /// The drawing.
  func drawing(title: String) -> SVG {
    var content = SVG.rectangle(outline, class: "rack-frame", rounded: min(3, 8 * scale / 200))
    content += SVG.rectangle(opening, class: "rack-opening")
    content += unitMarks
    for placed in contents { content += markup(of: placed) }
    return SVG(
      width: outline.right + 0.5, height: outline.bottom + 0.5, title: title, description: description,
      content: content)
  }

  /// A thin line every five units, which lets an eye count.
  private var unitMarks: Markup {
    var marks = Markup.empty
    let unit = Self.unit.value * scale
    for number in stride(from: 5, to: Int(model.units.value), by: 5) {
      let y = opening.bottom - Double(number) * unit
      marks += SVG.line(fromX: opening.x, y: y, toX: opening.right, y: y, class: "rack-unit")
      if unit >= 6, opening.x - outline.x >= 9 {
        marks += SVG.text(
          String(number), x: opening.x - 1.2, y: y + unit / 2 + 2, class: "unit-number", anchor: .end)
      }
    }
    return marks
  }

  private var description: String {
    let blades = contents.filter { if case .blade = $0.kind { true } else { false } }.count
    let empty = contents.filter { if case .emptyBay = $0.kind { true } else { false } }.count
    let others = contents.filter { $0.kind == .other }.count
    let machines = rack.equipment.count - others
    let beside = others > 0 ? ", \(Wording.count(others, "other piece")) of equipment" : ""
    guard enclosure != nil else {
      return "\(Wording.count(machines, "server"))\(beside), "
        + "\(Rounding.significant(rack.units.value)) of \(Rounding.significant(model.usableUnits.value)) "
        + "usable rack units."
    }
    return "\(Wording.count(machines, "enclosure")) with \(Wording.count(blades, "blade")) and "
      + "\(Wording.count(empty, "empty bay"))\(beside)."
  }

  private func markup(of placed: Placed) -> Markup {
    switch placed.kind {
    case .server(let server):
      let power = self.power(of: server) ?? placed.equipment.power
      return box(
        placed.place, power: power, tip: tip(placed.equipment.name, server, power),
        names: names(of: placed.equipment, server))
    case .blade(let server):
      let power = self.power(of: server) ?? .zero
      return box(
        placed.place, power: power, tip: tip("blade", server, power),
        names: ["\(letter(of: server))\(server.host + 1)"])
    case .emptyBay(let number):
      return SVG.rectangle(
        placed.place.inset(min(0.6, placed.place.width / 8)), class: "empty-bay", tip: "bay \(number), empty")
    case .enclosure: return metal(placed, nameBelow: Self.bayArea(of: placed.place).bottom)
    case .other: return metal(placed, nameBelow: placed.place.y)
    }
  }

  /// The case of an enclosure or of other equipment, with its name where there is room between a height and its bottom.
  private func metal(_ placed: Placed, nameBelow top: Double) -> Markup {
    var markup = SVG.rectangle(
      placed.place.inset(0.25), class: "enclosure",
      tip:
        "\(placed.equipment.name), \(Rounding.significant(placed.equipment.power.kilowatts)) kW planned, "
        + "\(Rounding.significant(placed.equipment.weight.value)) kg")
    let size = min(9, placed.place.bottom - top - 2)
    if size >= 5, SVG.estimatedWidth(of: placed.equipment.name, size: size) <= placed.place.width - 4 {
      markup += SVG.text(
        placed.equipment.name, x: placed.place.middleX,
        y: (top + placed.place.bottom) / 2 + size * 0.36, class: "front s-\(Int(size))",
        anchor: .middle)
    }
    return markup
  }

  private func power(of server: StoredServer) -> Watts? {
    power.indices.contains(server.host) ? power[server.host] : nil
  }

  /// The letter of a server's pool; empty where all are alike.
  private func letter(of server: StoredServer) -> String {
    pools.indices.contains(server.pool) ? pools[server.pool].letter : ""
  }

  private func names(of item: StoredEquipment, _ server: StoredServer) -> [String] {
    let letter = letter(of: server)
    return letter.isEmpty
      ? [item.name, "server \(server.host + 1)"]
      : ["\(letter)\(server.host + 1) \(item.name)", "\(letter)\(server.host + 1)"]
  }

  private func tip(_ name: String, _ server: StoredServer, _ power: Watts) -> String {
    let bay = server.bay.map { ", bay \($0.number)" } ?? ""
    let pool = pools.indices.contains(server.pool) ? ", \(pools[server.pool].title)" : ""
    return "\(name) \(server.host + 1)\(bay)\(pool), \(Wording.count(server.guests, "guest")), "
      + "\(Rounding.significant(power.value)) W on average"
  }

  /// A server or blade with the longest of some names that fits.
  private func box(_ place: Rectangle, power: Watts, tip: String, names: [String]) -> Markup {
    let inner = place.inset(min(0.6, min(place.width, place.height) / 8))
    var markup = SVG.rectangle(inner, class: "\(heat.area(power)) unit", tip: tip)
    let isUpright = inner.height > inner.width * 1.5
    let (length, thickness) = isUpright ? (inner.height, inner.width) : (inner.width, inner.height)
    let size = Int(min(9, thickness * 0.78))
    guard size >= 5,
      let name = names.first(where: {
        !$0.isEmpty && SVG.estimatedWidth(of: $0, size: Double(size)) <= length - 4
      })
    else { return markup }
    let style = "\(heat.label(power)) s-\(size)"
    markup +=
      isUpright
      ? SVG.upright(name, x: inner.middleX + Double(size) * 0.36, y: inner.middleY, class: style)
      : SVG.text(
        name, x: inner.middleX, y: inner.middleY + Double(size) * 0.36, class: style, anchor: .middle)
    return markup
  }
}
