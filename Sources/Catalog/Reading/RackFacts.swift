import Documents
import Facility
import Quantities
import Scenario

/// The sidecar of a rack: what the rack-type schema has no place for.
enum RackFacts {
  static let schema = BlockSchema(
    "rack", "A rack.",
    keys: [
      .required("kind", .choice(["rack"]), "What the entry is."),
      .required("title", .text, "The name for people."),
      Figures.evidenceKey,
      Figures.figure("year", .integer(1960...2100), "When it could first be bought."),
      Figures.optionalFigure(
        "width", .quantity(Meters.self), default: "that of the rack type", "Outer width."),
      Figures.figure(
        "usable-units", .quantity(RackUnits.self), "Units left after patch panels and top-of-rack switches."),
      Figures.figure("price", .money, "What it costs with its power distribution units."),
      Figures.figure("embodied-carbon", .quantity(KilogramsCO2e.self), "Greenhouse gas of making it."),
    ])

  /// Makes the model; nil, after complaints, when something is missing or does not fit.
  static func model(of type: RackTypeDocument, _ block: BlockReader) -> RackModel? {
    let sheet = FactSheet()
    let entry = Figures(block, sheet: sheet)
    let title = block.text("title")
    let year = entry.integer("year", "year")
    let usable = entry.quantity("usable-units", "usable height", as: RackUnits.self)
    let width =
      block.has("width")
      ? entry.quantity("width", "width", as: Meters.self)
      : stated(type.outerWidth, "width", "outer_width", entry)
    let height = stated(type.outerHeight, "outer height", "outer_height", entry)
    let depth = stated(type.outerDepth, "depth", "outer_depth", entry)
    let weight = stated(type.weight, "weight", "weight", entry)
    let maximum = stated(type.maximumWeight, "maximum weight", "max_weight", entry)
    let units = stated(type.height, "height", "u_height", entry)
    let price = entry.money("price", "price")
    let carbon = entry.quantity("embodied-carbon", "embodied carbon", as: KilogramsCO2e.self)
    guard let title, let year, let usable, let width, let height, let depth, let weight, let maximum,
      let units,
      let price, let carbon
    else { return nil }
    guard usable <= units else {
      block.error("usable-units", "\(usable) cannot be usable in a rack of \(units)")
      return nil
    }
    guard weight <= maximum else {
      block.error("the rack weighs \(weight) itself, more than the \(maximum) it may weigh with its load")
      return nil
    }
    return RackModel(
      slug: type.slug, title: title, year: year,
      type: RackType(
        name: title, units: units, usableUnits: usable, width: width, height: height, depth: depth,
        emptyWeight: weight, maximumWeight: maximum),
      price: price, embodiedCarbon: carbon, facts: sheet.facts)
  }

  /// A figure of the rack type, which the evidence of the entry covers.
  private static func stated<Value: CustomStringConvertible>(
    _ value: Value?, _ name: String, _ key: String, _ entry: Figures
  ) -> Value? {
    guard let value else {
      entry.block.error("the rack type does not say its \(name)", help: "add '\(key)' to the rack type")
      return nil
    }
    guard let evidence = entry.evidence else {
      entry.block.error("the \(name) of the rack type has no evidence", help: "give the entry an 'evidence'")
      return nil
    }
    entry.sheet.add(name, value.description, evidence)
    return value
  }
}
