import Placement
import Scenario
import Workload

/// What guests that were sized by their sums ask of their servers at every sample: the plan held against the series
/// themselves, not against the periods that it was made with.
public struct LoadTogether: Sendable, Hashable {
  /// The highest load of a server, as a share of its throughput.
  public let highest: Double
  /// What guests may plan to use of that server.
  public let limit: Double
  /// The share of samples in which guests ask for more than they may of the server where that happens most.
  public let above: Double
  /// How many servers there would be if every guest counted by itself; nil where their number was given.
  public let serversByGuest: Int?
  /// The load that each server is planned for: the highest sum, or the one exceeded in 5 % of samples.
  let planned: [Double]

  /// The load of a plan; nil where guests are sized one by one.
  init?(
    _ plan: PlacementPlan, of guests: [DemandPlan.Guest], sizing: GuestSizing, poolOfHost: [Int32],
    serversByGuest: Int?
  ) {
    guard let demand = sizing.overTime else { return nil }
    var guestsOfHost = [[DemandPlan.Guest]](repeating: [], count: poolOfHost.count)
    for (guest, host) in zip(guests, plan.hostOfGuest) where host >= 0 {
      guestsOfHost[Int(host)].append(guest)
    }
    var worst = (highest: 0.0, limit: 0.0, above: 0)
    planned = guestsOfHost.indices.map { host in
      guard !guestsOfHost[host].isEmpty else { return 0 }
      let sums = demand.sums(of: guestsOfHost[host])
      let limit = sizing.processorShare(inPool: Int(poolOfHost[host]))
      let highest = sums.max() ?? 0
      if highest > worst.highest { (worst.highest, worst.limit) = (highest, limit) }
      worst.above = max(worst.above, sums.count { $0 > limit * (1 + 1e-9) })
      return demand.samplesAbove == 0 ? highest : sums.sorted(by: >)[demand.samplesAbove]
    }
    highest = worst.highest
    limit = worst.limit
    above = Double(worst.above) / Double(demand.samples)
    self.serversByGuest = serversByGuest
  }

  /// As figures by name, the same in every run.
  public var figures: [RunFigure] {
    func percent(_ name: String, _ title: String, _ share: Double) -> RunFigure {
      RunFigure(name: "planned-\(name)", title: title, unit: "%", value: share * 100)
    }
    let load = [
      percent("highest", "highest load of a server, of all samples", highest),
      percent("limit", "what guests may plan to use of it", limit),
      percent("above", "samples in which a server is asked for more than that, at most", above),
    ]
    guard let serversByGuest else { return load }
    return load + [
      RunFigure(
        name: "planned-by-guest", title: "servers if every guest counted by itself", unit: "",
        value: Double(serversByGuest))
    ]
  }
}
