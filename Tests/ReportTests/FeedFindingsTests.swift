import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Findings on feeds")
struct FeedFindingsTests {
  private func study(_ feeds: [StoredFeed], phases: [StoredPhases] = []) throws -> StoredStudy {
    var study = try Examples.study()
    study.layouts[1].feeds = feeds
    study.layouts[1].phases = phases
    return study
  }

  private func rack(_ number: Int, carries kilowatts: Double, basis: String = "peak") -> StoredFeed {
    StoredFeed(
      part: "rack", number: number, basis: basis, a: Watts(kilowatts: kilowatts / 2),
      b: Watts(kilowatts: kilowatts / 2), survivor: Watts(kilowatts: kilowatts),
      usable: Watts(kilowatts: 8), dropped: .zero, isOverloaded: kilowatts > 8)
  }

  @Test func `what is carried is not worth a sentence in the verdict`() throws {
    let findings = Findings(study: try study([rack(0, carries: 7)]))
    #expect(findings.overloads.isEmpty)
    #expect(findings.feeds.hasPrefix("Every feed carries"))
    #expect(try Findings(study: Examples.study()).overloads.isEmpty)
  }

  @Test func `overloaded racks are named, with the worst of them`() throws {
    let feeds = [
      rack(0, carries: 9), rack(1, carries: 5), rack(4, carries: 9.5),
      rack(4, carries: 8.2, basis: "planned"),
    ]
    let found = Findings(study: try study(feeds))
    #expect(
      found.overloads == [
        "A feed of racks 1 and 5 of virtualized would carry up to 9.5 kW at the simulated peak after a loss, over the "
          + "usable 8 kW."
      ])
    #expect(found.sentences.last == found.overloads.last)
    let verdict = Verdict(found.study)
    #expect(verdict.json.contains("\"overloads\""))
    #expect(verdict.text().replacing("\n", with: " ").contains("A feed of racks 1 and 5 of virtualized"))
  }

  @Test func `of many racks some are named and the rest counted`() throws {
    let found = Findings(study: try study((0..<9).map { rack($0, carries: 9, basis: "planned") }))
    #expect(found.overloads.first?.contains("racks 1, 2, 3 and 6 others of") == true)
    #expect(found.overloads.first?.contains("at the planned load") == true)
  }

  @Test func `an overloaded phase and a plant without redundancy are told`() throws {
    let phases = StoredPhases(
      rack: 1, currents: [26, 20, 22].map { Amperes($0) }, imbalance: Fraction(0.15),
      attainable: Fraction(0.02), usable: Amperes(24), isOverloaded: true)
    let ups = StoredFeed(
      part: "ups", number: nil, basis: "planned", a: Watts(90_000), b: nil, survivor: nil,
      usable: Watts(80_000), dropped: .zero, isOverloaded: true)
    let found = Findings(study: try study([ups], phases: [phases])).overloads
    #expect(found.count == 2)
    #expect(
      found[0].contains("UPS of virtualized would carry 90 kW at the planned load with everything alive"))
    #expect(found[1].contains("A phase of rack 2 of virtualized would carry 26 A"))
  }

  @Test func `the section has feeds and ratings of every layout, and none for an older file`() throws {
    var contents = try Examples.standard.get()
    let text = FeedSection(contents: contents).markup.serialized
    for layout in contents.study.layouts { #expect(text.contains("\(layout.name), rack 1")) }
    #expect(text.contains("nameplate, kW") && text.contains("not in the catalogue"))
    contents.study.layouts[0].facility = nil
    #expect(FeedSection(contents: contents).markup.serialized.isEmpty)
  }
}
