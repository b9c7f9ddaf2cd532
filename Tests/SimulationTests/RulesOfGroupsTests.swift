import Placement
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

@Suite("Rules about groups of guests")
struct RulesOfGroupsTests {
  private static let hour = Seconds(hours: 1)

  /// Twelve guests of `steady` and four of `data`, a GiB each; a tiny blade of 8 GiB takes six.
  private func scenario(_ rules: GroupRules, count: Int? = nil, policy: String = "first-fit") throws
    -> Scenario
  {
    let steady = try TinyStudy.steady(count: 12, percent: 1, sample: Self.hour)
    let data = try TinyStudy.steady("data", count: 4, percent: 1, sample: Self.hour)
    var layout = try TinyStudy.virtualized(count: count)
    layout.placement.rules = rules
    layout.placement.policy = policy == "portfolio" ? Portfolio(effort: .low) : try TinyStudy.policy(policy)
    return try TinyStudy.scenario(days: 1, sample: Self.hour, guests: [steady, data], layouts: [layout])
  }

  private func hosts(of group: Int, _ simulator: Simulator) throws -> Set<Int> {
    let demand = try simulator.plan(replication: 0)
    return Set(
      simulator.designs[0].placedGuests(demand, of: simulator.scenario).filter { $0.group == group }.map(
        \.host))
  }

  @Test func `a group that is kept together stands on one server, in plan and run`() throws {
    let free = try Simulator(scenario(GroupRules()))
    // Twelve fill two servers; as listed, the databases get the third.
    #expect(try hosts(of: 1, free) == [2])
    let rules = GroupRules(together: [.init(groups: ["data"], place: .server)])
    let kept = try Simulator(scenario(rules))
    #expect(try hosts(of: 1, kept).count == 1)
    let placed = kept.designs[0].placedLayout(of: kept.scenario, try kept.plan(replication: 0))
    #expect(PlacementChecker(placed.problem).violations(of: placed.plan).isEmpty)
    #expect(placed.problem.rules.affinities.map(\.guests) == [[12, 13, 14, 15]])
  }

  @Test func `a fence keeps a group on its servers, and a third server makes room`() throws {
    let rules = GroupRules(fences: [.init(groups: ["data"], first: 1, last: 1)])
    #expect(try hosts(of: 1, Simulator(scenario(rules, policy: "portfolio"))) == [0])
  }

  @Test func `licences are paid for by the server and are in the costs`() throws {
    let rules = GroupRules(licences: [.init(name: "sql", groups: ["data"], price: Money(100, .usd))])
    let simulator = try Simulator(scenario(rules, policy: "portfolio"))
    #expect(simulator.designs[0].licences.map(\.servers) == [1])
    #expect(simulator.designs[0].licences.map(\.price) == [Money(100, .usd)])
  }

  @Test func `what cannot be is refused with the guests and rules that exclude one another`() throws {
    let rules = GroupRules(
      together: [.init(groups: ["data"], place: .server)],
      licences: [.init(name: "sql", groups: ["data", "steady"], price: Money(1, .usd), servers: 1)])
    let asked = try scenario(rules, count: 3)
    do {
      _ = try Simulator(asked)
      Issue.record("a layout that cannot be was designed")
    } catch {
      guard case .layout(let infeasible) = error else { throw error }
      #expect(infeasible.reason.contains("'sql' is licensed for 1 host"), "\(infeasible.reason)")
    }
  }

  @Test func `mistakes in rules are named at their keys`() throws {
    let rules = GroupRules(
      together: [.init(groups: ["nobody"], place: .server), .init(groups: [], place: .server)],
      fences: [.init(groups: ["data"], first: 3, last: 2), .init(groups: ["data"], first: 1, last: 9)])
    let issues = try scenario(rules, count: 3).issues()
    #expect(
      issues.map(\.path).filter { $0.contains("placement") } == [
        "layouts[0].placement.together[0].guests", "layouts[0].placement.together[1].guests",
        "layouts[0].placement.fences[0].to server", "layouts[0].placement.fences[1].to server",
      ])
  }
}
