public import Quantities

/// When live migration stops copying a running guest and moves it.
///
/// The last copy is made with the guest stopped as soon as one of these holds after a round:
///
/// - what is left is no more than ``threshold``,
/// - ``mostRounds`` rounds have been made,
/// - what was sent exceeds ``mostSent`` times the guest's memory.
///
/// **Source**: C. Clark et al., *Live Migration of Virtual Machines*, NSDI 2005, and Xen's 29 rounds and three times the
/// memory (from memory, high confidence). The threshold of 50 pages is Xen's.
public struct PreCopyRules: Sendable, Hashable {
  /// What is left when it is little enough.
  public let threshold: Bytes
  /// The most rounds before the guest is stopped.
  public let mostRounds: Int
  /// The most that is sent before the guest is stopped, in times its memory.
  public let mostSent: Double
  /// Time the guest is stopped beside the last copy: devices, network, activation.
  public let fixedDowntime: Estimate<Seconds>

  /// Creates rules; at least one round.
  public init(
    threshold: Bytes, mostRounds: Int = 29, mostSent: Double = 3, fixedDowntime: Estimate<Seconds>
  ) {
    precondition(threshold >= .zero && mostRounds >= 1 && mostSent > 0, "a round is made")
    self.threshold = threshold
    self.mostRounds = mostRounds
    self.mostSent = mostSent
    self.fixedDowntime = fixedDowntime
  }

  /// Xen 3.
  public static let xen3 = PreCopyRules(
    threshold: Bytes(50 * 4096),
    fixedDowntime: Estimate(
      Seconds(0.06), in: Seconds(0.03)...Seconds(0.1), source: "Clark et al., NSDI 2005: 30 to 100 ms",
      confidence: .memoryMedium))
}
