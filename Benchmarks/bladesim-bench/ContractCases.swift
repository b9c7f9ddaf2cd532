import Placement
import TestProblems

/// Every policy against the checker, which shares no code with it, on thousands of random problems under all rules. The tests do the
/// same on fewer, because searching policies are slow there; here they search as they do for a user.
enum ContractCases {
  static func run() -> [Measurement] {
    PolicyCatalog.all.compactMap { entry in
      let searches = entry.parameters.contains { $0.name == "effort" }
      guard let policy = try? entry.policy(searches ? ["effort": "low"] : [:]) else { return nil }
      let problems: Range<UInt64> = 20_000..<(searches ? 22_000 : 30_000)
      var wrong: [UInt64] = []
      let seconds = ProcessorClock.least(of: 1) {
        for seed in problems {
          let problem = randomProblem(seed: seed)
          let plan = policy.plan(for: problem)
          if !PlacementChecker(problem).violations(of: plan).isEmpty { wrong.append(seed) }
        }
      }
      return Measurement(
        name: "\(problems.count) random problems, \(entry.name)", value: seconds, unit: "s CPU",
        target: "no plan breaks a rule", isMet: wrong.isEmpty,
        note: wrong.first.map { "\(wrong.count) plans do, the first with seed \($0)" })
    }
  }
}
