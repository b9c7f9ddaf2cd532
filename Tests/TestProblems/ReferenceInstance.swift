internal import Foundation
public import Placement
internal import Quantities
internal import TestSupport

/// A generated packing instance of `refopt` with a proven optimum or a certified bound.
public struct ReferenceInstance: Decodable {
  struct Kind: Decodable {
    let id: String
    let capacity: [Int32]
    let count: Int?
    let price: Double
    let idleW: Double
    let peakW: Double
  }
  struct Guests: Decodable {
    let size: [Int32]
    let count: Int
  }
  struct Known: Decodable {
    let bestKnown: Int64
    let lowerBound: Int64
    let baselines: [String: Int]?
  }
  public let name: String
  let objective: String
  let dimensions: [String]
  let hostTypes: [Kind]
  let guestTypes: [Guests]
  let reference: Known

  /// Reads an instance from the reference data.
  public init(_ name: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(ReferenceInstance.self, from: try ReferenceData.data("refopt/\(name).json"))
  }

  /// Every packing instance there is, by name; none without the reference data.
  public static func all() -> [ReferenceInstance] {
    let folder = ReferenceData.folder.appendingPathComponent("refopt")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    // Those with rules have another form, and are left out here.
    return files.filter { $0.hasSuffix(".json") }.compactMap {
      try? ReferenceInstance(String($0.dropLast(".json".count)))
    }
  }

  /// The best value that is known.
  public var bestKnown: Int64 { reference.bestKnown }
  /// The best bound that another solver has proven.
  public var lowerBound: Int64 { reference.lowerBound }
  /// The hosts that rules of the literature need, by another implementation of them.
  public var baselines: [String: Int] { reference.baselines ?? [:] }

  /// The problem on the hosts that a good plan can use.
  public var problem: PlacementProblem {
    let objective: PlacementObjective =
      switch self.objective {
      case "min_price": .price
      case "min_power_mw": .energy(drivenBy: 0)
      default: .hosts
      }
    let supplies = hostTypes.map { kind in
      HostSupply(
        HostType(
          kind.id, capacity: kind.capacity, price: Money(kind.price * 1e-6, .usd),
          idlePower: Watts(kind.idleW), peakPower: Watts(kind.peakW)),
        limit: kind.count)
    }
    let guests = guests
    return problem(HostTable(supplying: supplies, for: guests, objective: objective), guests, objective)
  }

  /// The problem on as many hosts of the first type as there are guests.
  public var roomyProblem: PlacementProblem {
    let guests = guests
    return problem(
      HostTable(guests.count, of: HostType("host", capacity: hostTypes[0].capacity)), guests, .hosts)
  }

  private func problem(
    _ hosts: HostTable, _ guests: GuestTable, _ objective: PlacementObjective
  ) -> PlacementProblem {
    PlacementProblem(
      resources: dimensions.map { Resource($0, unit: "units") }, guests: guests, hosts: hosts,
      objective: objective)
  }

  /// Guests in a fixed shuffle, as they would arrive.
  private var guests: GuestTable {
    var sizes = guestTypes.flatMap { [[Int32]](repeating: $0.size, count: $0.count) }
    var random = SeededGenerator(seed: 1)
    sizes.shuffle(using: &random)
    var guests = GuestTable(resourceCount: dimensions.count)
    for size in sizes { guests.append(size: size) }
    return guests
  }
}
