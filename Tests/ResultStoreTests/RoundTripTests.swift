import Foundation
import Quantities
import Study
import Testing

@testable import ResultStore

@Suite("Studies in a file")
struct RoundTripTests {
  private let result: StudyResult

  init() throws { result = try SmallStudy.shared.get() }

  @Test func `a study reads back exactly as it was written`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let writer = try ResultStore.open(path, mode: .write)
      let id = try writer.write(result, from: SmallStudy.source)
      try writer.close()
      let store = try ResultStore.open(path, mode: .read)
      let study = try store.study(id)
      #expect(study == StoredStudy(result, source: SmallStudy.source))
      #expect(study.layouts[1].enclosure != nil && study.layouts[0].enclosure == nil)
      #expect(study.layouts[1].servers.allSatisfy { $0.bay != nil })
      #expect(study.gates.map(\.holds) == [true, false])
      #expect(study.layouts.allSatisfy { $0.comparisons.map(\.metric) == StudyMetric.allCases })
      for (index, layout) in result.layouts.enumerated() {
        let detail = LayoutDetail(layout)
        #expect(!detail.events.isEmpty && detail.series.count == 72)
        #expect(try store.events(of: id, layout: index) == detail.events)
        #expect(try store.series(of: id, layout: index) == detail.series)
        for replication in layout.runs.indices {
          let bills = try store.bills(of: id, layout: index, replication: replication)
          #expect(bills == detail.bills[replication])
          let hosts = try store.hostResults(of: id, layout: index, replication: replication)
          #expect(hosts == detail.hosts[replication])
          let groups = try store.groupResults(of: id, layout: index, replication: replication)
          #expect(groups == detail.groups[replication])
        }
      }
    }
  }

  @Test func `some days are a part of all days`() throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      let all = try store.series(of: id, layout: 1)
      let middle = try store.series(of: id, layout: 1, days: 1..<2)
      #expect(middle.watts == all.watts.map { Array($0[24..<48]) })
      #expect(middle.outdoor == Array(all.outdoor[24..<48]))
      let days = try store.days(of: id, layout: 1)
      #expect(days.map(\.date.description) == ["2006-01-02", "2006-01-03", "2006-01-04"])
      let mean = all.watts[0][24..<48].reduce(0) { $0 + Double($1) } / 24
      #expect(days[1].power[0].value == mean)
      #expect(days[1].outdoor == Celsius(12))
    }
  }

  @Test func `a last day that is cut short keeps its hours`() throws {
    try SmallStudy.withFolder { folder in
      let result = try SmallStudy.result(days: 1.25, replications: 1)
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      #expect(try store.series(of: id, layout: 0).count == 30)
      #expect(try store.series(of: id, layout: 0) == LayoutDetail(result.layouts[0]).series)
      #expect(try store.study(id).layouts[1].comparison(.energy)?.value.halfWidth == nil)
    }
  }

  @Test func `the components of a file are those of the ledger`() throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let components = try store.components()
      #expect(components == StoredComponent.all)
      #expect(components.contains { $0.name == "air_fans" })
    }
  }

  @Test func `the same study gives the same bytes`() throws {
    try SmallStudy.withFolder { folder in
      var files: [Data] = []
      for name in ["first", "second"] {
        let path = "\(folder)/\(name).sqlite"
        let store = try ResultStore.open(path, mode: .write)
        try store.write(SmallStudy.result(), from: SmallStudy.source)
        try store.close()
        files.append(try Data(contentsOf: URL(fileURLWithPath: path)))
      }
      #expect(files[0] == files[1])
      #expect(files[0].count > 50_000)
    }
  }

  @Test func `a finished file stands alone`() throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      try store.write(result, from: SmallStudy.source)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["results.sqlite"])
    }
  }
}
