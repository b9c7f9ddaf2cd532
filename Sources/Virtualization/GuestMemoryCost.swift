public import Quantities

/// Memory that a technique takes for each guest beyond what the guest is configured with.
public struct GuestMemoryCost: Sendable, Hashable {
  /// The same for every guest.
  public let fixed: Estimate<Bytes>
  /// In proportion to the guest's memory beyond ``exempt``.
  public let share: Estimate<Fraction>
  /// Memory of the guest that the share is not taken of.
  public let exempt: Bytes

  /// Creates a cost.
  public init(fixed: Estimate<Bytes>, share: Estimate<Fraction>, exempt: Bytes = .zero) {
    self.fixed = fixed
    self.share = share
    self.exempt = exempt
  }

  /// The overhead of a guest.
  public func overhead(of memory: Bytes) -> Bytes {
    fixed.value + max(.zero, memory - exempt) * share.value
  }

  /// A share of the guest's memory and nothing fixed: the middle of a range in per cent.
  static func share(percent range: ClosedRange<Double>, confidence: Confidence) -> GuestMemoryCost {
    let source = "page tables and device queues grow with the guest"
    return GuestMemoryCost(
      fixed: Estimate(exactly: .zero, source: source, confidence: confidence),
      share: Estimate(percent: range, source: source, confidence: confidence))
  }
}
