import EventEngine
import Facility
import Scenario
import Simulation
import Testing

/// One run with everything it measured.
struct RecordedRun {
  let simulator: Simulator
  let plan: DemandPlan
  let summary: RunSummary
  let sink: MemorySink

  init(_ scenario: Scenario, layout: Int = 0, replication: Int = 0, tileLength: Int = 256) throws {
    simulator = try Simulator(scenario)
    plan = try simulator.plan(replication: replication)
    var sink: MemorySink? = MemorySink()
    summary = try simulator.run(
      layout: layout, plan: plan, replication: replication, tileLength: tileLength, into: &sink)
    self.sink = try #require(sink)
  }

  var design: LayoutDesign { simulator.designs[summary.layout] }

  /// Watts of a component, sample by sample.
  func watts(_ component: EnergyComponent) -> [Double] { sink.blocks.flatMap { $0.watts[component] ?? [] } }

  /// The moments at which something happens.
  func times(_ kind: RunEvent.Kind, host: Int) -> [Instant] {
    sink.events.filter { $0.kind == kind && $0.host?.index == host }.map(\.time)
  }
}
