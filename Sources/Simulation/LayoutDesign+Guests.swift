import EventEngine
import Placement
public import Quantities
public import Scenario
import Workload

extension LayoutDesign {
  /// A guest that the layout was designed for.
  public struct PlacedGuest: Sendable, Hashable {
    /// The index of its group in the scenario.
    public let group: Int
    /// The host it is put on; negative when it has none.
    public let host: Int
    /// The share of a host's throughput that it takes on average, what the technique costs included.
    public let meanLoad: Fraction
  }

  /// The guests that were placed, in order of their number; those that exist at the busiest moment.
  ///
  /// - Parameters:
  ///   - demand: the plan that the design was made from.
  ///   - scenario: the scenario that it was made for.
  public func placedGuests(_ demand: DemandPlan, of scenario: Scenario) -> [PlacedGuest] {
    let demand = demand.lived(in: scenario.layouts[layout], of: scenario)
    let levels = demand.levels(at: .mean)
    return zip(demand.guestsAtBusiestMoments(of: sizing.estate), plan.hostOfGuest).map { guest, host in
      let work = levels[Int(guest.series.index)] * guest.workPerStep.value
      let load = work / sizing.efficiency[Int(guest.group)] / sizing.throughput.value
      return PlacedGuest(group: Int(guest.group), host: Int(host), meanLoad: Fraction(load))
    }
  }
}
