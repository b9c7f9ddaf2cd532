public import Quantities

/// A sized cooling plant with its controls: heat and weather in, electricity, temperatures and water out.
///
/// A plant is quasi-steady (each instant stands for itself) and a plain value, so it is safe to ask from any
/// thread. Asking allocates nothing: a year of five-minute samples is some hundred thousand questions.
public protocol CoolingPlant: Sendable {
  /// How many units of what capacity.
  var size: PlantSize { get }

  /// Units that stand along the walls of the room: all, unless a plant takes heat elsewhere.
  var wallUnits: Int { get }

  /// Units that stand in the rows, between racks: none, unless a plant says so.
  var rowUnits: Int { get }

  /// What the plant does with a heat load under the weather of an instant.
  ///
  /// - Parameters:
  ///   - heat: heat the rooms give to their air (IT, lighting, and losses of power equipment in them), not below
  ///     zero, without the plant's own fans.
  ///   - weather: the outdoor air.
  func reading(heat: Watts, weather: WeatherSample) -> CoolingReading
}

extension CoolingPlant {
  public var wallUnits: Int { size.units }
  public var rowUnits: Int { 0 }

  /// Whole units along the walls for the share of the heat that doors or liquid leave to the room's air, spare ones
  /// with them.
  func wholeUnits(leftBy capture: Fraction) -> Int {
    Int((Double(size.units) * (1 - capture.value) - 1e-9).rounded(.up))
  }

  /// The set point of the air it supplies, which holds at any load and weather as long as no heat is unmet.
  public var supply: Celsius { reading(heat: .zero, weather: CoolingPlantConditions.mild).supply }
}

/// Conditions in which any plant can do its work.
private enum CoolingPlantConditions {
  static let mild = WeatherSample(dryBulb: Celsius(15), dewPoint: Celsius(8))
}
