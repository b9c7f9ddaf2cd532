public import Quantities

/// What a cooling plant does at one instant: heat moved, electricity spent, air temperatures, water.
///
/// Balance, which every plant keeps: `heat = removed + unmet`, and all that is taken from the room, the plant's
/// own indoor electricity included, leaves by the coil or with outside air:
/// `removed + vapour + fans + humidity = coil + free`.
public struct CoolingReading: Hashable, Sendable {
  /// Heat the room gives to its air, without the plant's own fans and humidifiers.
  public var heat: Watts
  /// The part of ``heat`` beyond the plant's capacity; above zero the room warms up.
  public var unmet: Watts
  /// Heat taken by the cooling coil, and so by compressors.
  public var coil: Watts
  /// Heat carried out without compressors: by outside air, tower water or a dry cooler.
  public var free: Watts
  /// Electricity of compressors and of all fans that reject heat outdoors (condenser, tower, dry cooler).
  public var compressor: Watts
  /// Electricity of the fans that move room air; all of it ends as heat in that air.
  public var fans: Watts
  /// Electricity of pumps, those of spray humidifiers included; none of it ends in the room air.
  public var pumps: Watts
  /// Electricity of humidifiers and of reheat; it ends as heat or vapour in the room air.
  public var humidity: Watts
  /// The air the plant supplies.
  public var supply: Celsius
  /// The air that comes back to the plant.
  public var returnAir: Celsius
  /// The air the plant moves.
  public var airflow: CubicMetersPerSecond
  /// Water drawn from the main.
  public var water: CubicMetersPerSecond
  /// The part of ``compressor`` that outdoor fans take, where it is known apart from the compressors.
  public var rejectionFans: Watts
  /// The part of ``water`` that a tower or wet pad loses.
  public var makeUp: MakeUpWater
  /// The part of ``removed`` that leaves the servers by liquid; air carries the rest.
  public var liquid: Watts
  /// Heat beside ``removed`` that vapour brings to the coil, which condenses it; below zero what vapour takes away with the
  /// air that leaves the room.
  public var vapour: Watts

  /// Creates a reading.
  public init(
    heat: Watts, unmet: Watts, coil: Watts, free: Watts, compressor: Watts, fans: Watts, pumps: Watts,
    humidity: Watts, supply: Celsius, returnAir: Celsius, airflow: CubicMetersPerSecond,
    water: CubicMetersPerSecond, rejectionFans: Watts = .zero, makeUp: MakeUpWater = .none,
    liquid: Watts = .zero, vapour: Watts = .zero
  ) {
    self.heat = heat
    self.unmet = unmet
    self.coil = coil
    self.free = free
    self.compressor = compressor
    self.fans = fans
    self.pumps = pumps
    self.humidity = humidity
    self.supply = supply
    self.returnAir = returnAir
    self.airflow = airflow
    self.water = water
    self.rejectionFans = rejectionFans
    self.makeUp = makeUp
    self.liquid = liquid
    self.vapour = vapour
  }

  /// The mean over a time in which the plant ran for a part and stood still for the rest; heat goes on meanwhile.
  public func running(for part: Fraction) -> CoolingReading {
    let run = part.value
    var mean = self
    mean.unmet = heat - removed * run
    mean.coil = coil * run
    mean.free = free * run
    mean.compressor = compressor * run
    mean.fans = fans * run
    mean.pumps = pumps * run
    mean.humidity = humidity * run
    mean.water = water * run
    mean.rejectionFans = rejectionFans * run
    mean.makeUp = MakeUpWater(
      evaporation: makeUp.evaporation * run, drift: makeUp.drift * run, blowdown: makeUp.blowdown * run)
    mean.liquid = liquid * run
    mean.vapour = vapour * run
    return mean
  }

  /// The part of ``heat`` that is removed.
  public var removed: Watts { heat - unmet }
  /// All electricity of the plant.
  public var electricity: Watts { compressor + fans + pumps + humidity }
  /// Heat given to the outdoors.
  public var rejected: Watts { coil + free + compressor + pumps }
}

extension CubicMetersPerSecond {
  /// The volume that flows in a time.
  public func volume(over time: Seconds) -> Liters { Liters(value * 1e3 * time.value) }
}
