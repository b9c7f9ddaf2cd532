import Documents
import Quantities
import Scenario
import Testing

@testable import Catalog

@Suite("Catalogue listing")
struct CatalogListingTests {
  @Test(arguments: CatalogKind.allCases)
  func `every kind has entries with distinct names, and each is found by its name`(kind: CatalogKind) {
    let names = Catalog.builtIn.names(of: kind)
    #expect(!names.isEmpty && Set(names).count == names.count)
    for entry in Catalog.builtIn.entries(of: kind) {
      #expect(Catalog.builtIn.entry(kind, named: entry.name) == entry)
      #expect(entry.kind == kind && !entry.title.isEmpty && !entry.summary.isEmpty)
    }
    #expect(Catalog.builtIn.entry(kind, named: "no-such-thing") == nil)
  }

  @Test(arguments: CatalogKind.allCases.filter { ![.placementPolicy, .demandPattern].contains($0) })
  func `every kind of which figures are stated has facts with sources`(kind: CatalogKind) {
    for entry in Catalog.builtIn.entries(of: kind) {
      #expect(entry.facts.contains { $0.source?.isEmpty == false }, "\(entry.name)")
    }
  }

  @Test func `built-in hardware is listed by year`() {
    for kind in [CatalogKind.server, .enclosure, .rack] {
      let years = Catalog.builtIn.entries(of: kind).compactMap(\.year)
      #expect(years == years.sorted())
    }
  }

  @Test(arguments: [("hp-dl380g4", "hp-dl380-g4"), ("hp-c700", "hp-c7000"), ("del-r730", "dell-r730")])
  func `a misspelt slug is near the one that was meant`(typed: String, meant: String) {
    let names = Catalog.builtIn.names(of: .server) + Catalog.builtIn.names(of: .enclosure)
    #expect(EditDistance.nearest(to: typed, in: names) == meant)
  }

  @Test func `a measured server is listed with its work per energy, a blade without`() throws {
    func score(_ slug: String) throws -> CatalogEntry.Fact? {
      try #require(Catalog.builtIn.entry(.server, named: slug)).facts.first {
        $0.name.hasPrefix("work per energy")
      }
    }
    #expect(try score("ibm-x3550-m3-x5675")?.value == "3092.8 ssj_ops/J")
    #expect(try score("ibm-x3550-m3-x5675")?.confidence == "derived")
    #expect(try score("dell-m620") == nil && score("hp-bl20p-g3") == nil)
  }

  @Test func `a slug of another kind is not found`() {
    #expect(Catalog.builtIn.server("hp-c7000") == nil)
    #expect(Catalog.builtIn.enclosure("hp-dl380-g4") == nil)
    #expect(Catalog.builtIn.rack("hp-c7000") == nil)
  }

  @Test func `a user's model comes before the built-in one of the same slug and is listed once`() throws {
    let file = try #require(BuiltInFile.servers.first { $0.slug == "hp-dl380-g4" })
    let facts = SourceFile(
      name: "mine.yaml", text: file.facts.text.replacing("value: 27 kg", with: "value: 30 kg"))
    let model = try #require(
      CatalogReader.load(deviceType: file.deviceType, sidecar: facts, into: Diagnostics()))
    let catalog = Catalog.builtIn.adding(model)
    #expect(catalog.server("hp-dl380-g4")?.weight.value == 30)
    #expect(Catalog.builtIn.server("hp-dl380-g4")?.weight.value == 27)
    #expect(catalog.names(of: .server).filter { $0 == "hp-dl380-g4" }.count == 1)
    #expect(catalog.names(of: .server).count == Catalog.builtIn.names(of: .server).count)
  }

  @Test func `a built-in model is parsed once`() throws {
    let file = try #require(BuiltInFile.servers.first)
    #expect(file.model == file.model)
    let reread = CatalogReader.load(deviceType: file.deviceType, sidecar: file.facts, into: Diagnostics())
    #expect(reread == file.model)
  }
}
