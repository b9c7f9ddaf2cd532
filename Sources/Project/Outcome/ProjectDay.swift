public import Quantities

/// One day of a project. Guests are counted at its end, servers and power are means over the day.
public struct ProjectDay: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// Old servers that are on, on average.
  public internal(set) var oldServers = 0.0
  /// New servers that are on, on average.
  public internal(set) var newServers = 0.0
  /// Power of the old servers.
  public internal(set) var oldPower = Watts.zero
  /// Power of the new servers.
  public internal(set) var newPower = Watts.zero
  /// Guests that only the old servers run.
  public internal(set) var oldGuests = 0
  /// Guests that are over while their old server runs beside.
  public internal(set) var bothGuests = 0
  /// Guests that only the new servers run.
  public internal(set) var newGuests = 0
  /// Guests that are over and not tested.
  public internal(set) var untested = 0
  /// Guests that are tested and run in parallel.
  public internal(set) var inParallel = 0
  /// Guests without a way back: their old server is being taken away, and the time in which faults may still show is
  /// not over.
  public internal(set) var withoutRollBack = 0
  /// Attempts to move guests that ended this day.
  public internal(set) var attempts = 0
  /// Those that were rolled back.
  public internal(set) var rollBacks = 0
  /// Time worked by each role, in the order of the plan's roles.
  public internal(set) var worked: [Seconds]
  /// Working time that the people of each role had.
  public internal(set) var available: [Seconds]
  /// Cost of the work.
  public internal(set) var labor: Money
  /// Paid for tasks that ended.
  public internal(set) var paid: Money
  /// The part of it that was paid for new equipment.
  public internal(set) var equipment: Money
  /// What the project hangs on for most of the day; nil before and after the critical path.
  public internal(set) var binding: Binding?

  /// Guests at risk: not tested, in parallel running, or without a way back while faults may still show.
  public var atRisk: Int { untested + inParallel + withoutRollBack }
  /// Cost of the work and what was paid.
  public var spent: Money { labor + paid }
  /// Power of old and new servers.
  public var power: Watts { oldPower + newPower }
}
