import EventEngine
import Project
import Quantities
import Scenario
import Simulation
import Study

extension StoredProject {
  /// The project of a study.
  init(_ move: MoveResult, in study: StudyResult) {
    let layouts = study.layouts
    func mean(_ value: (Int) -> Double) -> Double {
      layouts[0].runs.indices.reduce(0) { $0 + value($1) } / Double(layouts[0].runs.count)
    }
    let outcome = move.typical
    let currency = outcome.plan.currency
    let price = mean { MoveResult.price(ofRackEnergyIn: layouts[0].books[$0], layouts[0].runs[$0]) }
    let costs = layouts[0].runs.indices.map { run in
      move.costs(
        beside: layouts[move.target].books[run], from: layouts[0].books[run], of: layouts[0].runs[run])
    }
    func end(_ percent: Double) -> Seconds? {
      move.forecast.finish(at: Fraction(percent: percent)).map { Seconds($0) }
    }
    self.init(
      target: move.target, start: outcome.plan.start, guests: outcome.plan.guestCount,
      replications: move.forecast.finishes.count + move.forecast.unfinished,
      unfinished: move.forecast.unfinished, end: outcome.finish.map { Seconds($0) }, endAt50: end(50),
      endAt80: end(80), endAt95: end(95), workCost: move.work, feesCost: move.fees,
      electricityCost: Money(mean { costs[$0].electricity.amount }, currency),
      runningCost: Money(mean { costs[$0].runningOn.amount }, currency),
      equipmentCost: move.equipment, attemptsPerGuest: move.forecast.attemptsPerGuest.mean,
      surplus: move.surplus, paybackYears: study.payback(of: move.target).map { StoredEstimate($0) },
      milestones: outcome.milestones().map { milestone in
        StoredMilestone(name: milestone.name, time: milestone.time.map { Seconds($0) })
      },
      bindings: move.forecast.bindings.filter { $0.share > .zero }.map {
        StoredProjectBinding(name: $0.binding.rawValue, share: $0.share)
      },
      bars: outcome.gantt(.waves).map { bar in
        StoredProjectBar(
          lane: bar.lane, label: bar.label, kind: bar.kind.title, start: Seconds(bar.start),
          end: Seconds(bar.end), isCritical: bar.isCritical)
      },
      days: move.days.map { StoredProjectDay($0, joule: price) })
  }
}

extension StoredProjectDay {
  /// A day.
  ///
  /// - Parameter joule: what a joule at the rack costs, as an amount.
  init(_ day: ProjectDay, joule: Double) {
    let energy = day.power.value * Seconds(days: 1).value
    self.init(
      oldServers: day.oldServers, newServers: day.newServers, oldPower: day.oldPower, newPower: day.newPower,
      oldGuests: day.oldGuests, bothGuests: day.bothGuests, newGuests: day.newGuests,
      untested: day.untested, inParallel: day.inParallel, withoutWayBack: day.withoutRollBack,
      attempts: day.attempts, rollBacks: day.rollBacks,
      electricity: Money(energy * joule, day.labor.currency), work: day.labor, fees: day.paid - day.equipment,
      equipment: day.equipment, binding: day.binding?.rawValue)
  }
}

extension StoredProjectTask {
  /// The tasks of a study's project, by number.
  static func all(of study: StudyResult) -> [StoredProjectTask] {
    guard let move = study.move else { return [] }
    return move.typical.tasks().map { task in
      StoredProjectTask(
        name: task.name, kind: task.purpose.title, wave: task.wave, owner: task.owner,
        start: task.start.map { Seconds($0) }, end: task.finish.map { Seconds($0) }, attempts: task.attempts,
        effort: task.effort, predecessors: task.predecessors.map(String.init).joined(separator: ";"),
        cost: task.cost, isCritical: task.isCritical)
    }
  }
}

extension Seconds {
  /// The time from the start to a moment.
  fileprivate init(_ instant: Instant) { self.init(instant.sinceStart.seconds) }
}
