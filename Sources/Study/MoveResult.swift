public import Economics
import EventEngine
public import Project
public import Quantities
public import Scenario
public import Simulation

/// How the guests of the first layout move into another, and what that adds to what the other costs.
///
/// Each layout is simulated as if its guests had been there from the first day. What a layout costs beyond that, because
/// they have to get there first, are four lines:
///
/// ```
/// work          sum over people of hours x price
/// paid          courses, tasks, moves, removals; not the equipment, which is a cost of the layout already
/// electricity   c  sum over days of (P(d) - P_after) x 1 day,    c = electricity of the first layout / its IT energy
/// running on    for each yearly cost of the first layout, that much a year until the project ends
/// ```
/// `P(d)` the mean power of old and new servers on day d, `P_after` that of the new ones when all guests are there, both at the
/// rack; `c` in money per joule, with the losses and the cooling of the first layout and its tariff. Staff look after the
/// same guests twice only where the first layout needs more of them: of that cost only the difference runs on.
///
/// Costs are those of the replication with the median end, whole at the start of the study, whenever it ends.
///
/// **Valid for** projects short beside the time over which layouts are compared. **Not modelled**: savings of floor that come
/// rack by rack; prices of electricity by the hour; the plant's answer to the power of both.
public struct MoveResult: Sendable {
  /// The layout that guests are moved into.
  public let target: Int
  /// What all replications say.
  public let forecast: ProjectForecast
  /// The replication with the median end; the first when fewer than half have one.
  public let typical: ProjectOutcome
  /// Its days, and a week more.
  public let days: [ProjectDay]

  /// How many replications there are, as many as the command `project` makes by itself.
  public static let replications = 100
  /// How many days after the last change are kept.
  public static let daysAfter = 7

  /// Plays a project through.
  public init(_ simulator: ProjectSimulator, into target: String, of scenario: Scenario) {
    self.target = scenario.layouts.firstIndex { $0.name == target } ?? 0
    forecast = simulator.forecast(replications: MoveResult.replications)
    typical = simulator.run(replication: forecast.typicalReplication ?? 0)
    days = typical.days(after: MoveResult.daysAfter)
  }

  /// From the project's first moment to its end; to its last day when it does not end.
  public var duration: Seconds {
    typical.finish.map { Seconds($0.sinceStart.seconds) } ?? Seconds(days: Double(days.count))
  }

  /// Energy at the rack beyond that of the new servers with all guests: what the move draws.
  public var surplus: Joules {
    let after = days.last?.power ?? .zero
    return days.reduce(.zero) { $0 + Joules(($1.power - after).value * Seconds(days: 1).value) }
  }

  /// What was paid for people at work.
  public var work: Money { sum { $0.labor } }
  /// What was paid for courses, tasks, moves and removals.
  public var fees: Money { sum { $0.paid - $0.equipment } }
  /// What was paid for new equipment, which is a cost of its layout.
  public var equipment: Money { sum { $0.equipment } }

  private func sum(_ value: (ProjectDay) -> Money) -> Money {
    days.reduce(Money.zero(typical.plan.currency)) { $0 + value($1) }
  }

  /// What a joule at the rack costs in a run of the first layout, its losses and cooling included, as an amount.
  public static func price(ofRackEnergyIn book: CostBook, _ run: RunSummary) -> Double {
    let electricity = book.items.filter {
      ($0.category == .energy || $0.category == .demand) && $0.timing != .yearly
    }
    let paid = electricity.reduce(0) { $0 + $1.amount.amount }
    return run.itEnergy > .zero ? paid / run.itEnergy.value : 0
  }

  /// What the move adds to the cost of the layout that is moved to.
  ///
  /// - Parameters:
  ///   - new: the costs of that layout.
  ///   - first: those of the first layout.
  ///   - run: the run of the first layout that they are of.
  public func costs(beside new: CostBook, from first: CostBook, of run: RunSummary) -> MoveCosts {
    func yearly(_ book: CostBook, _ category: CostCategory) -> Double {
      book.items.filter { $0.category == category && $0.timing == .yearly }.reduce(0) {
        $0 + $1.amount.amount
      }
    }
    let runningOn = CostCategory.allCases.reduce(0) { sum, category in
      let old = yearly(first, category)
      return sum + (category == .staff ? max(0, old - yearly(new, category)) : old)
    }
    let joule = MoveResult.price(ofRackEnergyIn: first, run)
    return MoveCosts(
      work: work, fees: fees, electricity: Money(surplus.value * joule, first.currency),
      runningOn: Money(runningOn * duration.years, first.currency))
  }
}

/// What moving in adds to the cost of a layout.
public struct MoveCosts: Sendable, Hashable {
  /// People at work.
  public let work: Money
  /// Courses, tasks, moves and removals.
  public let fees: Money
  /// Electricity beyond that of the new servers with all guests.
  public let electricity: Money
  /// Yearly costs of the first layout until the project ends.
  public let runningOn: Money

  /// The lines for a book of costs, those of nothing left out.
  public var items: [CostItem] {
    let lines = [
      ("work", work), ("courses, tasks, fees, removal", fees),
      ("electricity of old and new together", electricity),
      ("yearly costs of the old until the end", runningOn),
    ]
    return lines.compactMap { label, amount in
      amount.millionths == 0 ? nil : .atStart(.project, "moving in: \(label)", amount)
    }
  }
}
