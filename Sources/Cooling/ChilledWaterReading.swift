public import Quantities

/// What a chilled-water plant does with the heat that air coils bring it.
public struct ChilledWaterReading: Hashable, Sendable {
  /// Heat of the coils beyond what the chillers carry in this weather.
  public var unserved: Watts
  /// The share of the served heat that no chiller had to carry.
  public var free: Fraction
  /// Electricity of the chillers (condenser fans included if air-cooled).
  public var chillers: Watts
  /// Electricity of tower or dry-cooler fans.
  public var rejectionFans: Watts
  /// Electricity of chilled- and condenser-water pumps.
  public var pumps: Watts
  /// Water lost by the tower.
  public var makeUp: MakeUpWater
  /// Water that enters the condenser, or the outdoor air of an air-cooled plant.
  public var condenser: Celsius

  /// All electricity.
  public var electricity: Watts { chillers + rejectionFans + pumps }
}
