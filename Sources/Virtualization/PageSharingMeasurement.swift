public import Quantities
public import Workload

/// What a hypervisor was measured to reclaim by keeping common pages once.
///
/// **Source**: C. Waldspurger, *Memory Resource Management in VMware ESX Server*, OSDI 2002, production
/// deployments (digits from memory, high confidence).
public struct PageSharingMeasurement: Sendable, Hashable {
  /// The system of the guests.
  public let family: OperatingSystem.Family
  /// How many there were.
  public let guests: Int
  /// Their memory together.
  public let configured: Bytes
  /// The part of it that was reclaimed.
  public let reclaimed: Fraction

  /// The share of their memory that the guests must have in common for ``PageSharing`` to give what was measured.
  public var impliedCommon: Fraction { reclaimed / (1 - 1 / Double(guests)) }

  /// Ten guests with Windows NT.
  public static let windows = PageSharingMeasurement(
    family: .windows, guests: 10, configured: Bytes(mebibytes: 2048), reclaimed: Fraction(percent: 32.9))
  /// Nine guests with Linux.
  public static let nineLinux = PageSharingMeasurement(
    family: .linux, guests: 9, configured: Bytes(mebibytes: 1846), reclaimed: Fraction(percent: 18.7))
  /// Five guests with Linux.
  public static let fiveLinux = PageSharingMeasurement(
    family: .linux, guests: 5, configured: Bytes(mebibytes: 1658), reclaimed: Fraction(percent: 7.2))

  /// Every deployment, in the order of the source.
  public static let all = [windows, nineLinux, fiveLinux]
}
