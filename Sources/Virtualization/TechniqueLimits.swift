public import Quantities

/// The ceilings of a product; nil where it has none worth naming.
public struct TechniqueLimits: Sendable, Hashable {
  /// Most virtual processors of a guest.
  public let virtualCPUsPerGuest: Int?
  /// Most memory of a guest.
  public let memoryPerGuest: Bytes?
  /// Most guests on a host.
  public let guestsPerHost: Int?
  /// Most virtual processors on a host.
  public let virtualCPUsPerHost: Int?
  /// Virtual processors per core that people put up with in practice.
  public let virtualCPUsPerCore: Estimate<Double>?
  /// Where the ceilings come from.
  public let source: String

  /// Creates limits.
  public init(
    virtualCPUsPerGuest: Int? = nil, memoryPerGuest: Bytes? = nil, guestsPerHost: Int? = nil,
    virtualCPUsPerHost: Int? = nil, virtualCPUsPerCore: Estimate<Double>? = nil, source: String
  ) {
    self.virtualCPUsPerGuest = virtualCPUsPerGuest
    self.memoryPerGuest = memoryPerGuest
    self.guestsPerHost = guestsPerHost
    self.virtualCPUsPerHost = virtualCPUsPerHost
    self.virtualCPUsPerCore = virtualCPUsPerCore
    self.source = source
  }
}
