import Foundation
import TestSupport
import Testing

@Suite("Shipped reports")
struct ShippedReportTests {
  /// The scenarios whose reports are committed; those with measured input need the reference data.
  static let names: [String] = {
    let scenarios = Program.repository.appendingPathComponent("scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios)) ?? []
    return names.sorted().filter { name in
      let path = "\(scenarios)/\(name)/scenario.yaml"
      guard let text = FileManager.default.contents(atPath: path) else { return false }
      return ReferenceData.isAvailable
        || !String(decoding: text, as: UTF8.self).contains("BLADESIM_REFERENCE_DATA")
    }
  }()

  @Test(arguments: names)
  func `the committed report and verdict are what the program makes today`(name: String) throws {
    let folder = try Program.Folder()
    let scenario = Program.repository.appendingPathComponent("scenarios/\(name)/scenario.yaml").path
    let outcome = try Program.run(
      ["compare", scenario, "-o", "\(name).sqlite", "--report", "\(name).html"], in: folder)
    #expect(outcome.status == 0, "\(outcome.messages)")
    for (file, made) in [("html", folder.data("\(name).html")), ("txt", Data(outcome.output.utf8))] {
      let committed = FileManager.default.contents(
        atPath: Program.repository.appendingPathComponent("reports/\(name).\(file)").path)
      #expect(
        made == committed, "reports/\(name).\(file) has drifted: run make reports and look at the difference")
    }
  }

  @Test func `the verdict in the README is the committed one`() throws {
    let read = { (path: String) in
      try String(contentsOf: Program.repository.appendingPathComponent(path), encoding: .utf8)
    }
    #expect(try read("README.md").contains(try read("reports/one-floor-to-one-corner.txt")))
  }
}
