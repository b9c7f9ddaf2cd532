/// Price of electric energy, per kilowatt-hour.
public struct EnergyPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "energy price"
  public static let denominator = "kWh"
}

/// Price of the highest mean power of a month, per kilowatt and month.
public struct DemandPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "demand price"
  public static let denominator = "kW-month"
}

/// Price of floor space, per square metre and year.
public struct FloorPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "floor price"
  public static let denominator = "m2-year"
}

/// Cost to build floor space, per square metre.
public struct FloorCapitalPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "building cost"
  public static let denominator = "m2"
}

/// Cost to build power and cooling plant, per kilowatt of IT power.
public struct PowerCapitalPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "plant cost"
  public static let denominator = "kW"
}

/// Price of water, per cubic metre.
public struct WaterPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "water price"
  public static let denominator = "m3"
}

/// Cost of a person's time, per hour.
public struct LaborPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "labour cost"
  public static let denominator = "h"
}

/// Cost per year.
public struct YearlyPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "yearly cost"
  public static let denominator = "year"
}

/// Price of greenhouse gas, per tonne of CO2 equivalent.
public struct CarbonPrice: MoneyRate {
  public let money: Money
  public init(_ money: Money) { self.money = money }
  public static let dimension = "carbon price"
  public static let denominator = "t"
}

extension EnergyPrice {
  /// The price of an amount of energy.
  public func cost(of energy: Joules) -> Money { money * energy.kilowattHours }
}
