import Quantities
import ResultStore

/// The racks of every layout, all to one scale.
struct RackSection: Sendable {
  let contents: ReportContents

  /// The most racks of a layout that are drawn, and the most servers of a layout, so that a page stays readable.
  static let mostRacks = 40
  static let mostServers = 750
  /// Pixels from one rack to the next.
  private static let gap = 14.0
  /// The most racks of a layout in the table.
  private static let mostRows = 200

  var markup: Markup {
    let layouts = contents.study.layouts
    return Markup("section", ["id": "racks"]) {
      Markup("h2") { "What stands in the room" }
      Figure(
        title: title,
        picture: Markup("div", ["class": "rooms"]) {
          for index in layouts.indices { room(of: index) }
        } + heat.legend(of: "mean power of a server"), table: table,
        note:
          "Fronts of the racks, all to one scale: a rack unit is 44.45 mm high. Below each rack: what it holds of "
          + "what it may hold, A|B what one of its two feeds carries alone at the simulated peak, and the air it draws in "
          + "when all racks draw their peaks."
          + (layouts.contains { $0.racks.count > Self.mostRows }
            ? " The table has the first \(Self.mostRows) racks of each layout." : "")
      ).markup
    }
  }

  private var title: String {
    let parts = contents.study.layouts.enumerated().map { index, layout in
      index == 0
        ? "\(layout.name) fills \(Wording.count(layout.racks.count, "rack"))"
        : "\(layout.name) \(layout.racks.count)"
    }
    return Wording.list(parts)
  }

  /// One scale of tint for all layouts.
  private var heat: HeatScale {
    HeatScale(upTo: contents.serverPower.flatMap { $0 }.max() ?? .zero)
  }

  /// How many racks of a layout are drawn.
  static func shown(_ layout: StoredLayout, layouts: Int) -> Int {
    var servers = [Int](repeating: 0, count: max(1, layout.enclosures, layout.hosts))
    for server in layout.servers where servers.indices.contains(server.equipment) {
      servers[server.equipment] += 1
    }
    var sum = 0
    for (index, rack) in layout.racks.enumerated() {
      for item in rack.equipment where servers.indices.contains(item.number) { sum += servers[item.number] }
      if index == mostRacks || (index > 0 && sum > mostServers * 3 / max(3, layouts)) { return index }
    }
    return layout.racks.count
  }

  /// Pixels for a metre: as large as the layout with most racks allows in a row or two.
  private var scale: Double {
    let layouts = contents.study.layouts
    let most = layouts.map { Self.shown($0, layouts: layouts.count) }.max() ?? 0
    let width = contents.study.layouts.map(\.rackModel.width.value).max() ?? 0.6
    let fitting = (960 / Double(max(1, most)) - Self.gap) / max(0.1, width)
    return min(240, max(90, fitting.rounded(.down)))
  }

  private func room(of index: Int) -> Markup {
    let layout = contents.study.layouts[index]
    let shown = Self.shown(layout, layouts: contents.study.layouts.count)
    var servers = [[StoredServer]](
      repeating: [], count: layout.enclosures > 0 ? layout.enclosures : layout.hosts)
    for server in layout.servers where servers.indices.contains(server.equipment) {
      servers[server.equipment].append(server)
    }
    let (heat, scale) = (heat, scale)
    return Markup("div", ["class": "room"]) {
      Markup("h4") { layout.name }
      Markup("p", ["class": "quiet"]) { summary(of: layout) }
      let drawn = Double(shown) * (layout.rackModel.width.value * scale + Self.gap)
      Markup("div", ["class": "racks", "style": "width:\(SVG.number(drawn))px"]) {
        for rack in layout.racks.prefix(shown) {
          let drawing = RackDrawing(
            rack: rack, model: layout.rackModel, enclosure: layout.enclosures > 0 ? layout.enclosure : nil,
            servers: servers, power: contents.serverPower[index], pools: PoolTable(layout).letters,
            heat: heat, scale: scale)
          Markup("div", ["class": "rack", "style": "width:\(SVG.number(drawing.outline.width + 2))px"]) {
            drawing.drawing(title: "Rack \(rack.number + 1) of \(layout.name)").markup(class: "front")
            load(of: rack, in: layout, isNarrow: drawing.outline.width < 80)
          }
        }
      }
      if shown < layout.racks.count {
        Markup("p", ["class": "quiet"]) {
          "The first \(shown) of \(Wording.count(layout.racks.count, "rack")) are drawn."
        }
      }
    }
  }

  private func summary(of layout: StoredLayout) -> String {
    let machines =
      layout.enclosure.map { enclosure in
        "\(Rounding.text(Double(layout.hosts), decimals: 0)) × \(layout.server) in \(layout.enclosures) × \(enclosure.title)"
      } ?? "\(Rounding.text(Double(layout.hosts), decimals: 0)) × \(layout.server)"
    let others = layout.otherEquipment.map {
      ", \(Rounding.text(Double($0.count), decimals: 0)) × \($0.name)"
    }
    let pools = PoolTable(layout)
    let techniques = pools.isWorthTelling ? pools.summary : layout.technique
    return "\(machines), \(techniques)\(others.joined())\(warmest(of: layout))"
  }

  /// Which rack draws in the warmest air, where they differ to the decimals shown.
  private func warmest(of layout: StoredLayout) -> String {
    guard let (rack, air) = layout.warmestRack else { return "" }
    let shown = celsius(air.peakIntake)
    let others = layout.racks.compactMap(\.air)
    if others.count > 1, others.allSatisfy({ celsius($0.peakIntake) == shown }) {
      return "; every rack draws in air of \(shown) °C at the peak"
    }
    return "; the warmest air goes into rack \(rack.number + 1), \(shown) °C at the peak"
  }

  private func load(of rack: StoredRack, in layout: StoredLayout, isNarrow: Bool) -> Markup {
    let model = layout.rackModel
    let of = isNarrow ? "/" : " of "
    let power = [model.powerLimit, model.circuitLimit].compactMap { $0 }.min()
    return Markup("ul", ["class": "load"]) {
      loadLine(rack.units.value, of: model.usableUnits.value, "U", decimals: 0, separator: of)
      loadLine(rack.power.kilowatts, of: power?.kilowatts, "kW", decimals: 1, separator: of)
      loadLine(rack.weight.value, of: model.weightLimit?.value, "kg", decimals: 0, separator: of)
      // The feed that is left after a loss, at the simulated peak; A and B carry half of it each.
      let feed = layout.feeds.first { $0.part == "rack" && $0.basis == "peak" && $0.number == rack.number }
      if let feed, let alone = feed.survivor {
        loadLine(alone.kilowatts, of: feed.usable?.kilowatts, "kW A|B", decimals: 1, separator: of)
      }
      if let air = rack.air {
        Markup("li") { "\(celsius(air.peakIntake)) °C\(isNarrow ? "" : " intake")" }
      }
    }
  }

  private func celsius(_ temperature: Celsius) -> String { Rounding.text(temperature.value, decimals: 1) }

  private func loadLine(_ value: Double, of limit: Double?, _ unit: String, decimals: Int, separator: String)
    -> Markup
  {
    let amount = Rounding.text(value, decimals: decimals)
    guard let limit, limit > 0 else { return Markup("li") { "\(amount) \(unit)" } }
    let share = min(1, max(0, value / limit))
    return Markup("li") {
      "\(amount)\(separator)\(Rounding.significant(limit)) \(unit)"
      Markup("span", ["class": "meter"]) {
        Markup("span", ["style": "width:\(Rounding.text(share * 100, decimals: 0))%"])
      }
    }
  }

  private var table: DataTable {
    var rows: [[String]] = []
    for layout in contents.study.layouts {
      for rack in layout.racks.prefix(Self.mostRows) {
        rows.append([
          "\(layout.name), rack \(rack.number + 1)", String(rack.equipment.count),
          Rounding.significant(rack.units.value), Rounding.text(rack.power.kilowatts, decimals: 2),
          Rounding.text(rack.weight.value, decimals: 0), String(rack.ports), rack.tightest ?? "",
          rack.air.map { celsius($0.meanIntake) } ?? "-", rack.air.map { celsius($0.peakIntake) } ?? "-",
        ])
      }
    }
    return DataTable(
      columns: [
        "rack", "pieces", "U", "planned kW", "kg", "ports", "nearest limit", "intake °C, mean",
        "at the peaks",
      ],
      rows: rows,
      name: "racks")
  }
}
