public import Quantities

/// A device as the NetBox community library describes it: what it is to a rack and which ports and bays it has.
///
/// The schema knows no processors, no power curve, no bay geometry and no price; those stand in a sidecar document.
public struct DeviceType: Sendable, Hashable {
  /// What a device is to another one.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// It has bays for children.
    case parent
    /// It sits in a bay of a parent and has no height of its own.
    case child
  }

  /// Where an interface leads.
  public struct Interface: Sendable, Hashable {
    /// The label on the device.
    public let name: String
    /// The medium, such as `1000base-t`.
    public let type: String
    /// Whether it serves the management of the device only.
    public let isManagement: Bool
  }

  /// An inlet of power.
  public struct PowerPort: Sendable, Hashable {
    /// The label on the device.
    public let name: String
    /// The most it takes; nil when not stated.
    public let maximumDraw: Watts?
    /// What is budgeted for it; nil when not stated.
    public let allocatedDraw: Watts?
  }

  /// Who makes it.
  public let manufacturer: String
  /// The model as its maker names it.
  public let model: String
  /// The name in catalogues, such as `hp-dl380-g4`.
  public let slug: String
  /// Its height; zero for a child.
  public let height: RackUnits
  /// Whether it takes the full depth of a rack.
  public let isFullDepth: Bool
  /// The way of the air through it, such as `front-to-rear`; nil when not stated.
  public let airflow: String?
  /// Its mass; nil when not stated.
  public let weight: Kilograms?
  /// What it is to another device; nil when it stands alone.
  public let role: Role?
  /// Inlets of power.
  public let powerPorts: [PowerPort]
  /// Network interfaces.
  public let interfaces: [Interface]
  /// How many serial or keyboard consoles it has.
  public let consolePorts: Int
  /// Labels of the bays for children.
  public let deviceBays: [String]
  /// Labels of the bays for modules: supplies, fans, switches.
  public let moduleBays: [String]
}
