import Documents
import Power
import Quantities
import Scenario

/// Power supplies fitted in place of those that a server was measured with, or that the catalogue has in an enclosure.
enum SuppliesBlock {
  static let schema = BlockSchema(
    "supplies",
    "Power supplies of each rack server, in place of those it was measured with; of blades, those of each enclosure, in "
      + "place of the catalogue's. Each has a power cord.",
    keys: [
      .optional(
        "count", .integer(1...16), default: "1, or as many as the enclosure has", "How many are fitted."),
      .optional(
        "rating", .quantity(Watts.self, such: "575 W"), default: "the enclosure's; a rack server needs one",
        "The output one is rated for."),
      .optional(
        "efficiency", .choice(EfficiencyClass.all.map(\.name)),
        default: "the enclosure's; a rack server needs one", "Their efficiency class."),
      .optional(
        "redundancy", .choice(PowerSupplyBank.Redundancy.allCases.map(\.rawValue)),
        default: "`n`, or the enclosure's",
        "What is kept for failures: nothing, one supply, or the half on the other feed."),
      .optional(
        "sharing", .choice(PowerSupplyBank.Sharing.allCases.map(\.rawValue)),
        default: "`shared`, or the enclosure's", "Whether all run, or only as many as are needed."),
    ])

  /// The model with its supplies changed; nil, after complaints, when that cannot be.
  static func model(_ model: ServerModel, with block: BlockReader) -> ServerModel? {
    guard model.blade == nil else {
      block.error(
        "\(model.title) is a blade: the supplies are its enclosure's",
        help: "add 'enclosure', whose supplies these are then")
      return nil
    }
    for (key, help) in [("rating", "a power such as '575 W'"), ("efficiency", "a class such as 'gold'")]
    where !block.has(key) {
      block.error("supplies of a rack server lack the key '\(key)'", help: "add '\(key):' with \(help)")
    }
    return bank(block, else: nil) { bank throws(PowerProblem) in try model.supplied(by: bank) }
  }

  /// The enclosure with its supplies changed, in it blades of a model; nil, after complaints, when that cannot be.
  static func enclosure(
    _ enclosure: EnclosureModel, of blade: ServerModel, with block: BlockReader
  ) -> EnclosureModel? {
    bank(block, else: enclosure.bank) { bank throws(PowerProblem) in
      try enclosure.supplied(by: bank, carrying: blade)
    }
  }

  /// What a bank as stated makes, with what is not stated as in another one.
  private static func bank<Fitted>(
    _ block: BlockReader, else usual: PowerSupplyBank?,
    fitting: (PowerSupplyBank) throws(PowerProblem) -> Fitted
  ) -> Fitted? {
    let count = block.has("count") ? block.integer("count") : usual?.installed ?? 1
    let rating = block.has("rating") ? block.quantity("rating", Watts.self) : usual?.unit.rating
    let loss =
      block.has("efficiency")
      ? block.choice("efficiency").flatMap { EfficiencyClass.named($0)?.loss } : usual?.unit.loss
    let redundancy =
      block.has("redundancy")
      ? block.choice("redundancy", as: PowerSupplyBank.Redundancy.self)
      : usual?.redundancy ?? PowerSupplyBank.Redundancy.none
    let sharing =
      block.has("sharing")
      ? block.choice("sharing", as: PowerSupplyBank.Sharing.self) : usual?.sharing ?? .shared
    guard let count, let rating, let loss, let redundancy, let sharing else { return nil }
    do throws(PowerProblem) {
      let unit = try PowerSupply(
        rating: rating, loss: loss, standby: usual?.unit.standby ?? PowerSupply.typicalStandby)
      return try fitting(
        PowerSupplyBank(unit, installed: count, redundancy: redundancy, sharing: sharing))
    } catch {
      block.error(error.message, help: error.help ?? "change 'count' or 'redundancy'")
      return nil
    }
  }
}
