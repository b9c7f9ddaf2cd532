import Quantities
import ResultStore

/// Which constraint sets the number of racks and of servers, and how good the placement is.
struct SizingSection: Sendable {
  let contents: ReportContents
  /// What the names of figures of plans that count what guests ask for together begin with.
  static let prefix = "planned-"

  var markup: Markup {
    let study = contents.study
    return Markup("section", ["id": "sizing"]) {
      Markup("h2") { "What sizes each layout" }
      Markup("p", ["class": "lead"]) { contents.findings.sizing }
      Markup("h3") { "Racks that each constraint asks for by itself" }
      racks.markup
      Markup("p", ["class": "quiet"]) {
        "In brackets the number before rounding up. The constraint that binds is marked ●. Machines stand in one rack "
          + "each, so a layout can need more racks than any constraint asks for."
      }
      if layouts.allSatisfy({ $0.facility != nil }) {
        Markup("h3") { "Cables and ports" }
        cabling.markup
      }
      Markup("h3") { placementTitle }
      placement.markup
      if study.layouts.contains(where: { $0.placement.gap == nil }) {
        Markup("p", ["class": "quiet"]) { "Without a gap: guests were refused." }
      }
    }
  }

  private var layouts: [StoredLayout] { contents.study.layouts }

  private var cabling: DataTable {
    func row(_ title: String, _ value: (StoredLayout, StoredFacility) -> String) -> [String] {
      [title] + layouts.map { layout in layout.facility.map { value(layout, $0) } ?? "-" }
    }
    return DataTable(
      columns: ["cabling"] + layouts.map(\.name),
      rows: [
        row("cables") { layout, _ in Rounding.text(Double(layout.cables), decimals: 0) },
        row("switch ports") { _, facility in Rounding.text(Double(facility.switchPorts), decimals: 0) },
        row("tray of all cables, half full, cm²") { _, facility in
          Rounding.significant(facility.traySection.value * 1e4)
        },
      ], name: "cabling")
  }

  private var constraints: [String] {
    var names: [String] = []
    for layout in contents.study.layouts {
      for constraint in layout.rackConstraints where !names.contains(constraint.name) {
        names.append(constraint.name)
      }
    }
    return names
  }

  private var racks: DataTable {
    let layouts = contents.study.layouts
    let rows = constraints.map { name in
      [name]
        + layouts.map { layout in
          guard let constraint = layout.rackConstraints.first(where: { $0.name == name }) else {
            return "no limit"
          }
          let mark = layout.rackBinding == name ? "● " : ""
          return "\(mark)\(constraint.racks) (\(Rounding.text(constraint.fill, decimals: 2)))"
        }
    }
    return DataTable(
      columns: ["constraint"] + layouts.map(\.name),
      rows: rows + [["racks in the plan"] + layouts.map { String($0.racks.count) }], name: "constraints")
  }

  /// What guests that were sized by their sums ask of servers at every sample; nothing where all were sized one by one.
  private var together: [[String]] {
    var figures: [StoredFigure] = []
    for figure in layouts.compactMap(\.runs.first).flatMap(\.figures)
    where figure.name.hasPrefix(Self.prefix) && !figures.contains(where: { $0.name == figure.name }) {
      figures.append(figure)
    }
    return figures.map { figure in
      [figure.unit.isEmpty ? figure.title : "\(figure.title), \(figure.unit)"]
        + layouts.map { layout in
          let own = layout.runs.first?.figures.first { $0.name == figure.name }
          return own.map { Rounding.significant($0.value) } ?? "-"
        }
    }
  }

  private var placementTitle: String {
    let parts = contents.study.layouts.map { layout -> String in
      let placement = layout.placement
      return placement.hostsUsed == placement.bound
        ? "\(layout.name) cannot use fewer than its \(placement.hostsUsed)"
        : "\(layout.name) uses \(placement.hostsUsed), at least \(placement.bound) are needed"
    }
    return "Servers with guests: \(parts.joined(separator: "; "))"
  }

  private var placement: DataTable {
    let layouts = contents.study.layouts
    func row(_ title: String, _ value: (StoredPlacement) -> String) -> [String] {
      [title] + layouts.map { value($0.placement) }
    }
    return DataTable(
      columns: ["measure"] + layouts.map(\.name),
      rows: [
        row("guests placed") { String($0.guests) },
        ["servers in all"] + layouts.map { String($0.hosts) },
        row("servers with guests") { String($0.hostsUsed) },
        row("no plan could use fewer than") { String($0.bound) },
        row("because of") { $0.boundReason },
        row("gap to that bound, at most") {
          $0.gap.map { "\(Rounding.text($0.value * 100, decimals: 1)) %" } ?? "-"
        },
        row("what sets the number of servers") { $0.binding ?? "given" },
        row("policy") { $0.method },
      ] + together, name: "placement", hasWords: true)
  }
}
