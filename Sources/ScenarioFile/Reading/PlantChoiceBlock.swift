import Documents
import Power
import Quantities
import Scenario

/// The plant that a layout lives in.
enum PlantChoiceBlock {
  static let kind = ValueKind.oneOf(single + [.list(of: .oneOf(single))])
  private static let single: [ValueKind] = [.choice(["keep", "right-size"]), .block(schema)]

  static let schema = BlockSchema(
    "plant",
    "A plant of a layout's own, of which the part that is left out is the site's; or how to size the site's anew.",
    keys: [
      .optional("power", .block(PlantBlock.power), default: "the site's", "An electrical chain of its own."),
      .optional("cooling", .block(PlantBlock.cooling), default: "the site's", "A cooling plant of its own."),
      .optional(
        "right-size", .block(rightSize),
        "The site's equipment, sized anew for the layout, in place of `power` and `cooling`."),
    ])

  static let rightSize = BlockSchema(
    "right-size",
    "The site's equipment for another load: as many UPS modules and cooling units as that needs, and the same spare.",
    keys: [
      .optional(
        "by", .choice(ratings.map(\.rawValue)), default: PowerRatings.Kind.planned.rawValue,
        "The power that counts: the labels of all supplies, 67 % of that, what the vendor's tool says (`sizing tool`), or "
          + "what the guests are planned to need."
      ),
      .optional(
        "margin", .quantity(Fraction.self, such: "20 %"), default: standardMargin.description,
        "What it carries beyond that power, as a share of it."),
    ])

  /// The powers that are known before a study has run.
  private static let ratings = [PowerRatings.Kind.nameplate, .derated, .vendorTool, .planned]

  /// Room for losses in the room and for growth (from memory of usual practice, medium confidence).
  private static let standardMargin = Fraction(percent: 20)

  /// A plant, and what distinguishes the layout that lives in it from those in the other plants of a list.
  struct Reading {
    let choice: PlantChoice
    /// The end of the layout's name; nil where the plant is the only one.
    let suffix: String?
  }

  /// The plants that a layout is to live in, at least one: the site's where none is written.
  static func read(of block: BlockReader, _ key: String, site: SiteBlock.Reading?) -> [Reading]? {
    guard block.has(key) else { return [Reading(choice: .kept, suffix: nil)] }
    guard let value = block[key] else { return nil }
    guard value.isList else { return one(value, site: site).map { [Reading(choice: $0, suffix: nil)] } }
    guard let plants = all(value.elements(), { one($0, site: site) }) else { return nil }
    if plants.isEmpty {
      value.complain(ValueProblem("names no plant", help: "name some, such as '[keep, right-size]'"))
      return nil
    }
    var seen: [String: Int] = [:]
    return plants.map { plant in
      let word = word(for: plant)
      let count = seen[word, default: 0] + 1
      seen[word] = count
      return Reading(choice: plant, suffix: count == 1 ? word : "\(word)-\(count)")
    }
  }

  private static func word(for plant: PlantChoice) -> String {
    switch plant {
    case .kept: "kept"
    case .rightSized: "right-sized"
    case .given: "given"
    }
  }

  private static func one(_ value: ValueReader, site: SiteBlock.Reading?) -> PlantChoice? {
    guard value.isBlock else {
      return value.choice().map { $0 == "keep" ? .kept : .rightSized(by: .planned, margin: standardMargin) }
    }
    guard let block = value.block() else { return nil }
    guard block.has("right-size") else { return plant(block, site: site).map { .given($0) } }
    for key in ["power", "cooling"] where block.has(key) {
      block.error(key, "the plant is both right-sized and given", help: "delete '\(key)' or 'right-size'")
    }
    guard let sizing = block.block("right-size") else { return nil }
    let margin = sizing.has("margin") ? sizing.share("margin") : standardMargin
    let kind = sizing.has("by") ? sizing.choice("by", as: PowerRatings.Kind.self) : .planned
    guard let margin, let kind else { return nil }
    return .rightSized(by: kind, margin: margin)
  }

  /// A plant of the layout's own; the part that it does not describe is the site's.
  private static func plant(_ block: BlockReader, site: SiteBlock.Reading?) -> Plant? {
    let power = block.block("power").flatMap(PlantBlock.power(_:))
    let cooling = block.block("cooling").flatMap {
      PlantBlock.cooling($0, of: block.has("power") ? power : site?.power)
    }
    if !block.has("power"), !block.has("cooling") {
      block.error("nothing says what the plant is", help: "add 'power', 'cooling' or 'right-size'")
    }
    guard block.has("power") || block.has("cooling"), let site,
      let chosenPower = block.has("power") ? power : site.power,
      let chosenCooling = block.has("cooling") ? cooling : site.cooling
    else { return nil }
    return PlantBlock.plant(chosenPower, chosenCooling, hottest: site.hottest)
  }
}
