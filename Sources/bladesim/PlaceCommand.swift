import ArgumentParser
import Documents
import Placement
import Scenario
import Simulation
import Virtualization

/// `place`: puts the guests of a layout on its servers by one policy or another, and says how good that is.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract:
      "Place the guests of a layout: hosts, lower bound, gap, what is stranded, what a failure takes.",
    discussion: """
      bladesim place scenario.yaml --layout blades
      bladesim place scenario.yaml --layout blades --policy portfolio --policy first-fit-decreasing
      bladesim place scenario.yaml --layout blades --all-policies
      bladesim place scenario.yaml --layout blades --certificate bound.json

      Guests are those of the busiest moment, on the servers that the layout is designed with. The layout's own policy comes \
      first and the metrics are those of its plan; of policies that are named the first. When guests are left out, the \
      smallest set of guests and rules that exclude one another is named.

      A certificate proves the lower bound: prices for guests under which no server can be worth more than it costs.
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"])) var scenario: String
  @Option(help: "The layout. Needed when several have more than one guest to a server.") var layout: String?
  @Option(
    help: ArgumentHelp(
      "A policy, with its usual settings; may be repeated.",
      discussion: "Policies: \(PolicyCatalog.all.map(\.name).joined(separator: ", ")).", valueName: "policy"),
    completion: .list(PolicyCatalog.all.map(\.name)))
  var policy: [String] = []
  @Flag(help: "Try every policy.") var allPolicies = false
  @Option(help: "Write the proof of the bound (JSON).", completion: .file(extensions: ["json"]))
  var certificate: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Overwrite a certificate that differs.") var force = false

  func validate() throws {
    if allPolicies, !policy.isEmpty { throw ValidationError("name policies, or ask for all of them") }
    for name in policy where PolicyCatalog.entry(named: name) == nil {
      let known = PolicyCatalog.all.map(\.name)
      let help = EditDistance.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
      throw ValidationError(
        "unknown policy '\(name)'; \(help ?? "known are \(known.joined(separator: ", "))")")
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
    let placed = try placedLayout(loaded, index)
    let policies = try chosenPolicies(loaded.scenario.layouts[index])
    let progress = Progress("place", total: policies.count, of: "plans")
    var plans: [PlacementPlan] = []
    for policy in policies {
      plans.append(policy.plan(for: placed.problem))
      progress.advance()
    }
    progress.finish()
    let summary = PlaceSummary(
      title: loaded.scenario.title, layout: loaded.scenario.layouts[index].name, placed: placed, plans: plans)
    let isWritten = certificate.map {
      ReportFile.write(
        summary.certificate.text(indented: true) + "\n", to: $0, force: force, option: "--certificate")
    }
    if json {
      Terminal.output(summary.json)
    } else {
      Terminal.output(summary.text + (isWritten == true ? "\ncertificate  \(certificate ?? "")\n" : ""))
    }
    if isWritten == false { throw Exit.cannotCreate }
    if !summary.isSound { throw Exit.internalError }
    if plans.first?.isComplete == false { throw Exit.refused }
  }

  /// The layout that was named, or the only one in which there is something to place: guests that share servers.
  private func layoutIndex(_ scenario: Scenario) throws -> Int {
    let names = scenario.layouts.map { "'\($0.name)'" }.joined(separator: ", ")
    guard let layout else {
      if scenario.layouts.count == 1 { return 0 }
      let shared = scenario.layouts.indices.filter { scenario.layouts[$0].technique.kind != .bareMetal }
      if shared.count == 1 { return shared[0] }
      throw ValidationError("name one of the layouts with --layout: \(names)")
    }
    guard let index = scenario.layouts.firstIndex(where: { $0.name == layout }) else {
      throw ValidationError("there is no layout '\(layout)'; the scenario has \(names)")
    }
    return index
  }

  private func placedLayout(_ loaded: ScenarioInputs.Loaded, _ index: Int) throws -> PlacedLayout {
    do throws(Simulator.Refusal) {
      let simulator = try Simulator(loaded.scenario)
      let demand = try simulator.plan(replication: 0)
      return simulator.designs[index].placedLayout(of: loaded.scenario, demand)
    } catch {
      Terminal.message(StudyBatch.words(error, of: loaded))
      throw Exit.refused
    }
  }

  private func chosenPolicies(_ layout: Layout) throws -> [any PlacementPolicy] {
    let names = allPolicies ? PolicyCatalog.all.map(\.name) : policy
    let named = try names.compactMap { try PolicyCatalog.entry(named: $0)?.policy() }
    if !policy.isEmpty { return named }
    let others: [any PlacementPolicy] = allPolicies ? named : [Portfolio()]
    let own = layout.placement.policy
    return [own] + others.filter { $0.name != own.name }
  }
}
