public import Economics
import Facility
public import Quantities

/// What one run of one layout came to.
public struct RunSummary: Sendable, Hashable {
  /// The index of the layout in the scenario.
  public var layout: Int
  /// The replication, from 0.
  public var replication: Int
  /// Energy at the utility meter.
  public var meterEnergy: Joules
  /// Energy of each component, by ``EnergyComponent``.
  public var energy: [Joules]
  /// The highest IT power and the highest power at the meter of a sample.
  public var peakIT: Watts
  public var peakMeter: Watts
  /// The bills, month by month.
  public var bills: [Bill]
  /// Water of the cooling plant.
  public var water: Liters
  /// The part of ``meterEnergy`` that the generator gave instead of the utility, and the fuel it took.
  public var generatorEnergy: Joules
  public var generatorFuel: Liters
  /// Heat that the plant could not remove, and the share of samples in which it could not.
  public var unmetHeat: Joules
  public var overloadedShare: Fraction
  /// The share of samples in which a bank of supplies carried more than its redundancy allows.
  public var unprotectedShare: Fraction
  /// What was asked for, done and not done.
  public var work: WorkLedger
  /// What failed and what became of the guests.
  public var counts: RunCounts
  /// What power caps did.
  public var caps: CapEffect
  /// How well guests were served, in the measures of the literature on consolidation.
  public var service: ServiceQuality
  /// What each kind of component did, by ``FailingPart``.
  public var tallies: [ComponentTally]
  /// How long guests were down.
  public var downtime: Downtime
  /// Results by host.
  public var hosts: [HostSummary]
  /// Results by group of guests, in the order of the scenario.
  public var groups: [GroupSummary]
  /// Time that virtual processors were ready and did not run, summed over them; zero where nobody asked.
  public var ready: Seconds
  /// Energies for indices of the building, and the peaks of racks and enclosures.
  public var facility: FacilityTotals

  /// Energy of the IT equipment at the rack PDUs' outlets.
  public var itEnergy: Joules {
    EnergyComponent.allCases.reduce(.zero) { $1.isIT ? $0 + energy[$1.rawValue] : $0 }
  }
  /// Power usage effectiveness: meter energy over IT energy (category 3, at the input of the IT equipment).
  public var pue: Double { meterEnergy / itEnergy }
  /// The electricity bill.
  public var electricityCost: Money {
    var sum = bills.first?.total ?? .zero(.usd)
    for bill in bills.dropFirst() { sum += bill.total }
    return sum
  }
}

/// Work asked for by guests and what became of it; `demanded = served + contention + capped + outage`.
public struct WorkLedger: Sendable, Hashable {
  /// A work rate times a time, in ssj_ops (or millions of instructions), as work at the guests' own processors.
  public var demanded: Double
  /// What was done, at once or later.
  public var served: Double
  /// The part of it that had to wait, and was done in a later sample than it was asked for.
  public var late: Double
  /// What busy hosts did not do: lost, held back by limits, or still waiting at the end.
  public var contention: Double
  /// What would have fitted, and power caps prevented.
  public var capped: Double
  /// What was asked for while the guest was down.
  public var outage: Double
}

/// How often things happened in a run.
public struct RunCounts: Sendable, Hashable {
  /// Failures of servers and enclosures.
  public var serverFailures = 0
  public var enclosureFailures = 0
  /// Guests that came back on a host after losing one.
  public var restarts = 0
  /// Times a guest found no host with room.
  public var waits = 0
  /// Guests that came and went.
  public var arrivals = 0
  public var departures = 0
  /// Guests that ran after they had been asked for, and the time from the one to the other: its sum, and what at least
  /// 95 % of them took at most, in milliseconds.
  public var provisioned = 0
  public var provisioningMilliseconds: Int64 = 0
  public var provisioningPercentile95: Int64 = 0
  /// Guests that waited for room before they first ran, and the time from request to room, summed, in milliseconds.
  public var queued = 0
  public var queuedMilliseconds: Int64 = 0
  /// Guests that were removed because they were idle.
  public var reclaimed = 0
  /// Hosts that were started, and switched off for want of guests.
  public var boots = 0
  public var switchedOff = 0
  /// Hosts that were switched on again for want of room.
  public var switchedOn = 0
  /// Rounds of consolidation, overloaded hosts that they found, and hosts that they set out to empty.
  public var rounds = 0
  public var overloads = 0
  public var emptied = 0
  /// The most guests that one failure of a server, or of an enclosure, took down.
  public var worstServerBlast = 0
  public var worstEnclosureBlast = 0
  /// Migrations of running guests that came to their end, and those given up because a host or the guest went.
  public var migrations = 0
  public var abortedMigrations = 0
  /// Time that migrations took and that their guests were stopped for, in milliseconds, and what was copied, in bytes.
  public var migrationMilliseconds: Int64 = 0
  public var migrationDowntime: Int64 = 0
  public var migratedBytes = 0.0
  /// Hosts that planned work was done on, and those from which guests had not left in time.
  public var services = 0
  public var impatientServices = 0
  /// Times the utility was lost, and times the generator did not start then.
  public var utilityOutages = 0
  public var generatorFailures = 0
  /// Times the battery was empty before power was back.
  public var blackouts = 0
  /// Times heat was not removed for want of power, and failures of cooling units.
  public var coolingStops = 0
  public var coolingUnitFailures = 0
  /// Times a rack shut down for heat.
  public var rackShutdowns = 0
  /// The shortest time from heat that is no longer removed until a rack shut down for it; nil when none did.
  public var shortestTrip: Seconds?
  /// The most guests that one loss of power or cooling took down.
  public var worstPlantBlast = 0
  /// Units of components that failed, and times so many of a group had that hosts went down.
  public var componentFailures = 0
  public var componentOutages = 0
  /// The most guests that one such group took down.
  public var worstComponentBlast = 0

  /// Nothing has happened yet.
  public init() {}
}

/// How long guests were down.
public struct Downtime: Sendable, Hashable {
  /// Time down, summed over guests.
  public var total: Seconds
  /// Time that guests existed, summed over guests.
  public var exposure: Seconds
  /// The longest outage of a guest.
  public var longest: Seconds
  /// Outages of guests.
  public var outages: Int

  /// The share of its life that a guest is up.
  public var availability: Fraction { exposure > .zero ? Fraction(1 - total / exposure) : .one }
  /// Time down of a guest in a year of its life.
  public var perGuestYear: Seconds { exposure > .zero ? Seconds.year * (total / exposure) : .zero }
}

/// What one host came to.
public struct HostSummary: Sendable, Hashable {
  /// Energy at its own plane: the wall for a rack server, DC for a blade.
  public var energy: Joules
  /// Mean utilization while running, and the highest of a sample.
  public var meanUtilization: Fraction
  public var peakUtilization: Fraction
  /// Time running.
  public var running: Seconds
  /// Times it failed.
  public var failures: Int
  /// Guests on it at the end.
  public var guests: Int
}

/// What a group of guests came to.
public struct GroupSummary: Sendable, Hashable {
  /// Energy that its work added to the hosts.
  public var workEnergy: Joules
  /// Time down, summed over its guests.
  public var downtime: Seconds
  /// Work asked for and not done for want of room on its hosts.
  public var contention: Double
  /// Work done later than it was asked for.
  public var late: Double
  /// Work asked for and prevented by power caps.
  public var capped: Double
  /// Guests of the group in the run.
  public var guests: Int
  /// How many times as long as alone its work took; nil where nobody asked.
  public var stretch: StretchSummary?
  /// The name of the group, and whether a time of response has been promised to it.
  public var name: String
  public var hasPromise: Bool
}
