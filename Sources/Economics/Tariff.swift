public import Quantities

/// Days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
  /// A bit a day, Monday the lowest.
  public let rawValue: UInt8
  /// Creates a set from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Monday to Friday.
  public static let workdays = Weekdays(rawValue: 0b001_1111)
  /// Saturday and Sunday.
  public static let weekend = Weekdays(rawValue: 0b110_0000)
  /// All seven.
  public static let all: Weekdays = [.workdays, .weekend]
  /// A single day, 0 for Monday to 6 for Sunday.
  public static func day(_ weekday: Int) -> Weekdays {
    precondition((0..<7).contains(weekday), "a week has seven days")
    return Weekdays(rawValue: 1 << UInt8(weekday))
  }
}

/// Hours of the week with an energy price of their own.
public struct PriceBand: Hashable, Sendable {
  /// The name, such as `peak`.
  public let name: String
  /// The days on which it holds.
  public let days: Weekdays
  /// The first hour of the day in it, 0 to 23.
  public let fromHour: Int
  /// The first hour of the day after it, 1 to 24, above ``fromHour``.
  public let toHour: Int
  /// The price in it.
  public let price: EnergyPrice

  /// Creates a band within one day; a band over midnight is two bands.
  public init(_ name: String, days: Weekdays, fromHour: Int, toHour: Int, price: EnergyPrice) {
    precondition(fromHour >= 0 && fromHour < toHour && toHour <= 24, "a band lies within a day")
    self.name = name
    self.days = days
    self.fromHour = fromHour
    self.toHour = toHour
    self.price = price
  }
}

/// A charge on the highest mean power of a month.
public struct DemandCharge: Hashable, Sendable {
  /// The price per kilowatt and month.
  public let price: DemandPrice
  /// The share of the highest peak of the months before that is billed at least; zero without a ratchet.
  public let ratchet: Fraction
  /// How many months back the ratchet looks.
  public let ratchetMonths: Int

  /// Creates a charge. The customary ratchet is 80 % over 11 months.
  public init(price: DemandPrice, ratchet: Fraction = .zero, ratchetMonths: Int = 11) {
    precondition(ratchet.value >= 0 && ratchet.value <= 1, "a ratchet is a share of a peak")
    precondition(ratchetMonths >= 0, "a ratchet looks back")
    self.price = price
    self.ratchet = ratchet
    self.ratchetMonths = ratchetMonths
  }
}

/// What electricity costs: energy by the hour of the week, the month's peak, and a fixed charge.
///
/// ```
/// bill = Σ_b E_b p_b + max(P, r P_11) d + f
/// ```
/// `E_b` energy in band b in kWh, `p_b` its price per kWh, `P` the highest 15-minute mean power of the month in kW,
/// `P_11` the highest of the 11 months before, `r` the ratchet share, `d` the price per kW and month, `f` the fixed
/// charge per month.
///
/// **Valid for** commercial tariffs in local standard time. **Not modelled**: seasons, daylight saving time, public
/// holidays, reactive power, taxes in per cent, block prices.
/// **Source**: the customary form of North American commercial tariffs (demand price 8 to 20 USD per kW and month,
/// ratchet 80 %; from memory, medium confidence).
/// **Example**: 100 kW without a break in a month of 30 days at 0.07 USD/kWh and 10 USD/kW-month: 72 000 kWh cost
/// 5 040 USD and the peak 1 000 USD.
public struct Tariff: Hashable, Sendable {
  /// The energy price outside all bands.
  public let energy: EnergyPrice
  /// Bands with other prices; where two overlap, the first holds.
  public let bands: [PriceBand]
  /// The charge on the month's peak, if any.
  public let demand: DemandCharge?
  /// The fixed charge per month.
  public let fixed: Money
  /// For each hour of the week from Monday 0 h, the band: 0 outside all, else 1 + its index.
  let bandOfHour: [UInt8]

  /// Creates a tariff. All its prices are in one currency.
  public init(
    energy: EnergyPrice, bands: [PriceBand] = [], demand: DemandCharge? = nil, fixed: Money? = nil
  ) {
    let currency = energy.money.currency
    precondition(bands.count < 255, "a week has few bands")
    precondition(
      bands.allSatisfy { $0.price.money.currency == currency }
        && demand.map { $0.price.money.currency == currency } ?? true
        && fixed.map { $0.currency == currency } ?? true, "a tariff has one currency")
    self.energy = energy
    self.bands = bands
    self.demand = demand
    self.fixed = fixed ?? .zero(currency)
    bandOfHour = (0..<168).map { hour in
      let index = bands.firstIndex { band in
        band.days.contains(.day(hour / 24)) && (band.fromHour..<band.toHour).contains(hour % 24)
      }
      return index.map { UInt8($0 + 1) } ?? 0
    }
  }

  /// The currency of all prices.
  public var currency: Currency { energy.money.currency }

  /// How many prices an hour may have: the bands and the hours outside them.
  public var bandCount: Int { bands.count + 1 }

  /// The price in a band: 0 outside all, else 1 + the index of the band.
  public func price(inBand band: Int) -> EnergyPrice { band == 0 ? energy : bands[band - 1].price }

  /// The price at an hour of a day, 0 to 23 in local standard time.
  public func price(on date: CalendarDate, hour: Int) -> EnergyPrice {
    price(inBand: Int(bandOfHour[date.weekday * 24 + hour]))
  }
}
