public import Quantities

/// What a guest gets of a host that is short of something, and what has been promised for it.
public struct ResourceTerms: Sendable, Hashable {
  /// How fast a guest answers.
  public struct Response: Sendable, Hashable {
    /// The time of a request on a host with nobody else.
    public var alone: Seconds
    /// The time that has been promised.
    public var promised: Seconds

    /// Creates a promise.
    public init(alone: Seconds, promised: Seconds) {
      self.alone = alone
      self.promised = promised
    }

    /// How many times as long as alone a request may take.
    public var allowedStretch: Double { promised / alone }
  }

  /// Its weight against other guests.
  public var shares: Int
  /// The most it may use, as a share of the machine it was measured on; nil for all it asks for.
  public var limit: Fraction?
  /// Whether work that is not done at once waits until it is; otherwise it is lost.
  public var waits: Bool
  /// The part of its memory that it touches in a while.
  public var activeMemory: Fraction
  /// Whether it lives on memory traffic, and so slows others through caches and memory.
  public var isMemoryBound: Bool
  /// What it reads and writes, and what it sends and receives, at the full demand of the machine it was measured on.
  public var disk: BitsPerSecond
  public var network: BitsPerSecond
  /// What has been promised; nil for nothing.
  public var response: Response?

  /// Creates terms.
  public init(
    shares: Int = usualShares, limit: Fraction? = nil, waits: Bool = false, activeMemory: Fraction = .one,
    isMemoryBound: Bool = false, disk: BitsPerSecond = .zero, network: BitsPerSecond = .zero,
    response: Response? = nil
  ) {
    precondition(shares > 0, "a guest has a share")
    self.shares = shares
    self.limit = limit
    self.waits = waits
    self.activeMemory = activeMemory
    self.isMemoryBound = isMemoryBound
    self.disk = disk
    self.network = network
    self.response = response
  }

  /// The weight of guests about which nothing is said.
  public static let usualShares = 1000
  /// Equal shares, no limit, nothing promised.
  public static let usual = ResourceTerms()
}
