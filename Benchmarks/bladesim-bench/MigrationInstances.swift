import Foundation
import Placement
import Quantities

/// The published and generated instances of moving guests in the reference data, where that is present.
enum MigrationInstances {
  /// A published instance: the moves of 10 guests on 4 hosts, and when the plan of its authors ends.
  struct Published {
    let name: String
    let problem: MigrationProblem
    let makespan: Int64
  }

  private struct File: Decodable {
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
      let vm: Int
      let to: Int32
      let end: Int64
    }
    let origin: Origin
    let actions: [Action]
  }

  /// The 25 instances of BtrPlace.
  static func published() -> [Published] {
    (1...25).compactMap { half in
      let name = "random.\(2 * half)"
      guard let data = contents("random/\(name).json"),
        let file = try? JSONDecoder().decode(File.self, from: data)
      else { return nil }
      return problem(file).map {
        Published(name: name, problem: $0, makespan: 1000 * (file.actions.map(\.end).max() ?? 0))
      }
    }
  }

  private static func contents(_ path: String) -> Data? {
    guard let folder = PlacementInstances.folder else { return nil }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let archive = folder.appendingPathComponent("btrplace-ucc15/instances.tar.gz").path
    tar.arguments = ["tar", "-xOzf", archive, path]
    let pipe = Pipe()
    tar.standardOutput = pipe
    guard (try? tar.run()) != nil else { return nil }
    let data = try? pipe.fileHandleForReading.readToEnd()
    tar.waitUntilExit()
    return data
  }

  private static func problem(_ file: File) -> MigrationProblem? {
    func view(_ name: String) -> File.View? { file.origin.views.first { $0.rcId == name } }
    guard let memory = view("mem"), let sizes = memory.vms, let capacity = memory.nodes?["0"],
      let cores = view("cpu"), let work = cores.vms, let speed = cores.nodes?["0"]
    else { return nil }
    var from = [Int32](repeating: -1, count: sizes.count)
    for (node, content) in file.origin.mapping.onlineNodes {
      for guest in content.runningVMs { from[guest] = Int32(node) ?? -1 }
    }
    var to = from
    for action in file.actions { to[action.vm] = action.to }
    var guests = GuestTable(resourceCount: 2)
    for guest in from.indices { guests.append(size: [sizes["\(guest)"] ?? 0, work["\(guest)"] ?? 0]) }
    let hosts = HostTable(
      file.origin.mapping.onlineNodes.count, of: HostType("node", capacity: [capacity, speed]))
    // Seconds of a move at 500 and at 1000 Mbit/s, as in the published plans.
    let seconds: [Int32: [Int64]] = [2: [51, 20], 3: [70, 29]]
    return MigrationProblem(
      PlacementProblem(
        resources: [Resource("memory", unit: "GB"), .cpu(unit: "cores")], guests: guests, hosts: hosts),
      from: from, to: to,
      times: MigrationTimes(
        widest: 2,
        milliseconds: from.indices.flatMap { guest in
          (seconds[guests.size(of: Int32(guest), 0)] ?? [1, 1]).map { $0 * 1000 }
        }, downtime: from.map { _ in 0 },
        mebibytes: from.indices.map { Int64(guests.size(of: Int32($0), 0)) * 1000 }),
      links: MigrationLinks(unitsOfHost: [1, 1, 2, 2], directions: .separate))
  }
}
