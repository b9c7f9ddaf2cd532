public import Quantities

/// How the guests of the first layout move into another: dates, cost, what runs on which day, and what is at risk.
///
/// Ends are those of all replications, everything else is of the one with the median end. Times count from midnight of
/// the project's first day. Tasks stay in the file until they are asked for.
public struct StoredProject: Sendable, Hashable {
  /// The layout that guests are moved into, from 0.
  public var target: Int
  /// The first day.
  public var start: CalendarDate
  /// How many guests move.
  public var guests: Int
  /// How often it was played through.
  public var replications: Int
  /// How often it did not end within its limit.
  public var unfinished: Int
  /// When the one that is told of ends; nil when it does not.
  public var end: Seconds?
  /// The end that 50, 80 and 95 % of the replications keep; nil where too few have an end.
  public var endAt50: Seconds?
  public var endAt80: Seconds?
  public var endAt95: Seconds?
  /// What people at work cost.
  public var workCost: Money
  /// What was paid for courses, tasks, moves and removals.
  public var feesCost: Money
  /// What electricity cost beyond that of the new servers with all guests.
  public var electricityCost: Money
  /// What the yearly costs of the first layout come to until the end.
  public var runningCost: Money
  /// What was paid for new equipment, which is a cost of its layout.
  public var equipmentCost: Money
  /// How often guests were tried to be moved, over guests, mean of all replications.
  public var attemptsPerGuest: Double
  /// Energy at the rack beyond that of the new servers with all guests.
  public var surplus: Joules
  /// Years from the first day until what the layout costs more at the start is back; nil when it never is.
  public var paybackYears: StoredEstimate?
  /// The moments it is steered by.
  public var milestones: [StoredMilestone] = []
  /// What the time from start to end hangs on, those that have a share.
  public var bindings: [StoredProjectBinding] = []
  /// The bars of its Gantt chart, by wave and phase.
  public var bars: [StoredProjectBar] = []
  /// Its days, and a week more.
  public var days: [StoredProjectDay] = []

  /// What moving adds to the cost of the layout.
  public var movingCost: Money { workCost + feesCost + electricityCost + runningCost }
  /// The date of a moment.
  public func date(_ moment: Seconds) -> CalendarDate {
    start.adding(days: Int((moment.value / 86_400).rounded(.down)))
  }
}

/// A moment that a project is steered by.
public struct StoredMilestone: Sendable, Hashable {
  /// What was reached.
  public var name: String
  /// When; nil when it never was.
  public var time: Seconds?
}

/// What a part of a project's time hangs on.
public struct StoredProjectBinding: Sendable, Hashable {
  /// What it is, such as `window`.
  public var name: String
  /// Its share of the time from start to end, mean of all replications.
  public var share: Fraction
}

/// One bar of a project's Gantt chart.
public struct StoredProjectBar: Sendable, Hashable {
  /// The wave, or what stands for itself.
  public var lane: String
  /// What it is.
  public var label: String
  /// What it is for, such as `cut over`.
  public var kind: String
  /// When it begins.
  public var start: Seconds
  /// When it ends.
  public var end: Seconds
  /// Whether the critical path goes through it.
  public var isCritical: Bool
}

/// One day of a project; guests at its end, servers and power on average.
public struct StoredProjectDay: Sendable, Hashable {
  /// Old servers that are on, and new ones.
  public var oldServers: Double
  public var newServers: Double
  /// Their power at the rack.
  public var oldPower: Watts
  public var newPower: Watts
  /// Guests that only the old servers run, that are over while their old server still runs, and that only the new ones run.
  public var oldGuests: Int
  public var bothGuests: Int
  public var newGuests: Int
  /// Guests at risk: over and not tested, in parallel running, without a way back while faults may still show.
  public var untested: Int
  public var inParallel: Int
  public var withoutWayBack: Int
  /// Attempts to move guests that ended, and those that were rolled back.
  public var attempts: Int
  public var rollBacks: Int
  /// What electricity cost, at the first layout's price of a kilowatt-hour at the rack.
  public var electricity: Money
  /// What people at work cost; what was paid for courses, tasks, moves and removals; what for equipment.
  public var work: Money
  public var fees: Money
  public var equipment: Money
  /// What the project hung on for most of the day; nil before and after the critical path.
  public var binding: String?

  /// All guests at risk.
  public var atRisk: Int { untested + inParallel + withoutWayBack }
  /// Power of old and new servers.
  public var power: Watts { oldPower + newPower }
}

/// One task of a project as the project office sees it.
public struct StoredProjectTask: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What it is for, such as `cut over`.
  public var kind: String
  /// The wave; empty outside all.
  public var wave: String
  /// Who did it the last time; empty when nobody had to.
  public var owner: String
  /// When it first began; nil when it never did.
  public var start: Seconds?
  /// When it was last done; nil when it never was.
  public var end: Seconds?
  /// How often it was begun.
  public var attempts: Int
  /// Time worked on it.
  public var effort: Seconds
  /// The numbers of the tasks before it, from 1, with semicolons between.
  public var predecessors: String
  /// What it cost.
  public var cost: Money
  /// Whether it lies on the critical path.
  public var isCritical: Bool
}
