import Documents
import Foundation
import TestSupport
import Testing

@Suite("Reading real data", .enabled(if: ReferenceData.isAvailable))
struct ReferenceDataTests {
  @Test(
    arguments: [
      ("20110303", 1052), ("20110309", 1061), ("20110325", 1078), ("20110411", 1233), ("20110420", 1033),
    ])
  func `a PlanetLab day has its guests and 288 samples each`(day: String, guests: Int) throws {
    let path = ReferenceData.folder.appendingPathComponent("planetlab/\(day).csv.gz").path
    let file = try SourceFile.read(path: path)
    let diagnostics = Diagnostics()
    var samples: [UInt8] = []
    samples.reserveCapacity(guests * 288)
    var names: [String] = []
    for row in CSVReader(file, into: diagnostics, hasHeader: false) {
      #expect(row.count == 289)
      names.append(row.text(0))
      #expect(row.appendIntegers(from: 1, in: 0...100, to: &samples))
    }
    #expect(diagnostics.isEmpty)
    #expect(names.count == guests)
    #expect(samples.count == guests * 288)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func `Slow a PlanetLab day is read quickly`() throws {
    let bytes = Array(try ReferenceData.data("planetlab/20110303.csv.gz"))
    let unpacked = try Gzip.decompress(bytes)
    var samples: [UInt8] = []
    samples.reserveCapacity(1052 * 288)
    let elapsed = ContinuousClock().measure {
      for row in CSVReader(SourceFile(name: "t", bytes: unpacked), into: Diagnostics(), hasHeader: false) {
        _ = row.appendIntegers(from: 1, in: 0...100, to: &samples)
      }
    }
    #expect(samples.count == 1052 * 288)
    // Generous, because tests run unoptimised and beside each other; optimised it takes some milliseconds.
    #expect(elapsed < .seconds(5))
  }

  @Test func `every device type of the library parses, but for the two that are broken`() throws {
    let folder = ReferenceData.folder.appendingPathComponent("devicetypes")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
    #expect(files.count > 80)
    var refused: [String] = []
    for file in files {
      let (document, diagnostics) = DocumentLoader.yaml(
        bytes: Array(try Data(contentsOf: file)), name: file.lastPathComponent)
      if diagnostics.hasErrors { refused.append(file.lastPathComponent) } else { #expect(document != nil) }
    }
    #expect(refused.sorted() == ["dell-poweredge-FC630.yaml", "dell-poweredge-m620.yaml"])
  }
}
