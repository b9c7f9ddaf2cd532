import Simulation
import Synchronization

/// The demand plans of a study's replications: each is made by whoever needs it first, used by every layout, and
/// dropped after the last.
final class PlanShelf: Sendable {
  private let slots: [Slot]

  private final class Slot: Sendable {
    let content: Mutex<(plan: DemandPlan?, left: Int)>
    init(uses: Int) { content = Mutex((nil, uses)) }
  }

  /// An empty shelf.
  ///
  /// - Parameters:
  ///   - replications: how many plans there will be.
  ///   - uses: how often each will be taken.
  init(replications: Int, uses: Int) { slots = (0..<replications).map { _ in Slot(uses: uses) } }

  /// Takes the plan of a replication, made by `make` the first time.
  func plan<Failure: Error>(
    replication: Int, make: () throws(Failure) -> DemandPlan
  ) throws(Failure) -> DemandPlan {
    try slots[replication].content.withLock { (content) throws(Failure) -> DemandPlan in
      let plan: DemandPlan
      if let made = content.plan { plan = made } else { plan = try make() }
      content.left -= 1
      content.plan = content.left > 0 ? plan : nil
      return plan
    }
  }
}
