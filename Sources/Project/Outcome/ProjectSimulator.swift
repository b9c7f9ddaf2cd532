/// Why a plan cannot be simulated.
public enum ProjectError: Error, Sendable, Hashable {
  /// The plan has errors.
  case invalid([PlanIssue])
}

/// Carries out a plan: unfolded once, replayed as often as asked.
public struct ProjectSimulator: Sendable {
  /// The plan.
  public let plan: ProjectPlan
  let network: TaskNetwork
  let facts: RunFacts

  /// Unfolds a plan.
  ///
  /// - Throws: ``ProjectError/invalid(_:)`` when ``ProjectPlan/issues()`` has errors.
  public init(_ plan: ProjectPlan) throws(ProjectError) {
    let errors = plan.issues().filter { $0.severity == .error }
    guard errors.isEmpty else { throw .invalid(errors) }
    self.plan = plan
    network = TaskNetwork(plan)
    facts = RunFacts(plan)
  }

  /// One replication: with the same plan and number always the same.
  public func run(replication: UInt32 = 0) -> ProjectOutcome {
    var run = ProjectRun(plan, network, facts, replication: replication)
    run.run()
    return ProjectOutcome(plan: plan, network: network, replication: replication, run)
  }

  /// Many replications: when it ends, what it costs, what binds.
  public func forecast(replications: Int) -> ProjectForecast {
    ProjectForecast((0..<replications).map { run(replication: UInt32($0)) })
  }
}
