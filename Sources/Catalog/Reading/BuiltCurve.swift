import Documents
import Power
import Quantities

/// Work and power of a server that nobody has measured: put together from its parts (``ServerBuild``).
enum BuiltCurve {
  static let schema = BlockSchema(
    "build", "A server without a measured curve, put together from its parts.",
    keys: [
      Figures.figure("throughput", .quantity(WorkPerSecond.self), "Work at full load."),
      Figures.optionalFigure(
        "rated-heat", .quantity(Watts.self), "Thermal design power of one processor; with `ratios`."),
      .optional(
        "ratios", .choice(ProcessorPower.Ratios.all.map(\.name)), default: "stress",
        "How a processor's power follows its load: those of its time."),
      .optional(
        "family", .choice(ProcessorPower.Family.all.map(\.name)),
        "The family of the processors, in place of their rated heat."),
      .required("parts", .block(parts), "All other parts, by kind."),
      Figures.optionalFigure(
        "board", .quantity(Watts.self), default: ServerBuild.typicalBoard.description,
        "What regulators, chip set and the rest take."),
      Figures.optionalFigure(
        "fan-share", .quantity(Fraction.self),
        default: "\(ServerPower.typicalFanShare.description); none in a blade",
        "Share of the power behind the supplies that fans take."),
      .optional("supplies", .block(SupplyBank.schema), "The supplies of a rack server; none for a blade."),
      Figures.evidenceKey,
    ])

  static let parts = BlockSchema(
    "parts", "How many of each kind of part there are.",
    keys: ComponentPower.all.map {
      Figures.optionalFigure($0.name, .integer(0...1024), default: "0", "\($0.title).")
    } + [Figures.evidenceKey])

  /// Puts a server together; nil, after complaints, when it cannot be.
  ///
  /// - Parameter sockets: how many processors are fitted.
  static func curve(
    reading figures: Figures, sockets: Int, isBlade: Bool, boot: (profile: BootProfile, standby: Watts)
  ) -> LoadCurve? {
    let block = figures.block
    let throughput = figures.quantity("throughput", "throughput", as: WorkPerSecond.self)
    let processor = processor(reading: figures)
    let parts = figures.nested("parts").map(parts(reading:))
    let board = figures.quantity("board", "regulators and chip set", as: Watts.self)
    let fans = figures.quantity("fan-share", "fans, share of the power", as: Fraction.self)
    let bank = figures.nested("supplies").flatMap { SupplyBank.bank(reading: $0, of: "supplies") }
    if isBlade == block.has("supplies") {
      block.error(
        isBlade ? "a blade has no supplies of its own" : "a rack server needs its supplies",
        help: isBlade ? "delete 'supplies'" : "add 'supplies' with count, rating and efficiency")
      return nil
    }
    guard let throughput, let processor, let parts, isBlade || bank != nil,
      board != nil || !block.has("board"), fans != nil || !block.has("fan-share")
    else { return nil }
    guard throughput > .zero else {
      block.error("throughput", "a server without throughput does no work")
      return nil
    }
    do throws(PowerProblem) {
      let build = try ServerBuild(
        processor: processor.power, sockets: sockets, parts: parts, board: board ?? ServerBuild.typicalBoard,
        fanShare: fans ?? (isBlade ? .zero : ServerPower.typicalFanShare), bank: bank)
      let power = try ServerPower(
        measured: build.curve, tested: bank, supply: isBlade ? .enclosure : .asMeasured,
        standby: boot.standby, boot: boot.profile)
      figures.sheet.add(
        "\(isBlade ? "draw behind the supplies" : "draw at the wall"), idle to full load in tenths",
        LoadCurve.text(of: levels(of: build.curve)),
        Evidence(
          source: "put together from its parts: " + build.evidence.joined(separator: "; "),
          confidence: processor.confidence))
      return LoadCurve(throughput: throughput, power: power)
    } catch {
      block.error(error.message, help: error.help)
      return nil
    }
  }

  /// The draw from idle to full load in tenths, to a tenth of a watt.
  private static func levels(of curve: PowerCurve) -> [Watts] {
    (0..<PowerCurve.measuredPoints).map { level in
      let draw = curve.draw(at: Fraction(Double(level) / Double(PowerCurve.measuredPoints - 1)))
      return Watts((draw.value * 10).rounded() / 10)
    }
  }

  /// The power of a processor, and how far a build with it can be trusted: to 13 % before 2012, to 35 % since.
  private static func processor(reading figures: Figures) -> (power: ProcessorPower, confidence: Confidence)?
  {
    let block = figures.block
    let heat = figures.quantity("rated-heat", "rated heat of a processor", as: Watts.self)
    let ratios =
      block.has("ratios") ? block.choice("ratios").flatMap(ProcessorPower.Ratios.named) : .standard
    let family = block.choice("family").flatMap(ProcessorPower.Family.named)
    guard block.has("rated-heat") != block.has("family") else {
      block.error(
        block.has("family")
          ? "both 'rated-heat' and 'family' are given" : "neither 'rated-heat' nor 'family' is given",
        help: "give the processors' thermal design power, or their family")
      return nil
    }
    if let family { return (ProcessorPower(family), .memoryLow) }
    guard let heat, let ratios else { return nil }
    do throws(PowerProblem) {
      let isHeldOut = ratios == .before2009 || ratios == .from2009
      return (try ProcessorPower(ratedHeat: heat, ratios: ratios), isHeldOut ? .memoryMedium : .memoryLow)
    } catch {
      block.error("rated-heat", error.message, help: error.help)
      return nil
    }
  }

  private static func parts(reading figures: Figures) -> [ServerBuild.Parts] {
    ComponentPower.all.compactMap { kind in
      figures.integer(kind.name, "parts, \(kind.title)").map { ServerBuild.Parts(kind, count: $0) }
    }
  }
}
