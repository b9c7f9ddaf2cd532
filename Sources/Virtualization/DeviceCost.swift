public import Quantities

/// What virtual devices do to traffic beyond the processor time it takes.
///
/// The processor time is in ``Efficiency``; these are the ceilings and delays that remain with idle processors.
///
/// **Source**: W. Felter et al., *An Updated Performance Comparison of Virtual Machines and Linux Containers*, IBM
/// RC25482, 2014, for KVM and containers (digits from memory, high confidence).
public struct DeviceCost: Sendable, Hashable {
  /// The part of a disk's random operations a second that guests together reach; nil if all or not known.
  public let randomDisk: Estimate<Fraction>?
  /// How many times as long a network round trip takes; nil if not known.
  public let networkDelay: Estimate<Double>?

  /// Creates a cost.
  public init(randomDisk: Estimate<Fraction>? = nil, networkDelay: Estimate<Double>? = nil) {
    self.randomDisk = randomDisk
    self.networkDelay = networkDelay
  }

  /// None, or none that is known.
  public static let none = DeviceCost()
}

extension Technique {
  /// The random operations a second that all guests of a host together get out of its disks.
  ///
  /// ```
  /// ceiling = native * share of random operations, or * disk efficiency where that is all that is known
  /// ```
  /// Example: disks of 100 kIOPS give guests of KVM in 2014 some 50.
  public func diskCeiling(of native: OperationsPerSecond) -> OperationsPerSecond {
    native * (devices.randomDisk ?? efficiency.disk).value
  }

  /// The rate that all guests of a host together get out of its network.
  public func networkCeiling(of native: BitsPerSecond) -> BitsPerSecond {
    native * efficiency.network.value
  }

  /// How long a network round trip of a guest takes that natively takes so long.
  public func roundTrip(of native: Seconds) -> Seconds { native * (devices.networkDelay?.value ?? 1) }
}
