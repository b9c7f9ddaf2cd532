import Quantities
import ResultStore

/// The floor of a room from above to scale, over the room of the first layout, of which what is left free is hatched.
struct RoomDrawing: Sendable {
  /// What is on the floor.
  let items: [StoredFloorItem]
  /// The extent of the first layout's room; that of the room itself for the first.
  let before: Extent
  /// Pixels for a metre, the same for rooms that are compared.
  let scale: Double

  /// The sides of a room.
  struct Extent: Sendable, Hashable {
    var width: Meters
    var depth: Meters

    var area: SquareMeters { SquareMeters(width.value * depth.value) }

    /// The floor that two rooms share when they have one corner in common.
    func shared(with other: Extent) -> Extent {
      Extent(width: min(width, other.width), depth: min(depth, other.depth))
    }
  }

  /// More racks than this are drawn as rows.
  static let mostRacks = 150
  /// Pixels below the room for the bar, and from one line of a hatching to the next.
  private static let foot = 30.0
  private static let hatching = 7.0

  /// The room of some items.
  static func extent(of items: [StoredFloorItem]) -> Extent {
    Extent(
      width: items.map { $0.x + $0.width }.max() ?? .zero, depth: items.map { $0.y + $0.depth }.max() ?? .zero
    )
  }

  var extent: Extent { Self.extent(of: items) }

  /// Height of the drawing without the bar.
  private var height: Double { max(extent.depth, before.depth).value * scale }

  /// A place on the floor in pixels; the floor's y points up, that of a drawing down.
  func place(x: Meters, y: Meters, width: Meters, depth: Meters) -> Rectangle {
    Rectangle(
      x: x.value * scale, y: height - (y + depth).value * scale, width: width.value * scale,
      height: depth.value * scale)
  }

  func place(of item: StoredFloorItem) -> Rectangle {
    place(x: item.x, y: item.y, width: item.width, depth: item.depth)
  }

  /// The floor of the first room that this one leaves free: a strip beside it and one above.
  var freed: [Rectangle] {
    let shared = extent.shared(with: before)
    let beside = place(
      x: shared.width, y: .zero, width: before.width - shared.width, depth: before.depth)
    let above = place(
      x: .zero, y: shared.depth, width: shared.width, depth: before.depth - shared.depth)
    return [beside, above].filter { $0.width > 1e-6 && $0.height > 1e-6 }
  }

  /// Racks that stand side by side as one piece when there are many.
  var pieces: [(item: StoredFloorItem, racks: Int)] {
    guard items.count(where: { $0.kind == .rack }) > Self.mostRacks else { return items.map { ($0, 1) } }
    return items.reduce(into: []) { pieces, item in
      if let last = pieces.last, last.item.kind == .rack, item.kind == .rack, last.item.y == item.y,
        abs((last.item.x + last.item.width - item.x).value) < 1e-6
      {
        pieces[pieces.count - 1].item.width = item.x + item.width - last.item.x
        pieces[pieces.count - 1].racks += 1
      } else {
        pieces.append((item, 1))
      }
    }
  }

  /// The drawing.
  func drawing(title: String, description: String) -> SVG {
    let extent = extent
    let width = max(extent.width, before.width).value * scale
    var content = Markup.empty
    for rectangle in freed {
      content += SVG.rectangle(rectangle, class: "floor-freed", tip: "left free")
      content += Self.hatch(rectangle)
    }
    content += SVG.rectangle(
      place(x: .zero, y: .zero, width: extent.width, depth: extent.depth), class: "floor-room")
    for piece in pieces { content += markup(of: piece.item, racks: piece.racks) }
    content += bar
    return SVG(
      width: width + 1, height: height + Self.foot, title: title, description: description, content: content)
  }

  private func markup(of item: StoredFloorItem, racks: Int) -> Markup {
    let place = place(of: item)
    switch item.kind {
    case .perimeter, .crossAisle, .spare: return .empty
    case .freePlace, .serviceSpace:
      return SVG.rectangle(place.inset(0.5), class: "floor-kept", tip: item.kind.rawValue)
    case .coldAisle, .hotAisle:
      let word = item.kind == .coldAisle ? "cold" : "hot"
      return SVG.rectangle(place, class: "floor-\(word)", tip: item.kind.rawValue)
        + label(item.kind.rawValue, or: word, in: place, class: "t-dark")
    case .rack:
      let number = (item.thing ?? 0) + 1
      let name = racks > 1 ? Wording.count(racks, "rack") : "rack \(number)"
      return SVG.rectangle(place.inset(min(0.5, place.width / 10)), class: "floor-rack", tip: name)
        + label(name, or: racks > 1 ? "" : String(number), in: place, class: "t-light")
    case .coolingUnit, .distributionUnit:
      let isCooling = item.kind == .coolingUnit
      return SVG.rectangle(
        place.inset(0.5), class: isCooling ? Palette.green.area : Palette.orange.area,
        tip: "\(item.kind.rawValue) \((item.thing ?? 0) + 1)")
        + label(isCooling ? "cooling" : "PDU", or: isCooling ? "C" : "P", in: place, class: "t-dark")
    }
  }

  /// The longer of two words that fits, along the longer side.
  private func label(_ long: String, or short: String, in place: Rectangle, class style: String) -> Markup {
    let isUpright = place.height > place.width * 1.5
    let (length, thickness) = isUpright ? (place.height, place.width) : (place.width, place.height)
    let size = Int(min(9, thickness - 2))
    guard size >= 5,
      let word = [long, short].first(where: {
        !$0.isEmpty && SVG.estimatedWidth(of: $0, size: Double(size)) <= length - 2
      })
    else { return .empty }
    let (down, style) = (Double(size) * 0.36, "\(style) s-\(size)")
    return isUpright
      ? SVG.upright(word, x: place.middleX + down, y: place.middleY, class: style)
      : SVG.text(word, x: place.middleX, y: place.middleY + down, class: style, anchor: .middle)
  }

  /// Lines that rise through a rectangle, cut at its edges.
  static func hatch(_ place: Rectangle) -> Markup {
    var path = ""
    var sum = ((place.x + place.y) / hatching).rounded(.up) * hatching
    while sum < place.right + place.bottom {
      // On a line x + y is the same everywhere.
      let fromX = max(place.x, sum - place.bottom)
      let toX = min(place.right, sum - place.y)
      path +=
        "M\(SVG.number(fromX)) \(SVG.number(sum - fromX))L\(SVG.number(toX)) \(SVG.number(sum - toX))"
      sum += hatching
    }
    return path.isEmpty ? .empty : Markup("path", ["class": "hatch", "d": path])
  }

  /// The length of the bar: 1, 2 or 5 m times a power of ten, 40 to 100 pixels long.
  var barLength: Meters {
    var power = 0.01
    while power * 10 * scale <= 100 { power *= 10 }
    return Meters([5, 2, 1].map { $0 * power }.first { $0 * scale <= 100 } ?? power)
  }

  private var bar: Markup {
    let (length, y) = (barLength.value * scale, height + 12)
    var bar = SVG.line(fromX: 0.5, y: y, toX: length + 0.5, y: y, class: "axis")
    for x in [0.5, length + 0.5] { bar += SVG.line(fromX: x, y: y - 4, toX: x, y: y + 4, class: "axis") }
    return bar
      + SVG.text("\(Rounding.significant(barLength.value)) m", x: length + 8, y: y + 4, class: "tick")
  }
}
