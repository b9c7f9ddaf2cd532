import Foundation
import Placement
import Quantities

/// The instances of `refopt` with racks, groups, power budgets and licences, and how near the default search comes.
struct ConstrainedInstances: Decodable {
  private struct Host: Decodable {
    let type: String
    let rack: String
    let capacity: [Int32]
    let price: Double
    let idleW: Double
    let peakW: Double
  }
  private struct Guest: Decodable {
    let size: [Int32]
    let group: String?
    let licence: String?
  }
  private struct Constraints: Decodable {
    let rackPowerBudgetMw: [String: Double]
    let licenceCostPerHost: [String: Double]
  }
  private let dimensions: [String]
  private let hosts: [Host]
  private let guests: [Guest]
  private let constraints: Constraints
  private let objective: String

  private static let known: [(name: String, best: Int64, bound: Int64)] = [
    ("cons-24-500", 434, 434), ("cons-40-500", 928, 854), ("cons-60-500", 683, 551),
    ("migr-24-500", 328, 328),
    ("migr-48-500", 510, 510),
  ]

  /// One line an instance; none without the reference data.
  static func measurements() -> [Measurement] {
    guard let folder = PlacementInstances.folder else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return known.compactMap { name, best, bound in
      let path = folder.appendingPathComponent("refopt/\(name).json")
      guard let data = try? Data(contentsOf: path),
        let problem = try? decoder.decode(ConstrainedInstances.self, from: data).problem()
      else { return nil }
      var plan: PlacementPlan?
      let seconds = ProcessorClock.least(of: 1) { plan = Portfolio().plan(for: problem) }
      let (value, proven) = (plan?.value ?? 0, plan?.bound.value ?? 0)
      let isSound = plan.map { PlacementChecker(problem).violations(of: $0).isEmpty } ?? false
      return Measurement(
        name: "portfolio with rules, \(name)", value: seconds, unit: "s CPU",
        ratio: 100 * (Double(value) / Double(best) - 1),
        ratioUnit: "% above best known \(best); bound \(proven), certified \(bound)",
        target: "0.5 %, bound not above best",
        isMet: isSound && Double(value) <= Double(best) * 1.005 && proven <= best)
    }
  }

  private func problem() -> PlacementProblem {
    var types: [HostType] = []
    let typeOfHost = hosts.map { host in
      let type = HostType(
        host.type, capacity: host.capacity, price: Money(host.price * 1e-6, .usd),
        idlePower: Watts(host.idleW), peakPower: Watts(host.peakW))
      if let known = types.firstIndex(of: type) { return Int32(known) }
      types.append(type)
      return Int32(types.count - 1)
    }
    let racks = constraints.rackPowerBudgetMw.keys.sorted()
    let rackOfHost = hosts.map { Int32(racks.firstIndex(of: $0.rack) ?? 0) }
    let table = HostTable(
      types: types, typeOfHost: typeOfHost, domains: [FailureDomains("rack", domainOfHost: rackOfHost)])
    var guests = GuestTable(resourceCount: dimensions.count)
    for guest in self.guests { guests.append(size: guest.size) }
    func members(_ matches: (Guest) -> Bool) -> [Int32] {
      self.guests.indices.filter { matches(self.guests[$0]) }.map(Int32.init)
    }
    let groups = Set(self.guests.compactMap(\.group)).sorted()
    let separations = groups.flatMap { group in
      let own = members { $0.group == group }
      return [
        Separation(group, guests: own),
        Separation(
          "\(group) over racks", guests: own, over: .domain(0), limit: Int32((own.count + 1) / 2)),
      ]
    }
    let licences =
      objective == "min_price_plus_licences"
      ? constraints.licenceCostPerHost.keys.sorted().map { name in
        Licence(
          name, guests: members { $0.licence == name },
          pricePerHost: Money((constraints.licenceCostPerHost[name] ?? 0) * 1e-6, .usd))
      } : []
    let power = Budget.power(
      "rack power", over: .domain(0),
      limits: racks.map { Watts((constraints.rackPowerBudgetMw[$0] ?? 0) / 1000) },
      of: table)
    return PlacementProblem(
      resources: dimensions.map { Resource($0, unit: "units") }, guests: guests, hosts: table,
      separations: separations, rules: PlacementRules(licences: licences, budgets: [power]), objective: .price
    )
  }
}
