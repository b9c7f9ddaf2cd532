public import Quantities

/// An era with a coherent set of prices.
public enum Era: String, Sendable, CaseIterable {
  case year2005 = "2005"
  case year2015 = "2015"
  case year2025 = "2025"
}

/// Prices and ratios of an era in nominal US dollars, each with its source: defaults that a scenario overrides.
public struct EraDefaults: Hashable, Sendable {
  /// The era.
  public let era: Era
  /// Energy price.
  public let energy: Estimate<EnergyPrice>
  /// Demand price.
  public let demand: Estimate<DemandPrice>
  /// Carbon intensity of the grid of the United States.
  public let carbonIntensity: Estimate<KilogramsCO2ePerKilowattHour>
  /// Price of carbon.
  public let carbonPrice: Estimate<CarbonPrice>
  /// Physical servers per administrator.
  public let serversPerAdministrator: Estimate<Double>
  /// Virtual machines per administrator.
  public let virtualMachinesPerAdministrator: Estimate<Double>
  /// Yearly cost of an administrator.
  public let administrator: Estimate<YearlyPrice>
  /// Yearly cost of money.
  public let discountRate: Estimate<Fraction>
  /// Time until servers are replaced.
  public let refresh: Estimate<Seconds>
  /// Price of a rack server with two sockets.
  public let server: Estimate<Money>
  /// Price of a virtualization host with much memory.
  public let virtualizationHost: Estimate<Money>
  /// Price of a half-height blade.
  public let blade: Estimate<Money>
  /// Price of an enclosure with power supplies, fans and management.
  public let enclosure: Estimate<Money>
  /// Price of a pair of interconnects in an enclosure.
  public let interconnectPair: Estimate<Money>
  /// Price of a network port of the usual speed (1, 10 and 25 Gbit/s).
  public let networkPort: Estimate<Money>
  /// Price of a Fibre Channel port, adapter and switch.
  public let fibreChannelPort: Estimate<Money>
  /// Price of shared storage per usable gigabyte.
  public let storagePerGigabyte: Estimate<Money>
  /// Price of a rack with power distribution.
  public let rack: Estimate<Money>
  /// Hardware maintenance per year, after the warranty.
  public let maintenance: Estimate<Fraction>
  /// Cost of power and cooling plant per kilowatt, Tier III.
  public let plant: Estimate<PowerCapitalPrice>
  /// Cost of the building, where it is not part of the plant's.
  public let building: Estimate<FloorCapitalPrice>?
  /// The usual hypervisor licence.
  public let hypervisor: Estimate<HypervisorLicence>

  /// The defaults of an era.
  public static func of(_ era: Era) -> EraDefaults {
    switch era {
    case .year2005: year2005
    case .year2015: year2015
    case .year2025: year2025
    }
  }

  /// The licences' sources are with ``HypervisorLicence/known``.
  static func licence(_ name: String) -> Estimate<HypervisorLicence> {
    guard let licence = HypervisorLicence.known.first(where: { $0.value.name == name }) else {
      preconditionFailure("no licence '\(name)'")
    }
    return licence
  }
}
