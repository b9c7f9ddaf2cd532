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
  public let fixedDowntime: Seconds

  /// Creates rules; at least one round.
  public init(
    threshold: Bytes, mostRounds: Int = 29, mostSent: Double = 3,
    fixedDowntime: Seconds = usualFixedDowntime.value
  ) {
    precondition(threshold >= .zero && mostRounds >= 1 && mostSent > 0, "a round is made")
    precondition(fixedDowntime >= .zero, "times are not negative")
    self.threshold = threshold
    self.mostRounds = mostRounds
    self.mostSent = mostSent
    self.fixedDowntime = fixedDowntime
  }

  /// Time a guest is stopped beside the last copy.
  public static let usualFixedDowntime = Estimate(
    Seconds(0.06), in: Seconds(0.03)...Seconds(0.1), source: "Clark et al., NSDI 2005: 30 to 100 ms",
    confidence: .memoryMedium)

  /// Xen 3.
  public static let xen3 = PreCopyRules(threshold: Bytes(50 * 4096))
}
