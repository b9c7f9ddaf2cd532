public import Quantities

/// A meter that turns energy, interval by interval, into monthly bills.
///
/// Intervals follow each other without a gap from the start, in local standard time. An interval that crosses a
/// quarter of an hour is split there in proportion to time, so any sample length works. The peak is taken over
/// quarters that begin on the clock; a quarter that was metered in part counts with its energy over the whole quarter.
/// Recording allocates nothing until a month closes.
public struct TariffMeter: Sendable {
  /// The tariff.
  public let tariff: Tariff
  /// The bills of the months closed so far.
  public private(set) var bills: [Bill] = []

  private static let quarter: Int64 = 900_000
  private static let day: Int64 = 86_400_000

  /// Milliseconds from 1970-01-01 0 h local time.
  private var now: Int64
  private var monthStart: Int64
  private var monthEnd: Int64
  private var year: Int
  private var month: Int
  private var meteredFrom: Int64
  private var quarterEnergy = 0.0
  private var quarterEnd: Int64
  private var band: Int
  private var peakQuarter = 0.0
  private var energyByBand: [Joules]

  /// Creates a meter that starts at a local time.
  ///
  /// - Parameters:
  ///   - start: the day of the first interval.
  ///   - timeOfDay: the local time of the first interval, from 0 to below 24 h; kept to a millisecond.
  public init(_ tariff: Tariff, from start: CalendarDate, timeOfDay: Seconds = .zero) {
    let offset = Int64((timeOfDay.value * 1000).rounded())
    precondition((0..<TariffMeter.day).contains(offset), "a time of day is below 24 h")
    self.tariff = tariff
    now = Int64(start.daysSince1970) * TariffMeter.day + offset
    (year, month) = (start.year, start.month)
    monthStart = TariffMeter.start(ofMonth: start.month, start.year)
    monthEnd = TariffMeter.start(ofMonth: start.month + 1, start.year)
    meteredFrom = now
    quarterEnd = now - offset % TariffMeter.quarter + TariffMeter.quarter
    band = 0
    energyByBand = [Joules](repeating: .zero, count: tariff.bandCount)
    band = currentBand()
  }

  /// The first millisecond of a month; month 13 is January of the next year.
  private static func start(ofMonth month: Int, _ year: Int) -> Int64 {
    guard let date = CalendarDate(year: month > 12 ? year + 1 : year, month: month > 12 ? 1 : month, day: 1)
    else { preconditionFailure("the calendar ends with the year 9999") }
    return Int64(date.daysSince1970) * day
  }

  private func currentBand() -> Int {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let hour = now / 3_600_000 + 72
    return Int(tariff.bandOfHour[Int(((hour % 168) + 168) % 168)])
  }

  /// Meters the energy of the next interval.
  ///
  /// - Parameters:
  ///   - energy: what flowed in it, not negative.
  ///   - time: its length, kept to a millisecond.
  public mutating func record(_ energy: Joules, over time: Seconds) {
    var left = Int64((time.value * 1000).rounded())
    precondition(left > 0, "an interval has a length of at least a millisecond")
    let perMillisecond = energy.value / Double(left)
    while left > 0 {
      let step = min(left, quarterEnd - now)
      let part = perMillisecond * Double(step)
      energyByBand[band].value += part
      quarterEnergy += part
      now += step
      left -= step
      if now == quarterEnd { closeQuarter() }
    }
  }

  private mutating func closeQuarter() {
    peakQuarter = max(peakQuarter, quarterEnergy)
    quarterEnergy = 0
    quarterEnd += TariffMeter.quarter
    if now == monthEnd { closeMonth() }
    band = currentBand()
  }

  private mutating func closeMonth() {
    bills.append(openBill())
    meteredFrom = now
    peakQuarter = 0
    for index in energyByBand.indices { energyByBand[index] = .zero }
    monthStart = monthEnd
    month = month == 12 ? 1 : month + 1
    if month == 1 { year += 1 }
    monthEnd = TariffMeter.start(ofMonth: month + 1, year)
  }

  /// The bill of the month that is not over yet, as if metering stopped now.
  public func openBill() -> Bill {
    let coverage = Fraction(Double(now - meteredFrom) / Double(monthEnd - monthStart))
    let seconds = Double(TariffMeter.quarter) / 1000
    let peak = Watts(max(peakQuarter, quarterEnergy) / seconds)
    var billed = Watts.zero
    var demandCost = Money.zero(tariff.currency)
    if let demand = tariff.demand {
      let before = bills.suffix(demand.ratchetMonths).map(\.peak).max() ?? .zero
      billed = max(peak, before * demand.ratchet)
      demandCost = demand.price.money * (billed.kilowatts * coverage.value)
    }
    var energyCost = Money.zero(tariff.currency)
    for (band, energy) in energyByBand.enumerated() {
      energyCost += tariff.price(inBand: band).cost(of: energy)
    }
    return Bill(
      year: year, month: month, coverage: coverage, energyByBand: energyByBand, peak: peak,
      billedDemand: billed, energyCost: energyCost, demandCost: demandCost,
      fixedCost: tariff.fixed * coverage.value)
  }

  /// All bills, the one of a month that is not over included.
  public var allBills: [Bill] { now > meteredFrom ? bills + [openBill()] : bills }

  /// The sum of all bills.
  public var total: Money { allBills.reduce(.zero(tariff.currency)) { $0 + $1.total } }
}
