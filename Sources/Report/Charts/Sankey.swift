import Quantities

/// Flows from a source: some leave it at once, the rest joins in a trunk and parts at its end. A band is as thick as
/// what it carries.
struct Sankey: Sendable {
  /// What flows to one end.
  struct Flow: Sendable, Hashable {
    let name: String
    let value: Double
    let colour: Palette
  }

  /// A band of the drawing, by its upper edge at both ends.
  struct Band: Sendable, Hashable {
    let name: String
    let value: Double
    let fromX: Double
    let fromY: Double
    let toX: Double
    let toY: Double
    let thickness: Double
    let colour: Palette
  }

  /// What leaves at once, from the top; none is negative.
  let losses: [Flow]
  /// The name of what the rest joins in.
  let trunk: String
  /// Where the trunk ends, from the top; none is negative.
  let ends: [Flow]
  /// The unit of all values.
  let unit: String
  /// What one pixel of thickness carries; the same for drawings that are compared.
  let perPixel: Double

  /// Where the source, the trunk and the ends stand, and how wide the bars there are.
  private static let sourceX = 0.0
  private static let trunkX = 128.0
  private static let endX = 226.0
  private static let bar = 7.0
  /// Room for one line of text, and between two flows.
  private static let line = 15.0
  private static let gap = 4.0

  /// What the trunk carries.
  var trunkValue: Double { ends.reduce(0) { $0 + $1.value } }
  /// What the source gives.
  var total: Double { losses.reduce(0) { $0 + $1.value } + trunkValue }

  /// Where everything stands.
  struct Places: Sendable, Hashable {
    /// The bar of the source.
    let source: Rectangle
    /// The bar of the trunk.
    let trunk: Rectangle
    /// Bands from the source, the trunk last, and bands from the trunk.
    let bands: [Band]
    /// The lower edge of everything.
    let bottom: Double
  }

  var places: Places {
    let lossTops = tops(of: losses, from: 0)
    let trunkTop = lossTops.bottom + Self.line
    let endTops = tops(of: ends, from: trunkTop)
    let trunk = Rectangle(x: Self.trunkX, y: trunkTop, width: Self.bar, height: trunkValue / perPixel)
    let height = total / perPixel
    let source = Rectangle(
      x: Self.sourceX, y: trunk.bottom - height, width: Self.bar, height: height)
    var bands: [Band] = []
    var y = source.y
    let rest = Flow(name: self.trunk, value: trunkValue, colour: .silver)
    for (flow, top) in zip(losses + [rest], lossTops.tops + [trunkTop]) {
      let band = band(flow, fromX: source.right, fromY: y, toX: Self.trunkX, toY: top)
      bands.append(band)
      y += band.thickness
    }
    y = trunk.y
    for (flow, top) in zip(ends, endTops.tops) {
      let band = band(flow, fromX: trunk.right, fromY: y, toX: Self.endX, toY: top)
      bands.append(band)
      y += band.thickness
    }
    return Places(
      source: source, trunk: trunk, bands: bands,
      bottom: max(source.bottom, trunk.bottom, endTops.bottom) + Self.line + 3)
  }

  /// The upper edges of flows below each other, each with room for its name; nothing takes no room.
  private func tops(of flows: [Flow], from top: Double) -> (tops: [Double], bottom: Double) {
    var y = top
    let tops = flows.map { flow in
      let thickness = flow.value / perPixel
      let room = flow.value > 0 ? max(thickness, Self.line) + Self.gap : 0
      defer { y += room }
      return flow.value > 0 ? y + max(0, (Self.line - thickness) / 2) : y
    }
    return (tops, y)
  }

  private func band(_ flow: Flow, fromX: Double, fromY: Double, toX: Double, toY: Double) -> Band {
    Band(
      name: flow.name, value: flow.value, fromX: fromX, fromY: fromY, toX: toX, toY: toY,
      thickness: flow.value / perPixel, colour: flow.colour)
  }

  /// The drawing.
  func drawing(width: Double, title: String, description: String) -> SVG {
    let places = places
    var content = Markup.empty
    for (index, band) in places.bands.enumerated() where band.value > 0 {
      content += path(of: band)
      let isTrunk = index == losses.count
      let room = width - band.toX - Self.bar - 6
      content += SVG.text(
        SVG.fitted(words(band.name, band.value), width: room, size: 11),
        x: band.toX + (isTrunk ? 0 : Self.bar + 6),
        y: isTrunk ? band.toY - 4 : band.toY + band.thickness / 2 + 4,
        class: isTrunk ? "bar-name" : "area-name")
      if !isTrunk {
        content += SVG.rectangle(
          Rectangle(x: band.toX, y: band.toY, width: Self.bar, height: band.thickness),
          class: band.colour.area)
      }
    }
    content += SVG.rectangle(places.source, class: Palette.grey.area)
    content += SVG.rectangle(places.trunk, class: Palette.grey.area)
    content += SVG.text(
      "meter \(Rounding.significant(total)) \(unit)", x: Self.sourceX, y: places.source.bottom + Self.line,
      class: "bar-name")
    return SVG(
      width: width, height: places.bottom, title: title, description: description, content: content)
  }

  /// A name, what flows there, and its share of the source.
  private func words(_ name: String, _ value: Double) -> String {
    let share = value / total
    return
      "\(name) \(Rounding.significant(value)) (\(Share.percent(share, decimals: share < 0.0995 ? 1 : 0)) %)"
  }

  private func path(of band: Band) -> Markup {
    let middle = SVG.number((band.fromX + band.toX) / 2)
    let (fromX, toX) = (SVG.number(band.fromX), SVG.number(band.toX))
    func y(_ y: Double) -> String { SVG.number(y) }
    let (fromEnd, toEnd) = (band.fromY + band.thickness, band.toY + band.thickness)
    return Markup(
      "path",
      [
        "class": "\(band.colour.area) flow",
        "d":
          "M\(fromX) \(y(band.fromY))C\(middle) \(y(band.fromY)) \(middle) \(y(band.toY)) \(toX) \(y(band.toY))"
          + "V\(y(toEnd))C\(middle) \(y(toEnd)) \(middle) \(y(fromEnd)) \(fromX) \(y(fromEnd))Z",
      ]
    ) { Markup("title") { words(band.name, band.value) } }
  }
}
