/// Where a watt at the meter goes: the leaves of the energy ledger, from the processors outwards.
///
/// The components are disjoint and their sum is the power at the utility meter.
public enum EnergyComponent: Int, Sendable, Hashable, CaseIterable {
  /// Servers that wait: the power of a running server without load, and of one that is off, booting or idle.
  case serversIdle
  /// Servers that work: what load adds to the power of a running server.
  case serversWork
  /// Enclosures beside their blades: fans, management, interconnects.
  case enclosures
  /// Loss of power supplies, of servers or of enclosures.
  case supplies
  /// Loss of rack PDUs, PDUs and their cables.
  case distribution
  /// Loss of the UPS.
  case ups
  /// Loss of switchgear and transformer.
  case switchgear
  /// Compressors and their condensers.
  case compressors
  /// Fans that move the air of the room.
  case airFans
  /// Pumps, humidifiers and reheat.
  case humidityAndPumps
  /// Lighting, and the standby of the generator.
  case building
  /// Storage, switches and other equipment beside the servers, their supplies' loss included. Results files number the
  /// components in this order, so it stands behind those that came before.
  case otherEquipment
  /// What warm air adds to the fans of rack servers; none up to 27 °C at their inlet.
  case serverFans

  /// The name for tables and legends.
  public var title: String {
    switch self {
    case .serversIdle: "servers, idle"
    case .serversWork: "servers, work"
    case .enclosures: "enclosures"
    case .supplies: "power supplies"
    case .otherEquipment: "other equipment"
    case .serverFans: "server fans, warm air"
    case .distribution: "PDUs and cables"
    case .ups: "UPS"
    case .switchgear: "switchgear, transformer"
    case .compressors: "compressors"
    case .airFans: "air handlers"
    case .humidityAndPumps: "humidity and pumps"
    case .building: "lighting, generator standby"
    }
  }

  /// Whether the component is power of the IT equipment, the divisor of PUE.
  public var isIT: Bool {
    switch self {
    case .serversIdle, .serversWork, .serverFans, .enclosures, .supplies, .otherEquipment: true
    default: false
    }
  }
}
