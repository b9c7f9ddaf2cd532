import Quantities
import ResultStore

/// What feeds carry in normal service and when one is lost, how even the phases are, and what the plant was sized by.
struct FeedSection: Sendable {
  let contents: ReportContents

  /// The most racks of a layout in the folded table.
  private static let mostRows = 200

  private var layouts: [StoredLayout] { contents.study.layouts }

  /// Nothing for a study that was stored without feeds.
  var markup: Markup {
    guard layouts.allSatisfy({ $0.facility != nil }) else { return .empty }
    return Markup("section", ["id": "feeds"]) {
      Markup("h2") { "Feeds, phases and ratings" }
      Markup("p", ["class": "lead"]) { contents.findings.feeds }
      Markup("h3") { "What is left carries, in kW, after the loss of one side" }
      survivors.markup
      Markup("p", ["class": "quiet"]) {
        "Of each kind the one nearest to its limit; in brackets the share of what may be carried: of a circuit 80 % of "
          + "its breaker, so that each of two sides stays below 40 % in normal service. A and B are never added up: what "
          + "counts is the survivor."
      }
      each.folded("Rack by rack")
      Markup("h3") { ratingsTitle }
      ratings.markup
      Markup("p", ["class": "quiet"]) {
        "In brackets what a plant of just that power would hold beyond the highest simulated IT power. Nameplate is the "
          + "labels of all supplies, spare ones too; derated is 67 % of it; planned is what the racks were sized by."
      }
    }
  }

  // MARK: Feeds

  /// The feed of a part that is nearest to its limit, or carries most where there is none.
  private func worst(_ layout: StoredLayout, _ part: String, _ basis: String) -> StoredFeed? {
    layout.feeds.filter { $0.part == part && $0.basis == basis }.reduce(nil as StoredFeed?) { worst, feed in
      guard let worst else { return feed }
      let (one, other) = (worst.share?.value ?? worst.highest.value, feed.share?.value ?? feed.highest.value)
      return other > one ? feed : worst
    }
  }

  private static func kilowatts(_ power: Watts) -> String { Rounding.significant(power.kilowatts) }

  private func words(_ feed: StoredFeed?) -> String {
    guard let feed else { return "-" }
    let whose = feed.number.map { "\(feed.part == "rack" ? "rack" : "enclosure") \($0 + 1): " } ?? ""
    let share = feed.share.map { " (\(Rounding.text($0.percent, decimals: 0)) %)" } ?? ""
    let dropped = feed.dropped > .zero ? ", \(Self.kilowatts(feed.dropped)) dark" : ""
    let alone = feed.survivor == nil ? ", one side only" : ""
    let carried = Self.kilowatts(feed.survivor ?? feed.a)
    return "\(whose)\(carried)\(share)\(alone)\(dropped)\(feed.isOverloaded ? ", too much" : "")"
  }

  private var survivors: DataTable {
    func row(_ title: String, _ part: String, _ basis: String) -> [String]? {
      let feeds = layouts.map { worst($0, part, basis) }
      return feeds.contains { $0 != nil } ? [title] + feeds.map(words) : nil
    }
    func normal(_ layout: StoredLayout) -> String {
      guard let feed = worst(layout, "rack", "peak") else { return "-" }
      return "\(Self.kilowatts(feed.a)) + \(Self.kilowatts(feed.b ?? .zero))"
    }
    let rows: [[String]?] = [
      ["circuit of a rack"] + layouts.map { $0.facility?.circuit ?? "not stated" },
      ["racks, normal A + B, peak"] + layouts.map(normal),
      row("racks, planned", "rack", "planned"), row("racks, simulated peak", "rack", "peak"),
      row("supplies of enclosures, planned", "supplies", "planned"),
      row("supplies of enclosures, peak", "supplies", "peak"),
      row("distribution of the room, peak", "distribution", "peak"),
      ["UPS"] + layouts.map { $0.facility?.topology ?? "" },
      row("UPS, planned", "ups", "planned"), row("UPS, simulated peak", "ups", "peak"),
      ["phases of a rack, imbalance at most"] + layouts.map { imbalance($0, ofRacks: true) },
      ["phases of all racks, imbalance"] + layouts.map { imbalance($0, ofRacks: false) },
    ]
    return DataTable(
      columns: ["carried"] + layouts.map(\.name), rows: rows.compactMap(\.self), name: "feeds",
      hasWords: true)
  }

  private func imbalance(_ layout: StoredLayout, ofRacks: Bool) -> String {
    let phases = layout.phases.filter { ($0.rack != nil) == ofRacks }
    guard let worst = phases.max(by: { $0.imbalance < $1.imbalance }) else { return "-" }
    let isEven = worst.imbalance.value < 0.005
    let whose = isEven ? "" : worst.rack.map { "rack \($0 + 1): " } ?? ""
    func percent(_ share: Fraction) -> String { "\(Rounding.text(share.percent, decimals: 0)) %" }
    let better = worst.imbalance.value - worst.attainable.value >= 0.01
    return "\(whose)\(percent(worst.imbalance))"
      + (better ? ", \(percent(worst.attainable)) if sorted by load" : "")
  }

  /// Every rack with its feeds.
  private var each: DataTable {
    var rows: [[String]] = []
    for layout in layouts {
      let planned = layout.feeds.filter { $0.part == "rack" && $0.basis == "planned" }
      let peaks = layout.feeds.filter { $0.part == "rack" && $0.basis == "peak" }
      for (plan, peak) in zip(planned, peaks).prefix(Self.mostRows) {
        let phases = layout.phases.first { $0.rack == plan.number }
        rows.append(
          ["\(layout.name), rack \((plan.number ?? 0) + 1)"]
            + [plan.a, plan.b, plan.survivor, peak.a, peak.b, peak.survivor, plan.usable].map {
              $0.map { Rounding.text($0.kilowatts, decimals: 2) } ?? "-"
            } + [
              phases.map { $0.currents.map { Rounding.text($0.value, decimals: 1) }.joined(separator: " / ") }
                ?? "-"
            ])
      }
    }
    return DataTable(
      columns: [
        "rack, kW", "A planned", "B", "alone", "A peak", "B", "alone", "usable", "phases alone, A",
      ], rows: rows, name: "rack-feeds")
  }

  // MARK: Ratings

  private var ratingsTitle: String {
    let parts = layouts.compactMap { layout -> String? in
      guard let facility = layout.facility else { return nil }
      let size = facility.stranded.kilowatts
      return size >= 0
        ? "\(layout.name) strands \(Rounding.significant(size)) of \(Self.kilowatts(layout.plantPower)) kW"
        : "\(layout.name) lacks \(Rounding.significant(-size)) kW"
    }
    return "Capacity of the plant: \(Wording.list(parts))"
  }

  private static let names = [
    "nameplate": "nameplate, kW", "derated": "derated, kW", "vendor-tool": "vendor's sizing tool, kW",
    "planned": "planned, kW", "measured": "simulated peak, kW",
  ]

  private var ratings: DataTable {
    let kinds = layouts.first?.ratings.map(\.kind) ?? []
    let rows = kinds.map { kind in
      [Self.names[kind] ?? kind]
        + layouts.map { layout in
          guard let rating = layout.ratings.first(where: { $0.kind == kind }), let power = rating.power else {
            return "not in the catalogue"
          }
          let mark = layout.facility?.sizedBy == kind ? "● " : ""
          let stranded = kind == "measured" ? nil : rating.stranded
          return "\(mark)\(Self.kilowatts(power))"
            + (stranded.map { " (\(Self.kilowatts($0)))" } ?? "")
        }
    }
    func facility(_ title: String, _ value: (StoredLayout, StoredFacility) -> String) -> [String] {
      [title] + layouts.map { layout in layout.facility.map { value(layout, $0) } ?? "-" }
    }
    return DataTable(
      columns: ["power of all IT equipment"] + layouts.map(\.name),
      rows: rows + [
        facility("the plant's design, kW") { layout, _ in Self.kilowatts(layout.plantPower) },
        facility("sized by") { _, facility in
          facility.sizedBy == "given"
            ? "given; nearest: \(facility.nearestRating)" : "●, right-sized by \(facility.sizedBy)"
        },
        facility("stranded beyond the peak, kW") { layout, facility in
          let share = layout.plantPower > .zero ? facility.stranded / layout.plantPower * 100 : 0
          return "\(Self.kilowatts(facility.stranded)) (\(Rounding.text(share, decimals: 0)) %)"
        },
      ], name: "ratings", hasWords: true)
  }
}
