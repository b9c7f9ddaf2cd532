import Documents
import Quantities

/// A rack as the NetBox community library describes it.
struct RackTypeDocument {
  let slug: String
  let height: RackUnits
  let outerWidth: Meters?
  let outerHeight: Meters?
  let outerDepth: Meters?
  let weight: Kilograms?
  let maximumWeight: Kilograms?

  static let schema = BlockSchema(
    "rack type", "A rack in the schema of the NetBox community device-type library.",
    keys: [
      .required("manufacturer", .text, "Who makes it."),
      .required("model", .text, "The model as its maker names it."),
      .required("slug", .text, "The name in catalogues: small letters, digits, '-' and '_'."),
      .required(
        "form_factor",
        .choice([
          "wall-cabinet", "4-post-frame", "2-post-frame", "4-post-cabinet", "wall-frame",
          "wall-frame-vertical",
          "wall-cabinet-vertical",
        ]), "How it is built."),
      .optional("description", .text, "What it is."),
      .optional("comments", .text, "Remarks and links."),
      .required("width", .integer(10...23), "Width of the rails, in inches."),
      .required("u_height", .integer(1...100), "Height in rack units."),
      .optional("starting_unit", .integer(1...100), default: "1", "The number of its lowest unit."),
      .optional("outer_width", .integer(1...100_000), "Outer width, in the unit of 'outer_unit'."),
      .optional("outer_height", .integer(1...100_000), "Outer height, in the unit of 'outer_unit'."),
      .optional("outer_depth", .integer(1...100_000), "Outer depth, in the unit of 'outer_unit'."),
      .optional("outer_unit", .choice(["mm", "in"]), "The unit of the outer sizes."),
      .optional("mounting_depth", .integer(1...100_000), "Depth between the rails, in millimetres."),
      .optional("weight", .number(0...10_000), "Its mass, empty."),
      .optional("max_weight", .integer(1...100_000), "The most it may weigh, itself included."),
      .optional("weight_unit", .choice(DeviceType.weightUnits.map(\.symbol)), "The unit of both masses."),
      .optional("desc_units", .boolean, default: "false", "Whether units are numbered from the top."),
    ])

  /// Reads a document; nil when the collection holds any error after that.
  init?(reading document: Document, into complaints: Diagnostics) {
    EmptyTexts.report(in: document, into: complaints)
    guard let block = DocumentReader(document, into: complaints).root(Self.schema) else { return nil }
    _ = block.choice("form_factor")
    let slug = block.slug()
    let height = block.integer("u_height").map { RackUnits(Double($0)) }
    let size = block.choice("outer_unit").map { $0 == "in" ? 0.0254 : 0.001 }
    func outer(_ key: String) -> Meters? {
      guard let amount = block.integer(key) else { return nil }
      guard let size else {
        block.error(key, "there is an '\(key)' but no 'outer_unit'", help: "add 'outer_unit: mm'")
        return nil
      }
      return Meters(Double(amount) * size)
    }
    self.outerWidth = outer("outer_width")
    self.outerHeight = outer("outer_height")
    self.outerDepth = outer("outer_depth")
    self.weight = block.weight()
    let unit = block.choice("weight_unit").flatMap { symbol in
      DeviceType.weightUnits.first { $0.symbol == symbol }?.kilograms
    }
    let maximum = block.integer("max_weight")
    self.maximumWeight = maximum.flatMap { amount in unit.map { Kilograms(Double(amount) * $0) } }
    guard !complaints.hasErrors, let slug, let height else { return nil }
    self.slug = slug
    self.height = height
  }
}
