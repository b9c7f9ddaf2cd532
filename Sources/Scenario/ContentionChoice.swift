public import Quantities
public import Virtualization

/// What guests of a layout share beside processors, and how it slows them.
public struct ContentionChoice: Sendable, Hashable {
  /// What each memory-bound guest of a host beyond the free ones adds to the time of work.
  public var interference: Interference
  /// Where hosts keep memory that they have no room for; nil for the usual of the time.
  public var swap: SwapMedium?
  /// What the storage and the links of each host carry at most; nil for no ceiling.
  public var disk: BitsPerSecond?
  public var network: BitsPerSecond?

  /// Creates a choice.
  public init(
    interference: Interference = .usual, swap: SwapMedium? = nil, disk: BitsPerSecond? = nil,
    network: BitsPerSecond? = nil
  ) {
    self.interference = interference
    self.swap = swap
    self.disk = disk
    self.network = network
  }
}
