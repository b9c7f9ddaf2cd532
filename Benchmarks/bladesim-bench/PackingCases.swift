import Foundation
import Placement
import TestProblems

/// How far plans of published vector packing instances are from the best of some 450 published rules.
enum PackingCases {
  private static let sets: [(name: String, step: Int)] = [("New", 6), ("Panigrahy", 18), ("Triplet", 6)]

  /// Every so many instances of each set, at low effort.
  static func sample() -> [Measurement] {
    sets.compactMap { measure($0.name, every: $0.step, .low) }
  }

  /// Whole sets at low and at normal effort, each a group of its own: normal effort takes hours over all of them.
  static var wholeSets: [(name: String, run: () -> [Measurement])] {
    sets.flatMap { set in
      [PlacementEffort.low, .normal].map { effort in
        (
          "vectorpack-\(set.name.lowercased())-\(effort)",
          { [measure(set.name, every: 1, effort)].compactMap { $0 } }
        )
      }
    }
  }

  private static func measure(_ set: String, every step: Int, _ effort: PlacementEffort) -> Measurement? {
    guard let instances = try? VectorPackingInstance.every(step, of: set), !instances.isEmpty else {
      return nil
    }
    var (excess, worst, worse, better) = (0.0, 0.0, 0, 0)
    var known = (count: 0, reached: 0, excess: 0.0)
    let start = ProcessorClock.own
    for (index, instance) in instances.enumerated() {
      let before = ProcessorClock.own
      let hosts = Int(Portfolio(effort: effort).plan(for: instance.problem).value)
      worst = max(worst, ProcessorClock.own - before)
      excess += Double(hosts) / Double(instance.bestRule) - 1
      worse += hosts > instance.bestRule ? 1 : 0
      better += hosts < instance.bestRule ? 1 : 0
      if let optimum = instance.optimum {
        known.count += 1
        known.reached += hosts == optimum ? 1 : 0
        known.excess += Double(hosts) / Double(optimum) - 1
      }
      if step == 1, index % 30 == 29 {
        let text = String(
          format: "%d of %d: %.2f %%\n", index + 1, instances.count, 100 * excess / Double(index + 1))
        FileHandle.standardError.write(Data("\(set), \(effort) effort, \(text)".utf8))
      }
    }
    let mean = 100 * excess / Double(instances.count)
    var note = String(format: "slowest %.1f s; better on %d, worse on %d", worst, better, worse)
    if known.count > 0 {
      note += String(
        format: "; %.2f %% above the optimum where known, which is reached on %d of %d",
        100 * known.excess / Double(known.count), known.reached, known.count)
    }
    return Measurement(
      name: "portfolio, \(effort) effort, vectorpack \(set), \(instances.count)",
      value: (ProcessorClock.own - start) / Double(instances.count), unit: "s CPU each", ratio: mean,
      ratioUnit: "% above the best of 450 rules",
      target: effort == .low ? "at most 1.0 % in 1 s" : "below 0 in 10 s",
      isMet: effort == .low ? mean <= 1 : mean < 0,
      note: note)
  }
}
