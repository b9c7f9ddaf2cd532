import GRDB
import Placement
import Quantities
import Scenario
import Simulation
import Study
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@testable import ResultStore

@Suite("Views of techniques")
struct TechniqueViewTests {
  @Test func `each technique is a line, with its layout's figures or with what stands in the way`() throws {
    var scenario = try TinyStudy.scenario(days: 2, layouts: [TinyStudy.dedicated()])
    let names = ["kvm", "xen-3-pv", "linux-vserver", "virtuozzo-windows"]
    scenario.addSurvey(
      "blades", entry: 1,
      of: try names.map { name in
        var layout = try TinyStudy.virtualized()
        layout.name = "blades-\(name)"
        layout.technique = try TinyStudy.technique(name)
        return layout
      })
    let result = try StudyRun(scenario, threads: 2).result()
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      try store.write(result, from: SmallStudy.source)
      try store.close()
      let rows = try SmallStudy.rows(
        path,
        "SELECT technique, layout, guests_per_host, watts_per_guest, it_kw, least_efficiency_percent, obstacles "
          + "FROM v_technique")
      #expect(rows.map { $0[0] as String } == names)
      #expect(rows.map { $0[1] as Int? } == [nil, 1, 2, nil])
      #expect(rows.map { $0[6] as String? } == ["year", nil, nil, "shared kernel"])
      for row in rows[1...2] {
        let layout = result.layouts[row[1] as Int]
        let density = Double(scenario.guestCount) / Double(layout.design.plan.hostsUsed)
        #expect(isClose(row[2], density, relative: 1e-12))
        let watts = layout.runs[0].itEnergy / scenario.horizon.duration.value
        #expect(isClose(row[3], watts.value / Double(scenario.guestCount), relative: 1e-9))
        #expect(isClose(row[4], watts.value / 1000, relative: 1e-9))
        let group = scenario.guests[0]
        let kept = try TinyStudy.technique(row[0]).efficiency(of: group.mix, for: group.operatingSystem)
        #expect(isClose(row[5], kept.percent, relative: 1e-12))
      }
      let refused = try SmallStudy.rows(
        path,
        "SELECT technique, guest_group, reason, possible FROM v_technique_guest WHERE outcome = 'refused'")
      #expect(refused.map { $0[0] as String } == ["kvm", "kvm", "virtuozzo-windows", "virtuozzo-windows"])
      #expect(refused.allSatisfy { ($0[3] as String).contains("xen-3-pv") })
      #expect(refused.allSatisfy { ($0[2] as String).contains("cannot run") })
    }
  }
}
