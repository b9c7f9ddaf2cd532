/// A kind of capacity that hosts offer and guests take, counted in whole units that the caller chooses.
///
/// Amounts are integers (`Int32`), so that sums never drift and a full host is exactly full. Choose the unit fine
/// enough to be fair and coarse enough that the largest host stays far below two thousand million: MiB, MHz, Mbit/s.
public struct Resource: Hashable, Sendable, CustomStringConvertible {
  /// The name, such as `memory`.
  public let name: String
  /// What one unit is, such as `MiB`.
  public let unit: String

  /// Creates a resource.
  public init(_ name: String, unit: String) {
    self.name = name
    self.unit = unit
  }

  /// Computing work, in units of the caller.
  public static func cpu(unit: String) -> Resource { Resource("cpu", unit: unit) }
  /// Memory in MiB.
  public static let memory = Resource("memory", unit: "MiB")
  /// Disk space in GiB.
  public static let disk = Resource("disk", unit: "GiB")
  /// Network rate in Mbit/s.
  public static let network = Resource("network", unit: "Mbit/s")

  /// The name.
  public var description: String { name }
}
