public import Quantities

/// What one run of one layout came to.
public struct StoredRun: Sendable, Hashable {
  /// The replication, from 0.
  public var replication: Int
  /// Energy at the utility meter.
  public var meterEnergy: Joules
  /// Energy of the IT equipment at its inlets.
  public var itEnergy: Joules
  /// Power usage effectiveness.
  public var pue: Double
  /// The highest IT power of a sample.
  public var peakIT: Watts
  /// The highest power at the meter of a sample.
  public var peakMeter: Watts
  /// Water of the plant.
  public var water: Liters
  /// Heat that the plant could not remove.
  public var unmetHeat: Joules
  /// The share of samples in which it could not.
  public var overloadedShare: Fraction
  /// The share of samples in which a bank of supplies carried more than its redundancy allows.
  public var unprotectedShare: Fraction
  /// Work that was asked for, done, not done on busy hosts, and not done while guests were down; in ssj_ops.
  public var demandedWork: Double
  public var servedWork: Double
  public var contendedWork: Double
  public var lostWork: Double
  /// Failures of servers and enclosures.
  public var serverFailures: Int
  public var enclosureFailures: Int
  /// Guests that came back on a host after losing one, and times a guest found no room.
  public var restarts: Int
  public var waits: Int
  /// Guests that came and went.
  public var arrivals: Int
  public var departures: Int
  /// Hosts that were started, and switched off for want of guests.
  public var boots: Int
  public var switchedOff: Int
  /// The most guests that one failure of a server, or of an enclosure, took down.
  public var worstServerBlast: Int
  public var worstEnclosureBlast: Int
  /// Time down and time of existence, summed over guests.
  public var downtime: Seconds
  public var exposure: Seconds
  /// The longest outage of a guest, and how many there were.
  public var longestOutage: Seconds
  public var outages: Int
  /// Money over the study.
  public var cost: Money
  /// Work that was asked for and that power caps prevented, in ssj_ops.
  public var cappedWork: Double
  /// Energy of each component, by ``StoredComponent``.
  public var energy: [Joules]
  /// Money by category, in reporting order.
  public var costs: [StoredCategoryCost]
  /// Further figures by name, such as what power and cooling went through.
  public var figures: [StoredFigure] = []

  /// A further figure by its name; zero when the run has none.
  public func figure(_ name: String) -> Double { figures.first { $0.name == name }?.value ?? 0 }
}

/// A figure of a run by its name.
public struct StoredFigure: Sendable, Hashable {
  /// The name, such as `utility-outages`.
  public var name: String
  /// The name for people.
  public var title: String
  /// The unit; empty for a count.
  public var unit: String
  /// The figure.
  public var value: Double
}

/// What one category costs over the study.
public struct StoredCategoryCost: Sendable, Hashable {
  /// The category, such as `servers`.
  public var category: String
  /// Its cost.
  public var cost: Money
}

/// One line of cost.
public struct StoredCost: Sendable, Hashable {
  /// The category, such as `servers`.
  public var category: String
  /// What it is for.
  public var label: String
  /// The amount: in all, or per year.
  public var amount: Money
  /// How long after the start it falls due; nil when it is paid each year.
  public var due: Seconds?
}
