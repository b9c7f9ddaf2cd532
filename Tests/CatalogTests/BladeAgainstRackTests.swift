import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalog

/// Watts a node of full enclosures against the median of the rack servers with the same processors, sockets and memory, as
/// far as both are in the collected results.
@Suite("Blades against rack servers", .enabled(if: ReferenceData.isAvailable))
struct BladeAgainstRackTests {
  struct Match: Sendable {
    let system: String
    let year: Int
    let idle: Double
    let peak: Double
    /// Work per watt at full load.
    let work: Double
  }

  private static func table(_ path: String, _ names: [String]) -> [[String]] {
    guard let data = try? ReferenceData.data(path) else { return [] }
    var reader = CSVReader(SourceFile(name: path, bytes: Array(data)), into: Diagnostics())
    let columns = names.compactMap { reader.column($0) }
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(columns.map { String(row.text($0)) }) }
    return rows
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().replacing("processor", with: "").filter { $0.isLetter || $0.isNumber }
  }

  /// Compliant results of enclosures of ten nodes or more.
  static let matches: [Match] = {
    let servers = table(
      "hardware/specpower.csv", ["cpu", "sockets", "memory_gb", "w_idle", "w_100", "ssj_ops_100"])
    let frames = table(
      "hardware/specpower-multinode-chassis.csv",
      [
        "published", "nodes", "cpu", "chips", "memory_gb", "w_idle", "w_100", "compliant", "ssj_ops_100",
        "system_and_enclosure",
      ])
    return frames.compactMap { frame in
      guard frame[7] == "yes", let year = Int(frame[0].suffix(4)), let nodes = Double(frame[1]), nodes >= 10,
        let chips = Double(frame[3]), let memory = Double(frame[4]), let idle = Double(frame[5]),
        let peak = Double(frame[6]), let work = Double(frame[8])
      else { return nil }
      let same = servers.filter { server in
        plain(server[0]) == plain(frame[2]) && Double(server[1]) == chips / nodes
          && Double(server[2]) == memory / nodes
      }
      guard !same.isEmpty else { return nil }
      let rackWork = median(same.map { (Double($0[5]) ?? .nan) / (Double($0[4]) ?? .nan) })
      return Match(
        system: frame[9], year: year, idle: idle / nodes / median(same.compactMap { Double($0[3]) }),
        peak: peak / nodes / median(same.compactMap { Double($0[4]) }), work: work / peak / rackWork)
    }
  }()

  /// Burton Group 2009 (published second-hand), a full c7000 against sixteen DL380 G6: idle -25 %, peak -2 %, work per watt
  /// +3.5 %. Here sixteen BL280c G6 against the median of three rack servers with the same L5520.
  @Test func `a full c7000 of 2009 idles a quarter lower and peaks as rack servers do`() throws {
    let match = try #require(Self.matches.first { $0.system.hasPrefix("ProLiant BL280c G6") })
    #expect(isClose(match.idle, 0.78, absolute: 0.0051))
    #expect(isClose(match.peak, 0.99, absolute: 0.0051))
    #expect(isClose(match.work, 1.00, absolute: 0.0051))
  }

  /// Reported medians, over more results than are at hand: 0.79 and 0.98, 0.98 and 1.02, 1.2 and 1.1 from 2015 on.
  @Test(arguments: [
    (2009...2011, 0.70...0.85, 0.90...1.00), (2012...2014, 0.80...1.05, 0.95...1.05),
    (2015...2019, 1.15...1.60, 1.00...1.25),
  ])
  func `blades idled lower until 2011, as low until 2014, and higher since`(
    years: ClosedRange<Int>, idle: ClosedRange<Double>, peak: ClosedRange<Double>
  ) {
    let found = Self.matches.filter { years.contains($0.year) }
    #expect(found.count >= 5)
    let medians = (Self.median(found.map(\.idle)), Self.median(found.map(\.peak)))
    #expect(idle.contains(medians.0) && peak.contains(medians.1), "\(medians), \(found.count) results")
  }
}
