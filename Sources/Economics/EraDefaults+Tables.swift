import Quantities

private let fromMemory = "unit prices and ratios of the era, from memory of the literature"

private func usd(_ amount: Double) -> Money { Money(amount, .usd) }

/// A figure from memory of medium confidence.
private func recalled<Value>(_ value: Value, _ low: Value, _ high: Value) -> Estimate<Value> {
  Estimate(value, from: low, to: high, source: fromMemory, confidence: .memoryMedium)
}

private func recalled<Value>(_ value: Value) -> Estimate<Value> {
  Estimate(value, source: fromMemory, confidence: .memoryMedium)
}

private func price(_ value: Double, _ low: Double, _ high: Double) -> Estimate<Money> {
  recalled(usd(value), usd(low), usd(high))
}

private func percent(_ value: Double, _ low: Double, _ high: Double) -> Estimate<Fraction> {
  recalled(Fraction(percent: value), Fraction(percent: low), Fraction(percent: high))
}

private func years(_ value: Double) -> Seconds { Seconds.year * value }

extension EraDefaults {
  static let year2005 = EraDefaults(
    era: .year2005,
    energy: recalled(EnergyPrice(usd(0.070)), EnergyPrice(usd(0.0573)), EnergyPrice(usd(0.0867))),
    demand: recalled(DemandPrice(usd(10)), DemandPrice(usd(8)), DemandPrice(usd(20))),
    carbonIntensity: Estimate(
      KilogramsCO2ePerKilowattHour(0.60), source: "eGRID, mean of the United States", confidence: .memoryHigh),
    carbonPrice: Estimate(
      CarbonPrice(usd(0)), source: "no price in the United States", confidence: .published),
    serversPerAdministrator: Estimate(
      30, in: 20...30, source: "IBM in Computer Weekly, 2009", confidence: .published),
    virtualMachinesPerAdministrator: recalled(60, 60, 90),
    administrator: recalled(YearlyPrice(usd(100_000))),
    discountRate: recalled(Fraction(percent: 10)),
    refresh: recalled(years(4)),
    server: price(5000, 4000, 7000),
    virtualizationHost: recalled(usd(15_000)),
    blade: price(5000, 4000, 6000),
    enclosure: price(10_000, 8000, 12_000),
    interconnectPair: price(12_500, 5000, 20_000),
    networkPort: recalled(usd(120)),
    fibreChannelPort: price(2150, 1800, 2500),
    storagePerGigabyte: price(22, 15, 30),
    rack: recalled(usd(2500)),
    maintenance: percent(13.5, 12, 15),
    plant: Estimate(
      PowerCapitalPrice(usd(20_000)), source: "W. P. Turner, J. H. Seader, Uptime Institute, 2006, Tier III",
      confidence: .memoryHigh),
    building: Estimate(
      FloorCapitalPrice(usd(2370)), source: "W. P. Turner, J. H. Seader, Uptime Institute, 2006",
      confidence: .memoryHigh),
    hypervisor: licence("VMware Infrastructure 3 Enterprise"))

  static let year2015 = EraDefaults(
    era: .year2015,
    energy: recalled(EnergyPrice(usd(0.090)), EnergyPrice(usd(0.0691)), EnergyPrice(usd(0.1064))),
    demand: recalled(DemandPrice(usd(12)), DemandPrice(usd(8)), DemandPrice(usd(20))),
    carbonIntensity: Estimate(
      KilogramsCO2ePerKilowattHour(0.45), source: "eGRID, mean of the United States", confidence: .memoryHigh),
    carbonPrice: Estimate(
      CarbonPrice(usd(0)), source: "no price in the United States", confidence: .published),
    serversPerAdministrator: recalled(80),
    virtualMachinesPerAdministrator: recalled(200),
    administrator: recalled(YearlyPrice(usd(125_000))),
    discountRate: recalled(Fraction(percent: 8)),
    refresh: recalled(years(5)),
    server: price(7000, 6000, 9000),
    virtualizationHost: recalled(usd(14_000)),
    blade: recalled(usd(7000)),
    enclosure: recalled(usd(10_000)),
    interconnectPair: recalled(usd(18_000)),
    networkPort: recalled(usd(350)),
    fibreChannelPort: recalled(usd(900)),
    storagePerGigabyte: price(2.2, 1.5, 3),
    rack: recalled(usd(3000)),
    maintenance: percent(11, 10, 12),
    plant: recalled(
      PowerCapitalPrice(usd(10_000)), PowerCapitalPrice(usd(9000)), PowerCapitalPrice(usd(11_000))),
    building: nil,
    hypervisor: licence("vSphere Enterprise Plus"))

  static let year2025 = EraDefaults(
    era: .year2025,
    energy: recalled(EnergyPrice(usd(0.110)), EnergyPrice(usd(0.082)), EnergyPrice(usd(0.127))),
    demand: recalled(DemandPrice(usd(16)), DemandPrice(usd(8)), DemandPrice(usd(20))),
    carbonIntensity: recalled(KilogramsCO2ePerKilowattHour(0.36)),
    carbonPrice: recalled(CarbonPrice(usd(0))),
    serversPerAdministrator: recalled(150),
    virtualMachinesPerAdministrator: recalled(400),
    administrator: recalled(YearlyPrice(usd(165_000))),
    discountRate: recalled(Fraction(percent: 8)),
    refresh: recalled(years(5.5), years(5), years(6)),
    server: price(22_000, 15_000, 35_000),
    virtualizationHost: recalled(usd(32_000)),
    blade: recalled(usd(20_000)),
    enclosure: price(17_500, 15_000, 20_000),
    interconnectPair: recalled(usd(30_000)),
    networkPort: recalled(usd(300)),
    fibreChannelPort: recalled(usd(1200)),
    storagePerGigabyte: price(0.45, 0.3, 0.6),
    rack: recalled(usd(4500)),
    maintenance: percent(12.5, 10, 15),
    plant: recalled(
      PowerCapitalPrice(usd(12_000)), PowerCapitalPrice(usd(11_000)), PowerCapitalPrice(usd(13_000))),
    building: nil,
    hypervisor: licence("VMware Cloud Foundation"))
}
