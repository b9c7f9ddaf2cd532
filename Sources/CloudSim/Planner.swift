internal import Placement
internal import Quantities

/// What a round needs to know of the way guests are moved.
struct Planner {
  let detector: any OverloadDetector
  let selection: any GuestSelection
  /// Of each host model, the most that guests may ask for together before a fixed limit is passed; nil without such a limit.
  let largestRequests: [Double]?
  let needsHistory: Bool

  /// Nil when guests do not move.
  init?(_ policy: Experiment.Policy) {
    guard case .consolidation(let consolidation) = policy else { return nil }
    detector = consolidation.detector
    selection = consolidation.selection
    largestRequests = consolidation.detector.fixedLimit.map { limit in
      HostModel.all.map { Planner.largest(under: limit.value, of: $0.capacity.value) }
    }
    needsHistory = largestRequests == nil || consolidation.selection.readsHistory
  }

  /// The largest number that is not above a limit when divided by a capacity, so that comparing with it is the same as dividing.
  static func largest(under limit: Double, of capacity: Double) -> Double {
    var number = limit * capacity
    while number.nextUp / capacity <= limit { number = number.nextUp }
    while number / capacity > limit { number = number.nextDown }
    return number
  }
}
