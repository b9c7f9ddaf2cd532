import Dispatch
import Economics
public import Project
public import Scenario
public import Simulation
import Synchronization
import Workload

/// Runs a study: every layout in every replication, on several threads, with the same result on any number of them.
public struct StudyRun: Sendable {
  private let simulator: Simulator
  private let threads: Int

  /// Why a study gave no answer.
  public enum Failure: Error, Sendable, Hashable {
    /// The scenario cannot be simulated.
    case refused(Simulator.Refusal)
    /// The scenario's project cannot be carried out.
    case unplanned([PlanIssue])
    /// The program is at fault.
    case broken(SimulationError)
    /// Someone asked to stop.
    case interrupted
  }

  /// Prepares a study: designs its layouts.
  ///
  /// - Parameters:
  ///   - scenario: the question.
  ///   - threads: how many layouts are designed, and later how many runs go on, at a time; at least 1.
  ///   - designed: called after each layout, from any thread.
  ///   - shouldStop: asked before each layout, from any thread.
  public init(
    _ scenario: Scenario, threads: Int, designed: @Sendable () -> Void = {},
    shouldStop: @Sendable () -> Bool = { false }
  ) throws(Failure) {
    precondition(threads >= 1, "someone has to do the work")
    self.threads = threads
    let guests: DemandPlan
    do throws(Simulator.Refusal) {
      guests = try Simulator.plan(scenario, replication: 0)
    } catch {
      throw .refused(error)
    }
    let made = StudyRun.concurrently(scenario.layouts.count, threads: threads) {
      layout -> Result<LayoutDesign, Failure> in
      if shouldStop() { return .failure(.interrupted) }
      defer { designed() }
      do throws(InfeasibleLayout) {
        return .success(try LayoutDesign(scenario, layout: layout, plan: guests))
      } catch {
        return .failure(.refused(.layout(error)))
      }
    }
    var designs: [LayoutDesign] = []
    for design in made { designs.append(try design.get()) }
    simulator = Simulator(scenario, designs: designs)
  }

  /// The layouts as designed.
  public var designs: [LayoutDesign] { simulator.designs }

  /// How many runs the study takes.
  public var runCount: Int { simulator.scenario.layouts.count * simulator.scenario.replications }

  /// Runs everything.
  ///
  /// - Parameters:
  ///   - progress: called after each run that has come to its end, from any thread, with the number of such runs.
  ///   - shouldStop: asked before each run, from any thread.
  public func result(
    progress: @Sendable (Int) -> Void = { _ in }, shouldStop: @Sendable () -> Bool = { false }
  ) throws(Failure) -> StudyResult {
    let scenario = simulator.scenario
    let layouts = scenario.layouts.count
    let move = try scenario.project.map { project throws(Failure) in try moved(project) }
    let done = Atomic<Int>(0)
    let shelf = PlanShelf(replications: scenario.replications, uses: layouts)
    let runs = StudyRun.concurrently(runCount, threads: threads) { item -> Result<Outcome, Failure> in
      if shouldStop() { return .failure(.interrupted) }
      let (replication, layout) = item.quotientAndRemainder(dividingBy: layouts)
      do throws(Failure) {
        let outcome = try run(layout: layout, replication: replication, shelf: shelf)
        progress(done.add(1, ordering: .relaxed).newValue)
        return .success(outcome)
      } catch {
        return .failure(error)
      }
    }
    var outcomes: [Outcome] = []
    for run in runs { outcomes.append(try run.get()) }
    return StudyResult(
      scenario: scenario,
      layouts: (0..<layouts).map { layout in
        let own = stride(from: layout, to: outcomes.count, by: layouts).map { outcomes[$0] }
        let books = own.indices.map { replication in
          book(of: layout, own[replication].summary, first: outcomes[replication * layouts].summary, move)
        }
        return LayoutResult(
          design: simulator.designs[layout], runs: own.map(\.summary), books: books,
          costs: books.map { $0.total(over: scenario.horizon.duration) },
          series: own[0].series ?? HourlySeries(scenario.horizon), recoveries: own.compactMap(\.recovery))
      }, move: move)
  }

  private func moved(_ project: ProjectChoice) throws(Failure) -> MoveResult {
    let plan: ProjectPlan
    do throws(Simulator.Refusal) {
      plan = try ProjectPlan(project, of: simulator)
    } catch {
      throw .refused(error)
    }
    do throws(ProjectError) {
      return MoveResult(try ProjectSimulator(plan), into: project.target, of: simulator.scenario)
    } catch {
      switch error {
      case .invalid(let issues): throw .unplanned(issues)
      }
    }
  }

  /// The lines of cost of a layout in a run, beside the run of the first layout in the same replication.
  private func book(
    of layout: Int, _ run: RunSummary, first: RunSummary, _ move: MoveResult?
  ) -> CostBook {
    let scenario = simulator.scenario
    var book = CostBook(scenario, design: simulator.designs[layout], run: run)
    if let move, move.target == layout {
      let old = CostBook(scenario, design: simulator.designs[0], run: first)
      book.enter(move.costs(beside: book, from: old, of: first).items)
    }
    return book
  }

  private struct Outcome: Sendable {
    let summary: RunSummary
    let series: HourlySeries?
    let recovery: RecoverySummary?
  }

  private func run(layout: Int, replication: Int, shelf: PlanShelf) throws(Failure) -> Outcome {
    let scenario = simulator.scenario
    let plan = try shelf.plan(replication: replication) { () throws(Failure) -> DemandPlan in
      do throws(Simulator.Refusal) {
        return try simulator.plan(replication: replication)
      } catch {
        throw .refused(error)
      }
    }
    var series: HourlySeries? = replication == 0 ? HourlySeries(scenario.horizon) : nil
    let summary: RunSummary
    let recovery: RecoverySummary?
    do throws(SimulationError) {
      summary = try simulator.run(layout: layout, plan: plan, replication: replication, into: &series)
      recovery = try simulator.recovery(layout: layout, plan: plan, replication: replication)
    } catch {
      throw .broken(error)
    }
    return Outcome(summary: summary, series: series, recovery: recovery)
  }

  /// Works on items at most `threads` at a time; results are in the order of the items.
  private static func concurrently<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    let results = Mutex<[Value?]>(Array(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let item = next.add(1, ordering: .relaxed).oldValue
        guard item < count else { return }
        let value = body(item)
        results.withLock { $0[item] = value }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
