import Documents
import Foundation
import TestSupport
import Testing

@Suite("Plain tables of samples")
struct SampleTableTests {
  private func read(_ text: String) -> SampleTable? {
    SampleTable(SourceFile(name: "t", text: text), in: 0...100)
  }

  @Test(arguments: ["a,1,20\nb 2,0,100\n", "a,1,20\nb 2,0,100"])
  func `names and numbers are read, with or without a last line feed`(text: String) throws {
    let table = try #require(read(text))
    #expect(table.names == ["a", "b 2"])
    #expect(table.samples == [1, 20, 0, 100])
  }

  @Test(
    arguments: [
      "a,1,2\r\n", "\"a\",1,2\n", "a,1,2\nb,1\n", "a,01\n", "a,101\n", "a,1000\n", "a,-1\n", "a, 1\n",
      "a,1.5\n", "a,\n", "a,1,\n",
      "a\n", "a,1\n\nb,2\n", "é,1\n", "a,1;2\n",
    ])
  func `what is not plain is left to the reader of rows`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `an empty table has no rows`() throws {
    #expect(try #require(read("")).names.isEmpty)
  }

  @Test(.enabled(if: ReferenceData.isAvailable), arguments: ["20110303", "20110411"])
  func `a day is the same as read row by row`(day: String) throws {
    let path = ReferenceData.folder.appendingPathComponent("planetlab/\(day).csv.gz").path
    let file = try SourceFile.read(path: path)
    let table = try #require(SampleTable(file, in: 0...100))
    var names: [String] = []
    var samples: [UInt8] = []
    for row in CSVReader(file, into: Diagnostics(), hasHeader: false) {
      names.append(row.text(0))
      #expect(row.appendIntegers(from: 1, in: 0...100, to: &samples))
    }
    #expect(table.names == names)
    #expect(table.samples == samples)
  }
}
