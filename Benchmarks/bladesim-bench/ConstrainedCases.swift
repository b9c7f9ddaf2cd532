import Placement
import TestProblems

/// The instances of `refopt` with racks, groups, power budgets and licences, and how near the default search comes.
enum ConstrainedCases {
  private static let names = ["cons-24-500", "cons-40-500", "cons-60-500", "migr-24-500", "migr-48-500"]

  /// One line an instance, and one for other draws of each; none without the reference data.
  static func run(_ effort: PlacementEffort) -> [Measurement] {
    instances(effort) + redrawn(effort)
  }

  private static let draws = 1...12 as ClosedRange<UInt64>

  /// The same sizes of guests and types of hosts in other draws, whose best is not known to anyone beforehand: how many plans
  /// are proven best, and the largest gap.
  private static func redrawn(_ effort: PlacementEffort) -> [Measurement] {
    names.compactMap { name in
      guard let instance = try? ConstrainedInstance(name) else { return nil }
      var (proven, sound, possible, gap) = (0, 0, 0, 0.0)
      let seconds = ProcessorClock.least(of: 1) {
        for seed in draws {
          let problem = instance.redrawn(seed: seed).problem()
          let plan = Portfolio(effort: effort).plan(for: problem)
          guard plan.refusals.isEmpty else { continue }
          possible += 1
          sound += PlacementChecker(problem).violations(of: plan).isEmpty ? 1 : 0
          proven += plan.value == plan.bound.value ? 1 : 0
          gap = max(gap, 100 * (Double(plan.value) / Double(plan.bound.value) - 1))
        }
      }
      return Measurement(
        name: "the same, \(draws.count) other draws of \(name)", value: seconds / Double(draws.count),
        unit: "s CPU each", ratio: gap, ratioUnit: "% the largest gap; \(proven) of \(possible) proven best",
        target: "every plan keeps the rules", isMet: sound == possible)
    }
  }

  private static func instances(_ effort: PlacementEffort) -> [Measurement] {
    names.compactMap { name in
      guard let instance = try? ConstrainedInstance(name) else { return nil }
      let problem = instance.problem()
      let (best, certified) = (instance.bestKnown[0], instance.lowerBound[0])
      var plan: PlacementPlan?
      let seconds = ProcessorClock.least(of: 1) { plan = Portfolio(effort: effort).plan(for: problem) }
      let (value, proven) = (plan?.value ?? 0, plan?.bound.value ?? 0)
      let isSound = plan.map { PlacementChecker(problem).violations(of: $0).isEmpty } ?? false
      return Measurement(
        name: "portfolio\(effort == .normal ? "" : ", \(effort) effort,") with rules, \(name)",
        value: seconds, unit: "s CPU",
        ratio: 100 * (Double(value) / Double(best) - 1),
        ratioUnit: "% above best known \(best); bound \(proven), certified \(certified)",
        target: "0.5 %, bound at least certified less 1",
        isMet: isSound && Double(value) <= Double(best) * 1.005 && proven <= best && proven >= certified - 1)
    }
  }
}
