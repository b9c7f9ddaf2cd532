import Placement
import TestProblems

/// The instances of `refopt` with racks, groups, power budgets and licences, and how near the default search comes.
enum ConstrainedCases {
  private static let names = ["cons-24-500", "cons-40-500", "cons-60-500", "migr-24-500", "migr-48-500"]

  /// One line an instance; none without the reference data.
  static func run(_ effort: PlacementEffort = .normal) -> [Measurement] {
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
