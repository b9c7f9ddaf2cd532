public import Quantities

/// The electricity bill of one calendar month, or of the part of it that was metered.
public struct StoredBill: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The share of the month that was metered.
  public var coverage: Fraction
  /// The highest 15-minute mean power.
  public var peak: Watts
  /// The power that is billed.
  public var billedDemand: Watts
  /// What the energy costs.
  public var energyCost: Money
  /// What the peak costs.
  public var demandCost: Money
  /// The fixed charge.
  public var fixedCost: Money
  /// The energy by band: first outside all bands, then in the order of the tariff.
  public var energyByBand: [Joules]

  /// All the energy.
  public var energy: Joules { energyByBand.reduce(.zero, +) }
  /// The whole bill.
  public var total: Money { energyCost + demandCost + fixedCost }
}

/// What one host came to in one run.
public struct StoredHostResult: Sendable, Hashable {
  /// The host.
  public var host: Int
  /// Energy at its own plane: the wall for a rack server, DC for a blade.
  public var energy: Joules
  /// Mean utilization while running.
  public var meanUtilization: Fraction
  /// The highest utilization of a sample.
  public var peakUtilization: Fraction
  /// Time running.
  public var running: Seconds
  /// Times it failed.
  public var failures: Int
  /// Guests on it at the end.
  public var guests: Int
}

/// What a group of guests came to in one run.
public struct StoredGroupResult: Sendable, Hashable {
  /// The group, as an index into the study's groups.
  public var group: Int
  /// Energy that its work added to the hosts.
  public var workEnergy: Joules
  /// Time down, summed over its guests.
  public var downtime: Seconds
  /// Work asked for and not done for want of room on its hosts, in ssj_ops.
  public var contendedWork: Double
  /// Guests of the group in the run.
  public var guests: Int
  /// Work asked for and prevented by power caps, in ssj_ops.
  public var cappedWork: Double
}

/// Something that happened in the first replication.
public struct StoredEvent: Sendable, Hashable {
  /// When, from the start of the study.
  public var time: Seconds
  /// What, in words: `host failed`.
  public var kind: String
  /// The host, guest, enclosure and rack it happened to, if any.
  public var host: Int?
  public var guest: Int?
  public var enclosure: Int?
  public var rack: Int?
}

/// Power by the hour in the first replication: what charts are drawn from.
public struct StoredSeries: Sendable, Hashable {
  /// Mean watts of each component by hour, by ``StoredComponent``.
  public var watts: [[Float]]
  /// Mean outdoor temperature by hour, degrees Celsius.
  public var outdoor: [Float]

  /// How many hours there are.
  public var count: Int { outdoor.count }
}

/// Mean power on one day of the first replication.
public struct StoredDay: Sendable, Hashable {
  /// The day.
  public var date: CalendarDate
  /// Mean power of each component, by ``StoredComponent``.
  public var power: [Watts]
  /// Mean outdoor temperature.
  public var outdoor: Celsius
}
