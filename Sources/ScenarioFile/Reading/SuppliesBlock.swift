import Documents
import Power
import Quantities
import Scenario

/// Power supplies fitted in place of those that a server was measured with.
enum SuppliesBlock {
  static let schema = BlockSchema(
    "supplies", "Power supplies of each server, in place of those it was measured with.",
    keys: [
      .optional("count", .integer(1...16), default: "1", "How many are fitted."),
      .required("rating", .quantity(Watts.self, such: "575 W"), "The output one is rated for."),
      .required("efficiency", .choice(EfficiencyClass.all.map(\.name)), "Their efficiency class."),
      .optional(
        "sharing", .choice(PowerSupplyBank.Sharing.allCases.map(\.rawValue)), default: "shared",
        "Whether all run, or only as many as are needed."),
    ])

  /// The model with its supplies changed; nil, after complaints, when that cannot be.
  static func model(_ model: ServerModel, with block: BlockReader) -> ServerModel? {
    let count = block.integer("count") ?? 1
    let rating = block.quantity("rating", Watts.self)
    let efficiency = block.choice("efficiency").flatMap { EfficiencyClass.named($0) }
    let sharing =
      block.has("sharing") ? block.choice("sharing", as: PowerSupplyBank.Sharing.self) : .shared
    guard let rating, let efficiency, let sharing else { return nil }
    do throws(PowerProblem) {
      let unit = try PowerSupply(rating: rating, efficiency: efficiency)
      let bank = try PowerSupplyBank(unit, installed: count, redundancy: .none, sharing: sharing)
      return try model.supplied(by: bank)
    } catch {
      block.error(error.message, help: error.help)
      return nil
    }
  }
}
