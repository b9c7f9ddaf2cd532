public import Foundation
public import Placement
internal import TestSupport

/// A published scheduling instance of BtrPlace: where guests run, and the moves that its authors planned.
public struct PublishedMoves: Decodable {
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
  /// Something that happens to a guest or a node, in seconds.
  public struct Action: Decodable {
    public let id: String
    let vm: Int?
    let from: Int32?
    let to: Int32?
    public let start: Int64
    public let end: Int64
  }
  /// What an instance lacks.
  struct Incomplete: Error {
    let part: String
  }
  let origin: Origin
  public let actions: [Action]

  /// Reads an instance from a folder of those in the reference data.
  public init(_ path: String, in folder: URL) throws {
    self = try JSONDecoder().decode(
      PublishedMoves.self, from: try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// Unpacks the instances of the reference data into a new folder.
  public static func unpacked() throws -> URL {
    try ReferenceData.unpacked("btrplace-ucc15/instances.tar.gz")
  }

  /// The plan of its authors.
  public var moves: [PlannedMove] {
    actions.compactMap { action in
      guard let guest = action.vm, let from = action.from, let to = action.to else { return nil }
      return PlannedMove(
        guest: Int32(guest), from: from, to: to, start: action.start * 1000, end: action.end * 1000)
    }
  }

  /// When that ends, in milliseconds.
  public var makespan: Int64 { moves.map(\.end).max() ?? 0 }

  /// The guests and hosts with memory and processors, and where guests are before and after the moves.
  public func placement() throws -> (problem: PlacementProblem, from: [Int32], to: [Int32]) {
    func view(_ name: String) throws -> (nodes: [String: Int32], guests: [String: Int32]) {
      let view = origin.views.first { $0.rcId == name }
      guard let nodes = view?.nodes, let guests = view?.vms, Set(nodes.values).count == 1 else {
        throw Incomplete(part: name)
      }
      return (nodes, guests)
    }
    let (memory, cpu) = (try view("mem"), try view("cpu"))
    var from = [Int32](repeating: -1, count: memory.guests.count)
    for (node, content) in origin.mapping.onlineNodes {
      for guest in content.runningVMs { from[guest] = Int32(node) ?? -1 }
    }
    guard !from.contains(-1) else { throw Incomplete(part: "mapping") }
    var to = from
    for move in moves.sorted(by: { $0.start < $1.start }) { to[Int(move.guest)] = move.to }
    var guests = GuestTable(resourceCount: 2)
    for guest in from.indices {
      guests.append(size: [memory.guests["\(guest)"] ?? 0, cpu.guests["\(guest)"] ?? 0])
    }
    let type = HostType("node", capacity: [memory.nodes["0"] ?? 0, cpu.nodes["0"] ?? 0])
    return (
      PlacementProblem(
        resources: [Resource("memory", unit: "GB"), .cpu(unit: "cores")], guests: guests,
        hosts: HostTable(memory.nodes.count, of: type)), from, to
    )
  }

  /// The moves as a problem of 10 guests on 4 nodes. A move of 2000 or 3000 MB takes as long as in all published plans, at 500 and at
  /// 1000 Mbit/s; from the published rates it follows that the links of the first two nodes are half as wide as the others.
  public func smallProblem() throws -> MigrationProblem {
    let (placement, from, to) = try placement()
    let seconds: [Int32: [Int64]] = [2: [51, 20], 3: [70, 29]]
    let sizes = from.indices.map { placement.guests.size(of: Int32($0), 0) }
    guard sizes.allSatisfy({ seconds[$0] != nil }) else { throw Incomplete(part: "duration") }
    return MigrationProblem(
      placement, from: from, to: to,
      times: MigrationTimes(
        widest: 2, milliseconds: sizes.flatMap { (seconds[$0] ?? []).map { $0 * 1000 } },
        downtime: from.map { _ in 0 }, mebibytes: sizes.map { Int64($0) * 1000 }),
      links: MigrationLinks(unitsOfHost: [1, 1, 2, 2], directions: .separate))
  }
}
