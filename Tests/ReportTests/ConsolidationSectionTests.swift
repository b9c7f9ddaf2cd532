import EventEngine
import Quantities
import Scenario
import Testing

@testable import Report
@testable import ResultStore

@Suite("Consolidation over time in results and report")
struct ConsolidationSectionTests {
  @Test func `what changed by the hour reads back, and is the story that the counts of the run tell`() throws
  {
    var policy = ConsolidationPolicy()
    policy.underload = .one
    let contents = try Examples.contents(storm: false, consolidation: policy)
    let activity = contents.activity[1]
    let run = contents.study.layouts[1].runs[0]
    #expect(contents.activity[0].isEmpty && !activity.isEmpty)
    #expect(activity.reduce(0) { $0 + $1.migrations } == Int(run.figure("migrations")))
    #expect(activity.reduce(0) { $0 + $1.switchedOff } == run.switchedOff)
    #expect(activity.reduce(0) { $0 + $1.switchedOn } == Int(run.figure("switched-on")))
    #expect(activity.map(\.hour) == activity.map(\.hour).sorted())
    #expect(run.figure("consolidation-rounds") > 0 && run.figure("mean-hosts") > 0)
    let page = HTMLReport(contents).text
    #expect(page.contains("id=\"consolidation\"") && page.contains("virtualized keeps "))
    #expect(page.contains("servers in virtualized, for "))
  }

  @Test func `a study whose guests stay says nothing of it`() throws {
    let contents = try Examples.standard.get()
    #expect(!HTMLReport(contents).text.contains("id=\"consolidation\""))
  }
}
