import Cooling
import Documents
import Power
import Quantities
import Scenario

/// The building's power and cooling plant.
enum PlantBlock {
  static let power = BlockSchema(
    "power", "The electrical chain from the meter to the racks, sized for a design load.",
    keys: [
      .required(
        "era", .choice(ElectricalEra.all.map(\.name)), "One coherent set of equipment of a time."),
      .required("design", .quantity(Watts.self, such: "60 kW"), "The IT power it was built for."),
      .optional(
        "distribution", .choice(ElectricalEra.all.map(\.name)), default: "that of `era`",
        "The time of what stands between UPS and servers: 2025 has 415 V and no PDU transformers."),
      .optional(
        "ups", .choice(UPSClass.all.map(\.name)), default: "that of `era`",
        "The kind of UPS: 2005 has `double-conversion-2005`, 2015 `transformerless-2015`, 2025 `silicon-carbide-2025`."
      ),
      .optional(
        "topology", .choice(UPS.Topology.allCases.map(\.rawValue)), default: "n",
        "How UPS modules are arranged against failures."),
      .optional(
        "module", .quantity(Watts.self, such: "80 kW"), default: "the standard one of least rating together",
        "The rating of a UPS module."),
      .optional(
        "ups heat", .choice(LossStage.HeatLocation.allCases.map(\.rawValue)), default: "white-space",
        "What the losses of the UPS heat: rooms that the plant cools, or others that vent."),
    ])

  static let cooling = BlockSchema(
    "cooling", "The cooling plant, sized for a design heat, with its settings.",
    keys: [
      .required("plant", .choice(PlantCatalog.all.map(\.name)), "The kind of plant."),
      .optional(
        "design", .quantity(Watts.self, such: "60 kW"), default: "that of the room at `power.design`",
        "The most heat the room was planned to give, losses and lamps with the equipment."),
      .optional(
        "unit", .quantity(Watts.self, such: "100 kW"),
        default: "the standard one of least capacity together, up to 100 kW",
        "Heat that one cooling unit removes."),
      .optional("spare units", .integer(0...1000), default: "1", "Units beyond need; all of them run."),
      .optional(
        "recirculation", .quantity(Fraction.self, such: "20 %"),
        default: "20 % in a room of 2005, 5 % of 2015, 2 % of 2025",
        "The share of the air into servers that is their own exhaust."),
      .optional(
        "server rise", .quantity(KelvinDifference.self, such: "14 K"),
        default: "14 K in a room of 2005 and 2015, 19 K of 2025", "How much servers warm their air."),
      .optional(
        "envelope", .choice(EnvelopeCatalog.all.map(\.name)),
        default: "humidity costs what the plant's settings say",
        "The envelope of ASHRAE that the air into servers keeps, hour by hour: outside air that enters a closed room is given "
          + "water or dried, and plants that cool with outside air take their limits of dew points from it."),
      .optional(
        "outside air", .quantity(CubicMetersPerSecond.self, such: "0.1 m3/s"),
        default: "0.5 % of what servers draw at `power.design`",
        "Outside air that enters a closed room which keeps an envelope."),
      .optional(
        "humidifier", .choice(Humidifier.allCases.map(\.rawValue)), default: "steam",
        "How water is added: boiled, at 0.75 kWh/kg, or as a spray that evaporates."),
      .optional(
        "neighbour exhaust", .quantity(Fraction.self, such: "30 %"),
        default: "30 %; synthetic: no measured matrix is published",
        "How much a rack's exhaust counts at the next intake of the row, as a share of at its own."),
    ] + settings.keys)

  private static let settings = Settings(
    PlantCatalog.all.map { entry in
      Settings.Owner(
        name: entry.name,
        keys: entry.parameters.map {
          .optional(
            $0.name, .quantity($0.quantity.dimension, example: $0.standardText), default: $0.standardText,
            sentence($0.summary))
        })
    })

  private static func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst() + "."
  }

  /// The electrical chain as asked for, before the plant it also feeds is known.
  struct PowerChoice {
    let specification: ChainSpecification
    let design: Watts
    let block: BlockReader
  }

  /// The cooling plant as asked for.
  struct CoolingChoice {
    let specification: CoolingSpecification
    /// The design heat, where one is stated.
    let design: Watts?

    /// The choice as it was built: a layout that has power equipment of its own keeps it at that size.
    func built(for plant: Plant) -> CoolingChoice {
      var specification = specification
      specification.unitCapacity = plant.cooling.size.unitCapacity
      return CoolingChoice(
        specification: specification,
        design: design ?? plant.electrical.critical(it: plant.designPower).heat)
    }
  }

  private static let sizes = Allowed.between(Watts(100), Watts(kilowatts: 1e6))

  static func power(_ block: BlockReader) -> PowerChoice? {
    let era = block.choice("era").flatMap { ElectricalEra.named($0) }
    let design = block.quantity("design", Watts.self, sizes)
    let distribution =
      block.has("distribution") ? block.choice("distribution").flatMap { ElectricalEra.named($0) } : era
    let ups = block.has("ups") ? block.choice("ups").flatMap { UPSClass.named($0) } : era?.ups
    let topology = block.has("topology") ? block.choice("topology", as: UPS.Topology.self) : .n
    let module = block.quantity("module", Watts.self, sizes)
    let heat =
      block.has("ups heat") ? block.choice("ups heat", as: LossStage.HeatLocation.self) : .whiteSpace
    guard let era, let distribution, let ups, let design, let topology, let heat else { return nil }
    return PowerChoice(
      specification: ChainSpecification(
        era: era.distributing(as: distribution).protected(by: ups), topology: topology, module: module,
        upsHeat: heat),
      design: design, block: block)
  }

  /// A cooling plant; the time of the electrical chain says how the room's air is usually led.
  static func cooling(_ block: BlockReader, of power: PowerChoice?) -> CoolingChoice? {
    let entry = block.choice("plant").flatMap { PlantCatalog.entry(named: $0) }
    let written = block.quantity("design", Watts.self, sizes)
    let unit =
      block.has("unit") ? block.quantity("unit", Watts.self, .between(Watts(1000), Watts(1e7))) : nil
    let spare = block.integer("spare units") ?? 1
    guard let entry else { return nil }
    settings.refuseOthers(than: entry.name, called: "plant", in: block)
    var parameters = PlantParameters()
    for parameter in entry.parameters {
      let setting = block.value(parameter.name) { text in
        parsed { () throws(QuantityProblem) in try parameter.setting(text) }
      }
      if let setting { parameters.set(setting) }
    }
    let room = room(block, era: power?.specification.era)
    let humidity = humidity(block)
    guard humidity != nil || !block.has("envelope") else { return nil }
    guard written != nil || !block.has("design"), unit != nil || !block.has("unit") else { return nil }
    return CoolingChoice(
      specification: CoolingSpecification(
        entry: entry, settings: parameters, unitCapacity: unit, spareUnits: spare, room: room,
        humidity: humidity),
      design: written)
  }

  /// The room's air as far as it is stated; nil when nothing is.
  private static func room(_ block: BlockReader, era: ElectricalEra?) -> RoomAir? {
    let recirculation =
      block.has("recirculation") ? block.share("recirculation", from: .zero, to: Fraction(percent: 90)) : nil
    let rise = block.quantity(
      "server rise", KelvinDifference.self, .between(KelvinDifference(1), KelvinDifference(60)))
    let neighbours = block.share("neighbour exhaust")
    guard recirculation != nil || rise != nil || neighbours != nil, let era else { return nil }
    let usual = RoomAir.usual(inRoomsOf: era)
    return RoomAir(
      recirculation: recirculation ?? usual.recirculation, serverRise: rise ?? usual.serverRise,
      neighbourExhaust: neighbours ?? usual.neighbourExhaust)
  }

  /// How the room's humidity is kept; nil when nothing is said of it, or after a complaint.
  private static func humidity(_ block: BlockReader) -> RoomHumidity? {
    guard block.has("envelope") else {
      for key in ["outside air", "humidifier"] where block.has(key) {
        block.error(
          key, "'\(key)' says how an envelope is kept, and none is stated",
          help: "add 'envelope', such as 'envelope: recommended-2016'")
      }
      return nil
    }
    let envelope = block.choice("envelope").flatMap { EnvelopeCatalog.envelope(named: $0) }
    let air = block.quantity(
      "outside air", CubicMetersPerSecond.self, .between(.zero, CubicMetersPerSecond(1000)))
    let humidifier =
      block.has("humidifier") ? block.choice("humidifier", as: Humidifier.self) : .steam
    guard let envelope, let humidifier, air != nil || !block.has("outside air") else { return nil }
    return RoomHumidity(envelope: envelope, outsideAir: air, humidifier: humidifier)
  }

  /// Power and cooling together, sized.
  static func plant(_ power: PowerChoice, _ cooling: CoolingChoice, hottest: WeatherSample) -> Plant? {
    let specification = PlantSpecification(
      power: power.specification, cooling: cooling.specification, hottest: hottest)
    do throws(PowerProblem) {
      return try specification.plant(designPower: power.design, designHeat: cooling.design)
    } catch {
      power.block.error("design", error.message, help: error.help)
      return nil
    }
  }
}
