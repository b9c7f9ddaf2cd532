import Foundation
import Placement
import TestSupport
import Testing

/// A generated instance with a proven optimum or a certified bound.
private struct Instance: Decodable {
  struct HostKind: Decodable { let capacity: [Int32] }
  struct GuestKind: Decodable {
    let size: [Int32]
    let count: Int
  }
  struct Reference: Decodable {
    enum CodingKeys: String, CodingKey {
      case bestKnown = "best_known"
      case lowerBound = "lower_bound"
      case baselines
    }
    let bestKnown: Int
    let lowerBound: Int
    let baselines: [String: Int]
  }
  enum CodingKeys: String, CodingKey {
    case dimensions, reference
    case hostTypes = "host_types"
    case guestTypes = "guest_types"
  }
  let dimensions: [String]
  let hostTypes: [HostKind]
  let guestTypes: [GuestKind]
  let reference: Reference

  init(_ name: String) throws {
    self = try JSONDecoder().decode(Instance.self, from: try ReferenceData.data("refopt/\(name).json"))
  }

  /// The problem on as many equal hosts as there are guests, guests mixed by a fixed shuffle as they would arrive.
  func problem() throws -> PlacementProblem {
    var sizes = guestTypes.flatMap { [[Int32]](repeating: $0.size, count: $0.count) }
    var random = SeededGenerator(seed: 1)
    sizes.shuffle(using: &random)
    var guests = GuestTable(resourceCount: dimensions.count)
    for size in sizes { guests.append(size: size) }
    let type = HostType("host", capacity: try #require(hostTypes.first).capacity)
    return PlacementProblem(
      resources: dimensions.map { Resource($0, unit: "units") }, guests: guests,
      hosts: HostTable(guests.count, of: type))
  }
}

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
    let instance = try Instance(name)
    let problem = try instance.problem()
    for rule in ReferenceInstanceTests.rules {
      guard let expected = instance.reference.baselines[rule.baseline] else { continue }
      let used = rule.policy.plan(for: problem).hostsUsed
      #expect(used == expected, "\(rule.policy.name)")
    }
  }

  @Test(arguments: zip(names, [8, 22, 91, 714, 9, 16, 25, 4, 8]))
  func `bound, optimum and every plan are in order`(name: String, dimensionBound: Int) throws {
    let instance = try Instance(name)
    let problem = try instance.problem()
    let bound = LowerBound(of: problem)
    #expect(bound.hosts >= dimensionBound)
    #expect(bound.hosts <= instance.reference.bestKnown)
    // Policies that look at every host for every guest, or search for long, are for the smaller instances here.
    let slow: Set = [
      "pattern-lp", "portfolio", "pabfd", "kubernetes", "drs-balance", "dpm", "min-fragmentation",
    ]
    for entry in PolicyCatalog.all where problem.guests.count <= 50 || !slow.contains(entry.name) {
      let plan = try entry.policy(quickSettings(entry)).plan(for: problem)
      #expect(plan.refusals.isEmpty)
      #expect(plan.hostsUsed >= instance.reference.lowerBound)
      #expect(plan.bound.hosts >= bound.hosts && plan.bound.hosts <= instance.reference.bestKnown)
    }
  }

  @Test(arguments: ["planetlab-20110303-50", "planetlab-20110309-100"])
  func `hours as periods of one resource need what hours as resources do`(name: String) throws {
    let instance = try Instance(name)
    let plain = try instance.problem()
    let hours = instance.dimensions.indices.filter { instance.dimensions[$0].hasPrefix("cpu") }
    let memory = try #require(instance.dimensions.indices.first { !hours.contains($0) })
    var profiles = DemandProfiles(of: [0], periods: hours.count)
    for guest in 0..<Int32(plain.guests.count) {
      _ = profiles.append(hours.map { plain.guests.size(of: guest, $0) })
    }
    var guests = GuestTable(resourceCount: 2, over: profiles)
    for guest in 0..<Int32(plain.guests.count) {
      guests.append(size: [0, plain.guests.size(of: guest, memory)], profile: guest)
    }
    let capacity = try #require(instance.hostTypes.first).capacity
    let problem = PlacementProblem(
      resources: [.cpu(unit: "MIPS"), .memory], guests: guests,
      hosts: HostTable(guests.count, of: HostType("host", capacity: [capacity[hours[0]], capacity[memory]])))
    let bound = LowerBound(of: problem)
    #expect(bound.hosts >= LowerBound(of: plain).hosts - 1 && bound.hosts <= instance.reference.bestKnown)
    for policy in [FirstFit(), BestFitDecreasing(), LeastPeakRise()] as [any PlacementPolicy] {
      let plan = policy.plan(for: problem)
      // What is in order hour by hour is in order resource by resource, and the other way round.
      #expect(PlacementChecker(plain).ruleViolations(of: plan.hostOfGuest).isEmpty)
      #expect(plan.hostsUsed >= instance.reference.lowerBound)
      #expect(plan.hostsUsed <= instance.reference.bestKnown + 1)
    }
    #expect(FirstFit().plan(for: problem).hostOfGuest == FirstFit().plan(for: plain).hostOfGuest)
    #expect(Portfolio(effort: .least).plan(for: problem).hostsUsed == instance.reference.bestKnown)
  }
}

@Suite("Vector packing instances", .enabled(if: ReferenceData.isAvailable))
struct VectorPackingTests {
  /// One line of the table of best known values.
  struct Known {
    let name: String
    let optimum: Int?
    let bestRule: Int
  }

  static func known(_ set: String) throws -> [Known] {
    try ReferenceData.text("vectorpack/\(set)_best_known.tsv").split(separator: "\n").dropFirst().map {
      line in
      let fields = line.split(separator: "\t")
      let optimum = try #require(Int(fields[2]))
      return Known(
        name: String(fields[0]), optimum: optimum < 0 ? nil : optimum, bestRule: try #require(Int(fields[3])))
    }
  }

  /// Unpacks the instances of a set: name to text.
  static func instances(_ set: String) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vectorpack-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let archive = ReferenceData.folder.appendingPathComponent("vectorpack/\(set).tar.gz").path
    tar.arguments = ["tar", "-xzf", archive, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    var texts: [String: String] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "vbp" else { continue }
      texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  static func problem(_ text: String) throws -> PlacementProblem {
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int32($0) } }
    let capacity = rows[1]
    var guests = GuestTable(resourceCount: capacity.count)
    for row in rows.dropFirst(3) where row.count > capacity.count {
      guests.append(size: row.prefix(capacity.count), copies: Int(row[capacity.count]))
    }
    return PlacementProblem(
      resources: capacity.indices.map { Resource("resource \($0)", unit: "units") }, guests: guests,
      hosts: HostTable(guests.count, of: HostType("host", capacity: capacity)))
  }

  /// The mean excess of a policy over the best of about 450 published rules, over every n-th instance of a set.
  static func meanExcess(_ policy: some PlacementPolicy, set: String, every step: Int) throws -> Double {
    let texts = try instances(set)
    var (sum, count) = (0.0, 0.0)
    for (index, known) in try known(set).enumerated() where index % step == 0 {
      let text = try #require(texts[known.name])
      // Some generated triplets have a third below zero: no guest, no problem.
      if text.contains("-") { continue }
      let problem = try problem(text)
      let plan = policy.plan(for: problem)
      #expect(plan.refusals.isEmpty)
      if let optimum = known.optimum {
        #expect(plan.bound.hosts <= optimum && optimum <= plan.hostsUsed, "\(known.name)")
      }
      sum += Double(plan.hostsUsed) / Double(known.bestRule) - 1
      count += 1
    }
    return 100 * sum / count
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
