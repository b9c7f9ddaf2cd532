/// A kind of component whose failures are followed in a run, by what it is built into.
///
/// The raw value is the place in tables; the first two are whole machines, the last is what the site's plant goes
/// through beside its UPS.
public enum FailingPart: Int, Sendable, Hashable, CaseIterable {
  /// A server, so that it goes down.
  case server
  /// An enclosure: its midplane.
  case enclosure
  /// Power supplies of a rack server.
  case powerSupply
  /// Power supplies of an enclosure.
  case enclosurePowerSupply
  /// Fans of an enclosure.
  case enclosureFan
  /// Interconnect modules of an enclosure: without any, its blades have no network.
  case interconnectModule
  /// Management modules of an enclosure: no blade stops without them.
  case managementModule
  /// Distribution units of a rack.
  case rackDistributionUnit
  /// Modules of the UPS.
  case upsModule
  /// Static switches behind the UPS.
  case staticSwitch
  /// The utility, its generator and battery, and cooling.
  case plant

  /// The parts that fail only where a scenario asks for it: neither whole machines nor the plant.
  public static let components = allCases.filter { $0.component != nil && $0 != .server && $0 != .enclosure }

  /// The name in scenarios and files.
  public var name: String {
    switch self {
    case .server: "server"
    case .enclosure: "enclosure"
    case .powerSupply: "power-supply"
    case .enclosurePowerSupply: "enclosure-power-supply"
    case .enclosureFan: "enclosure-fan"
    case .interconnectModule: "interconnect-module"
    case .managementModule: "management-module"
    case .rackDistributionUnit: "rack-distribution-unit"
    case .upsModule: "ups-module"
    case .staticSwitch: "static-switch"
    case .plant: "plant"
    }
  }

  /// The name for people.
  public var title: String {
    switch self {
    case .server: "server"
    case .enclosure: "enclosure midplane"
    case .powerSupply: "power supply of a server"
    case .enclosurePowerSupply: "power supply of an enclosure"
    case .enclosureFan: "fan of an enclosure"
    case .interconnectModule: "interconnect module"
    case .managementModule: "management module"
    case .rackDistributionUnit: "power distribution unit of a rack"
    case .upsModule: "UPS module"
    case .staticSwitch: "static switch"
    case .plant: "utility and cooling"
    }
  }

  /// The catalogue's data; nil for the plant, which is more than one component.
  public var component: ComponentReliability? {
    switch self {
    case .server: .server
    case .enclosure: .enclosureMidplane
    case .powerSupply: .powerSupply
    case .enclosurePowerSupply: .enclosurePowerSupply
    case .enclosureFan: .enclosureFan
    case .interconnectModule: .interconnectModule
    case .managementModule: .managementModule
    case .rackDistributionUnit: .rackDistributionUnit
    case .upsModule: .upsModule
    case .staticSwitch: .staticSwitch
    case .plant: nil
    }
  }
}
