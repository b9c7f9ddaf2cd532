public import Quantities

/// What one part of a server draws behind the supplies, at rest and at work.
///
/// ```
/// P(u) = P_idle + (P_active - P_idle) u
/// ```
/// **Valid for** one part of its kind, u the server's utilization, 0 to 1. **Not modelled**: parts that work at
/// another pace than the processors. **Source**: typical figures of data sheets, from memory, medium confidence; each
/// figure is the middle of ``ComponentPower/active``'s range.
///
/// Example: a DIMM of DDR5 draws 2.8 W idle and 7 W at full load.
public struct ComponentPower: Sendable, Hashable {
  /// The name in scenario files: `ddr4`.
  public let name: String
  /// The name for people.
  public let title: String
  /// Power at rest.
  public let idle: Watts
  /// Power at full work, the middle of its range.
  public let active: Watts
  /// The range in which real parts lie at full work.
  public let range: ClosedRange<Watts>
  /// Where the figures come from.
  public let source: String

  /// Creates a part; its power at rest is at most that at work.
  public init(name: String, title: String, idle: Watts, range: ClosedRange<Watts>, source: String) {
    let active = (range.lowerBound + range.upperBound) / 2
    precondition(idle >= .zero && idle <= active, "a part at rest draws no more than at work")
    self.name = name
    self.title = title
    self.idle = idle
    self.active = active
    self.range = range
    self.source = source
  }

  /// The power at a utilization of 0...1.
  public func draw(at utilization: Fraction) -> Watts { idle + (active - idle) * utilization }

  private static let memory = "typical of data sheets; from memory, medium confidence"

  private init(_ name: String, _ title: String, idle: Double, _ low: Double, _ high: Double) {
    self.init(
      name: name, title: title, idle: Watts(idle), range: Watts(low)...Watts(high),
      source: ComponentPower.memory)
  }

  /// A memory module whose power at rest is a share of that at work: about 40 % for those since DDR3, more for those
  /// before, whose buffers never rest.
  private static func memory(
    _ name: String, _ title: String, _ low: Double, _ high: Double, resting share: Double = 0.4
  ) -> ComponentPower {
    ComponentPower(name, title, idle: (low + high) / 2 * share, low, high)
  }

  /// Fully buffered DIMM, 2006 to 2008: its buffer always works.
  public static let fullyBuffered = memory("fb-dimm", "fully buffered DIMM", 8, 12, resting: 0.8)
  /// Registered DDR2.
  public static let ddr2 = memory("ddr2", "registered DDR2 DIMM", 4, 5, resting: 0.6)
  /// DDR3 at 1.5 V.
  public static let ddr3 = memory("ddr3", "DDR3 DIMM, 1.5 V", 3, 5)
  /// DDR3 at 1.35 V.
  public static let ddr3Low = memory("ddr3-low", "DDR3 DIMM, 1.35 V", 2, 3.5)
  /// DDR4.
  public static let ddr4 = memory("ddr4", "DDR4 DIMM", 3, 5)
  /// DDR5.
  public static let ddr5 = memory("ddr5", "DDR5 DIMM", 5, 9)
  /// Disk, 3.5 inch, 15 000 rpm.
  public static let disk15k = ComponentPower("disk-15k", "3.5-inch disk, 15k", idle: 10.5, 12, 18)
  /// Disk, 2.5 inch, 10 000 rpm.
  public static let disk10k = ComponentPower("disk-10k", "2.5-inch disk, 10k", idle: 4, 6, 9)
  /// Disk, 7 200 rpm, nearline.
  public static let diskNearline = ComponentPower("disk-7k", "nearline disk, 7.2k", idle: 6, 8, 11)
  /// SATA solid-state disk.
  public static let sataSSD = ComponentPower("ssd-sata", "SATA solid-state disk", idle: 0.75, 2, 4)
  /// NVMe solid-state disk.
  public static let nvmeSSD = ComponentPower("ssd-nvme", "NVMe solid-state disk", idle: 4.5, 8, 25)
  /// Port of 1 Gbit/s Ethernet.
  public static let port1G = ComponentPower("port-1g", "1 Gbit/s Ethernet port", idle: 1, 1, 2)
  /// Port of 10 Gbit/s Ethernet over twisted pair.
  public static let port10GBaseT = ComponentPower("port-10gbase-t", "10GBASE-T port", idle: 3, 3, 6)
  /// Port with a small pluggable module.
  public static let portSFP = ComponentPower("port-sfp", "SFP+ port", idle: 1, 1, 1)
  /// Port of 100 Gbit/s Ethernet.
  public static let port100G = ComponentPower("port-100g", "100 Gbit/s Ethernet port", idle: 4, 4, 8)
  /// Network card of 10 or 25 Gbit/s.
  public static let networkCard = ComponentPower("nic-25g", "10 or 25 Gbit/s network card", idle: 8, 8, 15)
  /// Storage host bus adapter.
  public static let hostBusAdapter = ComponentPower("hba", "host bus adapter", idle: 8, 8, 10)
  /// Array controller.
  public static let arrayController = ComponentPower("raid", "array controller", idle: 8, 8, 15)
  /// Management controller, always on.
  public static let managementController = ComponentPower("bmc", "management controller", idle: 5.5, 3, 8)

  /// Every part.
  public static let all = [
    fullyBuffered, ddr2, ddr3, ddr3Low, ddr4, ddr5, disk15k, disk10k, diskNearline, sataSSD, nvmeSSD, port1G,
    port10GBaseT, portSFP, port100G, networkCard, hostBusAdapter, arrayController, managementController,
  ]

  /// The part of a name.
  public static func named(_ name: String) -> ComponentPower? { all.first { $0.name == name } }
}
