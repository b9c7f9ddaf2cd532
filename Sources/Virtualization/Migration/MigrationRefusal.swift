import Workload

/// Why a running guest cannot move from one host to another.
public struct MigrationRefusal: Sendable, Hashable, CustomStringConvertible {
  /// What kind of obstacle there is.
  public enum Obstacle: Sendable, Hashable, CaseIterable {
    /// The technique does not move running guests.
    case technique
    /// The hosts have processors of different instruction sets.
    case instructionSet
    /// The hosts have processors of different makers.
    case vendor
    /// The target lacks what the guest has seen its processors do.
    case baseline
    /// The hosts share no storage.
    case storage
  }

  /// What kind of obstacle there is.
  public let obstacle: Obstacle
  /// The reason, as a sentence without its full stop.
  public let description: String
}

extension Technique {
  /// Why a running guest cannot move from one host to another; nil if it can.
  ///
  /// A running program has seen what its processors can do, so the target must do all of it: processors of the same
  /// instruction set and maker, and of a generation that covers what the guest saw. It saw its own host's generation,
  /// or the common baseline of the cluster if one is set that its host covers.
  ///
  /// - Parameters:
  ///   - source: where it runs.
  ///   - target: where it is to run.
  ///   - cluster: the baseline that the cluster shows to all guests; nil if each sees its host.
  ///   - sharesStorage: whether both hosts reach the guest's disks.
  public func migrationRefusal(
    from source: HostFacts, to target: HostFacts, cluster: ProcessorBaseline? = nil,
    sharesStorage: Bool = true
  ) -> MigrationRefusal? {
    if !migratesLive {
      return MigrationRefusal(obstacle: .technique, description: "\(title) does not move running guests")
    }
    if source.instructionSet != target.instructionSet {
      return MigrationRefusal(
        obstacle: .instructionSet,
        description: "the guest runs on \(source.instructionSet.title) processors, the target has "
          + "\(target.instructionSet.title)")
    }
    if source.vendor != target.vendor {
      return MigrationRefusal(
        obstacle: .vendor,
        description: "the guest runs on processors of \(source.vendor.title), the target's are of "
          + "\(target.vendor.title)")
    }
    if let seen = cluster ?? source.baseline, let offered = target.baseline, !offered.covers(seen) {
      return MigrationRefusal(
        obstacle: .baseline,
        description: "the guest has seen a processor of the \(seen.title) generation, the target is "
          + "\(offered.title); a cluster baseline of \(offered.title) would hide the difference")
    }
    return sharesStorage
      ? nil
      : MigrationRefusal(
        obstacle: .storage, description: "the hosts share no storage; its disk must move first")
  }
}
