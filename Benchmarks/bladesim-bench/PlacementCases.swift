import Foundation
import Placement
import Quantities
import TestProblems
import TestSupport

/// Placing guests: the speed of rules and bounds on large fleets, and how far plans are from the best known on instances.
enum PlacementCases {
  static func run() -> [Measurement] {
    large() + [tenThousand(), online()] + references() + PackingCases.sample()
  }

  /// Parts of the group, for a look at one of them.
  static var parts: [(name: String, run: () -> [Measurement])] {
    [
      ("placement-large", large), ("placement-references", references),
      ("placement-packings", PackingCases.sample),
    ]
  }

  /// Guests of some flavours in which large ones are often memory-heavy, on hosts of four resources.
  static func mix(guests count: Int, flavours: Int, hosts: Int?) -> PlacementProblem {
    var random = SeededGenerator(seed: 7)
    let shapes: [[Int32]] = (0..<flavours).map { _ in
      let cores = Int32(1) << Int32.random(in: 0...4, using: &random)
      let perCore = [2, 4, 8, 16].randomElement(using: &random) ?? 4
      return [
        cores, cores * Int32(perCore) + Int32.random(in: 0...3, using: &random),
        Int32.random(in: 3...(30 * cores), using: &random),
        5 + cores * Int32.random(in: 1...6, using: &random),
      ]
    }
    var guests = GuestTable(resourceCount: 4)
    guests.reserveCapacity(count)
    for _ in 0..<count {
      // Small ones are more frequent: the lower of two draws.
      let draw = min(
        Int.random(in: 0..<flavours, using: &random), Int.random(in: 0..<flavours, using: &random))
      guests.append(size: shapes[draw])
    }
    let type = HostType("host", capacity: [80, 640, 2000, 600])
    let resources: [Resource] = [
      .cpu(unit: "cores"), Resource("memory", unit: "GiB"), Resource("disk", unit: "IOPS"), .network,
    ]
    let table =
      hosts.map { HostTable($0, of: type) }
      ?? HostTable(supplying: [HostSupply(type)], for: guests, objective: .hosts)
    return PlacementProblem(resources: resources, guests: guests, hosts: table)
  }

  private static func large() -> [Measurement] {
    var lines: [Measurement] = []
    for flavours in [20, 200] {
      let problem = mix(guests: 1_000_000, flavours: flavours, hosts: nil)
      let all = Array(0..<Int32(problem.guests.count))
      for policy in [FirstFit(), FirstFitDecreasing(), ShapeInterleaved()] as [any PlacementPolicy] {
        var fleet = FleetState(problem)
        let seconds = ProcessorClock.least(of: 2) {
          fleet = FleetState(problem)
          policy.place(all, into: &fleet)
        }
        lines.append(
          Measurement(
            name: "1 M guests, \(flavours) flavours, \(policy.name.prefix(20))", value: 1 / seconds,
            unit: "M guests/s", ratio: Double(fleet.hostsUsed), ratioUnit: "hosts", target: "at least 2",
            isMet: seconds <= 0.5))
      }
      var bound = 0
      let seconds = ProcessorClock.least(of: 2) { bound = LowerBound(of: problem).hosts }
      lines.append(
        Measurement(
          name: "1 M guests, \(flavours) flavours, instant bounds", value: seconds * 1e3, unit: "ms CPU",
          ratio: Double(bound), ratioUnit: "hosts", target: "under 200 ms", isMet: seconds < 0.2))
      lines.append(
        planned("1 M guests, \(flavours) flavours, pattern-lp", PatternLP(), problem, limit: 10))
    }
    return lines
  }

  private static func planned(
    _ name: String, _ policy: some PlacementPolicy, _ problem: PlacementProblem, limit: Double
  ) -> Measurement {
    var plan: PlacementPlan?
    let seconds = ProcessorClock.least(of: 1) { plan = policy.plan(for: problem) }
    return Measurement(
      name: name, value: seconds, unit: "s CPU", ratio: Double(plan?.value ?? 0),
      ratioUnit: "hosts, bound \(plan?.bound.value ?? 0)", target: "under \(Int(limit)) s",
      isMet: seconds < limit)
  }

  private static func tenThousand() -> Measurement {
    planned(
      "10 k guests, 20 flavours, portfolio with bound", Portfolio(),
      mix(guests: 10_000, flavours: 20, hosts: nil),
      limit: 5)
  }

  /// Decisions one by one on 10 000 hosts, four fifths full.
  private static func online() -> Measurement {
    let problem = mix(guests: 160_000, flavours: 20, hosts: 10_000)
    var fleet = FleetState(problem)
    var online = OnlinePlacement(following: &fleet)
    var placed = 0
    let fill = 100_000
    for guest in 0..<Int32(fill) where online.place(guest, into: &fleet) != nil { placed += 1 }
    let used = fleet.hostsUsed
    let start = ProcessorClock.own
    let decisions = 20_000
    for step in 0..<Int32(decisions) {
      fleet.remove(step)
      placed += online.place(Int32(fill) + step, into: &fleet) == nil ? 0 : 1
    }
    let each = (ProcessorClock.own - start) / Double(decisions)
    return Measurement(
      name: "one guest leaves, one is placed, 10 k hosts", value: each * 1e6, unit: "us CPU",
      ratio: Double(used),
      ratioUnit: "hosts in use", target: "under 50 us", isMet: each < 50e-6)
  }

  private static func references() -> [Measurement] {
    ReferenceInstance.all().map { instance in
      let problem = instance.problem
      var plan: PlacementPlan?
      let seconds = ProcessorClock.least(of: 1) { plan = Portfolio().plan(for: problem) }
      let (value, bound) = (plan?.value ?? 0, plan?.bound.value ?? 0)
      let allowed = max(Double(instance.bestKnown) * 1.005, Double(instance.bestKnown + 1))
      return Measurement(
        name: "portfolio, \(instance.name)", value: seconds, unit: "s CPU",
        ratio: 100 * (Double(value) / Double(instance.bestKnown) - 1),
        ratioUnit:
          "% above best known \(instance.bestKnown); bound \(bound), certified \(instance.lowerBound)",
        target: "1 host or 0.5 %, bound less 1",
        isMet: Double(value) <= allowed && bound >= instance.lowerBound - 1)
    }
  }
}
