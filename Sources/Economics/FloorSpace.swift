public import Quantities

/// Floor that a layout takes, rented or built.
public struct FloorSpace: Hashable, Sendable {
  /// The area, aisles and clearances included.
  public let area: SquareMeters

  /// Creates an area.
  public init(_ area: SquareMeters) {
    precondition(area.value >= 0, "an area is not negative")
    self.area = area
  }

  /// The rent: area times price per square metre and year.
  public func rent(at price: FloorPrice) -> CostItem {
    .yearly(.floor, "floor space, \(area)", price.money * area.value)
  }

  /// The building, as an even yearly payment over its life: area times building cost times CRF.
  public func building(at price: FloorCapitalPrice, over terms: CapitalRecovery) -> CostItem {
    .yearly(.floor, "building, \(area)", terms.yearly(of: price.money * area.value))
  }
}

/// Power and cooling plant that a layout ties up.
public struct PlantCapacity: Hashable, Sendable {
  /// The IT power the plant is built for.
  public let power: Watts

  /// Creates a capacity.
  public init(_ power: Watts) {
    precondition(power.value >= 0, "a capacity is not negative")
    self.power = power
  }

  /// The plant, as an even yearly payment over its life: kilowatts times plant cost times CRF.
  public func plant(at price: PowerCapitalPrice, over terms: CapitalRecovery) -> CostItem {
    .yearly(
      .plantCapital, "power and cooling plant, \(power)", terms.yearly(of: price.money * power.kilowatts))
  }
}
