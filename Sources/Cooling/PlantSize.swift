public import Quantities

/// How many cooling units stand in the room; all of them run, spare ones included, as is the practice.
public struct PlantSize: Hashable, Sendable {
  /// Room heat one unit removes, after the heat of its own fans and of humidity control.
  public let unitCapacity: Watts
  /// Units that the design heat needs.
  public let neededUnits: Int
  /// Units beyond that.
  public let spareUnits: Int

  /// Sizes a plant for a design heat: as many whole units as carry it, and spare ones.
  ///
  /// - Parameters:
  ///   - designHeat: the most heat the room is planned to give, above zero and below a million units.
  ///   - unitCapacity: room heat one unit removes, above zero.
  ///   - spareUnits: units beyond need: 1 for N+1.
  public init(designHeat: Watts, unitCapacity: Watts = Watts(100_000), spareUnits: Int = 1) {
    precondition(designHeat > .zero && designHeat.value.isFinite, "a plant is sized for some heat")
    precondition(unitCapacity > .zero && unitCapacity.value.isFinite, "a unit removes some heat")
    precondition(spareUnits >= 0, "spare units cannot be negative")
    precondition(designHeat / unitCapacity < 1e6, "a plant has fewer than a million units")
    // A design heat of exactly N units must not need one more through rounding of the division.
    let units = (designHeat / unitCapacity - 1e-9).rounded(.up)
    self.unitCapacity = unitCapacity
    self.neededUnits = max(1, Int(units))
    self.spareUnits = spareUnits
  }

  /// Units that stand and run.
  public var units: Int { neededUnits + spareUnits }
  /// Room heat that all units together remove.
  public var capacity: Watts { unitCapacity * Double(units) }
}
