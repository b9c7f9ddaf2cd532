import Economics
import Quantities
import TestSupport
import Testing

@Suite("Carbon and eras")
struct CarbonAndEraTests {
  @Test func `ten megawatt-hours and one server`() {
    let energy = KilogramsCO2ePerKilowattHour(0.60).carbon(of: Joules(kilowattHours: 10_000))
    let server = EmbodiedCarbon(each: KilogramsCO2e(1221), count: 1, life: Seconds.year * 4)
    let footprint = CarbonFootprint(operational: energy, embodied: server.share(within: Seconds.year * 4))
    #expect(isClose(footprint.total.value, 7221))
    #expect(isClose(footprint.cost(at: CarbonPrice(Money(70, .eur))).amount, 505.47, absolute: 1e-6))
  }

  @Test func `use is 84.3 per cent of the published footprint of an R740`() throws {
    // The published total of 8 640 kg less the table's manufacturing and about 0.5 % of transport and end of life.
    let made = try #require(EmbodiedCarbon.ofServers.first { $0.model == "R740" }).each.value
    let footprint = CarbonFootprint(operational: KilogramsCO2e(8640) - made, embodied: made)
    #expect(abs(footprint.operationalShare.percent - 84.3) < 0.6)
  }

  @Test func `embodied carbon is written off in proportion to time`() {
    let servers = EmbodiedCarbon(each: KilogramsCO2e(1000), count: 16, life: Seconds.year * 4)
    #expect(isClose(servers.share(within: Seconds.year).value, 4000))
    #expect(isClose(servers.share(within: Seconds.year * 8).value, 32_000))
  }

  @Test func `nothing has no operational share`() {
    #expect(CarbonFootprint(operational: .zero, embodied: .zero).operationalShare == .zero)
  }

  @Test(arguments: Era.allCases)
  func `defaults lie in their ranges`(era: Era) {
    let defaults = EraDefaults.of(era)
    #expect(defaults.era == era)
    let prices = [
      defaults.server, defaults.virtualizationHost, defaults.blade, defaults.enclosure,
      defaults.interconnectPair, defaults.networkPort, defaults.fibreChannelPort, defaults.storagePerGigabyte,
      defaults.rack,
    ]
    for price in prices {
      #expect(price.value.amount > 0)
      if let range = price.range {
        #expect(range.lowest.amount <= price.value.amount && price.value.amount <= range.highest.amount)
      }
    }
    if let range = defaults.energy.range {
      #expect(range.lowest.money.amount < defaults.energy.value.money.amount)
      #expect(defaults.energy.value.money.amount < range.highest.money.amount)
    }
    #expect(defaults.virtualMachinesPerAdministrator.value > defaults.serversPerAdministrator.value)
  }

  @Test(arguments: [
    (Era.year2005, 0.07, 10.0, 0.60, 100_000.0, 10.0), (.year2015, 0.09, 12, 0.45, 125_000, 8),
    (.year2025, 0.11, 16, 0.36, 165_000, 8),
  ])
  func `each era has its prices`(
    era: Era, energy: Double, demand: Double, carbon: Double, administrator: Double, rate: Double
  ) {
    let defaults = EraDefaults.of(era)
    #expect(defaults.energy.value == EnergyPrice(Money(energy, .usd)))
    #expect(defaults.demand.value == DemandPrice(Money(demand, .usd)))
    #expect(defaults.carbonIntensity.value == KilogramsCO2ePerKilowattHour(carbon))
    #expect(defaults.administrator.value == YearlyPrice(Money(administrator, .usd)))
    #expect(defaults.discountRate.value == Fraction(percent: rate))
  }

  /// Servers and virtual machines an administrator looks after, years of use, dollars a kilowatt of plant.
  @Test(
    arguments: [
      (Era.year2005, 30.0, 60.0, 4...4, 20_000...20_000), (.year2015, 80, 200, 5...5, 9000...11_000),
      (.year2025, 150, 400, 5...6, 11_000...13_000),
    ] as [(Era, Double, Double, ClosedRange<Double>, ClosedRange<Double>)])
  func `each era has its ratios and the price of its plant`(
    era: Era, servers: Double, machines: Double, years: ClosedRange<Double>, plant: ClosedRange<Double>
  ) throws {
    let defaults = EraDefaults.of(era)
    #expect(defaults.serversPerAdministrator.value == servers)
    #expect(defaults.virtualMachinesPerAdministrator.value == machines)
    #expect(years.contains(defaults.refresh.value / .year))
    #expect(plant.contains(defaults.plant.value.money.amount))
    #expect(defaults.building?.value == (era == .year2005 ? FloorCapitalPrice(Money(2370, .usd)) : nil))
  }

  /// PG&E: 200 to 300 dollars a year for a server at 0.13 USD/kWh; a server of 2005 idles at 226 W.
  @Test(arguments: [(200.0, 176.0), (300, 263)])
  func `the yearly bill of a server says what it draws`(dollars: Double, watts: Double) {
    let bought = Joules(kilowattHours: dollars / 0.13)
    #expect(isClose(bought.power(over: .year).value, watts, absolute: 0.5))
  }
}
