import Placement
import TestProblems
import TestSupport
import Testing

@Suite("Instances with known optima", .enabled(if: ReferenceData.isAvailable))
struct ReferenceInstanceTests {
  static let names = [
    "sku-hom-50-100", "sku-hom-200-100", "sku-hom-1000-100", "sku-hom-10000-100", "meas-hom-50-300",
    "meas-hom-100-300", "meas-hom-200-300", "planetlab-20110303-50", "planetlab-20110309-100",
  ]

  /// The policies that the instances carry a result of, by the name used there.
  static let rules: [(baseline: String, policy: any PlacementPolicy)] = [
    ("FFD-L1", FirstFitDecreasing(weights: .unit, norm: .sum)),
    ("FFD-avg", FirstFitDecreasing(weights: .average, norm: .sum)),
    ("BFD-avg", BestFitDecreasing(weights: .average, norm: .sum)),
    ("BinCentric-DotProduct-dyn", DotProduct(weights: .dynamic)),
    ("BinCentric-L2Norm-dyn", L2Norm(weights: .dynamic)),
  ]

  @Test(arguments: names)
  func `rules need as many hosts as another implementation of them`(name: String) throws {
    let instance = try ReferenceInstance(name)
    let problem = instance.roomyProblem
    for rule in ReferenceInstanceTests.rules {
      guard let expected = instance.baselines[rule.baseline] else { continue }
      let used = rule.policy.plan(for: problem).hostsUsed
      #expect(used == expected, "\(rule.policy.name)")
    }
  }

  @Test(arguments: zip(names, [8, 22, 91, 714, 9, 16, 25, 4, 8]))
  func `bound, optimum and every plan are in order`(name: String, dimensionBound: Int) throws {
    let instance = try ReferenceInstance(name)
    let problem = instance.roomyProblem
    let bound = LowerBound(of: problem)
    #expect(bound.hosts >= dimensionBound)
    #expect(bound.hosts <= Int(instance.bestKnown))
    // Policies that look at every host for every guest, or search for long, are for the smaller instances here.
    let slow: Set = [
      "pattern-lp", "portfolio", "pabfd", "kubernetes", "drs-balance", "dpm", "min-fragmentation",
    ]
    for entry in PolicyCatalog.all where problem.guests.count <= 50 || !slow.contains(entry.name) {
      let plan = try entry.policy(quickSettings(entry)).plan(for: problem)
      #expect(plan.refusals.isEmpty)
      #expect(plan.hostsUsed >= Int(instance.lowerBound))
      #expect(plan.bound.hosts >= bound.hosts && plan.bound.hosts <= Int(instance.bestKnown))
    }
  }

  @Test(arguments: ["planetlab-20110303-50", "planetlab-20110309-100"])
  func `hours as periods of one resource need what hours as resources do`(name: String) throws {
    let instance = try ReferenceInstance(name)
    let plain = instance.roomyProblem
    let hours = plain.resources.indices.filter { plain.resources[$0].name.hasPrefix("cpu") }
    let memory = try #require(plain.resources.indices.first { !hours.contains($0) })
    var profiles = DemandProfiles(of: [0], periods: hours.count)
    for guest in 0..<Int32(plain.guests.count) {
      _ = profiles.append(hours.map { plain.guests.size(of: guest, $0) })
    }
    var guests = GuestTable(resourceCount: 2, over: profiles)
    for guest in 0..<Int32(plain.guests.count) {
      guests.append(size: [0, plain.guests.size(of: guest, memory)], profile: guest)
    }
    let capacity = plain.hosts.types[0].capacity
    let problem = PlacementProblem(
      resources: [.cpu(unit: "MIPS"), .memory], guests: guests,
      hosts: HostTable(guests.count, of: HostType("host", capacity: [capacity[hours[0]], capacity[memory]])))
    let bound = LowerBound(of: problem)
    #expect(bound.hosts >= LowerBound(of: plain).hosts - 1 && bound.hosts <= Int(instance.bestKnown))
    for policy in [FirstFit(), BestFitDecreasing(), LeastPeakRise()] as [any PlacementPolicy] {
      let plan = policy.plan(for: problem)
      // What is in order hour by hour is in order resource by resource, and the other way round.
      #expect(PlacementChecker(plain).ruleViolations(of: plan.hostOfGuest).isEmpty)
      #expect(plan.hostsUsed >= Int(instance.lowerBound))
      #expect(plan.hostsUsed <= Int(instance.bestKnown) + 1)
    }
    #expect(FirstFit().plan(for: problem).hostOfGuest == FirstFit().plan(for: plain).hostOfGuest)
    #expect(Portfolio(effort: .least).plan(for: problem).hostsUsed == Int(instance.bestKnown))
  }
}

@Suite("Vector packing instances", .enabled(if: ReferenceData.isAvailable))
struct VectorPackingTests {
  /// The mean excess of a policy over the best of about 450 published rules, over every n-th instance of a set.
  static func meanExcess(_ policy: some PlacementPolicy, set: String, every step: Int) throws -> Double {
    let instances = try VectorPackingInstance.every(step, of: set)
    var sum = 0.0
    for instance in instances {
      let plan = policy.plan(for: instance.problem)
      #expect(plan.refusals.isEmpty)
      if let optimum = instance.optimum {
        #expect(plan.bound.hosts <= optimum && optimum <= plan.hostsUsed, "\(instance.name)")
      }
      sum += Double(plan.hostsUsed) / Double(instance.bestRule) - 1
    }
    return 100 * sum / Double(instances.count)
  }

  // The published means over the whole set are 4.6, 4.15, 2.06 and 2.43 %; the sample and the details of the rules
  // differ, so a band of one and a half points is allowed.
  @Test(
    arguments: [
      (FirstFitDecreasing(weights: .average), 4.6), (BestFitDecreasing(), 4.15), (DotProduct(), 2.06),
      (L2Norm(), 2.43),
    ] as [(any PlacementPolicy, Double)])
  func `rules are as far from the best known as published`(policy: any PlacementPolicy, published: Double)
    throws
  {
    let excess = try VectorPackingTests.meanExcess(policy, set: "New", every: 12)
    #expect(abs(excess - published) < 1.5, "\(policy.name): \(excess) %")
  }

  @Test func `no rule reaches the optimum of a triplet, and the bound does not pass it`() throws {
    let excess = try VectorPackingTests.meanExcess(DotProduct(), set: "Triplet", every: 4)
    #expect(excess >= -1)
  }
}
