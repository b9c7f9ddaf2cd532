public import Quantities

/// How long guests take to appear.
public struct TechniqueTimes: Sendable, Hashable {
  /// From power-on of a guest to service, the host being up.
  public let boot: Estimate<Seconds>
  /// From the wish for a new guest until it can boot, capacity and template being there.
  public let provisioning: Estimate<Seconds>

  /// Creates times.
  public init(boot: Estimate<Seconds>, provisioning: Estimate<Seconds>) {
    self.boot = boot
    self.provisioning = provisioning
  }
}
