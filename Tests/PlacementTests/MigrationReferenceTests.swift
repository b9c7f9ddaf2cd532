import Foundation
import Placement
import TestSupport
import Testing

/// A published scheduling instance: where guests run, and the moves that BtrPlace planned.
private struct Instance: Decodable {
  struct Origin: Decodable {
    let mapping: Mapping
    let views: [View]
  }
  struct Mapping: Decodable { let onlineNodes: [String: Node] }
  struct Node: Decodable { let runningVMs: [Int] }
  struct View: Decodable {
    let rcId: String?
    let nodes: [String: Int32]?
    let vms: [String: Int32]?
  }
  struct Action: Decodable {
    let id: String
    let vm: Int?
    let from: Int32?
    let to: Int32?
    let bw: Int32?
    let start: Int64
    let end: Int64
  }
  let origin: Origin
  let actions: [Action]

  var moves: [PlannedMove] {
    actions.compactMap { action in
      guard let guest = action.vm, let from = action.from, let to = action.to else { return nil }
      return PlannedMove(
        guest: Int32(guest), from: from, to: to, start: action.start * 1000, end: action.end * 1000)
    }
  }

  var makespan: Int64 { moves.map(\.end).max() ?? 0 }

  /// The guests and hosts with cpu and memory.
  func placement() throws -> (problem: PlacementProblem, from: [Int32], to: [Int32]) {
    let views = origin.views.filter { $0.rcId != nil }
    let memory = try #require(views.first { $0.rcId == "mem" })
    let cpu = try #require(views.first { $0.rcId == "cpu" })
    let nodes = try #require(memory.nodes)
    var from = [Int32](repeating: -1, count: try #require(memory.vms).count)
    for (node, content) in origin.mapping.onlineNodes {
      for guest in content.runningVMs { from[guest] = try #require(Int32(node)) }
    }
    var to = from
    for move in moves.sorted(by: { $0.start < $1.start }) { to[Int(move.guest)] = move.to }
    var guests = GuestTable(resourceCount: 2)
    for guest in from.indices {
      guests.append(size: [
        try #require(memory.vms?["\(guest)"]), try #require(cpu.vms?["\(guest)"]),
      ])
    }
    let capacity = try #require(nodes["0"])
    #expect(nodes.values.allSatisfy { $0 == capacity })
    let type = HostType("node", capacity: [capacity, try #require(cpu.nodes?["0"])])
    return (
      PlacementProblem(
        resources: [Resource("memory", unit: "GB"), .cpu(unit: "cores")], guests: guests,
        hosts: HostTable(nodes.count, of: type)), from, to
    )
  }
}

@Suite("Published plans of moves", .enabled(if: ReferenceData.isAvailable))
struct MigrationReferenceTests {
  static let folder: URL? = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("btrplace-\(UUID())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = [
      "tar", "-xzf", ReferenceData.folder.appendingPathComponent("btrplace-ucc15/instances.tar.gz").path,
      "-C", folder.path,
    ]
    guard (try? tar.run()) != nil else { return nil }
    tar.waitUntilExit()
    return folder
  }()

  private static func instance(_ path: String) throws -> Instance {
    let folder = try #require(MigrationReferenceTests.folder)
    return try JSONDecoder().decode(
      Instance.self, from: try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// Seconds of a move of 2000 and 3000 MB at 500 and 1000 Mbit/s, as in all published plans.
  private static func problem(_ instance: Instance) throws -> MigrationProblem {
    let (placement, from, to) = try instance.placement()
    let seconds: [Int32: [Int64]] = [2: [51, 20], 3: [70, 29]]
    return MigrationProblem(
      placement, from: from, to: to,
      times: MigrationTimes(
        widest: 2,
        milliseconds: try from.indices.flatMap { guest in
          try #require(seconds[placement.guests.size(of: Int32(guest), 0)]).map { $0 * 1000 }
        }, downtime: from.map { _ in 0 },
        mebibytes: from.indices.map { Int64(placement.guests.size(of: Int32($0), 0)) * 1000 }),
      // The links follow from the published bandwidths: every move from or to the first two nodes has half of the rest.
      links: MigrationLinks(unitsOfHost: [1, 1, 2, 2], directions: .separate))
  }

  @Test(arguments: (1...25).map { 2 * $0 })
  func `a published plan keeps every rule, and ours is no longer`(number: Int) throws {
    let instance = try MigrationReferenceTests.instance("random/random.\(number).json")
    let problem = try MigrationReferenceTests.problem(instance)
    let bound = MakespanBound(of: problem)
    let published = MigrationPlan(instance.moves, of: problem, bound: bound)
    #expect(MigrationPlanChecker(problem).violations(of: published).isEmpty)
    let plan = MigrationPlanner().plan(problem)
    #expect(MigrationPlanChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.isComplete && plan.makespan <= published.makespan)
    // Three are not proven: 211 s against at least 210, 274 against 261, 293 against 261.
    let excess = plan.makespan - bound.milliseconds
    #expect(excess == [18: 1000, 20: 13_000, 32: 32_000][number] ?? 0)
  }

  /// The move of a site to new servers: 96 guests leave 48 nodes of two racks for 24 nodes of a third, all nodes on links of
  /// 1 Gbit/s and racks on uplinks of 10 Gbit/s. The new nodes have booted after 120 s.
  private static func site(_ instance: Instance) throws -> MigrationProblem {
    let (placement, from, to) = try instance.placement()
    let racks = FailureDomains("rack", hosts: placement.hosts.count, hostsPerDomain: 24)
    var milliseconds = [Int64](repeating: 1, count: from.count)
    for move in instance.moves { milliseconds[Int(move.guest)] = move.end - move.start }
    return MigrationProblem(
      placement, from: from, to: to,
      times: MigrationTimes(
        milliseconds: milliseconds, downtime: from.map { _ in 0 }, mebibytes: from.map { _ in 4000 }),
      links: MigrationLinks(
        hosts: placement.hosts.count, slots: 1, directions: .separate,
        uplinks: [MigrationLinks.Uplinks(of: racks, units: 10)]))
  }

  private static let boot: Int64 = 120_000

  @Test func `the move of a site to new servers takes as long as its uplink needs, as the published one`()
    throws
  {
    let instance = try MigrationReferenceTests.instance("capping/mVM.json")
    let problem = try MigrationReferenceTests.site(instance)
    let bound = MakespanBound(of: problem)
    let boot = MigrationReferenceTests.boot
    let published = MigrationPlan(
      instance.moves.map {
        PlannedMove(guest: $0.guest, from: $0.from, to: $0.to, start: $0.start - boot, end: $0.end - boot)
      }, of: problem, bound: bound)
    #expect(MigrationPlanChecker(problem).violations(of: published).isEmpty)
    #expect(published.moves.count == 96 && published.peakConcurrency == 10 && published.makespan == 270_000)
    // 48 moves of 18 s and 48 of 36 s, ten at a time: 259.2 s, and moves of whole 18 s end at 270 s at the earliest.
    #expect(bound.milliseconds == 270_000 && bound.reason == "uplink into rack 2")
    let plan = MigrationPlanner().plan(problem)
    #expect(MigrationPlanChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.makespan == 270_000 && plan.pivots == 0)
  }

  @Test func `the published power follows from the moves`() throws {
    let instance = try MigrationReferenceTests.instance("capping/mVM.json")
    let folder = try #require(MigrationReferenceTests.folder)
    let text = try String(
      contentsOf: folder.appendingPathComponent("capping/mVM_theory.csv"), encoding: .utf8)
    // Watts of a node that is on, of the boot of one beside that, of a guest, and of a move: four figures for the levels of
    // 408 seconds. The old nodes are switched off when their guests are gone, which takes 17 s.
    let (node, extra, guest, move) = (110, 22, 16, 82)
    var compared = 0
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ";").compactMap { Int64($0) }
      let time = fields[0] * 1000
      func under(_ kind: String) -> Int {
        instance.actions.filter { $0.id == kind && $0.start * 1000 <= time && time < $0.end * 1000 }.count
      }
      let off = instance.actions.filter { $0.id == "shutdownNode" && $0.end * 1000 <= time }.count
      let booted = instance.actions.filter { $0.id == "bootNode" && $0.start * 1000 <= time }.count
      let power =
        node * (48 - off + booted) + extra * under("bootNode") + guest * 96 + move * under("migrateVM")
      #expect(Int64(power) == fields[1], "\(fields[0]) s")
      compared += 1
    }
    #expect(compared == 409)
  }
}
