import Documents
import Facility
import Quantities
import Scenario

/// The sidecar of a blade enclosure: bay geometry, supplies, fixed power, price.
enum EnclosureFacts {
  static let schema = BlockSchema(
    "enclosure", "A blade enclosure.",
    keys: [
      .required("kind", .choice(["enclosure"]), "What the entry is."),
      .required("title", .text, "The name for people."),
      Figures.figure("year", .integer(1960...2100), "When it could first be bought."),
      Figures.evidenceKey,
      .optional(
        "device-type", .block(ServerFacts.deviceType), "Where the figures of the device type come from."),
      Figures.optionalFigure(
        "weight", .quantity(Kilograms.self), default: "that of the device type",
        "Its mass without blades, with supplies, fans and modules."),
      Figures.optionalFigure(
        "maximum-weight", .quantity(Kilograms.self), "The most it may weigh with blades."),
      .required("bays", .block(bays), "The geometry of its bays."),
      .required("supplies", .block(SupplyBank.schema), "The supplies that feed everything in it."),
      .required("fixed-power", .block(fixedPower), "What it draws behind its supplies with every bay empty."),
      Figures.figure("fans", .integer(0...64), "How many fans it has."),
      Figures.optionalFigure(
        "fan-power", .quantity(Watts.self), default: "fans stay at lowest speed",
        "What one fan draws at full speed."),
      Figures.figure("management-bays", .integer(0...8), "How many management modules it takes."),
      .required("interconnects", .block(interconnects), "Switch and pass-through modules."),
      .optional(
        "cables", .block(Cabling.schema), default: "one for each port of the device type",
        "Its cables as usually installed."),
      Figures.figure("price", .money, "What it costs with supplies, fans and management."),
      Figures.figure("embodied-carbon", .quantity(KilogramsCO2e.self), "Greenhouse gas of making it."),
    ])

  static let bays = BlockSchema(
    "bays", "The bays for blades, seen from the front.",
    keys: [
      .required("family", .identifier, "The family of blades it takes."),
      Figures.figure("columns", .integer(1...64), "Bays side by side."),
      Figures.figure("rows", .integer(1...64), "Bays one below the other."),
      Figures.optionalFigure(
        "divisions", .integer(1...4), default: "1", "Parts in which a bay may be shared."),
      .optional(
        "blocked", .list(of: .integer(1...4096)), default: "[]", "Numbers of bays that take no blade."),
      Figures.evidenceKey,
    ])

  static let fixedPower = BlockSchema(
    "fixed-power", "Power behind the supplies with every bay empty.",
    keys: [
      Figures.figure("minimal", .quantity(Watts.self), "Fans at lowest speed, what is needed to work."),
      Figures.figure("field", .quantity(Watts.self), "All fans and two to four switch modules."),
      Figures.evidenceKey,
    ])

  static let interconnects = BlockSchema(
    "interconnects", "Switch and pass-through modules.",
    keys: [
      Figures.figure("bays", .integer(0...64), "How many it takes."),
      Figures.figure("fitted", .integer(0...64), "How many are usually fitted."),
      Figures.figure("price", .money, "What those cost together."),
      Figures.evidenceKey,
    ])

  /// Makes the model; nil, after complaints, when something is missing or does not fit.
  static func model(of type: DeviceType, _ block: BlockReader) -> EnclosureModel? {
    let sheet = FactSheet()
    let entry = Figures(block, sheet: sheet)
    let title = block.text("title")
    let year = entry.integer("year", "year")
    let weight = Mounting.weight(of: type, entry)
    let maximumWeight = entry.quantity("maximum-weight", "maximum weight", as: Kilograms.self)
    let height = Mounting.height(of: type, entry)
    let bays = entry.nested("bays").flatMap { grid(reading: $0, of: type) }
    let bank = entry.nested("supplies").flatMap { SupplyBank.bank(reading: $0, of: "supplies") }
    let power = entry.nested("fixed-power")
    let minimal = power?.quantity("minimal", "fixed power, minimal", as: Watts.self)
    let field = power?.quantity("field", "fixed power, as in machine rooms", as: Watts.self)
    let fans = entry.integer("fans", "fans")
    let fanPower = entry.quantity("fan-power", "one fan at full speed", as: Watts.self)
    let management = entry.integer("management-bays", "management bays")
    let interconnects = entry.nested("interconnects").flatMap(interconnects(reading:))
    let cables = Cabling.cables(of: type, entry)
    let price = entry.money("price", "price")
    let carbon = entry.quantity("embodied-carbon", "embodied carbon", as: KilogramsCO2e.self)
    guard let title, let year, let weight, let height, let bays, let bank, let minimal, let field, let fans,
      let management, let interconnects, let cables, let price, let carbon
    else { return nil }
    return EnclosureModel(
      slug: type.slug, title: title, year: year,
      form: EnclosureForm(
        name: title, family: bays.family, height: height, grid: bays.grid, emptyWeight: weight,
        maximumWeight: maximumWeight, cables: cables),
      bank: bank, minimalPower: minimal, fieldPower: field, fans: fans, fanPower: fanPower,
      interconnectBays: interconnects.bays, managementBays: management, price: price,
      interconnectPrice: interconnects.price, embodiedCarbon: carbon, facts: sheet.facts)
  }

  private static func grid(
    reading figures: Figures, of type: DeviceType
  ) -> (family: EnclosureFamily, grid: BayGrid)? {
    let block = figures.block
    let family = block.identifier("family")
    let columns = figures.integer("columns", "columns of bays")
    let rows = figures.integer("rows", "rows of bays")
    let divisions = block.has("divisions") ? figures.integer("divisions", "parts of a bay") : 1
    let blocked = block.list("blocked").compactMap { $0.integer() }
    guard let family, let columns, let rows, let divisions else { return nil }
    let count = columns * rows
    guard type.deviceBays.count >= count else {
      block.error(
        "a grid of \(columns) x \(rows) has \(count) bays, but the device type lists \(type.deviceBays.count)",
        help: "list the bays as 'device-bays', or correct the grid")
      return nil
    }
    guard blocked.allSatisfy({ $0 <= count }) else {
      block.error("blocked", "there are only \(count) bays to block")
      return nil
    }
    return (
      EnclosureFamily(family),
      BayGrid(columns: columns, rows: rows, divisions: divisions, blockedBays: blocked)
    )
  }

  private static func interconnects(reading figures: Figures) -> (bays: Int, price: Money)? {
    let bays = figures.integer("bays", "interconnect bays")
    let fitted = figures.integer("fitted", "interconnects usually fitted")
    let price = figures.money("price", "price of the interconnects fitted")
    guard let bays, let fitted, let price else { return nil }
    guard fitted <= bays else {
      figures.block.error("fitted", "\(fitted) interconnects do not fit \(bays) bays")
      return nil
    }
    return (bays, price)
  }
}
