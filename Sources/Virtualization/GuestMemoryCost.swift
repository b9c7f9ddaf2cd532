public import Quantities

/// Memory that a technique takes for each guest beyond what the guest is configured with.
public struct GuestMemoryCost: Sendable, Hashable {
  /// The same for every guest.
  public let fixed: Estimate<Bytes>
  /// In proportion to the guest's memory.
  public let share: Estimate<Fraction>

  /// Creates a cost.
  public init(fixed: Estimate<Bytes>, share: Estimate<Fraction>) {
    self.fixed = fixed
    self.share = share
  }

  /// The overhead of a guest.
  public func overhead(of memory: Bytes) -> Bytes { fixed.value + memory * share.value }
}
