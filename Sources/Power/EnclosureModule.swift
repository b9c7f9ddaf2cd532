public import Quantities

/// A kind of module that an enclosure holds beside its blades: a switch, a pass-through, a manager.
public struct EnclosureModule: Sendable, Hashable {
  /// What a module is there for.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// Switches and pass-throughs.
    case interconnect
    /// Managers of the enclosure.
    case management
  }

  /// The name in scenario files: `ethernet-1g`.
  public let name: String
  /// The name for people.
  public let title: String
  /// What it is there for.
  public let purpose: Purpose
  /// DC power of one, the middle of ``range``.
  public let power: Watts
  /// The range in which real modules lie.
  public let range: ClosedRange<Watts>
  /// Where the figures come from.
  public let source: String

  /// Creates a kind of module.
  public init(name: String, title: String, purpose: Purpose, range: ClosedRange<Watts>, source: String) {
    self.name = name
    self.title = title
    self.purpose = purpose
    self.power = (range.lowerBound + range.upperBound) / 2
    self.range = range
    self.source = source
  }

  private static let memory = "typical of a 10U enclosure; from memory, medium confidence"

  private init(_ name: String, _ title: String, _ purpose: Purpose, _ low: Double, _ high: Double) {
    self.init(
      name: name, title: title, purpose: purpose, range: Watts(low)...Watts(high),
      source: EnclosureModule.memory)
  }

  /// A switch of 1 Gbit/s Ethernet.
  public static let ethernet1G = EnclosureModule(
    "ethernet-1g", "A switch of 1 Gbit/s Ethernet", .interconnect, 35, 60)
  /// A virtualized switch of 10 Gbit/s Ethernet.
  public static let ethernet10G = EnclosureModule(
    "ethernet-10g", "A virtualized switch of 10 Gbit/s Ethernet", .interconnect, 60, 90)
  /// A Fibre Channel switch.
  public static let fibreChannel = EnclosureModule(
    "fibre-channel", "A Fibre Channel switch", .interconnect, 25, 50)
  /// A manager of the enclosure.
  public static let manager = EnclosureModule(
    "manager", "A manager of the enclosure", .management, 15, 20)

  /// Every kind.
  public static let all = [ethernet1G, ethernet10G, fibreChannel, manager]

  /// The kind of a name.
  public static func named(_ name: String) -> EnclosureModule? { all.first { $0.name == name } }
}
