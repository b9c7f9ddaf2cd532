internal import Quantities

/// How many hosts of a type one can have.
public struct HostSupply: Hashable, Sendable {
  /// The type.
  public let type: HostType
  /// The most there are, or nil for as many as one likes.
  public let limit: Int?

  /// Creates a supply.
  public init(_ type: HostType, limit: Int? = nil) {
    precondition((limit ?? 0) >= 0, "a supply cannot be negative")
    self.type = type
    self.limit = limit
  }
}

extension HostTable {
  /// The hosts to choose from when a fleet is sized: limited types in full, and of an unlimited type as many as any
  /// good plan can use, those first that cost least for what they offer.
  ///
  /// Of an unlimited type, `min(guests, 2 Σ_r D_r / C_r + 1)` hosts are listed, where `D_r` is what the guests that fit
  /// the type take of resource r: first fit needs no more of them, because any two of its hosts together take more
  /// than one host offers in some resource. With a guest limit or rules that keep guests apart, as many as guests.
  ///
  /// - Parameters:
  ///   - isSeparated: whether the problem will have separations, a spare rule, or classes that do not run everywhere.
  ///   - objective: what costs are compared.
  public init(
    supplying supplies: [HostSupply], for guests: GuestTable, objective: PlacementObjective,
    isSeparated: Bool = false
  ) {
    let ranked = HostTable.ranked(supplies, for: guests, objective)
    var typeOfHost: [Int32] = []
    for (index, supply) in ranked.enumerated() {
      let enough = HostTable.enough(of: supply.type, for: guests, isSeparated: isSeparated)
      let count = min(supply.limit ?? enough, enough)
      typeOfHost.append(contentsOf: repeatElement(Int32(index), count: count))
    }
    self.init(types: ranked.map(\.type), typeOfHost: typeOfHost)
  }

  private static func enough(of type: HostType, for guests: GuestTable, isSeparated: Bool) -> Int {
    guard type.guestLimit == nil, !isSeparated else { return guests.count }
    let resources = type.capacity.indices
    var demand = [Int64](repeating: 0, count: resources.count)
    for guest in 0..<Int32(guests.count)
    where resources.allSatisfy({ guests.largest(of: guest, $0) <= type.capacity[$0] }) {
      for resource in resources { demand[resource] += Int64(guests.largest(of: guest, resource)) }
    }
    let shares = resources.reduce(0.0) { sum, resource in
      let capacity = Double(type.capacity[resource])
      return capacity > 0 ? sum + Double(demand[resource]) / capacity : sum
    }
    return min(guests.count, Int((2 * shares).rounded(.up)) + 1)
  }

  /// Types by cost for what they offer of the mean guest, the cheapest first.
  private static func ranked(
    _ supplies: [HostSupply], for guests: GuestTable, _ objective: PlacementObjective
  ) -> [HostSupply] {
    guard let first = supplies.first, guests.count > 0 else { return supplies }
    let resources = first.type.capacity.indices
    let mean = resources.map { resource in
      (0..<Int32(guests.count)).reduce(0.0) { $0 + Double(guests.size(of: $1, resource)) }
        / Double(guests.count)
    }
    func costOfMeanGuest(_ type: HostType) -> Double {
      let room = resources.filter { mean[$0] > 0 }.map { Double(type.capacity[$0]) / mean[$0] }.min() ?? 0
      let cost: Double =
        switch objective {
        case .hosts: 1
        case .price: type.price?.amount ?? 0
        case .energy(let driver):
          (type.idlePower?.value ?? 0)
            + ((type.peakPower?.value ?? 0) - (type.idlePower?.value ?? 0)) * room * mean[driver]
            / max(1, Double(type.capacity[driver]))
        }
      return room > 0 ? cost / room : .infinity
    }
    let keyed = supplies.enumerated().map { (costOfMeanGuest($1.type), $0, $1) }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
