import ArgumentParser
import CloudSim
import Documents
import EventEngine
import Placement
import Quantities

/// What an experiment of `cloudsim` is made of.
struct CloudSimSetup: ParsableArguments {
  @Option(help: "consolidation, dvfs (guests stay) or npa (full power all the time).")
  var policy = "consolidation"
  @Option(help: "When a host is overloaded.") var detector: String?
  @Option(help: "The detector's number; its own default if none is given.") var parameter: Double?
  @Option(help: "Which guest leaves an overloaded host.") var selection: String?
  @Option(
    help: ArgumentHelp("Switch a quirk off, or on again; 'all=off' switches all off.", valueName: "name=off"))
  var quirk: [String] = []
  @Option(help: "The order in which guests are created: name, listed or random.") var order = "name"
  @Option(help: "Where random numbers begin.") var seed = 1
  @Option(help: "The number of hosts.") var hosts = 800
  @Option(help: "Move each sample by this many units in its last place.") var lastPlace = 0

  private static let policies = ["consolidation", "dvfs", "npa"]
  private static let orders = ["name", "listed", "random"]
  private static let mostUnits = 1_000_000

  /// The detector's entry.
  private func detectorEntry() throws -> DetectorEntry {
    let name = detector ?? StaticThreshold.entry.abbreviation
    guard let entry = DetectorCatalog.entry(named: name.lowercased()) else {
      let known = DetectorCatalog.all.flatMap { [$0.abbreviation, $0.name] }
      throw CatalogCommand.unknown("detector", name, among: known)
    }
    return entry
  }

  private func selectionEntry() throws -> SelectionEntry {
    let name = selection ?? MinimumMigrationTime.entry.abbreviation
    guard let entry = SelectionCatalog.entry(named: name.lowercased()) else {
      let known = SelectionCatalog.all.flatMap { [$0.abbreviation, $0.name] }
      throw CatalogCommand.unknown("selection", name, among: known)
    }
    return entry
  }

  /// The quirks that are on.
  func quirks() throws -> QuirkSet {
    var quirks = QuirkSet.all
    for word in quirk {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, ["on", "off"].contains(parts[1]) else {
        throw ValidationError("'\(word)' does not say what to do; write --quirk \(parts[0])=off or =on")
      }
      let isOn = parts[1] == "on"
      if parts[0] == "all" {
        quirks = isOn ? .all : []
        continue
      }
      guard let quirk = Quirk(named: parts[0]) else {
        throw CatalogCommand.unknown("quirk", parts[0], among: Quirk.allCases.map(\.name) + ["all"])
      }
      quirks = isOn ? quirks.union(QuirkSet(quirk)) : quirks.without(quirk)
    }
    return quirks
  }

  /// The experiment.
  func experiment() throws -> Experiment {
    guard Self.policies.contains(policy) else {
      throw CatalogCommand.unknown("policy", policy, among: Self.policies)
    }
    guard Self.orders.contains(order) else {
      throw CatalogCommand.unknown("order", order, among: Self.orders)
    }
    guard (1...1_000_000).contains(hosts) else {
      throw ValidationError("give 1 to 1000000 hosts, not \(hosts)")
    }
    guard (-Self.mostUnits...Self.mostUnits).contains(lastPlace) else {
      throw ValidationError(
        "move samples by at most \(Self.mostUnits) units in the last place, not \(lastPlace)")
    }
    let quirks = try quirks()
    var experiment = Experiment(try experimentPolicy(quirks))
    experiment.quirks = quirks
    experiment.hosts = hosts
    experiment.unitsInLastPlace = lastPlace
    return experiment
  }

  private func experimentPolicy(_ quirks: QuirkSet) throws -> Experiment.Policy {
    guard policy == "consolidation" else {
      if detector != nil || parameter != nil || selection != nil {
        throw ValidationError(
          "policy '\(policy)' moves no guests, so it has no detector, parameter or selection")
      }
      return policy == "dvfs" ? .frequencyScaling : .noPowerManagement
    }
    let weights: RegressionWeights = quirks.has(.unweightedRegression) ? .none : .tricube
    let entry = try detectorEntry()
    let selection = try selectionEntry().selection
    do throws(PolicyProblem) {
      let detector = try entry.detector(parameter: parameter, weights: weights)
      return .consolidation(.init(detector: detector, selection: selection))
    } catch {
      throw ValidationError("\(error.message); \(error.help)")
    }
  }

  /// Runs the experiment.
  func outcome(on traces: GuestTraces) throws -> Outcome {
    let seed = UInt64(bitPattern: Int64(seed))
    var order = RandomStream(seed: seed, name: "cloudsim/order")
    let guests =
      switch self.order {
      case "name": traces.sorted()
      case "random": traces.shuffled(using: &order)
      default: traces
      }
    let experiment = try experiment()
    do throws(ExperimentProblem) {
      return try experiment.run(guests, using: RandomStream(seed: seed, name: "cloudsim/selection"))
    } catch {
      Terminal.message("error: \(error.message)\nhelp: give more hosts with --hosts, or fewer guests")
      throw Exit.refused
    }
  }

  /// The setup as JSON.
  func members(_ traces: String, guests: Int) -> [JSONValue.Member] {
    let isMoving = policy == "consolidation"
    let detector = isMoving ? try? detectorEntry() : nil
    let off = Quirk.allCases.filter { !((try? quirks())?.has($0) ?? true) }
    return [
      .init("traces", .string(traces)), .init("guests", .integer(guests)), .init("hosts", .integer(hosts)),
      .init("policy", .string(policy)), .init("detector", detector.map { .string($0.name) } ?? .null),
      .init("parameter", detector.map { .number(parameter ?? $0.parameter.defaultValue) } ?? .null),
      .init("selection", isMoving ? (try? selectionEntry()).map { .string($0.name) } ?? .null : .null),
      .init("order", .string(order)), .init("seed", .integer(seed)),
      .init("lastPlace", .integer(lastPlace)),
      .init("quirksOff", .array(off.map { .string($0.name) })),
    ]
  }
}
