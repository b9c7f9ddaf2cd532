internal import Foundation
public import Placement
internal import TestSupport

/// A published vector packing instance, with the best of about 450 published rules on it.
public struct VectorPackingInstance {
  public let name: String
  /// The size of a host, then one row for each kind of guest: its size and how many there are.
  private let rows: [[Int32]]
  /// The fewest hosts, where that is known.
  public let optimum: Int?
  /// The hosts that the best of the rules needs.
  public let bestRule: Int

  /// Every n-th instance of a set; needs `tar`. Triplets that were generated with a third below zero are left out.
  public static func every(_ step: Int, of set: String) throws -> [VectorPackingInstance] {
    let texts = try unpack("vectorpack/\(set).tar.gz")
    let lines = try ReferenceData.text("vectorpack/\(set)_best_known.tsv").split(separator: "\n").dropFirst()
    return lines.enumerated().compactMap { index, line in
      let fields = line.split(separator: "\t")
      guard index % step == 0, fields.count > 3, let optimum = Int(fields[2]), let best = Int(fields[3]),
        let text = texts[String(fields[0])], !text.contains("-")
      else { return nil }
      let rows = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int32($0) } }
      return VectorPackingInstance(
        name: String(fields[0]), rows: rows, optimum: optimum < 0 ? nil : optimum, bestRule: best)
    }
  }

  /// The problem on as many hosts as there are guests.
  public var problem: PlacementProblem {
    let capacity = rows[1]
    var guests = GuestTable(resourceCount: capacity.count)
    for row in rows.dropFirst(3) where row.count > capacity.count {
      guests.append(size: row.prefix(capacity.count), copies: Int(row[capacity.count]))
    }
    return PlacementProblem(
      resources: capacity.indices.map { Resource("resource \($0)", unit: "units") }, guests: guests,
      hosts: HostTable(guests.count, of: HostType("host", capacity: capacity)))
  }

  /// The texts of the instances in an archive, by name.
  private static func unpack(_ archive: String) throws -> [String: String] {
    let folder = try ReferenceData.unpacked(archive)
    defer { try? FileManager.default.removeItem(at: folder) }
    var texts: [String: String] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "vbp" else { continue }
      texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }
}
