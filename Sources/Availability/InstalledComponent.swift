public import Quantities

/// A component as it is built in: how many stand together, and what their group carries.
///
/// There is one group in each domain of the component's kind: the fans of each enclosure, the distribution units of each
/// rack. A component with the reach of a guest has one group for each guest.
///
/// Counts of the standard sets are judgements after usual machines; the rates are the catalogue's.
public struct InstalledComponent: Hashable, Sendable {
  /// The component.
  public let component: ComponentReliability
  /// How many there are and how many must work.
  public let group: RedundancyGroup

  /// Creates a component with its group's size.
  ///
  /// - Parameter commonCause: the share of failures that strikes a redundant group at once.
  public init(
    _ component: ComponentReliability, needed: Int = 1, _ scheme: RedundancyGroup.Scheme = .exactly,
    commonCause: Fraction = RedundancyGroup.usualCommonCause.value
  ) {
    self.component = component
    self.group = RedundancyGroup(of: component.model, needed: needed, scheme, commonCause: commonCause)
  }

  /// A rack server taken whole.
  public static let rackServer = [InstalledComponent(.server)]

  /// A rack server by its parts: mirrored disks, two supplies, fans with one to spare.
  public static let rackServerParts = [
    InstalledComponent(.bladeBoard), InstalledComponent(.disk, .plus(1)),
    InstalledComponent(.powerSupply, .plus(1)), InstalledComponent(.fan, needed: 5, .plus(1)),
    InstalledComponent(.memory),
  ]

  /// Sixteen blades: each its board, memory and mirrored disks; the enclosure its midplane, supplies on two sides, fans,
  /// management and interconnect modules.
  public static let bladeEnclosure = [
    InstalledComponent(.bladeBoard), InstalledComponent(.memory), InstalledComponent(.disk, .plus(1)),
    InstalledComponent(.enclosureMidplane), InstalledComponent(.enclosurePowerSupply, needed: 3, .twice),
    InstalledComponent(.enclosureFan, needed: 8, .plus(2)), InstalledComponent(.managementModule, .plus(1)),
    InstalledComponent(.interconnectModule),
  ]

  /// A room: distribution units of racks on two feeds, each feed with its UPS modules, static switch and distribution unit,
  /// air handlers for each row, chillers for all.
  public static let facility = [
    InstalledComponent(.rackDistributionUnit, .plus(1)), InstalledComponent(.upsModule, needed: 2, .plus(1)),
    InstalledComponent(.staticSwitch), InstalledComponent(.distributionUnit),
    InstalledComponent(.roomAirHandler, needed: 3, .plus(1)),
    InstalledComponent(.chiller, .plus(1)), InstalledComponent(.transferSwitch),
  ]
}
