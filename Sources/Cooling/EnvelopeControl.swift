public import Quantities

/// A cooling plant in a closed room whose air is kept inside an envelope of humidity.
///
/// ```
/// too dry, steam     P = e·m                 the vapour leaves with the air that leaves, its heat with it
/// too dry, spray     P = e·m, on the pumps   evaporation takes m·h from the room's heat, as far as there is some
/// too damp           the coils condense ρ·V·ΔW·h, which the plant's compressors carry
/// ```
///
/// `m` water added (kg/s) and `ΔW` excess of vapour (kg/kg) of the outside air that enters, ``OutsideAirHumidity``; `e`
/// electricity of the ``Humidifier``, `h` heat of evaporation (J/kg), `V` flow of outside air (m³/s).
///
/// **Valid for** plants that keep the room closed; those that cool with outside air have a window of dew points of their own.
///
/// **Not modelled**: reheat after overcooling, units that humidify while others dehumidify, vapour that coils below the dew point
/// take from a room that is dry enough.
///
/// **Source**: balance of water and heat.
///
/// **Example**: a room at 22 °C that takes 0.1 m³/s of air with a dew point of −10 °C, and keeps the envelope of 2004, boils 2.1 l
/// an hour for 1.6 kW.
public struct EnvelopeControl: CoolingPlant {
  private let plant: any CoolingPlant
  private let outsideAir: OutsideAirHumidity

  /// Puts a plant into a room that takes some outside air.
  public init(_ plant: any CoolingPlant, outsideAir: OutsideAirHumidity) {
    self.plant = plant
    self.outsideAir = outsideAir
  }

  public var size: PlantSize { plant.size }
  public var wallUnits: Int { plant.wallUnits }
  public var rowUnits: Int { plant.rowUnits }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    switch outsideAir.need(of: weather) {
    case .nothing: plant.reading(heat: heat, weather: weather)
    case .humidify: humidified(heat: heat, weather: weather)
    case .dehumidify(let excess):
      dried(heat: heat, latent: outsideAir.heat(condensing: excess, at: weather.pressure), weather: weather)
    }
  }

  private func humidified(heat: Watts, weather: WeatherSample) -> CoolingReading {
    let (water, electricity) = outsideAir.reading(weather)
    let evaporation = min(heat, outsideAir.humidifier.cooling(evaporating: water))
    var reading = plant.reading(heat: heat - evaporation, weather: weather)
    reading.heat = heat
    reading.water += water
    switch outsideAir.humidifier {
    case .steam:
      reading.humidity += electricity
      reading.vapour = .zero - electricity
    case .adiabatic:
      reading.pumps += electricity
      reading.vapour = .zero - evaporation
    }
    return reading
  }

  private func dried(heat: Watts, latent: Watts, weather: WeatherSample) -> CoolingReading {
    var reading = plant.reading(heat: heat + latent, weather: weather)
    let unmet = min(heat, reading.unmet)
    reading.vapour = latent - (reading.unmet - unmet)
    reading.heat = heat
    reading.unmet = unmet
    // Condensing warms no air.
    reading.returnAir =
      reading.supply
      + ServerAir.rise(
        of: reading.airflow, carrying: reading.removed - reading.liquid, pressure: weather.pressure)
    return reading
  }
}
