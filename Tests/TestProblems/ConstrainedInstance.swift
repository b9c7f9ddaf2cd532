internal import Foundation
public import Placement
internal import Quantities
internal import TestSupport

/// A generated instance of `refopt` with racks, groups, power budgets and licences, and its best known value.
public struct ConstrainedInstance: Decodable {
  public struct Host: Decodable {
    public let id: String
    public let type: String
    public let rack: String
    public let capacity: [Int32]
    public let price: Double
    public let idleW: Int64
    public let peakW: Int64
  }
  public struct Guest: Decodable {
    public let size: [Int32]
    public let group: String?
    public let licence: String?
    public let currentHost: String?
  }
  public struct Constraints: Decodable {
    /// What a rack may draw at most, in milliwatts.
    public let rackPowerBudgetMw: [String: Int64]
    public let licenceCostPerHost: [String: Double]
  }
  struct Reference: Decodable {
    let bestKnown: [Int64]
    let lowerBound: [Int64]

    enum CodingKeys: CodingKey {
      case bestKnown, lowerBound
    }

    /// One figure, or a price and the memory moved.
    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      func figures(_ key: CodingKeys) throws -> [Int64] {
        if let one = try? values.decode(Int64.self, forKey: key) { return [one] }
        return try values.decode([Int64].self, forKey: key)
      }
      bestKnown = try figures(.bestKnown)
      lowerBound = try figures(.lowerBound)
    }
  }

  public let name: String
  let dimensions: [String]
  public let hosts: [Host]
  public let guests: [Guest]
  public let constraints: Constraints
  let objective: String
  let reference: Reference

  /// Reads an instance from the reference data.
  public init(_ name: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(
      ConstrainedInstance.self, from: try ReferenceData.data("refopt/\(name).json"))
  }

  /// The best known price of hosts with licences; where guests are moved, then the GiB moved.
  public var bestKnown: [Int64] { reference.bestKnown }
  /// What the other solver proved of it.
  public var lowerBound: [Int64] { reference.lowerBound }
  /// The host that each guest is on today, of those that have one.
  public var current: [Int32] {
    guests.compactMap { guest in
      hosts.firstIndex { $0.id == guest.currentHost }.map { Int32(truncatingIfNeeded: $0) }
    }
  }

  /// The problem, with prices in millionths.
  ///
  /// - Parameter hasBudgets: whether the power of racks is a rule of it.
  public func problem(hasBudgets: Bool = true) -> PlacementProblem {
    var types: [HostType] = []
    let typeOfHost = hosts.map { host in
      let type = HostType(
        host.type, capacity: host.capacity, price: Money(host.price * 1e-6, .usd),
        idlePower: Watts(Double(host.idleW)), peakPower: Watts(Double(host.peakW)))
      if let known = types.firstIndex(of: type) { return Int32(truncatingIfNeeded: known) }
      types.append(type)
      return Int32(truncatingIfNeeded: types.count - 1)
    }
    let racks = constraints.rackPowerBudgetMw.keys.sorted()
    let rackOfHost = hosts.map { host in
      Int32(truncatingIfNeeded: racks.firstIndex(of: host.rack) ?? 0)
    }
    let table = HostTable(
      types: types, typeOfHost: typeOfHost, domains: [FailureDomains("rack", domainOfHost: rackOfHost)])
    var guests = GuestTable(resourceCount: dimensions.count)
    for guest in self.guests { guests.append(size: guest.size) }
    let limits = racks.map { Watts(Double(constraints.rackPowerBudgetMw[$0] ?? 0) / 1000) }
    let power = Budget.power("rack power", over: .domain(0), limits: limits, of: table)
    return PlacementProblem(
      resources: dimensions.map { Resource($0, unit: "units") }, guests: guests, hosts: table,
      separations: separations,
      rules: PlacementRules(licences: licences, budgets: hasBudgets ? [power] : []), objective: .price)
  }

  private func members(_ matches: (Guest) -> Bool) -> [Int32] {
    guests.indices.filter { matches(guests[$0]) }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// An instance of the same kind with other guests and hosts: as many of each, drawn from those of this one; groups of two to
  /// five equal guests, a licence for one guest in five, and racks that may draw 72 % of what is on their nameplates.
  public func redrawn(seed: UInt64) -> ConstrainedInstance {
    var random = SeededGenerator(seed: seed)
    let kinds = guests.filter { $0.group == nil }
    let licences = constraints.licenceCostPerHost.keys.sorted()
    var drawn: [Guest] = []
    while drawn.count < guests.count {
      let size = kinds[Int.random(in: kinds.indices, using: &random)].size
      let licence = Int.random(in: 0..<5, using: &random) == 0 ? licences.randomElement(using: &random) : nil
      let copies =
        Int.random(in: 0..<8, using: &random) == 0
        ? min(Int.random(in: 2...5, using: &random), guests.count - drawn.count) : 1
      let group = copies > 1 ? "group \(drawn.count)" : nil
      drawn += Array(
        repeating: Guest(size: size, group: group, licence: licence, currentHost: nil), count: copies)
    }
    let places = hosts.map { host in
      let kind = hosts[Int.random(in: hosts.indices, using: &random)]
      return Host(
        id: host.id, type: kind.type, rack: host.rack, capacity: kind.capacity, price: kind.price,
        idleW: kind.idleW, peakW: kind.peakW)
    }
    let budgets = constraints.rackPowerBudgetMw.keys.map { rack in
      (rack, 720 * places.filter { $0.rack == rack }.reduce(0) { $0 + $1.peakW })
    }
    return ConstrainedInstance(
      name: name, dimensions: dimensions, hosts: places, guests: drawn,
      constraints: Constraints(
        rackPowerBudgetMw: Dictionary(uniqueKeysWithValues: budgets),
        licenceCostPerHost: constraints.licenceCostPerHost), objective: objective, reference: reference)
  }

  private init(
    name: String, dimensions: [String], hosts: [Host], guests: [Guest], constraints: Constraints,
    objective: String, reference: Reference
  ) {
    self.name = name
    self.dimensions = dimensions
    self.hosts = hosts
    self.guests = guests
    self.constraints = constraints
    self.objective = objective
    self.reference = reference
  }

  /// Guests of a group stand on different hosts, and no more than half of them in one rack.
  private var separations: [Separation] {
    Set(guests.compactMap(\.group)).sorted().flatMap { group in
      let own = members { $0.group == group }
      return [
        Separation(group, guests: own),
        Separation(
          "\(group) over racks", guests: own, over: .domain(0), limit: Int32((own.count + 1) / 2)),
      ]
    }
  }

  private var licences: [Licence] {
    guard objective == "min_price_plus_licences" else { return [] }
    return constraints.licenceCostPerHost.keys.sorted().map { name in
      Licence(
        name, guests: members { $0.licence == name },
        pricePerHost: Money((constraints.licenceCostPerHost[name] ?? 0) * 1e-6, .usd))
    }
  }
}
