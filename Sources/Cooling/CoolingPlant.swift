public import Quantities

/// A sized cooling plant with its controls: heat and weather in, electricity, temperatures and water out.
///
/// A plant is quasi-steady (each instant stands for itself) and a plain value, so it is safe to ask from any
/// thread. Asking allocates nothing: a year of five-minute samples is some hundred thousand questions.
public protocol CoolingPlant: Sendable {
  /// How many units of what capacity.
  var size: PlantSize { get }

  /// What the plant does with a heat load under the weather of an instant.
  ///
  /// - Parameters:
  ///   - heat: heat the room gives to its air (IT, and losses of power equipment that stands in it), not below
  ///     zero, without the plant's own fans.
  ///   - weather: the outdoor air.
  func reading(heat: Watts, weather: WeatherSample) -> CoolingReading
}
