/// How many cables one machine or enclosure needs, by kind.
///
/// ```
/// total = data + storage + management + console + power
/// ```
///
/// A switch port is needed for every cable but console and power. **Valid for**: counts for planning, one machine
/// or enclosure alone. **Not modelled**: lengths, trays, patch panels, cables between switches.
/// **Source**: counts for 2005 from memory of common practice, medium confidence.
///
/// Example: 42 servers of 8 cables need 336; 16 such servers need 128, an enclosure with 8 uplinks needs 16.
public struct CableCount: Hashable, Sendable {
  /// Network cables.
  public let data: Int
  /// Storage network cables.
  public let storage: Int
  /// Cables of management processors or modules.
  public let management: Int
  /// Keyboard, video and mouse cables, or serial console.
  public let console: Int
  /// Power cords.
  public let power: Int

  /// Creates a count; each 0 or more.
  public init(data: Int, storage: Int = 0, management: Int = 0, console: Int = 0, power: Int) {
    precondition(min(data, storage, management, console, power) >= 0, "there are no negative cables")
    self.data = data
    self.storage = storage
    self.management = management
    self.console = console
    self.power = power
  }

  /// A rack server of 2005 with Fibre Channel and a console switch: 2 LAN, 2 storage, 1 management, 1 console, 2 power.
  public static let rackServer = CableCount(data: 2, storage: 2, management: 1, console: 1, power: 2)
  /// A 10U enclosure with switch modules: 8 uplinks, 2 management modules, 6 power cords.
  public static let enclosure = CableCount(data: 8, management: 2, power: 6)
  /// No cable, as for a blade.
  public static let none = CableCount(data: 0, power: 0)

  /// All cables.
  public var total: Int { data + storage + management + console + power }
  /// Ports of switches that the cables end in.
  public var switchPorts: Int { data + storage + management }

  /// The same cables with another number of power cords.
  public func with(powerCords: Int) -> CableCount {
    CableCount(
      data: data, storage: storage, management: management, console: console, power: powerCords)
  }

  /// The cables of both.
  public static func + (left: CableCount, right: CableCount) -> CableCount {
    CableCount(
      data: left.data + right.data, storage: left.storage + right.storage,
      management: left.management + right.management, console: left.console + right.console,
      power: left.power + right.power)
  }

  /// The cables of a number of equal machines.
  public static func * (cables: CableCount, machines: Int) -> CableCount {
    CableCount(
      data: cables.data * machines, storage: cables.storage * machines,
      management: cables.management * machines, console: cables.console * machines,
      power: cables.power * machines)
  }
}
