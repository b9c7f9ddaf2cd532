import Quantities
import Scenario
import Testing

@testable import Report
@testable import ResultStore

@Suite("The loss of the site in verdict and report")
struct RecoveryTests {
  private func contents() throws -> ReportContents {
    var rebuild = RecoveryPlan(method: .rebuild)
    rebuild.backup?.rate = BitsPerSecond(8e6)
    rebuild.drill = RecoveryPlan.Drill(interval: Seconds(days: 2))
    return try Examples.contents(recoveries: [rebuild, RecoveryPlan(method: .synchronous)])
  }

  @Test func `recoveries read back as they were written, and the page and the verdict tell them`() throws {
    let contents = try contents()
    let study = contents.study
    #expect(study.layouts.map(\.recoveries.count) == [3, 3])
    let (slow, fast) = (study.layouts[0].recoveries, study.layouts[1].recoveries)
    // Any moment of the week, the same in both layouts.
    #expect(slow.map(\.moment) == fast.map(\.moment) && Set(slow.map(\.moment)).count == 3)
    #expect(slow.allSatisfy { $0.method == "rebuild" && $0.ordered == 18 && $0.drills == 3 })
    #expect(fast.allSatisfy { $0.pointWorst == .zero && $0.backupWindow == nil && $0.drills == nil })
    #expect(slow.allSatisfy { $0.rate == EventsPerYear(0.01) })
    // 18 guests of 10 GiB at 1 MB/s are 53.7 h: they do not fit a day.
    #expect(slow.allSatisfy { $0.backupFits == false })
    let page = HTMLReport(contents).text
    #expect(page.contains("id=\"recovery\"") && page.contains("guest-hours down a year"))
    let sentence = contents.findings.recovery
    #expect(sentence.hasPrefix("When the site is lost, dedicated is back after "))
    #expect(sentence.contains(" days, ") && sentence.hasSuffix("nothing lost."))
    #expect(contents.findings.lateBackups.hasPrefix("The backups of dedicated do not fit its interval"))
    let json = Verdict(study).json
    #expect(json.contains("\"method\": \"rebuild\"") && json.contains("\"backup_fits\": false"))
  }

  @Test func `a study without a loss of the site says nothing of it`() throws {
    let contents = try Examples.standard.get()
    #expect(contents.findings.recovery.isEmpty && contents.findings.lateBackups.isEmpty)
    #expect(!HTMLReport(contents).text.contains("id=\"recovery\""))
    #expect(Verdict(contents.study).json.contains("\"recovery\": null"))
  }
}
