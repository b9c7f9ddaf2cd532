import Documents
import Economics
import Quantities

/// What electricity costs and emits.
enum ElectricityBlock {
  static let schema = BlockSchema(
    "electricity", "What electricity costs and emits; all prices in one currency, which is the scenario's.",
    keys: [
      .required("energy", .price(EnergyPrice.self), "The price of energy outside all bands."),
      .optional(
        "demand", .price(DemandPrice.self, such: "10"), default: "none",
        "The price of the month's highest quarter-hour."),
      .optional(
        "ratchet", .quantity(Fraction.self, such: "80 %"), default: "0 %",
        "The share of the highest peak of the months before that is billed at least."),
      .optional(
        "ratchet months", .integer(1...120), default: "11", "How many months back the ratchet looks."),
      .optional(
        "fixed", .quantity("amount of money", example: "120 USD"), default: "none",
        "A fixed charge per month."),
      .optional(
        "bands", .list(of: .block(band)), default: "none", "Hours of the week with a price of their own."),
      .required("carbon", .quantity(KilogramsCO2ePerKilowattHour.self), "Greenhouse gas of a kilowatt-hour."),
    ])

  static let band = BlockSchema(
    "band", "Hours of the week with an energy price of their own; where two overlap, the first holds.",
    keys: [
      .required("name", .identifier, "The name, such as `peak`."),
      .optional(
        "days", .choice(Days.allCases.map(\.rawValue)), default: "all", "The days on which it holds."),
      .required("from", .integer(0...23), "The first hour of the day in it."),
      .required("to", .integer(1...24), "The first hour of the day after it."),
      .required("price", .price(EnergyPrice.self), "The price in it."),
    ])

  /// The days of a week as they are written.
  enum Days: String, CaseIterable {
    case all, workdays, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday

    var weekdays: Weekdays {
      switch self {
      case .all: .all
      case .workdays: .workdays
      case .weekend: .weekend
      case .monday: .day(0)
      case .tuesday: .day(1)
      case .wednesday: .day(2)
      case .thursday: .day(3)
      case .friday: .day(4)
      case .saturday: .day(5)
      case .sunday: .day(6)
      }
    }
  }

  static func read(_ block: BlockReader) -> (tariff: Tariff, carbon: KilogramsCO2ePerKilowattHour)? {
    let energy = block.price("energy", EnergyPrice.self)
    let demand = block.price("demand", DemandPrice.self)
    let ratchet = block.share("ratchet") ?? .zero
    let months = block.integer("ratchet months") ?? 11
    let fixed = block.money("fixed")
    let bandBlocks = block.blocks("bands")
    let bands = bandBlocks.map(band(_:))
    let carbon = block.quantity("carbon", KilogramsCO2ePerKilowattHour.self, .notNegative)
    if block.has("ratchet"), !block.has("demand") {
      block.error("ratchet", "a ratchet needs a price of demand", help: "add 'demand', or delete 'ratchet'")
    }
    if bands.count > most {
      block.error("bands", "there are \(bands.count) bands", help: "use at most \(most)")
    }
    guard let energy, let carbon, bands.count <= most else { return nil }
    let currency = energy.money.currency
    var isMixed = false
    func check(_ money: Money?, _ key: String, in block: BlockReader) {
      guard let money, money.currency != currency else { return }
      isMixed = true
      block.error(
        key, "this price is in \(money.currency), the price of energy in \(currency)",
        help: "use one currency in a scenario")
    }
    check(demand?.money, "demand", in: block)
    check(fixed, "fixed", in: block)
    for (block, band) in zip(bandBlocks, bands) { check(band?.price.money, "price", in: block) }
    let complete = bands.compactMap(\.self)
    guard !isMixed, complete.count == bands.count else { return nil }
    let charge = demand.map { DemandCharge(price: $0, ratchet: ratchet, ratchetMonths: months) }
    return (Tariff(energy: energy, bands: complete, demand: charge, fixed: fixed), carbon)
  }

  /// More than a name for every hour of the week is a slip.
  private static let most = 168

  private static func band(_ block: BlockReader) -> PriceBand? {
    let name = block.identifier("name")
    let days = block.has("days") ? block.choice("days", as: Days.self) : .all
    let from = block.integer("from")
    let to = block.integer("to")
    let price = block.price("price", EnergyPrice.self)
    guard let name, let days, let from, let to, let price else { return nil }
    guard from < to else {
      block.error(
        "to", "the band ends at \(to) h, not after its start at \(from) h",
        help: "write a band over midnight as two bands")
      return nil
    }
    return PriceBand(name, days: days.weekdays, fromHour: from, toHour: to, price: price)
  }
}
