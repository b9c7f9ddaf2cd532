public import EventEngine
public import Quantities

/// What many replications of a project say about its end.
public struct ProjectForecast: Sendable {
  /// The plan's first day.
  public let start: CalendarDate
  /// The ends of the replications that had one, in rising order.
  public let finishes: [Instant]
  /// Replications in which some task was never done within the plan's limit.
  public let unfinished: Int
  /// Cost in units of the plan's currency.
  public let cost: Welford
  /// Attempts to move, over guests.
  public let attemptsPerGuest: Welford
  /// For each binding, the mean share of the time from start to end.
  public let bindings: [(binding: Binding, share: Fraction)]
  /// The replication with the median end, for drawings; nil when fewer than half have an end.
  public let typicalReplication: UInt32?

  /// Sums up replications in order of their number, at least one.
  init(_ outcomes: some Sequence<ProjectOutcome>) {
    var ends: [(finish: Instant, replication: UInt32)] = []
    var unfinished = 0
    var cost = Welford()
    var attempts = Welford()
    var shares = [Double](repeating: 0, count: Binding.allCases.count)
    var start: CalendarDate?
    for outcome in outcomes {
      start = outcome.plan.start
      cost.add(outcome.cost().amount)
      attempts.add(Double(outcome.attempts) / Double(outcome.network.guests.count))
      guard let finish = outcome.finish else {
        unfinished += 1
        continue
      }
      ends.append((finish, outcome.replication))
      for stretch in outcome.criticalPath() {
        guard let place = Binding.allCases.firstIndex(of: stretch.binding) else { continue }
        shares[place] += (stretch.end - stretch.start) / max(finish.sinceStart, .milliseconds(1))
      }
    }
    guard let start else { preconditionFailure("a forecast needs a replication") }
    ends.sort { ($0.finish, $0.replication) < ($1.finish, $1.replication) }
    self.start = start
    self.unfinished = unfinished
    self.cost = cost
    attemptsPerGuest = attempts
    finishes = ends.map(\.finish)
    bindings = zip(Binding.allCases, shares).map {
      ($0, Fraction(ends.isEmpty ? 0 : $1 / Double(ends.count)))
    }
    let middle = (ends.count + unfinished + 1) / 2 - 1
    typicalReplication = middle < ends.count ? ends[middle].replication : nil
  }

  /// The end that a share of the replications keeps: the smallest one that at least so many do not exceed.
  ///
  /// - Returns: nil when too few replications ended.
  public func finish(at share: Fraction) -> Instant? {
    precondition(share > .zero && share <= .one, "a share of replications lies above 0 and up to 100 %")
    let place = Int((share.value * Double(finishes.count + unfinished)).rounded(.up)) - 1
    return place < finishes.count ? finishes[place] : nil
  }

  /// The day of that end.
  public func date(at share: Fraction) -> CalendarDate? {
    finish(at: share).map { start.adding(days: Int($0.milliseconds / 86_400_000)) }
  }
}
