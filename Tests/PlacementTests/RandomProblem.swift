import Placement
import Quantities
import TestSupport

/// A random problem with every rule of the form in use somewhere.
func randomProblem(seed: UInt64, guests most: Int = 40, hosts mostHosts: Int = 16) -> PlacementProblem {
  var random = SeededGenerator(seed: seed)
  func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  let all: [Resource] = [.cpu(unit: "MHz"), .memory, .disk, .network]
  let resources = Array(all.prefix(pick(1...4)))
  let types = (0..<pick(1...3)).map { index in
    HostType(
      "type \(index)", capacity: resources.map { _ in Int32(pick(4...40)) },
      guestLimit: pick(0...3) == 0 ? Int32(pick(1...6)) : nil)
  }
  let hostCount = pick(1...mostHosts)
  let hosts = HostTable(
    types: types, typeOfHost: (0..<hostCount).map { _ in Int32(pick(0...types.count - 1)) },
    domains: [
      FailureDomains("enclosure", hosts: hostCount, hostsPerDomain: pick(1...5)),
      FailureDomains("feed", domainOfHost: (0..<hostCount).map { _ in Int32(pick(0...3)) }),
    ])
  let classes = pick(1...3)
  var compatibility = Compatibility(classes: classes, hostTypes: types.count)
  for row in 0..<Int32(classes) {
    for column in 0..<Int32(types.count) where pick(0...4) == 0 { compatibility[row, column] = false }
  }
  var table = GuestTable(resourceCount: resources.count)
  let shapes = (0..<pick(1...8)).map { _ in resources.map { _ in Int32(pick(0...14)) } }
  for _ in 0..<pick(0...most) {
    let size =
      pick(0...3) == 0 ? resources.map { _ in Int32(pick(0...20)) } : shapes[pick(0...shapes.count - 1)]
    table.append(size: size, guestClass: Int32(pick(0...classes - 1)))
  }
  let levels: [FailureLevel] = [.host, .domain(0), .domain(1)]
  let separations = (0..<(table.count > 1 ? pick(0...3) : 0)).map { index in
    Separation(
      "group \(index)", guests: (0..<pick(1...6)).map { _ in Int32(pick(0...table.count - 1)) },
      over: levels[pick(0...2)], limit: Int32(pick(1...2)))
  }
  let spares: [SpareRule] = [
    .none, .none, .hosts(pick(0...2)), .fraction(Fraction(Double(pick(0...40)) / 100)), .loss(of: .host),
    .loss(of: .domain(0)), .loss(of: .domain(1)),
  ]
  return PlacementProblem(
    resources: resources, guests: table, hosts: hosts, compatibility: compatibility, separations: separations,
    spare: spares[pick(0...spares.count - 1)])
}

/// Guests of one resource each on equal hosts.
func problem(
  sizes: [Int32], hosts: Int, capacity: Int32, guestLimit: Int32? = nil, separations: [Separation] = [],
  spare: SpareRule = .none, hostsPerEnclosure: Int = 1
) -> PlacementProblem {
  var guests = GuestTable(resourceCount: 1)
  for size in sizes { guests.append(size: [size]) }
  let type = HostType("host", capacity: [capacity], guestLimit: guestLimit)
  let enclosures = FailureDomains("enclosure", hosts: hosts, hostsPerDomain: hostsPerEnclosure)
  return PlacementProblem(
    resources: [.memory], guests: guests, hosts: HostTable(hosts, of: type, domains: [enclosures]),
    separations: separations, spare: spare)
}

/// The settings with which a searching policy does least work; the others do the same for longer.
func quickSettings(_ entry: PolicyEntry) -> [String: String] {
  entry.parameters.contains { $0.name == "effort" } ? ["effort": "low"] : [:]
}

/// Every policy with every combination of its parameters, searching ones with little effort only.
func everyPolicy() throws -> [any PlacementPolicy] {
  try PolicyCatalog.all.flatMap { entry in
    var settings: [[String: String]] = [[:]]
    for parameter in entry.parameters where parameter.name != "effort" {
      settings = settings.flatMap { chosen in
        parameter.choices.map { choice in chosen.merging([parameter.name: choice]) { $1 } }
      }
    }
    return try settings.map { try entry.policy($0.merging(quickSettings(entry)) { $1 }) }
  }
}
