/// Something that CloudSim 3.0.3 does and a planner would not expect. Each can be switched off alone.
///
/// A quirk that is on is what CloudSim does; off is the form that the summary calls for.
///
/// **Source**: the specification and issue threads that docs/models/cloudsim.md names.
public enum Quirk: UInt32, CaseIterable, Sendable {
  /// Guests that ask for nothing are deleted.
  case idleDeletion
  /// A host whose guests ask for nothing draws nothing.
  case idleDrawsNothing
  /// Memory limits nothing once the run has begun.
  case memoryIgnored
  /// Network limits nothing once the run has begun.
  case networkIgnored
  /// Guest models follow the order of the traces in four blocks.
  case blockTypes
  /// Guests placed at the start count with all they could ask for.
  case nominalStart
  /// A target's power before is that of the last update.
  case staleUtilization
  /// Waking a host costs only the part of its power that depends on load.
  case freeWake
  /// An empty host is never tested for overload.
  case emptyHostUntested
  /// Whoever received guests from overloaded hosts may be emptied in the same round.
  case receiversMoveOn
  /// Guests placed in a round may be moved again in the same round.
  case placedMoveAgain
  /// A guest moved twice in a round travels twice.
  case doubleMoves
  /// Regressions do not use their weights.
  case unweightedRegression
  /// Samples of zero at the far end of a history are cut off.
  case trimmedHistory
  /// What an overfull host gives each guest is rounded down to whole MIPS.
  case wholeShares
  /// The last bits decide between hosts that cost the same.
  case exactTies
  /// Of hosts that cost the same to the last bit the first is taken.
  case firstOfEquals
  /// Loads are divided by the capacity.
  case dividedByCapacity
  /// Samples are divided by a hundred.
  case dividedByHundred
  /// A host draws nothing in the interval in which it is switched on by its guests waking up.
  case freeFirstInterval
  /// The day ends at its last sample.
  case shortDay
  /// A host that was never used counts as shut down once.
  case idleStartCounts
  /// A host is in violation while a guest is on its way in.
  case arrivalsViolate
  /// A host is in violation when its sums differ in the last bit.
  case roundingViolates
  /// Violations are shares of the time of all hosts together.
  case pooledViolations

  /// The name, as written after `--quirk`.
  public var name: String { texts.name }
  /// What CloudSim does, in one sentence.
  public var summary: String { texts.summary }
  /// What is done instead when the quirk is off, in one sentence.
  public var remedy: String { texts.remedy }

  /// The quirk of a name, or nil.
  public init?(named name: String) {
    guard let quirk = Quirk.allCases.first(where: { $0.name == name }) else { return nil }
    self = quirk
  }

  private var texts: (name: String, summary: String, remedy: String) {
    switch self {
    case .idleDeletion:
      ("idle-deletion", "Guests that ask for nothing at two samples running are deleted.", "All guests stay.")
    case .idleDrawsNothing:
      (
        "idle-draws-nothing", "A host whose guests ask for nothing draws nothing.",
        "A host with guests draws at least its idle power."
      )
    case .memoryIgnored:
      (
        "memory-ignored", "Memory limits nothing once the run has begun.",
        "A target needs memory for the guest."
      )
    case .networkIgnored:
      (
        "network-ignored", "Network limits nothing once the run has begun.",
        "A target has at most ten guests."
      )
    case .blockTypes:
      (
        "block-types", "Guest models follow the order of the traces in four blocks.",
        "The four models take turns."
      )
    case .nominalStart:
      (
        "nominal-start", "Guests placed at the start count fully until 300.1 s.",
        "They count with what they ask for then: nothing."
      )
    case .staleUtilization:
      (
        "stale-utilization", "The rise in power is reckoned from the utilization at the last update.",
        "From that with the guests placed since."
      )
    case .freeWake:
      (
        "free-wake", "A host that is off is charged only its dynamic power.",
        "It is charged its idle power too."
      )
    case .emptyHostUntested:
      ("empty-host-untested", "An empty host is never tested for overload.", "Every target is.")
    case .receiversMoveOn:
      (
        "receivers-move-on",
        "Hosts that received guests from overloaded ones may be emptied in the same round.", "They stay."
      )
    case .placedMoveAgain:
      (
        "placed-move-again", "With a host that is emptied go the guests just placed there.",
        "Only its own guests go."
      )
    case .doubleMoves:
      (
        "double-moves", "A guest placed twice in a round travels twice and counts twice.",
        "It goes straight to the last host."
      )
    case .unweightedRegression:
      (
        "unweighted-regression", "Both regressions compute their weights and do not use them.",
        "Weighted, and robust where so called."
      )
    case .trimmedHistory:
      (
        "trimmed-history", "Zeros at the far end of a history are cut off.",
        "All samples since the start count."
      )
    case .wholeShares:
      ("whole-shares", "What an overfull host gives is rounded down to whole MIPS.", "It is not rounded.")
    case .exactTies:
      (
        "exact-ties", "The last bits decide between hosts that cost the same.",
        "Within a billionth of a watt the first host is taken."
      )
    case .firstOfEquals:
      ("first-of-equals", "Of hosts that cost the same the first is taken.", "The last is taken.")
    case .dividedByCapacity:
      (
        "divided-by-capacity", "The load after is divided by the capacity.",
        "It is multiplied by the inverse; in mathematics the same."
      )
    case .dividedByHundred:
      (
        "divided-by-hundred", "Samples are divided by 100.",
        "They are multiplied by 0.01; in mathematics the same."
      )
    case .freeFirstInterval:
      (
        "free-first-interval", "A host draws nothing in the interval in which its guests wake it.",
        "It draws from idle power upwards."
      )
    case .shortDay:
      (
        "short-day", "Nothing is simulated after the last sample, 86 100.1 s.",
        "The energy counts up to 86 400 s."
      )
    case .idleStartCounts:
      ("idle-start-counts", "A host that never had load counts as shut down once.", "It does not.")
    case .arrivalsViolate:
      ("arrivals-violate", "A guest on its way in puts its target in violation.", "It does not.")
    case .roundingViolates:
      ("rounding-violates", "A difference in the last bit is a violation.", "Below a billionth it is none.")
    case .pooledViolations:
      (
        "pooled-violations", "Violations are a share of the time of all hosts together.",
        "The mean of each host's share, as published."
      )
    }
  }
}
