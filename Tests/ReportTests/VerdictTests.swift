import Foundation
import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Verdict")
struct VerdictTests {
  static let shapes: [(String, @Sendable () throws -> StoredStudy)] = [
    ("standard", { try Examples.study() }), ("single", { try Examples.single().study }),
    ("crowd", { try Examples.crowd(9) }), ("hostile", { try Examples.hostile().study }),
    ("costly", { try Examples.study(energy: -3.5, cost: -12, halfWidth: 0.4) }),
    ("one replication", { try Examples.contents(replications: 1, storm: false).study }),
  ]

  @Test(arguments: shapes.indices) func `no line is wider than 80 characters`(shape: Int) throws {
    let text = Verdict(try Self.shapes[shape].1()).text(results: "r.sqlite", report: "r.html")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.count <= Verdict.columns)
      #expect(line.last != " ")
    }
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test(arguments: [4, 5], [0.001, 1, 1000.0])
  func `long names and large numbers stay within the width`(count: Int, size: Double) throws {
    var study = try Examples.crowd(count)
    for layout in study.layouts.indices {
      study.layouts[layout].rackBinding = "circuit after the loss of a feed"
      for index in study.layouts[layout].comparisons.indices {
        study.layouts[layout].comparisons[index].value = StoredEstimate(
          mean: 8_765.4321 * size, halfWidth: 98.765 * size)
        study.layouts[layout].comparisons[index].savings = StoredEstimate(mean: -1.2345, halfWidth: 2.3456)
      }
    }
    let lines = Verdict(study).text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= Verdict.columns })
    let blocks = lines.filter { $0.hasPrefix("servers  ") }
    #expect(blocks.count > 1)
    for label in ["racks", "floor", "IT power", "PUE", "energy a year", "guest downtime"] {
      // All lines of a block end at its right edge.
      let rows = lines.filter { $0.hasPrefix(label) }
      #expect(rows.map(\.count) == blocks.map(\.count), "\(label)")
      #expect(rows.allSatisfy { label != "racks" || $0.hasSuffix("(circuit)") })
    }
    #expect(lines.filter { $0.hasPrefix("energy saved") }.count == blocks.count)
    for layout in study.layouts.dropFirst() {
      let end = layout.name.split(separator: "-").suffix(2).joined(separator: "-")
      #expect(lines.contains { $0.contains(end) })
    }
  }

  @Test func `every layout has a column, the first in every block`() throws {
    let study = try Examples.crowd(9)
    let text = Verdict(study).text()
    for index in 1..<9 { #expect(text.contains("number-\(index)")) }
    let blocks = text.split(separator: "\n").filter { $0.hasPrefix("servers  ") }.count
    #expect(blocks > 1)
    #expect(
      text.split(separator: "\n").filter { $0.contains("dedicated") && $0.hasPrefix(" ") }.count == blocks)
  }

  @Test func `the text has the question, the setting, the sentences, the conditions and the files`() throws {
    let study = try Examples.study()
    let text = Verdict(study).text(results: "out/r.sqlite", report: "out/r.html")
    #expect(text.hasPrefix("A tiny study\n1 week from 2006-01-02, Nowhere, 18 guests, 3 replications\n"))
    #expect(text.contains("passed  savings(virtualized).servers >= 10 %: measured "))
    #expect(text.contains("FAILED  value(virtualized).racks > 5: measured "))
    #expect(text.hasSuffix("results  out/r.sqlite\nreport   out/r.html\n"))
    #expect(Verdict(study).passes == false)
  }

  @Test func `one layout or one replication has no intervals to show`() throws {
    let single = Verdict(try Examples.single().study).text()
    #expect(!single.contains("saved"))
    let once = Verdict(try Examples.contents(replications: 1, storm: false).study).text()
    #expect(!once.contains("+-"))
    #expect(once.contains("1 replication\n"))
  }

  @Test(arguments: shapes.indices) func `the JSON is JSON and says the same`(shape: Int) throws {
    let study = try Self.shapes[shape].1()
    let verdict = Verdict(study)
    let object = try JSONSerialization.jsonObject(with: Data(verdict.json.utf8))
    let members = try #require(object as? [String: Any])
    #expect(members["schema"] as? String == Verdict.schema)
    #expect(members["question"] as? String == study.title)
    #expect(members["passes"] as? Bool == verdict.passes)
    let layouts = try #require(members["layouts"] as? [[String: Any]])
    #expect(layouts.compactMap { $0["name"] as? String } == study.layouts.map(\.name))
    let metrics = try #require(layouts.last?["metrics"] as? [String: [String: Any]])
    let energy = try #require(metrics["energy"]?["value"] as? [String: Any])
    let mean = try #require(study.layouts.last?.comparison(.energy)?.value.mean)
    let read = try #require(energy["mean"] as? Double)
    #expect(abs(read - mean) <= abs(mean) * 1e-12)
    #expect(metrics["cost"]?["unit"] as? String == study.currency.code)
  }
}
