import Quantities

/// CRAC units along the walls, each with its own air-cooled direct-expansion circuit.
///
/// ```
/// Q_removed = min(Q, N·q)
/// P_fans    = N·p·fan(x),   x = Q_removed/(N·q)
/// Q_coil    = Q_removed + P_fans + P_humidity
/// P         = P_fans + P_humidity + P_compressor(Q_coil, T_supply, T_outdoor)
/// T_return  = T_supply + Q_removed/(ρ·cp·V),   V = N·v·flow(x)
/// ```
///
/// `N` units (spare ones run too), `q` room heat a unit removes (W), `p` and `v` its rated fan power (W) and flow
/// (m³/s), `x` asked share of flow. The fans stand in the air stream, so their heat is a load on the coil. The
/// compressor is a ``DirectExpansion``, the fans a ``FanLaw``, humidity a ``HumidityControl``.
///
/// **Valid for** heat from zero upward; above capacity the rest is reported as unmet and the temperatures are
/// those of the heat removed.
///
/// **Not modelled**: units that fight each other, uneven load among units, capacity by weather.
///
/// **Source**: heat balance; parameters from ``PerimeterDX2005`` and ``PerimeterDXVariable``.
struct PerimeterDX: Hashable, Sendable {
  let size: PlantSize
  let supply: Celsius
  let unitFanPower: Watts
  let unitFlow: CubicMetersPerSecond
  let fan: FanLaw
  let circuit: DirectExpansion
  let humidityControl: HumidityControl

  func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let units = Double(size.units)
    let capacity = size.capacity
    let removed = min(heat, capacity)
    let asked = Fraction(removed / capacity)
    let fans = unitFanPower * units * fan.power(asked: asked)
    let designed = size.unitCapacity * Double(size.neededUnits)
    let humidity = humidityControl.electricity(capacity: designed, removed: removed)
    let coil = removed + fans + humidity
    let coilCapacity =
      capacity + unitFanPower * units + humidityControl.electricity(capacity: designed, removed: capacity)
    let flow = unitFlow * units * fan.flow(asked: asked)
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: coil, free: .zero,
      compressor: circuit.electricity(
        coil: coil, capacity: coilCapacity, supply: supply, outdoor: weather.dryBulb),
      fans: fans, pumps: .zero, humidity: humidity, supply: supply,
      returnAir: supply + ServerAir.rise(of: flow, carrying: removed, pressure: weather.pressure),
      airflow: flow, water: .zero)
  }
}
