import Economics
import Quantities
import TestSupport
import Testing

@Suite("Tariff and meter")
struct TariffMeterTests {
  static func usd(_ amount: Double) -> Money { Money(amount, .usd) }
  static func date(_ text: String) throws -> CalendarDate { try CalendarDate(text) }
  static let flat = Tariff(
    energy: EnergyPrice(usd(0.07)), demand: DemandCharge(price: DemandPrice(usd(10))), fixed: usd(250))
  static let timeOfUse = Tariff(
    energy: EnergyPrice(usd(0.05)),
    bands: [
      PriceBand("peak", days: .workdays, fromHour: 8, toHour: 18, price: EnergyPrice(usd(0.12))),
      PriceBand("shoulder", days: .all, fromHour: 18, toHour: 22, price: EnergyPrice(usd(0.08))),
    ])

  /// Meters a constant power over whole days.
  static func meter(
    _ tariff: Tariff, from start: String, days: Int, every sample: Seconds, _ power: Watts
  ) throws -> TariffMeter {
    var meter = TariffMeter(tariff, from: try date(start))
    for _ in 0..<Int((86_400 * Double(days) / sample.value).rounded()) {
      meter.record(power.energy(over: sample), over: sample)
    }
    return meter
  }

  @Test func `a month of constant load costs the closed form`() throws {
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.flat, from: "2006-04-01", days: 30, every: Seconds(300), Watts(kilowatts: 100))
    let bill = try #require(meter.bills.first)
    #expect(meter.bills.count == 1)
    #expect(bill.month == 4 && bill.year == 2006 && bill.coverage == .one)
    #expect(isClose(bill.energyCost.amount, 5040, relative: 1e-9))
    #expect(isClose(bill.demandCost.amount, 1000, relative: 1e-9))
    #expect(bill.fixedCost == TariffMeterTests.usd(250))
    #expect(meter.total == bill.total)
  }

  @Test(arguments: [60.0, 300, 420, 900, 1800, 3600, 5400, 86_400])
  func `sample length does not change the bill of a constant load`(sample: Double) throws {
    // Every length divides 28 days, so that the last sample ends with the month.
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.flat, from: "2003-02-01", days: 28, every: Seconds(sample), Watts(kilowatts: 40))
    let bill = try #require(meter.bills.first)
    #expect(isClose(bill.energyCost.amount, 40 * 28 * 24 * 0.07, absolute: 1e-5))
    #expect(isClose(bill.peak.kilowatts, 40))
  }

  @Test func `three years of constant load give 36 bills that sum to the closed form`() throws {
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.flat, from: "2005-01-01", days: 1095, every: Seconds(3600), Watts(kilowatts: 7.5))
    #expect(meter.bills.count == 36)
    let expected = 7.5 * 1095 * 24 * 0.07 + 36 * (7.5 * 10 + 250)
    #expect(isClose(meter.total.amount, expected, absolute: 1e-3))
    #expect(meter.bills.map(\.month) == (0..<36).map { $0 % 12 + 1 })
  }

  @Test func `a leap February has 29 days of energy`() throws {
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.flat, from: "2004-02-01", days: 29, every: Seconds(3600), Watts(kilowatts: 1))
    #expect(isClose(try #require(meter.bills.first).energy.kilowattHours, 696))
  }

  @Test(arguments: [
    ("2006-01-02", 7, 0.05), ("2006-01-02", 8, 0.12), ("2006-01-02", 17, 0.12), ("2006-01-02", 18, 0.08),
    ("2006-01-06", 12, 0.12), ("2006-01-07", 12, 0.05), ("2006-01-08", 21, 0.08), ("2006-01-08", 22, 0.05),
  ])
  func `price follows weekday and hour`(day: String, hour: Int, expected: Double) throws {
    let price = TariffMeterTests.timeOfUse.price(on: try TariffMeterTests.date(day), hour: hour)
    #expect(price.money == TariffMeterTests.usd(expected))
  }

  @Test func `a week of constant load splits into its bands`() throws {
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.timeOfUse, from: "2006-01-02", days: 7, every: Seconds(300), Watts(kilowatts: 1))
    let bill = meter.openBill()
    #expect(isClose(bill.energyByBand[1].kilowattHours, 50))
    #expect(isClose(bill.energyByBand[2].kilowattHours, 28))
    #expect(isClose(bill.energyByBand[0].kilowattHours, 168 - 78))
    #expect(isClose(bill.energyCost.amount, 50 * 0.12 + 28 * 0.08 + 90 * 0.05, absolute: 2e-6))
  }

  @Test func `an hourly sample over a change of price is split there`() throws {
    var meter = TariffMeter(
      TariffMeterTests.timeOfUse, from: try TariffMeterTests.date("2006-01-02"),
      timeOfDay: Seconds(hours: 7.5))
    meter.record(Joules(kilowattHours: 2), over: Seconds(hours: 1))
    #expect(isClose(meter.openBill().energyByBand[0].kilowattHours, 1))
    #expect(isClose(meter.openBill().energyByBand[1].kilowattHours, 1))
  }

  @Test func `the peak is the highest quarter of an hour, not the highest sample`() throws {
    var meter = TariffMeter(TariffMeterTests.flat, from: try TariffMeterTests.date("2006-01-01"))
    for power in [10.0, 100, 10, 40, 40, 41] {
      meter.record(Watts(kilowatts: power).energy(over: Seconds(300)), over: Seconds(300))
    }
    #expect(isClose(meter.openBill().peak.kilowatts, 121.0 / 3))
  }

  @Test func `a ratchet bills a share of an earlier peak for eleven months`() throws {
    let tariff = Tariff(
      energy: EnergyPrice(TariffMeterTests.usd(0)),
      demand: DemandCharge(price: DemandPrice(TariffMeterTests.usd(10)), ratchet: Fraction(percent: 80)))
    var meter = TariffMeter(tariff, from: try TariffMeterTests.date("2006-01-01"))
    for day in 0..<730 {
      let power = Watts(kilowatts: day == 3 ? 100 : 50)
      meter.record(power.energy(over: Seconds(days: 1)), over: Seconds(days: 1))
    }
    let billed = meter.bills.map(\.billedDemand.kilowatts)
    #expect(billed.count == 24)
    #expect(isClose(billed[0], 100))
    #expect(billed[1...11].allSatisfy { isClose($0, 80) })
    #expect(billed[12...].allSatisfy { isClose($0, 50) })
  }

  @Test func `a part of a month pays a part of the charges`() throws {
    let meter = try TariffMeterTests.meter(
      TariffMeterTests.flat, from: "2006-04-01", days: 15, every: Seconds(300), Watts(kilowatts: 100))
    #expect(meter.bills.isEmpty)
    let bill = try #require(meter.allBills.first)
    #expect(bill.coverage == Fraction(0.5))
    #expect(isClose(bill.demandCost.amount, 500))
    #expect(bill.fixedCost == TariffMeterTests.usd(125))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no energy is lost and no bill falls when power rises`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tariff = Tariff(
      energy: EnergyPrice(TariffMeterTests.usd(0.05)), bands: TariffMeterTests.timeOfUse.bands,
      demand: DemandCharge(price: DemandPrice(TariffMeterTests.usd(12)), ratchet: Fraction(percent: 80)))
    let start = try TariffMeterTests.date("2006-01-01").adding(days: Int.random(in: 0..<1000, using: &random))
    let timeOfDay = Seconds(Double(Int.random(in: 0..<86_400_000, using: &random)) / 1000)
    var meter = TariffMeter(tariff, from: start, timeOfDay: timeOfDay)
    var higher = meter
    var energy = Joules.zero
    for _ in 0..<600 {
      let time = Seconds(Double(Int.random(in: 1..<90_000_000, using: &random)) / 1000)
      let part = Watts(Double.random(in: 0..<5000, using: &random)).energy(over: time)
      energy += part
      meter.record(part, over: time)
      higher.record(part * 1.1, over: time)
    }
    let metered = meter.allBills.reduce(Joules.zero) { $0 + $1.energy }
    #expect(isClose(metered.value, energy.value, relative: 1e-9))
    #expect(meter.bills.count > 6)
    for (bill, other) in zip(meter.allBills, higher.allBills) {
      #expect(other.total.amount > bill.total.amount)
      #expect(bill.billedDemand >= bill.peak)
      #expect(bill.peak.value >= bill.energy.value / (31 * 86_400) - 1e-9)
    }
  }
}
