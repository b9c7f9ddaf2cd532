import Foundation
import Placement
import Quantities

/// The published and generated placement instances in the reference data, where that is present.
enum PlacementInstances {
  /// The reference data folder: `BLADESIM_REFERENCE_DATA`, or `../shared/data`.
  static var folder: URL? {
    let path = ProcessInfo.processInfo.environment["BLADESIM_REFERENCE_DATA"] ?? "../shared/data"
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path)
      ? folder : nil
  }

  /// A generated instance with a proven optimum or a certified bound.
  struct Reference {
    let name: String
    let problem: PlacementProblem
    let bestKnown: Int64
    let bound: Int64
  }

  private struct File: Decodable {
    struct Kind: Decodable {
      let id: String
      let capacity: [Int32]
      let count: Int?
      let price: Double
      let idleW: Double
      let peakW: Double
    }
    struct Guests: Decodable {
      let size: [Int32]
      let count: Int
    }
    struct Known: Decodable {
      let bestKnown: Int64
      let lowerBound: Int64
    }
    let name: String
    let objective: String
    let dimensions: [String]
    let hostTypes: [Kind]
    let guestTypes: [Guests]
    let reference: Known
  }

  /// The packing instances of `refopt`, by name; guests in a fixed shuffle, as they would arrive.
  static func references() -> [Reference] {
    guard let folder else { return [] }
    let path = folder.appendingPathComponent("refopt")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path))?.sorted() ?? []
    return names.filter { $0.hasSuffix(".json") }.compactMap { name in
      guard let data = try? Data(contentsOf: path.appendingPathComponent(name)),
        let file = try? decoder.decode(File.self, from: data)
      else { return nil }
      return reference(file)
    }
  }

  private static func reference(_ file: File) -> Reference {
    var sizes = file.guestTypes.flatMap { [[Int32]](repeating: $0.size, count: $0.count) }
    var random = Shuffle(state: 1)
    sizes.shuffle(using: &random)
    var guests = GuestTable(resourceCount: file.dimensions.count)
    for size in sizes { guests.append(size: size) }
    let objective: PlacementObjective =
      switch file.objective {
      case "min_price": .price
      case "min_power_mw": .energy(drivenBy: 0)
      default: .hosts
      }
    let supplies = file.hostTypes.map { kind in
      HostSupply(
        HostType(
          kind.id, capacity: kind.capacity, price: Money(kind.price * 1e-6, .usd),
          idlePower: Watts(kind.idleW),
          peakPower: Watts(kind.peakW)),
        limit: kind.count)
    }
    let problem = PlacementProblem(
      resources: file.dimensions.map { Resource($0, unit: "units") }, guests: guests,
      hosts: HostTable(supplying: supplies, for: guests, objective: objective), objective: objective)
    return Reference(
      name: file.name, problem: problem, bestKnown: file.reference.bestKnown,
      bound: file.reference.lowerBound)
  }

  /// A vector packing instance with the best of about 450 published rules.
  struct Packing {
    let name: String
    let problem: PlacementProblem
    let optimum: Int?
    let bestRule: Int
  }

  /// Every n-th instance of a set of `vectorpack`; needs `tar`.
  static func packings(_ set: String, every step: Int) -> [Packing] {
    guard let folder,
      let table = try? String(
        contentsOf: folder.appendingPathComponent("vectorpack/\(set)_best_known.tsv"), encoding: .utf8)
    else { return [] }
    let texts = unpack(folder.appendingPathComponent("vectorpack/\(set).tar.gz"))
    var packings: [Packing] = []
    for (index, line) in table.split(separator: "\n").dropFirst().enumerated() where index % step == 0 {
      let fields = line.split(separator: "\t")
      guard fields.count > 3, let optimum = Int(fields[2]), let best = Int(fields[3]),
        let text = texts[String(fields[0])], !text.contains("-")
      else { continue }
      packings.append(
        Packing(
          name: String(fields[0]), problem: problem(text), optimum: optimum < 0 ? nil : optimum,
          bestRule: best))
    }
    return packings
  }

  private static func problem(_ text: String) -> PlacementProblem {
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int32($0) } }
    let capacity = rows[1]
    var guests = GuestTable(resourceCount: capacity.count)
    for row in rows.dropFirst(3) where row.count > capacity.count {
      guests.append(size: row.prefix(capacity.count), copies: Int(row[capacity.count]))
    }
    let type = HostType("host", capacity: capacity)
    return PlacementProblem(
      resources: capacity.indices.map { Resource("resource \($0)", unit: "units") }, guests: guests,
      hosts: HostTable(supplying: [HostSupply(type)], for: guests, objective: .hosts))
  }

  private static func unpack(_ archive: URL) -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "bladesim-packings-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-xzf", archive.path, "-C", folder.path]
    guard (try? tar.run()) != nil else { return [:] }
    tar.waitUntilExit()
    var texts: [String: String] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "vbp" else { continue }
      texts[file.deletingPathExtension().lastPathComponent] = try? String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  /// A repeatable stream for shuffles and generated sizes.
  struct Shuffle: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
