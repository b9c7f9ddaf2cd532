import Testing

@testable import Placement

@Suite("Policy catalogue")
struct PolicyCatalogTests {
  @Test func `names are unique and start the plan's method`() throws {
    let names = PolicyCatalog.all.map(\.name)
    #expect(names.count == Set(names).count)
    for entry in PolicyCatalog.all {
      #expect(try entry.policy().name.split(separator: " ").first.map(String.init) == entry.name)
    }
  }

  @Test func `each choice makes a policy of its own`() throws {
    for entry in PolicyCatalog.all {
      for parameter in entry.parameters {
        #expect(parameter.choices.contains(parameter.defaultChoice))
        let names = try parameter.choices.map { try entry.policy([parameter.name: $0]).name }
        #expect(Set(names).count == names.count)
      }
    }
  }

  @Test func `a default is what one gets without settings`() throws {
    for entry in PolicyCatalog.all {
      for parameter in entry.parameters {
        #expect(try entry.policy().name == entry.policy([parameter.name: parameter.defaultChoice]).name)
      }
    }
  }

  @Test func `an unknown parameter or choice is refused with help`() throws {
    let entry = try #require(PolicyCatalog.entry(named: "first-fit-decreasing"))
    #expect(
      throws: PolicyProblem(
        message: "policy 'first-fit-decreasing' has no parameter 'weight'", help: "it has weights, norm")
    ) { try entry.policy(["weight": "unit"]) }
    #expect(
      throws: PolicyProblem(
        message: "'heavy' is no choice for 'weights' of policy 'first-fit-decreasing'",
        help: "choose unit, average, dynamic")
    ) { try entry.policy(["weights": "heavy"]) }
    #expect(PolicyCatalog.entry(named: "last-fit") == nil)
  }
}
