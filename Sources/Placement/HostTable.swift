public import Quantities

/// A kind of host: what one of them offers.
public struct HostType: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// The amount of each resource, not negative.
  public let capacity: [Int32]
  /// The largest number of guests on one host, or nil when only the resources limit it.
  public let guestLimit: Int32?
  /// What one host costs, when the price matters.
  public let price: Money?
  /// What one host draws without load, when power matters.
  public let idlePower: Watts?
  /// What one host draws at full load, when power matters.
  public let peakPower: Watts?

  /// Creates a host type.
  public init(
    _ name: String, capacity: [Int32], guestLimit: Int32? = nil, price: Money? = nil, idlePower: Watts? = nil,
    peakPower: Watts? = nil
  ) {
    precondition(capacity.allSatisfy { $0 >= 0 }, "a host cannot offer a negative amount")
    precondition((guestLimit ?? 0) >= 0, "a guest limit cannot be negative")
    precondition((price?.millionths ?? 0) >= 0, "a host is not paid for being used")
    self.name = name
    self.capacity = capacity
    self.guestLimit = guestLimit
    self.price = price
    self.idlePower = idlePower
    self.peakPower = peakPower
  }
}

/// One way to group hosts by what they lose together: enclosures, racks, feeds.
public struct FailureDomains: Hashable, Sendable {
  /// What one domain is, such as `enclosure`.
  public let name: String
  /// The domain of each host, from 0.
  public let domainOfHost: [Int32]
  /// How many domains there are.
  public let count: Int

  /// Creates a grouping. A host that shares its fate with no other gets a domain of its own.
  public init(_ name: String, domainOfHost: [Int32]) {
    precondition(domainOfHost.allSatisfy { $0 >= 0 }, "every host is in a domain")
    self.name = name
    self.domainOfHost = domainOfHost
    self.count = Int((domainOfHost.max() ?? -1) + 1)
  }

  /// Domains of equal size, filled in host order.
  public init(_ name: String, hosts: Int, hostsPerDomain: Int) {
    precondition(hostsPerDomain > 0, "a domain holds at least one host")
    self.init(name, domainOfHost: (0..<hosts).map { Int32($0 / hostsPerDomain) })
  }
}

/// What separates hosts, or is lost at once: a single host, or a domain of one of the problem's groupings.
public enum FailureLevel: Hashable, Sendable {
  /// Each host on its own.
  case host
  /// The domains of ``HostTable/domains`` at this index.
  case domain(Int)
}

/// The hosts of a problem as parallel arrays; a host is an index from 0. Policies open hosts in index order,
/// so the order is the caller's preference.
public struct HostTable: Hashable, Sendable {
  /// The host types.
  public let types: [HostType]
  /// The type of each host. How many hosts of a type are listed is the limit of that type.
  public let typeOfHost: [Int32]
  /// Groupings of the hosts into failure domains, such as enclosures first and racks second.
  public let domains: [FailureDomains]

  /// Creates a table of listed hosts.
  public init(types: [HostType], typeOfHost: [Int32], domains: [FailureDomains] = []) {
    precondition(!types.isEmpty, "there is at least one host type")
    precondition(
      types.allSatisfy { $0.capacity.count == types[0].capacity.count }, "all types offer the same resources")
    precondition(typeOfHost.allSatisfy { types.indices.contains(Int($0)) }, "a host has a listed type")
    precondition(
      domains.allSatisfy { $0.domainOfHost.count == typeOfHost.count }, "a grouping covers every host")
    self.types = types
    self.typeOfHost = typeOfHost
    self.domains = domains
  }

  /// Equal hosts.
  public init(_ count: Int, of type: HostType, domains: [FailureDomains] = []) {
    self.init(types: [type], typeOfHost: [Int32](repeating: 0, count: count), domains: domains)
  }

  /// How many hosts there are.
  public var count: Int { typeOfHost.count }

  /// The type of a host.
  public func type(of host: Int32) -> HostType { types[Int(typeOfHost[Int(host)])] }

  /// The unit of a level that a host is in: the host itself, or its domain.
  @inlinable public func unit(of host: Int32, at level: FailureLevel) -> Int32 {
    switch level {
    case .host: host
    case .domain(let grouping): domains[grouping].domainOfHost[Int(host)]
    }
  }

  /// How many units a level has.
  public func unitCount(at level: FailureLevel) -> Int {
    switch level {
    case .host: count
    case .domain(let grouping): domains[grouping].count
    }
  }

  /// What one unit of a level is called.
  public func name(of level: FailureLevel) -> String {
    switch level {
    case .host: "host"
    case .domain(let grouping): domains[grouping].name
    }
  }
}
