import Testing

@testable import Placement

@Suite("Policy catalogue")
struct PolicyCatalogTests {
  @Test func `names are unique`() {
    let names = PolicyCatalog.all.map(\.name)
    #expect(names.count == Set(names).count)
  }
}
