public import Placement
import Power
public import Quantities
public import Scenario
import Virtualization
import Workload

/// The guests of a layout, and what moving them means: what a plan of moves starts from.
public struct LayoutMoves: Sendable {
  /// The names, such as `web-7`.
  public let names: [String]
  /// The guests and some hosts as placement sees them.
  public let problem: PlacementProblem
  /// How long moves take when every slot of a host is in use.
  public let times: MigrationTimes
  /// The slots of the hosts.
  public let links: MigrationLinks
  /// How guests move.
  public let policy: MigrationPolicy
  private let power: FleetPower
  private let own: [Double]
  private let loads: [Double]

  /// Reads the guests that exist at the busiest moment of a layout.
  ///
  /// - Parameters:
  ///   - design: the layout.
  ///   - demand: the plan that it was designed from.
  ///   - hosts: how many hosts there are today, of the layout's model.
  public init(_ design: LayoutDesign, of scenario: Scenario, _ demand: DemandPlan, hosts: Int) {
    let layout = scenario.layouts[design.layout]
    let plan = demand.lived(in: layout, of: scenario)
    let guests = plan.guestsAtBusiestMoments(of: design.sizing.estate)
    let policy = layout.migration ?? MigrationPolicy()
    names = guests.map { plan.name(of: $0, in: scenario) }
    // Hosts beyond those of the design are installed like its first.
    let poolOfHost = (0..<hosts).map { $0 < design.hosts ? design.poolOfHost[$0] : 0 }
    problem = design.problem(for: guests, of: scenario, on: poolOfHost)
    // A copy is given one slot's part of the link for as long as it lasts, the least that it can have.
    let rate = policy.link / Double(policy.slots)
    let copies = scenario.guests.map { group in
      PreCopy(
        memory: group.memory, dirtyRate: policy.dirtyRate, workingSet: group.memory * policy.workingSet,
        rules: policy.rules
      ).finished(at: rate)
    }
    func milliseconds(_ time: Seconds) -> Int64 { Int64((time.value * 1000 - 1e-6).rounded(.up)) }
    times = MigrationTimes(
      milliseconds: guests.map { max(1, milliseconds(copies[Int($0.group)].elapsed)) },
      downtime: guests.map { max(0, milliseconds(copies[Int($0.group)].downtime)) },
      mebibytes: guests.map { Int64((scenario.guests[Int($0.group)].memory.value / 1_048_576).rounded(.up)) })
    links = MigrationLinks(hosts: hosts, slots: Int32(clamping: policy.slots))
    self.policy = policy
    power = FleetPower(layout, of: scenario)
    own = poolOfHost.map { design.pools[Int($0)].pool.hostWork.value }
    loads = design.placedGuests(demand, of: scenario).map(\.meanLoad.value)
  }

  /// The mean draw of the hosts that hold guests, with their enclosures; hosts and enclosures without guests are off.
  public func power(of places: [Int32]) -> Watts {
    var load = [Double](repeating: 0, count: problem.hosts.count)
    var isUsed = [Bool](repeating: false, count: problem.hosts.count)
    for (guest, host) in places.enumerated() where host >= 0 {
      load[Int(host)] += loads[guest]
      isUsed[Int(host)] = true
    }
    // The first grouping is by enclosure; a rack server is by itself.
    let enclosures = problem.hosts.domains[0]
    var drawn = [Watts?](repeating: nil, count: enclosures.count)
    for host in load.indices where isUsed[host] {
      let number = Int(enclosures.domainOfHost[host])
      drawn[number] = (drawn[number] ?? .zero) + power.server(at: Fraction(own[host] + load[host]))
    }
    return drawn.compactMap(\.self).reduce(.zero) { $0 + (power.enclosure?.input(bladeDC: $1) ?? $1) }
  }
}
