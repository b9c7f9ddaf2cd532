import Quantities
import ResultStore

/// The Gantt chart of a project: what stands for itself, waves with a bar for each kind of work, milestones.
struct MoveTimetable: Sendable {
  let project: StoredProject

  /// The most lanes of work that are drawn; all are in the table.
  static let mostLanes = 40

  var markup: Markup {
    let gantt = Gantt(lanes: lanes, axis: DateAxis(start: project.start, days: project.days.count))
    return Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, isWide in
        gantt.drawing(
          width: width, names: isWide ? 190 : 96, title: "What is done when",
          description:
            "Bars by wave and phase from \(project.start) on; those with a dark outline are on the critical "
            + "path, diamonds are milestones.")
      } + legend, table: table, note: note
    ).markup
  }

  private var title: String {
    let critical = project.bars.filter(\.isCritical)
    let longest = critical.max { $0.end - $0.start < $1.end - $1.start }
    guard let longest else { return "What is done when" }
    let lane = longest.lane == longest.label ? longest.lane : "\(longest.label) in \(longest.lane)"
    return "The longest stretch of the critical path is \(lane)"
  }

  private var note: String {
    let waves = "A bar of a wave lasts from the first of its guests to the last."
    let hidden = workLanes.count - Self.mostLanes
    return hidden > 0 ? "\(waves) \(Wording.count(hidden, "lane")) more are in the table." : waves
  }

  /// Lanes in the order of their first bars.
  private var workLanes: [Gantt.Lane] {
    var lanes: [Gantt.Lane] = []
    for bar in project.bars {
      let known = lanes.firstIndex { $0.name == bar.lane }
      if known == nil { lanes.append(Gantt.Lane(name: bar.lane)) }
      lanes[known ?? lanes.count - 1].bars.append(
        Gantt.Bar(
          label: bar.label, from: bar.start / Seconds(days: 1), to: bar.end / Seconds(days: 1),
          colour: Self.colour(of: bar.kind), isCritical: bar.isCritical))
    }
    return lanes
  }

  /// A milestone that ends a lane stands in it, the others below all in lanes of their own.
  private var lanes: [Gantt.Lane] {
    var lanes = Array(workLanes.prefix(Self.mostLanes))
    let names = workLanes.map(\.name)
    for milestone in project.milestones {
      guard let time = milestone.time else { continue }
      let moment = Gantt.Moment(label: milestone.name, at: time / Seconds(days: 1))
      if let lane = names.firstIndex(where: { milestone.name == "\($0) over" }) {
        if lane < Self.mostLanes { lanes[lane].moments.append(moment) }
      } else {
        lanes.append(Gantt.Lane(name: milestone.name, moments: [moment], isDated: true))
      }
    }
    return lanes
  }

  private static let colours: [(kind: String, colour: Palette)] = [
    ("task", .grey), ("training", .purple), ("delivery", .silver), ("rack and cable", .yellow),
    ("install", .vermillion), ("prepare", .sky), ("copy", .yellow), ("cut over", .blue), ("test", .green),
    ("parallel running", .orange), ("decommission", .vermillion), ("network segment", .purple),
    ("re-address", .purple), ("network service", .purple),
  ]

  private static func colour(of kind: String) -> Palette {
    colours.first { $0.kind == kind }?.colour ?? .silver
  }

  private var legend: Markup {
    let kinds = Self.colours.filter { entry in project.bars.contains { $0.kind == entry.kind } }
    return Markup("ul", ["class": "legend"]) {
      for entry in kinds {
        Markup("li") {
          Markup("span", ["class": "swatch b-\(entry.colour.rawValue)"])
          entry.kind
        }
      }
      Markup("li") {
        Markup("span", ["class": "swatch critical-b"])
        "on the critical path"
      }
      Markup("li") {
        Markup("span", ["class": "swatch milestone-b"])
        "milestone"
      }
    }
  }

  private var table: DataTable {
    let bars = project.bars.map { bar in
      [
        bar.lane == bar.label ? bar.lane : "\(bar.lane): \(bar.label)", project.date(bar.start).description,
        project.date(bar.end).description, Rounding.significant((bar.end - bar.start) / Seconds(days: 1)),
        bar.isCritical ? "yes" : "no",
      ]
    }
    let milestones = project.milestones.map { milestone in
      let date = milestone.time.map { project.date($0).description } ?? "not within the limit"
      return [milestone.name, date, date, "0", "milestone"]
    }
    return DataTable(
      columns: ["what", "from", "to", "days", "critical"], rows: bars + milestones, name: "move-timetable")
  }
}
