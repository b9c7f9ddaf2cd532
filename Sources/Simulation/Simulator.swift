import Quantities
public import Scenario
public import Workload

/// Runs the layouts of a scenario.
///
/// Made once for a study: designs and weather are worked out here and shared by all runs, which may go on at the
/// same time.
public struct Simulator: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The design of each layout.
  public let designs: [LayoutDesign]
  private let weather: SiteWeather

  /// Why a scenario cannot be simulated.
  public enum Refusal: Error, Sendable, Hashable {
    /// A layout cannot be built.
    case layout(InfeasibleLayout)
    /// A demand cannot be met by any series.
    case demand(DemandProblem)
  }

  /// Designs all layouts.
  ///
  /// - Throws: the first thing that makes a layout impossible.
  public init(_ scenario: Scenario) throws(Refusal) {
    let plan = try Simulator.plan(scenario, replication: 0)
    var designs: [LayoutDesign] = []
    for index in scenario.layouts.indices {
      do { designs.append(try LayoutDesign(scenario, layout: index, plan: plan)) } catch {
        throw .layout(error)
      }
    }
    self.init(scenario, designs: designs)
  }

  /// Takes layouts that have been designed.
  ///
  /// - Parameter designs: one for each layout in order, for the guests of the first replication.
  public init(_ scenario: Scenario, designs: [LayoutDesign]) {
    precondition(designs.count == scenario.layouts.count, "every layout has a design")
    self.scenario = scenario
    self.designs = Simulator.besideOnePlant(designs, of: scenario)
    weather = SiteWeather(scenario)
  }

  /// The layouts, of which those that keep the site's plant have its rooms beside them in the size of the largest.
  private static func besideOnePlant(_ designs: [LayoutDesign], of scenario: Scenario) -> [LayoutDesign] {
    let keep = designs.indices.filter { if case .kept = scenario.layouts[$0].plant { true } else { false } }
    let largest = keep.map { designs[$0].floorArea }.max() ?? .zero
    var designs = designs
    for index in keep { designs[index].plantFloor = largest }
    return designs
  }

  /// The guests of a replication, for all layouts.
  public func plan(replication: Int) throws(Refusal) -> DemandPlan {
    try Simulator.plan(scenario, replication: replication)
  }

  /// The guests of a replication of a scenario.
  public static func plan(_ scenario: Scenario, replication: Int) throws(Refusal) -> DemandPlan {
    do { return try DemandPlan(scenario, replication: UInt32(replication)) } catch { throw .demand(error) }
  }

  /// Simulates one layout in one replication, and hands what it measures on the way to a sink if there is one.
  ///
  /// - Parameters:
  ///   - layout: the index of the layout.
  ///   - plan: the guests, from ``plan(replication:)`` of the same replication.
  ///   - replication: the replication, from 0.
  public func run(
    layout: Int, plan: DemandPlan, replication: Int, into sink: inout (some ResultSink)?
  ) throws(SimulationError) -> RunSummary {
    try run(
      layout: layout, plan: plan, replication: replication, tileLength: TileEvaluator.standardLength,
      into: &sink)
  }

  /// The same with tiles of another length, which must change nothing: for tests.
  package func run(
    layout: Int, plan: DemandPlan, replication: Int, tileLength: Int, into sink: inout (some ResultSink)?
  ) throws(SimulationError) -> RunSummary {
    let plan = plan.reclaiming(after: scenario.layouts[layout].reclaimIdleAfter)
    return try PinnedDemand.with(plan) { (demand) throws(SimulationError) -> RunSummary in
      var run = LayoutRun(
        scenario, design: designs[layout], plan: plan, demand: demand, weather: weather,
        replication: UInt32(replication), tileLength: tileLength)
      return try run.run(into: &sink)
    }
  }

  /// Simulates one layout in one replication.
  public func run(
    layout: Int, plan: DemandPlan, replication: Int
  ) throws(SimulationError) -> RunSummary {
    var sink: MemorySink?
    return try run(layout: layout, plan: plan, replication: replication, into: &sink)
  }
}
