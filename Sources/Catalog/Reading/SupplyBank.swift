import Documents
import Power
import Quantities

/// Power supplies as sidecars state them.
enum SupplyBank {
  static let schema = BlockSchema(
    "supplies", "Power supplies, all alike.",
    keys: [
      Figures.figure("count", .integer(1...64), "How many are fitted."),
      Figures.figure("rating", .quantity(Watts.self), "The output one is rated for."),
      Figures.figure("efficiency", .choice(EfficiencyClass.all.map(\.name)), "Their efficiency class."),
      .optional(
        "redundancy", .choice(PowerSupplyBank.Redundancy.allCases.map(\.rawValue)), default: "n",
        "What is kept for failures."),
      .optional(
        "sharing", .choice(PowerSupplyBank.Sharing.allCases.map(\.rawValue)), default: "shared",
        "Whether all run, or only as many as are needed."),
      Figures.evidenceKey,
    ])

  /// Makes the bank; nil, after complaints, when it cannot be.
  static func bank(reading figures: Figures, of what: String) -> PowerSupplyBank? {
    let count = figures.integer("count", "\(what), number")
    let rating = figures.quantity("rating", "\(what), rating", as: Watts.self)
    let efficiency = figures.value("efficiency", "\(what), efficiency", text: \.title) { reader in
      reader.choice().flatMap(EfficiencyClass.named)
    }
    let redundancy = figures.block.choice("redundancy", as: PowerSupplyBank.Redundancy.self) ?? .none
    let sharing = figures.block.choice("sharing", as: PowerSupplyBank.Sharing.self) ?? .shared
    guard let count, let rating, let efficiency else { return nil }
    do throws(PowerProblem) {
      let unit = try PowerSupply(rating: rating, efficiency: efficiency)
      return try PowerSupplyBank(unit, installed: count, redundancy: redundancy, sharing: sharing)
    } catch {
      figures.block.error(error.message, help: error.help)
      return nil
    }
  }
}
