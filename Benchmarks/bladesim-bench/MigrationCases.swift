import Foundation
import Placement
import Quantities
import TestProblems
import TestSupport

/// Plans of moves: how fast a large one is made, and how far plans are from their bounds and from published ones.
enum MigrationCases {
  static func run() -> [Measurement] { large() + published() }

  /// 10 000 guests spread over hosts half full: what few moves save, and the plan for them; then a plan between two
  /// placements that have little to do with each other.
  private static func large() -> [Measurement] {
    let problem = PlacementCases.mix(guests: 10_000, flavours: 20, hosts: 1_000)
    let today = WorstFit().plan(for: problem).hostOfGuest
    var curve: SavingsCurve?
    let search = ProcessorClock.least(of: 1) {
      curve = BudgetedConsolidation(problem, current: today).curve(within: 3_000)
    }
    guard let curve else { return [] }
    let best = curve.best()
    var lines = [
      Measurement(
        name: "10 k guests, 1 k hosts, savings for 3 000 moves", value: search, unit: "s CPU",
        ratio: Double(best.hostsUsed),
        ratioUnit: "hosts of \(curve.points[0].hostsUsed), at least \(best.bound), \(best.moves) moves")
    ]
    lines.append(
      planned("10 k guests, \(best.moves) moves that empty hosts", problem, today, curve.placement(at: best)))
    let other = reshuffled(problem, today, guests: 3_000)
    lines.append(planned("10 k guests, 3 000 moves in all directions", problem, today, other))
    return lines
  }

  /// A placement in which some guests have been taken off their hosts and placed anew, where least stays free.
  private static func reshuffled(
    _ problem: PlacementProblem, _ today: [Int32], guests count: Int
  ) -> [Int32] {
    var random = SeededGenerator(seed: 11)
    var fleet = FleetState(problem)
    var order = Array(0..<Int32(today.count))
    order.shuffle(using: &random)
    for guest in order.dropFirst(count) { fleet.place(guest, on: today[Int(guest)]) }
    BestFit().place(Array(order.prefix(count)), into: &fleet)
    return fleet.hostOfGuest
  }

  private static func planned(
    _ name: String, _ problem: PlacementProblem, _ from: [Int32], _ to: [Int32]
  ) -> Measurement {
    let memory = (0..<Int32(from.count)).map { Int64(problem.guests.size(of: $0, 1)) * 1024 }
    let migration = MigrationProblem(
      problem, from: from, to: to,
      times: MigrationTimes(
        memory: memory.map { Bytes(Double($0) * 1_048_576) }, rate: BitsPerSecond(1.25e9),
        dirty: Fraction(0.1), downtime: Seconds(0.1)),
      links: MigrationLinks(hosts: problem.hosts.count, slots: 8))
    var plan: MigrationPlan?
    let seconds = ProcessorClock.least(of: 2) { plan = MigrationPlanner().plan(migration) }
    let isSound = plan.map { MigrationPlanChecker(migration).violations(of: $0).isEmpty && $0.isComplete }
    let straight = plan.map { 100 * (Double($0.makespan) / Double($0.bound.direct) - 1) } ?? .nan
    let above = String(format: "%.1f", straight)
    return Measurement(
      name: name, value: seconds, unit: "s CPU", ratio: plan?.gap?.percent,
      ratioUnit: "% above the bound, \(above) % without pivots; \(plan?.moves.count ?? 0) moves",
      target: "under 1 s", isMet: seconds < 1 && isSound == true)
  }

  private static func published() -> [Measurement] {
    guard ReferenceData.isAvailable, let folder = try? PublishedMoves.unpacked() else { return [] }
    defer { try? FileManager.default.removeItem(at: folder) }
    return stride(from: 2, through: 50, by: 2).compactMap { number in
      let path = "random/random.\(number).json"
      guard let published = try? PublishedMoves(path, in: folder),
        let problem = try? published.smallProblem()
      else { return nil }
      var plan: MigrationPlan?
      let seconds = ProcessorClock.least(of: 1) { plan = MigrationPlanner().plan(problem) }
      let makespan = plan?.makespan ?? 0
      return Measurement(
        name: "BtrPlace random.\(number)", value: seconds * 1000, unit: "ms CPU",
        ratio: Double(makespan) / 1000,
        ratioUnit:
          "s, at least \((plan?.bound.milliseconds ?? 0) / 1000), published \(published.makespan / 1000)",
        target: "no longer than published", isMet: makespan > 0 && makespan <= published.makespan)
    }
  }
}
