public import Quantities
public import Workload

/// What a technique itself takes of each host, whatever runs on it.
public struct HostCost: Sendable, Hashable {
  /// Memory of the hypervisor and its control system.
  public let memory: Estimate<Bytes>
  /// Share of the host's throughput that they use.
  public let work: Estimate<Fraction>

  /// Creates a cost.
  public init(memory: Estimate<Bytes>, work: Estimate<Fraction>) {
    self.memory = memory
    self.work = work
  }
}

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

/// The years in which something is offered.
public struct YearSpan: Sendable, Hashable, CustomStringConvertible {
  /// The first year.
  public let first: Int
  /// The last year; nil while it is still offered.
  public let last: Int?

  /// Creates a span.
  ///
  /// - Precondition: the last year is not before the first.
  public init(from first: Int, until last: Int? = nil) {
    precondition(last.map { $0 >= first } ?? true, "years run forward")
    self.first = first
    self.last = last
  }

  /// Whether a year is in the span.
  public func contains(_ year: Int) -> Bool { year >= first && year <= last ?? year }

  /// The span in words: `from 2003`, `2001 to 2007`.
  public var description: String { last.map { "\(first) to \($0)" } ?? "from \(first)" }
}
