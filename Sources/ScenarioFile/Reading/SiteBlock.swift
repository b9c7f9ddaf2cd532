import Cooling
import Documents
import Economics
import Facility
import Quantities
import Scenario

/// Where the machines stand.
enum SiteBlock {
  static let schema = BlockSchema(
    "site",
    "Where the machines stand: weather, electricity, floor, racks, and the plant that powers and cools them.",
    keys: [
      .optional(
        "climate", ClimateBlock.kind,
        "A place whose typical weather is known, or one by its climate table; `weather` gives a file instead."
      ),
      .optional("weather", .block(weather), "A file with a typical year of weather, in place of `climate`."),
      .required("electricity", .block(ElectricityBlock.schema), "What electricity costs and emits."),
      .required("floor", .block(floor), "The floor."),
      .required("racks", .block(RackBlock.schema), "The racks, unless a layout brings its own."),
      .required(
        "power", .block(PlantBlock.power),
        "From the meter to the racks, unless a layout has a plant of its own."),
      .required(
        "cooling", .block(PlantBlock.cooling), "The cooling plant, unless a layout has a plant of its own."),
      .optional(
        "reliability", .block(SiteReliabilityBlock.schema), default: "power and cooling never fail",
        "How often power and cooling fail; an empty block (`{}`) takes the catalogue's data."),
      .optional(
        "disaster", .block(RecoveryBlock.disaster), default: "never",
        "The loss of the whole site, after which layouts come back as their `recovery` says."),
      .optional(
        "reuse", .quantity(Fraction.self, such: "20 %"), default: "0 %",
        "The share of the heat given to the outdoors that someone puts to use, for energy reuse effectiveness."
      ),
    ])

  static let weather = BlockSchema(
    "weather", "A file with 8 760 hours of weather.",
    keys: [
      .optional("epw", .text, "The path of an EnergyPlus weather file, plain or packed (.gz)."),
      .optional("tmy3", .text, "The path of an NREL TMY3 file, plain or packed (.gz)."),
    ])

  static let floor = BlockSchema(
    "floor", "The floor of the room.",
    keys: [
      .optional("area", .quantity(SquareMeters.self), default: "no limit", "The room there is."),
      .optional(
        "limit", .quantity(KilogramsPerSquareMeter.self), default: "no limit",
        "What a square metre may carry."),
      .required("price", .price(FloorPrice.self, such: "250"), "What floor costs a year."),
      .optional(
        "allowance",
        .oneOf([.choice(FloorAllowance.all.map(\.name)), .quantity(SquareMeters.self, such: "2.4 m2")]),
        default: "the room is drawn with its plant",
        "White space that one rack takes with its aisles, as a rule of thumb in place of rows, aisles, cooling and "
          + "distribution units."),
    ])

  /// A site, and the plant it asked for, of which a layout may replace one part.
  struct Reading {
    let site: Site
    let power: PlantBlock.PowerChoice
    let cooling: PlantBlock.CoolingChoice
    let hottest: WeatherSample
  }

  static func read(_ block: BlockReader, _ context: ReadingContext) -> Reading? {
    let weather = weather(of: block, context)
    let electricity = block.block("electricity").flatMap(ElectricityBlock.read)
    let floor = block.block("floor").flatMap(floor(_:))
    let racks = block.block("racks").flatMap { RackBlock.read($0, context) }
    let power = block.block("power").flatMap(PlantBlock.power(_:))
    let cooling = block.block("cooling").flatMap { PlantBlock.cooling($0, of: power) }
    let reuse = block.has("reuse") ? block.share("reuse") : .zero
    let reliability = block.block("reliability").flatMap(SiteReliabilityBlock.read)
    let disaster = block.block("disaster").flatMap(RecoveryBlock.disaster(_:))
    guard let weather, let electricity, let floor, let racks, let power, let cooling, let reuse,
      let plant = PlantBlock.plant(power, cooling, hottest: weather.hottest),
      reliability != nil || !block.has("reliability"), disaster != nil || !block.has("disaster")
    else { return nil }
    return Reading(
      site: Site(
        weather: weather.year, tariff: electricity.tariff, carbonIntensity: electricity.carbon, floor: floor,
        racks: racks, plant: plant, reliability: reliability, disaster: disaster, heatReuse: reuse,
        currency: electricity.tariff.currency),
      power: power, cooling: cooling.built(for: plant), hottest: weather.hottest)
  }

  // MARK: - Weather

  private static func weather(of block: BlockReader, _ context: ReadingContext) -> SiteWeather? {
    let climate = block["climate"].flatMap(ClimateBlock.read)
    let files = block.block("weather")
    switch (block.has("climate"), block.has("weather")) {
    case (true, true):
      block.error("weather", "both 'climate' and 'weather' give the weather", help: "delete one of them")
      return nil
    case (false, false):
      block.error(
        "nothing says what the weather is",
        help: "add 'climate: chicago-ohare', or 'weather' with a file")
      return nil
    case (true, false):
      return climate.map(SiteWeather.typical(of:))
    case (false, true):
      return files.flatMap { file(of: $0, context) }
    }
  }

  private static func file(of block: BlockReader, _ context: ReadingContext) -> SiteWeather? {
    let named = ["epw", "tmy3"].compactMap { key in block[key].map { (key: key, value: $0) } }
    guard let (key, value) = named.first, named.count == 1 else {
      block.error(
        named.isEmpty ? "no file is named" : "two files are named",
        help: "give one path, as 'epw' or as 'tmy3'")
      return nil
    }
    guard let path = value.text(), let file = context.file(named: path, by: value) else { return nil }
    let text = String(decoding: file.bytes, as: UTF8.self)
    do throws(WeatherFileProblem) {
      return SiteWeather(key == "epw" ? try EPW.parse(text) : try TMY3.parse(text))
    } catch {
      let position = SourcePosition(line: error.line, column: error.column)
      context.diagnostics.error(
        at: Place(file: file, span: SourceSpan(start: position)), error.message, help: error.help)
      return nil
    }
  }

  // MARK: - Floor

  private static func floor(_ block: BlockReader) -> Floor? {
    let area = block.quantity("area", SquareMeters.self)
    let limit = block.quantity("limit", KilogramsPerSquareMeter.self)
    let price = block.price("price", FloorPrice.self)
    let allowance: FloorAllowance? = block.value("allowance", allowance(_:))
    guard let price, allowance != nil || !block.has("allowance") else { return nil }
    return Floor(area: area, loadLimit: limit, allowance: allowance, price: price)
  }

  private static func allowance(_ text: String) -> Result<FloorAllowance, ValueProblem> {
    if let known = FloorAllowance.all.first(where: { $0.name == text }) { return .success(known) }
    guard text.first?.isNumber ?? false else {
      return .failure(Names.unknown(text, among: FloorAllowance.all.map(\.name)))
    }
    return parsed { () throws(QuantityProblem) in try SquareMeters(text) }
      .flatMap { Allowed.between(SquareMeters(0.1), SquareMeters(1000)).check($0, written: text) }
      .map { FloorAllowance(name: "\($0) a rack", areaPerRack: $0, source: "the scenario") }
  }
}
