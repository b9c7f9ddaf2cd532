import ArgumentParser
import Documents
import EventEngine
import Placement
import Scenario
import Simulation
import Virtualization

/// `plan`: which guests of a layout to move, in which order, to run on fewer hosts.
struct MigrationPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the moves that empty hosts: who moves when, what it saves, and savings against moves.",
    discussion: """
      bladesim plan scenario.yaml --layout virtualized --hosts 24
      bladesim plan scenario.yaml --layout virtualized --current today.csv --moves 40
      bladesim plan scenario.yaml --layout virtualized --current today.csv --curve

      The table of today's placement (CSV) has the columns 'guest' and 'host'; a row without a guest lists a host that is \
      empty. Without it, guests are spread over the hosts as evenly as they go. Guests, their sizes, the hosts' model, \
      limits and spare are those of the layout; links and migrations at a time those of its 'migration'.

      Room, limits and rules hold at every moment, a guest that moves counted on both hosts. Guests that block one \
      another wait on a third host for a while.
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"])) var scenario: String
  @Option(help: "The layout. Needed when several layouts can move guests.") var layout: String?
  @Option(
    help: "Which guest is on which host today (CSV: guest, host).", completion: .file(extensions: ["csv"]))
  var current: String?
  @Option(help: "How many hosts there are today, without a table. Default: those of the layout.")
  var hosts: Int?
  @Option(help: "The most moves. Default: as many as empty hosts.") var moves: Int?
  @Option(help: "The most memory moved, in GiB, in place of the most moves.") var gib: Int?
  @Flag(help: "Print what each number of moves saves.") var curve = false
  @Option(
    name: .shortAndLong, help: "The moves (CSV). Default: results/NAME-plan.csv.",
    completion: .file(extensions: ["csv"]))
  var output: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Overwrite a table that differs.") var force = false

  func validate() throws {
    if let moves, moves < 0 { throw ValidationError("--moves takes a whole number from 0") }
    if let gib, !(0...1_000_000_000).contains(gib) {
      throw ValidationError("--gib takes a whole number from 0 to 1000000000")
    }
    if moves != nil, gib != nil { throw ValidationError("give --moves or --gib, not both") }
    if let hosts, !(1...1_000_000).contains(hosts) {
      throw ValidationError("--hosts takes a whole number from 1 to 1000000")
    }
    if current != nil, hosts != nil {
      throw ValidationError("--current says which hosts there are; leave out --hosts")
    }
  }

  func run() throws {
    var inputs = ScenarioInputs()
    inputs.scenarios = [scenario]
    let all = try inputs.load()
    guard all.count == 1, let loaded = all.first else {
      throw ValidationError("'\(scenario)' holds \(all.count) scenarios; name one file")
    }
    let index = try layoutIndex(loaded.scenario)
    let chosen = loaded.scenario.layouts[index]
    let table = try current.map { try CurrentPlacement(path: $0) }
    let guests = try guests(loaded, index, hosts: table?.hosts.count)
    let hostNames = table?.hosts ?? (0..<guests.problem.hosts.count).map { "host-\($0 + 1)" }
    let today = try table?.places(of: guests, layout: chosen.name) ?? spread(guests)
    table?.warn(today, guests)

    let found = BudgetedConsolidation(
      guests.problem, current: today, weights: gib == nil ? nil : guests.times.mebibytes
    ).curve()
    let reached = reach(found, today, guests)
    let summary = MigrationPlanSummary(
      title: loaded.scenario.title, layout: chosen.name, guests: guests, hostNames: hostNames, today: today,
      isGiven: table != nil, curve: found, point: reached.point, problem: reached.problem, plan: reached.plan,
      unreachable: reached.unreachable, showsCurve: curve)
    let path = output ?? "results/\(loaded.name)-plan.csv"
    let isWritten = ReportFile.write(summary.table, to: path, force: force, option: "--output")
    if json {
      Terminal.output(summary.json)
    } else {
      Terminal.output(summary.text + (isWritten ? "\nmoves  \(path)\n" : ""))
    }
    if !isWritten { throw Exit.cannotCreate }
  }

  /// The layout that was named, or the only one whose guests can move.
  private func layoutIndex(_ scenario: Scenario) throws -> Int {
    let movable = scenario.layouts.indices.filter { scenario.layouts[$0].technique.migratesLive }
    let names = movable.map { "'\(scenario.layouts[$0].name)'" }.joined(separator: ", ")
    guard let layout else {
      if movable.count == 1 { return movable[0] }
      throw ValidationError(
        movable.isEmpty
          ? "no layout of '\(self.scenario)' can move running guests"
          : "name one of the layouts with --layout: \(names)")
    }
    guard let index = scenario.layouts.firstIndex(where: { $0.name == layout }) else {
      let all = scenario.layouts.map { "'\($0.name)'" }.joined(separator: ", ")
      throw ValidationError("there is no layout '\(layout)'; the scenario has \(all)")
    }
    guard movable.contains(index) else {
      let technique = scenario.layouts[index].technique.title
      throw ValidationError(
        "\(technique) of the layout '\(layout)' does not move running guests"
          + (movable.isEmpty ? "" : "; those of \(names) do"))
    }
    return index
  }

  private func guests(_ loaded: ScenarioInputs.Loaded, _ index: Int, hosts given: Int?) throws
    -> LayoutMoves
  {
    do throws(Simulator.Refusal) {
      let simulator = try Simulator(loaded.scenario)
      let design = simulator.designs[index]
      return LayoutMoves(
        design, of: loaded.scenario, try simulator.plan(replication: 0), hosts: given ?? hosts ?? design.hosts
      )
    } catch {
      Terminal.message(StudyBatch.words(error, of: loaded))
      throw Exit.refused
    }
  }

  /// Guests spread evenly over all hosts.
  private func spread(_ guests: LayoutMoves) throws -> [Int32] {
    let plan = WorstFit().plan(for: guests.problem)
    guard let refusal = plan.refusals.first else { return plan.hostOfGuest }
    let count = guests.problem.hosts.count
    Terminal.message(
      "error: \(plan.refusals.count) of \(guests.names.count) guests do not fit \(count == 1 ? "1 host" : "\(count) hosts"), "
        + "'\(guests.names[Int(refusal.guest)])' the first: \(refusal.reason.text(in: guests.problem))")
    Terminal.message("help: give more with --hosts")
    throw Exit.refused
  }

  /// The cheapest point of the curve that a complete plan of no more than the given moves or memory leads to.
  private func reach(
    _ curve: SavingsCurve, _ today: [Int32], _ guests: LayoutMoves
  ) -> (point: SavingsCurve.Point, problem: MigrationProblem, plan: MigrationPlan, unreachable: [BlockedMove])
  {
    var unreachable: [BlockedMove] = []
    let most = gib.map { Int64($0) * 1024 } ?? Int64(moves ?? .max)
    for point in curve.points.reversed() where point.burden <= most {
      let problem = MigrationProblem(
        guests.problem, from: today, to: curve.placement(at: point), times: guests.times, links: guests.links)
      let plan = MigrationPlanner().plan(problem)
      let burden = gib == nil ? Int64(plan.moves.count) : plan.mebibytes
      if plan.isComplete, burden <= most { return (point, problem, plan, unreachable) }
      if unreachable.isEmpty { unreachable = plan.blocked }
    }
    // Today's placement, which takes no move, is always a point.
    let problem = MigrationProblem(
      guests.problem, from: today, to: today, times: guests.times, links: guests.links)
    return (curve.points[0], problem, MigrationPlanner().plan(problem), unreachable)
  }
}
