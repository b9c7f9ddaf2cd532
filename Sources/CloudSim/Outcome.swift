public import Quantities

/// What a run came to, with the measures and names of CloudSim.
public struct Outcome: Sendable, Hashable {
  /// The energy of all hosts.
  public let energy: Joules
  /// Migrations started.
  public let migrations: Int
  /// "SLA time per active host": of the time in which hosts had load, the share in which one gave less than was asked for.
  public let violationTime: Fraction
  /// "SLA perf degradation due to migration": of all work asked for, the share that guests missed while they moved.
  public let migrationLoss: Fraction
  /// "Overall SLA violation": of all work asked for, the share that was not given.
  public let missedWork: Fraction
  /// "Average SLA violation": of the records in which a guest got less than it asked for, the mean share it missed; nil when
  /// there are none.
  public let meanShortfall: Fraction?
  /// "Number of host shutdowns".
  public let shutdowns: Int
  /// "Mean time before a host shutdown"; nil without shutdowns.
  public let meanTimeBeforeShutdown: Seconds?
  /// "Mean time before a VM migration", which is really how long migrations took; nil without migrations.
  public let meanMigrationTime: Seconds?
  /// Guests at the end that were not deleted.
  public let guestsAtEnd: Int
  /// The state after each round, five minutes apart.
  public let rounds: [Round]

  /// "SLA": the product of time in violation and loss by migration.
  public var violation: Fraction { violationTime * migrationLoss }

  /// The state after one round.
  public struct Round: Sendable, Hashable {
    /// The time since the start.
    public let time: Seconds
    /// The energy up to it.
    public let energy: Joules
    /// Migrations started up to it, those of this round included.
    public let migrations: Int
    /// Hosts that give their guests anything, targets of this round included.
    public let activeHosts: Int
    /// Guests that are not deleted.
    public let guests: Int
  }
}

extension Fraction {
  fileprivate static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.value * right.value)
  }
}
