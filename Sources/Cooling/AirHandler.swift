import Quantities

/// The room side of a plant with coils: units that move air, and what the coils must take.
///
/// ```
/// Q_removed = min(Q, N·C)            x  = Q_removed/(N·C)
/// P_fans    = N·P_unit·f(x) + d·Q_removed
/// P_h       = a·R + b·Q_removed
/// ```
///
/// Symbols as in ``PerimeterDX``; `d` electricity of server fans against the drag of a door, as a share of heat.
struct AirHandler: Hashable, Sendable {
  let size: PlantSize
  let supply: Celsius
  let unitFanPower: Watts
  let unitFlow: CubicMetersPerSecond
  let fan: FanLaw
  let drag: Fraction
  let humidityControl: HumidityControl

  /// Units that carry their capacity at a rise of the air, with fans that take a share of the capacity at full flow.
  init(
    size: PlantSize, supply: Celsius, rise: KelvinDifference, fanShare: Fraction, fan: FanLaw,
    drag: Fraction = .zero, humidity: HumidityControl
  ) {
    self.size = size
    self.supply = supply
    self.unitFanPower = size.unitCapacity * fanShare
    self.unitFlow = ServerAir.flow(carrying: size.unitCapacity, rise: rise)
    self.fan = fan
    self.drag = drag
    self.humidityControl = humidity
  }

  /// What the room's heat asks of the coils.
  struct Demand {
    let removed, fans, humidity: Watts
    let airflow: CubicMetersPerSecond
    var coil: Watts { removed + fans + humidity }
  }

  /// The most that the coils must take.
  var greatestCoilHeat: Watts { demand(heat: size.capacity).coil }

  func demand(heat: Watts) -> Demand {
    let units = Double(size.units)
    let removed = min(heat, size.capacity)
    let asked = Fraction(removed / size.capacity)
    let needed = size.unitCapacity * Double(size.neededUnits)
    return Demand(
      removed: removed, fans: unitFanPower * units * fan.power(asked: asked) + removed * drag,
      humidity: humidityControl.electricity(capacity: needed, removed: removed),
      airflow: unitFlow * units * fan.flow(asked: asked))
  }

  /// The plant's reading when chilled water serves the coils.
  func reading(
    heat: Watts, demand: Demand, water: ChilledWaterReading, weather: WeatherSample
  ) -> CoolingReading {
    let removed = max(.zero, demand.removed - water.unserved)
    let coils = removed + demand.fans + demand.humidity
    let free = coils * water.free
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: coils - free, free: free,
      compressor: water.chillers + water.rejectionFans, fans: demand.fans, pumps: water.pumps,
      humidity: demand.humidity, supply: supply,
      returnAir: supply + ServerAir.rise(of: demand.airflow, carrying: removed, pressure: weather.pressure),
      airflow: demand.airflow, water: water.makeUp.total, rejectionFans: water.rejectionFans,
      makeUp: water.makeUp)
  }
}
