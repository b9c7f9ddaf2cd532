import Availability
import Quantities
import Virtualization
import Workload

extension Scenario {
  /// The problems of plans for the loss of the site.
  var recoveryIssues: [Issue] {
    var found: [Issue] = []
    if let time = site.disaster?.time, time >= horizon.duration {
      found.append(
        Issue(
          at: "site.disaster.at", "the site is lost after \(time), the study lasts \(horizon.duration)",
          help: "write an earlier moment"))
    }
    for (index, layout) in layouts.enumerated() {
      guard let plan = layout.recovery else { continue }
      found += issues(of: plan, at: "layouts[\(index)].recovery", in: layout)
    }
    for (index, gate) in gates.enumerated() where gate.metric.isOfRecovery {
      found += issues(ofRecoveryGate: gate, at: "assert[\(index)]")
    }
    return found
  }

  private func issues(of plan: RecoveryPlan, at path: String, in layout: Layout) -> [Issue] {
    var found: [Issue] = []
    if site.disaster == nil {
      found.append(
        Issue(
          .warning, at: path, "the site is never lost, so the plan is not put to the test",
          help: "add 'disaster: {at: any}' to 'site'"))
    }
    if longest(plan, in: layout) > Scenario.mostRecovery {
      found.append(
        Issue(
          at: path, "the recovery would take more than \(Scenario.mostRecovery)",
          help: "look at the data of the guests, the rate of the backup, the effort and the procurement"))
    }
    if plan.method == .replication {
      let points = Replication(
        changes: changes(under: plan), link: plan.points.link, interval: plan.points.interval)
      if points.worstRecoveryPoint == nil {
        found.append(
          Issue(
            at: "\(path).points.link",
            "disks change by \(points.changes), the link takes \(points.link): copies fall behind for ever",
            help: "raise the link, or lower 'changes'"))
      }
    }
    if plan.backup != nil, guests.allSatisfy({ $0.disk == .zero }) {
      found.append(
        Issue(
          .warning, at: path, "guests without 'disk' have nothing to back up, and are back in no time",
          help: "add 'disk' to the groups of guests"))
    }
    return found
  }

  /// More than that is a slip.
  private static let mostRecovery = Seconds.year * 100

  /// More than a recovery takes: all of it one after the other.
  private func longest(_ plan: RecoveryPlan, in layout: Layout) -> Seconds {
    let count = max(expectedGuests, 1)
    let largest = guests.map(\.disk).max() ?? .zero
    let boot = layout.techniques.map(\.times.boot.value).max() ?? .zero
    let each = plan.effort + boot + plan.method.restart
    let read = plan.backup.map { Seconds(largest.value * 8 / $0.rate.value) } ?? .zero
    return plan.declaration + plan.readiness + plan.procurement + (each + read) * count
  }

  /// How fast the disks of the guests of the start change.
  private func changes(under plan: RecoveryPlan) -> BitsPerSecond {
    let disks = guests.reduce(Bytes.zero) { $0 + $1.disk * Double($1.count) }
    return plan.changes(of: disks)
  }

  private func issues(ofRecoveryGate gate: Gate, at path: String) -> [Issue] {
    guard site.disaster != nil else {
      return [
        Issue(
          at: path, "'\(gate.metric.rawValue)' is of a site that is lost, and this one never is",
          help: "add 'disaster: {at: any}' to 'site'")
      ]
    }
    let asked = layouts.filter { $0.name == gate.layout } + (gate.form == .value ? [] : layouts.prefix(1))
    return asked.filter { $0.recovery == nil }.prefix(1).map { layout in
      Issue(
        at: path, "layout '\(layout.name)' has no plan of recovery, so there is no '\(gate.metric.rawValue)'",
        help: "add 'recovery' to the layout")
    }
  }
}
