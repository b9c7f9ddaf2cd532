public import Placement

/// The PlanetLab power experiment of CloudSim 3.0.3: a day of 800 servers whose guests follow recorded traces.
///
/// **Valid for** comparison with CloudSim 3.0.3, whose figures it gives to every printed digit while all quirks are on.
/// **Not modelled**: memory and network after the start, cooling, power distribution, failures, boot times, the cost of
/// switching. bladesim's own simulation has them.
/// **Source**: docs/models/cloudsim.md; Beloglazov, Buyya (2012), CCPE 24(13).
public struct Experiment: Sendable {
  /// What is done to save power.
  public enum Policy: Sendable {
    /// Nothing: every host draws its full power all the time.
    case noPowerManagement
    /// Hosts draw what their load asks for; guests stay where they began.
    case frequencyScaling
    /// Guests leave overloaded hosts and hosts with little to do, which are switched off.
    case consolidation(Consolidation)
  }

  /// How guests are moved.
  public struct Consolidation: Sendable {
    /// When a host is overloaded.
    public let detector: any OverloadDetector
    /// Which guest leaves first.
    public let selection: any GuestSelection

    /// A way to move guests.
    public init(detector: any OverloadDetector, selection: any GuestSelection) {
      self.detector = detector
      self.selection = selection
    }
  }

  /// What is done to save power.
  public var policy: Policy
  /// Which of CloudSim's quirks are on.
  public var quirks = QuirkSet.all
  /// The number of hosts, of the two models in turn.
  public var hosts = 800
  /// How many representable numbers each sample above zero is moved, up or down: 1 is the smallest change that a sample can
  /// have, some 10^-16 of it.
  public var unitsInLastPlace = 0

  /// An experiment with CloudSim's defaults.
  public init(_ policy: Policy) { self.policy = policy }

  /// Runs the experiment.
  ///
  /// - Parameters:
  ///   - traces: the guests, in the order in which they are created.
  ///   - generator: random numbers for the selection, if it draws any.
  /// - Throws: an ``ExperimentProblem`` when a guest has no host at the start.
  public func run(
    _ traces: GuestTraces, using generator: any RandomNumberGenerator
  ) throws(ExperimentProblem) -> Outcome {
    var run = Run(self, traces, generator)
    return try run.outcome()
  }
}

/// Why an experiment cannot be run.
public enum ExperimentProblem: Error, Hashable, Sendable {
  /// A guest finds no host at the start.
  case noHost(guest: String, hosts: Int)

  /// The problem in words.
  public var message: String {
    switch self {
    case .noHost(let guest, let hosts): "guest '\(guest)' finds no room on \(hosts) hosts at the start"
    }
  }
}
