import GRDB
import Scenario
import Simulation
import Study
import TestScenarios
import Testing
import Virtualization

@testable import ResultStore

@Suite("Pools of hosts in a results file")
struct PoolTests {
  private func result() throws -> StudyResult {
    var mixed = try TinyStudy.virtualized(spare: .host)
    mixed.exceptions = [TechniqueException("mail", under: .bareMetal)]
    return try StudyRun(
      TinyStudy.scenario(days: 2, layouts: [TinyStudy.dedicated(), mixed]), threads: 2
    ).result()
  }

  @Test func `each pool is a line, and its servers and guests are those of the layout`() throws {
    let result = try result()
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      #expect(try store.study(id) == StoredStudy(result, source: SmallStudy.source))
      try store.close()
      let rows = try SmallStudy.rows(
        path, "SELECT layout, title, servers, guests, groups, binding FROM v_pool ORDER BY layout, pool")
      #expect(rows.map { $0[1] as String } == ["Bare metal", "Xen paravirtualization", "Bare metal"])
      #expect(rows.map { $0[4] as String } == ["web,mail", "web", "mail"])
      #expect(rows.map { $0[3] as Int } == [18, 12, 6])
      // Six machines of one guest each, and one to spare.
      #expect(rows[2][2] as Int == 7 && rows[2][5] as String == "the guests, one to a server, for restarts")
      let design = result.layouts[1].design
      #expect((rows[1][2] as Int) + 7 == design.hosts)
      let hosts = try SmallStudy.rows(
        path, "SELECT pool, count(*), sum(guests) FROM host WHERE layout = 1 GROUP BY pool ORDER BY pool")
      #expect(hosts.map { $0[1] as Int } == rows[1...].map { $0[2] as Int })
      #expect(hosts.map { $0[2] as Int } == [12, 6])
    }
  }
}
