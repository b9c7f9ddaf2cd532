public import Cooling
public import Power
public import Quantities

/// The equipment of a plant before its load is known: what is taken of each, however much of it.
public struct PlantSpecification: Sendable {
  /// The electrical chain.
  public var power: ChainSpecification
  /// The cooling plant.
  public var cooling: CoolingSpecification
  /// The outdoor air in which the cooling plant draws most, for which switchgear and transformer are rated.
  public var hottest: WeatherSample

  /// Creates a specification.
  public init(power: ChainSpecification, cooling: CoolingSpecification, hottest: WeatherSample) {
    self.power = power
    self.cooling = cooling
    self.hottest = hottest
  }

  /// The plant for a load, in whole UPS modules and cooling units.
  ///
  /// Switchgear and transformer are rated for what the cooling plant draws in the hottest hour at the heat of the room at
  /// the design power, or at the most its needed units remove if that is less.
  ///
  /// - Parameters:
  ///   - designPower: the IT power to be carried.
  ///   - designHeat: the most heat the room gives; nil for what it gives at the design power, losses and lamps with the
  ///     equipment.
  /// - Throws: a ``PowerProblem`` when there is nothing to carry, or too much for units and modules of that size.
  public func plant(designPower: Watts, designHeat: Watts? = nil) throws(PowerProblem) -> Plant {
    func chain(mechanical: Watts) throws(PowerProblem) -> ElectricalChain {
      try .sized(
        for: designPower, mechanical: mechanical, era: power.era, topology: power.topology,
        upsModule: power.module, upsHeat: power.upsHeat)
    }
    let given = try chain(mechanical: .zero).critical(it: designPower).heat
    let designHeat = designHeat ?? given
    guard designHeat > .zero else {
      throw PowerProblem("a plant cannot be sized for \(designPower) of IT and \(designHeat) of heat")
    }
    let unit = cooling.unit(carrying: designHeat)
    guard designHeat / unit < PlantSpecification.mostUnits else {
      throw PowerProblem("cooling units of \(unit) are too small for \(designHeat)")
    }
    let size = PlantSize(designHeat: designHeat, unitCapacity: unit, spareUnits: cooling.spareUnits)
    let plant = cooling.plant(of: size, room: room, designPower: designPower, pressure: hottest.pressure)
    let heat = min(given, size.unitCapacity * Double(size.neededUnits))
    return Plant(
      specification: self,
      electrical: try chain(mechanical: plant.reading(heat: heat, weather: hottest).electricity),
      cooling: plant, designPower: designPower)
  }

  /// The air of the room: as stated, else as usual in rooms of the time of the power equipment.
  public var room: RoomAir { cooling.room ?? RoomAir.usual(inRoomsOf: power.era) }

  /// Temperature of the air that servers draw in, the mean over the room.
  public var inlet: Celsius { cooling.intake(in: room) }

  /// More are a slip of the keyboard; ``PlantSize`` counts no further.
  private static let mostUnits = 1e6
}

/// The equipment between the meter and the racks, before its load is known.
public struct ChainSpecification: Sendable, Hashable {
  /// The set of equipment.
  public var era: ElectricalEra
  /// How UPS modules are arranged against failures.
  public var topology: UPS.Topology
  /// The rating of a UPS module; nil for the standard one of which those needed have the least rating together.
  public var module: Watts?
  /// The room that the losses of the UPS heat.
  public var upsHeat: LossStage.HeatLocation

  /// Creates a specification.
  public init(
    era: ElectricalEra, topology: UPS.Topology, module: Watts? = nil,
    upsHeat: LossStage.HeatLocation = .whiteSpace
  ) {
    self.era = era
    self.topology = topology
    self.module = module
    self.upsHeat = upsHeat
  }
}

/// The cooling equipment, before its load is known.
public struct CoolingSpecification: Sendable {
  /// The kind of plant.
  public var entry: PlantEntry
  /// How it is set.
  public var settings: PlantParameters
  /// Heat that one unit removes; nil for a standard one.
  public var unitCapacity: Watts?
  /// Units beyond need.
  public var spareUnits: Int
  /// How the room's air mixes; nil for what is usual in rooms of the time.
  public var room: RoomAir?
  /// How the humidity of the room is kept; nil where the plant's own settings say what that costs.
  public var humidity: RoomHumidity?

  /// Creates a specification.
  public init(
    entry: PlantEntry, settings: PlantParameters = PlantParameters(), unitCapacity: Watts? = nil,
    spareUnits: Int = 1, room: RoomAir? = nil, humidity: RoomHumidity? = nil
  ) {
    self.room = room
    self.humidity = humidity
    self.entry = entry
    self.settings = settings
    self.unitCapacity = unitCapacity
    self.spareUnits = spareUnits
  }

  /// Capacities of cooling units on offer, smallest first (from memory, medium confidence); above the largest, several of it
  /// are taken.
  public static let unitCapacities: [Watts] = [10, 15, 20, 30, 50, 70, 100].map { Watts(kilowatts: $0) }

  /// Units that share a heat at most, spare ones not counted, while there are larger ones: each takes floor (from memory, medium
  /// confidence).
  public static let mostSharingUnits = 2

  /// The unit for a heat: as stated, else a standard one (``StandardSize``).
  func unit(carrying heat: Watts) -> Watts {
    unitCapacity
      ?? StandardSize.least(
        carrying: heat, of: CoolingSpecification.unitCapacities,
        mostSharing: CoolingSpecification.mostSharingUnits
      ) { $0 + spareUnits }
  }

  /// Temperature of the air that servers of a room draw in.
  func intake(in room: RoomAir) -> Celsius {
    room.intake(supply: entry.make(PlantSize(designHeat: Watts(kilowatts: 100)), settings).supply)
  }

  /// The plant of a size, with what keeps the room's humidity.
  func plant(
    of size: PlantSize, room: RoomAir, designPower: Watts, pressure: Pascals
  ) -> any CoolingPlant {
    guard let humidity else { return entry.make(size, settings) }
    let intake = intake(in: room)
    return humidity.keeping(
      entry.make(size, humidity.settings(settings, of: entry, intake: intake, pressure: pressure)),
      of: entry, intake: intake, serverAir: room.serverFlow(heat: designPower, pressure: pressure))
  }
}

extension RoomAir {
  /// The air of a room as it was usual at the time of a set of power equipment.
  public static func usual(inRoomsOf era: ElectricalEra) -> RoomAir {
    switch era.name {
    case ElectricalEra.era2025.name: .era2025
    case ElectricalEra.era2015.name: .era2015
    default: .era2005
    }
  }
}
