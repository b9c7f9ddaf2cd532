import Availability
import Cooling
import Documents
import Quantities
import Scenario

/// How often power and cooling of the site fail, and what bridges the gap.
enum SiteReliabilityBlock {
  static let schema = BlockSchema(
    "site reliability",
    "How often power and cooling fail, what bridges the gap, and how warm servers may get meanwhile.",
    keys: [
      .optional(
        "utility", .block(ReliabilityBlock.failures), default: words(of: utility), "Outages of the utility."),
      .optional(
        "generator", .oneOf([.boolean, .block(generator)]),
        default: "starts in 10 s, fails to on 1 % of demands",
        "The standby generator; `false` when there is none."),
      .optional(
        "battery", .quantity(Seconds.self, such: "10 min"), default: "10 min",
        "How long the batteries of the UPS carry the IT power that the plant was built for."),
      .optional(
        "cooling unit", .block(ReliabilityBlock.failures), default: words(of: coolingUnit),
        "Failures of one cooling unit."),
      .optional(
        "cooling restart", .quantity(Seconds.self, such: "10 min"), default: "10 min",
        "From power that is back until heat is removed again."),
      .optional(
        "chilled water", .block(chilledWater), default: "none",
        "Water that goes on cooling because pumps and fans run on the UPS."),
      .optional(
        "shutdown", .quantity(Celsius.self, such: "45 degC"), default: "45 degC",
        "Temperature of a rack's air at which its servers shut down."),
    ])

  static let generator = BlockSchema(
    "generator", "The standby generator.",
    keys: [
      .optional(
        "start", .quantity(Seconds.self, such: "10 s"), default: "10 s",
        "From the loss of the utility until it carries the site."),
      .optional(
        "fails to start", .quantity(Fraction.self, such: "1 %"), default: "1 %",
        "The share of demands on which it does not start."),
    ])

  static let chilledWater = BlockSchema(
    "chilled water", "Water in pipes and tanks that carries the heat for a while.",
    keys: [
      .required("volume", .quantity(Liters.self, such: "10 m3"), "How much there is."),
      .optional(
        "rise", .quantity(KelvinDifference.self, such: "6 K"), default: "6 K",
        "How much warmer it may get while coils still cool."),
    ])

  private static let utility = ComponentReliability.named("utility")?.model
  private static let coolingUnit = ComponentReliability.named("room-air-handler")?.model

  private static func words(of model: FailureModel?) -> String {
    model.map {
      let rate = EventsPerYear(($0.rate.value * 100).rounded() / 100)
      return "\(rate), back after \($0.repair.mean)"
    } ?? "never"
  }

  static func read(_ block: BlockReader) -> PlantReliability? {
    guard let usualUtility = utility, let usualUnit = coolingUnit else {
      preconditionFailure("the catalogue knows the utility and the room's air handlers")
    }
    let utility = ReliabilityBlock.failures(block, "utility", usual: usualUtility)
    let unit = ReliabilityBlock.failures(block, "cooling unit", usual: usualUnit)
    let autonomy = time(block, "battery", usual: PlantReliability.usualAutonomy)
    let restart = time(block, "cooling restart", usual: PlantReliability.usualRestart)
    let water = block.block("chilled water").flatMap(buffer(_:))
    let shutdown =
      block.has("shutdown")
      ? block.quantity("shutdown", Celsius.self, .between(Celsius(30), Celsius(80))) : CoolingOutage.shutdown
    guard let utility, let unit, let autonomy, let restart, let shutdown,
      let generator = readGenerator(block["generator"]), water != nil || !block.has("chilled water")
    else { return nil }
    return PlantReliability(
      utility: utility, generator: generator.choice, autonomy: autonomy, coolingUnit: unit,
      coolingRestart: restart, chilledWater: water, shutdown: shutdown)
  }

  private static func time(_ block: BlockReader, _ key: String, usual: Seconds) -> Seconds? {
    block.has(key) ? block.quantity(key, Seconds.self, .between(Seconds(1), Seconds(days: 30))) : usual
  }

  /// A generator, or the choice of none; nil after a complaint.
  private static func readGenerator(_ value: ValueReader?) -> (choice: PlantReliability.Generator?, Void)? {
    let usual = PlantReliability.Generator.usual
    guard let value else { return (usual, ()) }
    guard value.isBlock else { return value.boolean().map { ($0 ? usual : nil, ()) } }
    guard let block = value.block() else { return nil }
    let start =
      block.has("start")
      ? block.quantity("start", Seconds.self, .between(.zero, Seconds(days: 1))) : usual.start
    let fails =
      block.has("fails to start")
      ? block.share("fails to start", from: .zero, to: .one) : usual.failsToStart
    guard let start, let fails else { return nil }
    return (PlantReliability.Generator(start: start, failsToStart: fails), ())
  }

  private static func buffer(_ block: BlockReader) -> ChilledWaterBuffer? {
    let volume = block.quantity("volume", Liters.self, .between(.zero, Liters(1e9)))
    let rise =
      block.has("rise")
      ? block.quantity("rise", KelvinDifference.self, .between(.zero, KelvinDifference(40)))
      : KelvinDifference(6)
    guard let volume, let rise else { return nil }
    return ChilledWaterBuffer(volume: volume, usableRise: rise)
  }
}
