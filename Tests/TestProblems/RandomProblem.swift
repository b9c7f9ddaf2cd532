public import Placement
internal import Quantities
internal import TestSupport

/// A random problem with every rule of the form in use somewhere.
public func randomProblem(
  seed: UInt64, guests most: Int = 40, hosts mostHosts: Int = 16, hasRules: Bool = true
) -> PlacementProblem {
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
  let spare = spares[pick(0...spares.count - 1)]
  // What follows was added later: the draws above stay what they were.
  let priced = types.map { type in
    HostType(
      type.name, capacity: type.capacity, guestLimit: type.guestLimit,
      price: Money(Double(pick(1...9)), .usd),
      idlePower: Watts(Double(pick(20...90))), peakPower: Watts(Double(pick(90...250))))
  }
  let grouped = HostTable(
    types: priced, typeOfHost: hosts.typeOfHost,
    domains: hosts.domains + [
      FailureDomains("rack", hosts: hostCount, hostsPerDomain: pick(2...8)),
      FailureDomains("site", hosts: hostCount, hostsPerDomain: pick(4...16)),
    ])
  let objectives: [PlacementObjective] = [.hosts, .hosts, .price, .energy(drivenBy: 0)]
  return PlacementProblem(
    resources: resources, guests: table, hosts: grouped, compatibility: compatibility,
    separations: separations,
    rules: hasRules ? randomRules(guests: table.count, hosts: grouped, using: &random) : PlacementRules(),
    spare: hasRules && pick(0...9) == 0 ? .slots(lost: pick(0...2)) : spare,
    objective: objectives[pick(0...objectives.count - 1)])
}

/// Some of the further rules, each kind absent half of the time.
func randomRules(guests: Int, hosts: HostTable, using random: inout SeededGenerator) -> PlacementRules {
  func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  guard guests > 1 else { return PlacementRules() }
  let levels: [FailureLevel] = [.host] + hosts.domains.indices.map { .domain($0) }
  func members(_ most: Int) -> [Int32] { (0..<pick(1...most)).map { _ in Int32(pick(0...guests - 1)) } }
  func some(_ most: Int) -> Range<Int> { 0..<(pick(0...1) == 0 ? 0 : pick(1...most)) }
  return PlacementRules(
    affinities: some(2).map {
      Affinity("app \($0)", guests: members(4), in: levels[pick(0...levels.count - 1)])
    },
    fences: some(2).map { index in
      Fence(
        "zone \(index)", guests: members(6),
        hosts: (0..<Int32(hosts.count)).filter { _ in pick(0...2) > 0 })
    },
    licences: some(2).map { index in
      Licence(
        "licence \(index)", guests: members(8), pricePerHost: Money(Double(pick(0...7)), .usd),
        hostLimit: pick(0...1) == 0 ? nil : Int32(pick(1...3)))
    },
    budgets: some(2).map { index in
      let level = levels[pick(0...levels.count - 1)]
      let units = hosts.unitCount(at: level)
      return pick(0...1) == 0
        ? Budget.power(
          "power \(index)", over: level, limits: (0..<units).map { _ in Watts(Double(pick(60...700))) },
          of: hosts)
        : Budget.weight(
          "weight \(index)", over: level, limits: (0..<units).map { _ in Kilograms(Double(pick(10...80))) },
          ofHost: hosts.types.map { _ in Kilograms(Double(pick(5...20))) })
    })
}

/// Guests of one resource each on equal hosts.
public func problem(
  sizes: [Int32], hosts: Int, capacity: Int32, guestLimit: Int32? = nil, separations: [Separation] = [],
  rules: PlacementRules = PlacementRules(), spare: SpareRule = .none, hostsPerEnclosure: Int = 1
) -> PlacementProblem {
  var guests = GuestTable(resourceCount: 1)
  for size in sizes { guests.append(size: [size]) }
  let type = HostType("host", capacity: [capacity], guestLimit: guestLimit)
  let enclosures = FailureDomains("enclosure", hosts: hosts, hostsPerDomain: hostsPerEnclosure)
  return PlacementProblem(
    resources: [.memory], guests: guests, hosts: HostTable(hosts, of: type, domains: [enclosures]),
    separations: separations, rules: rules, spare: spare)
}

/// The settings with which a searching policy does least work; the others do the same for longer.
public func quickSettings(_ entry: PolicyEntry) -> [String: String] {
  entry.parameters.contains { $0.name == "effort" } ? ["effort": "least"] : [:]
}

/// Every policy with every combination of its parameters, searching ones with little effort only.
public func everyPolicy() throws -> [any PlacementPolicy] {
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
