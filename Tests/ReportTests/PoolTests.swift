import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Layouts of several techniques in verdict and report")
struct PoolTests {
  /// The standard study with two kinds of blades.
  private func contents() throws -> ReportContents {
    var contents = try Examples.standard.get()
    var layout = contents.study.layouts[1]
    let few = layout.hosts / 2
    layout.pools = [
      StoredPool(
        title: "VMware ESX 3", hosts: layout.hosts - few, hostsUsed: 2, guests: 12,
        binding: "cpu, for restarts",
        hostShare: Fraction(percent: 2), hostMemory: Bytes(mebibytes: 400)),
      StoredPool(
        title: "Solaris Zones + SIMH (PDP-11)", hosts: few, hostsUsed: 1, guests: 6, binding: nil,
        hostShare: Fraction(percent: 2), hostMemory: Bytes(mebibytes: 256)),
    ]
    layout.memberships = [
      StoredMembership(group: 0, pool: 0, technique: "VMware ESX 3", efficiency: Fraction(0.9)),
      StoredMembership(group: 1, pool: 1, technique: "Solaris Zones", efficiency: Fraction(0.98)),
    ]
    for index in layout.servers.indices.suffix(few) { layout.servers[index].pool = 1 }
    contents.study.layouts[1] = layout
    return contents
  }

  @Test func `a layout of one technique says nothing of pools`() throws {
    let contents = try Examples.standard.get()
    #expect(contents.study.layouts.allSatisfy { $0.pools.count == 1 && !PoolTable($0).isWorthTelling })
    #expect(PoolSection(contents: contents).markup.serialized.isEmpty)
    #expect(Verdict(contents.study).poolBlocks.isEmpty)
    #expect(!HTMLReport(contents).text.contains("Who runs under what"))
  }

  @Test func `the verdict has a line for each kind of servers, none wider than a terminal`() throws {
    let study = try contents().study
    let blocks = Verdict(study).poolBlocks
    #expect(blocks.count == 1)
    let lines = try #require(blocks.first)
    #expect(lines[0].hasPrefix("virtualized") && lines[0].hasSuffix("set by"))
    #expect(lines[1].hasPrefix("VMware ESX 3") && lines[1].hasSuffix("12     6.0  cpu, for restarts"))
    #expect(lines[2].hasPrefix("Solaris Zones + SIMH (PDP-11)") && lines[2].hasSuffix("6.0  given"))
    #expect(lines.allSatisfy { $0.count <= Verdict.columns })
    #expect(Verdict(study).text().contains(lines[1]))
    #expect(Verdict(study).json.contains("\"techniques\": \"Solaris Zones + SIMH (PDP-11)\""))
  }

  @Test func `the page says who runs where, and the drawing marks each server with its letter`() throws {
    let contents = try contents()
    let page = HTMLReport(contents).text
    #expect(page.contains("Guests run on 2 kinds of servers in virtualized"))
    #expect(page.contains("mail (Linux 2.6)") && page.contains("Solaris Zones, keeps 98 %"))
    let layout = contents.study.layouts[1]
    #expect(page.contains(PoolTable(layout).summary))
    let last = try #require(layout.servers.last)
    #expect(page.contains(">B\(last.host + 1)<") && page.contains(">A1<"))
    #expect(
      page.contains("blade \(last.host + 1), bay ") && page.contains(", Solaris Zones + SIMH (PDP-11), "))
  }

  @Test func `a study of an earlier version of the file has no pools`() throws {
    var contents = try contents()
    for index in contents.study.layouts.indices {
      contents.study.layouts[index].pools = []
      contents.study.layouts[index].memberships = []
    }
    #expect(PoolSection(contents: contents).markup.serialized.isEmpty)
    #expect(!HTMLReport(contents).text.contains(">A1<"))
  }
}
