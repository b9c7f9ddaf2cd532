import EventEngine
import Placement
import Power
import Quantities
import Scenario
import Workload

/// Where moving guests together stands: what it looks at, what it has ordered, and what it must leave alone.
///
/// State of hosts and guests is one array each. A round is planned by ``plan(into:)`` from what the run says about them
/// (``role``, ``isPinned``, ``canLeave``, ``gather(_:)``); the run carries it out.
struct Consolidation {
  /// What a host can do for a round.
  enum Role: UInt8 {
    /// Nothing: failed, in planned work, or spare.
    case closed
    case off, booting, running
  }

  /// A guest that is to go from one host to another.
  struct Move: Hashable {
    let guest: Int32
    let source: Int32
    let target: Int32
  }

  let policy: ConsolidationPolicy
  /// Whether hosts without guests are switched off, without which emptying one saves nothing.
  let switchesOff: Bool
  var history: DemandHistory
  /// Moves that wait for a slot or for their target to boot; its room is reserved.
  var orders: [Move] = []
  /// When each guest last came to the end of a migration, in milliseconds.
  var lastMove: [Int64]
  var role: [Role]
  /// Hosts that are not emptied: switched on lately, or with guests on their way to them.
  var isPinned: [Bool]
  /// Guests that may be moved.
  var canLeave: [Bool]

  // What planning reads, and scratch memory.
  let curve: HostCurve
  let costs: Costs
  /// Memory that travels with each guest.
  let memory: [Bytes]
  /// Memory that each host offers to guests, in the units of placement.
  let memoryOfHost: [Int64]
  /// The place of memory, and of processors, among the resources of placement.
  static let (processorResource, memoryResource) = (0, 1)
  /// Samples of the past in which a target must have had room.
  let lookBack: Int
  /// Quanta up to which targets are filled.
  let ceiling: Double
  var choices: RandomStream
  var isReceiver: [Bool]
  var isTouched: [Bool]
  var receivers: [Int32] = []
  var scratch: [Fraction] = []
  private var members: [Int32] = []
  private var memberStart: [Int]

  /// What switching and moving cost.
  struct Costs {
    /// Watts of a host without work, and of one that is off.
    let idle: Double
    let standby: Double
    /// Energy of one boot.
    let boot: Double
    /// Watts that a copy adds to its two hosts, and the link it goes over.
    let copyWatts: Double
    let link: BitsPerSecond

    /// How long memory travels at least, the link to itself.
    func copyTime(of memory: Bytes) -> Seconds { Seconds(memory.value * 8 / link.value) }
  }

  /// A guest that has never moved.
  static let never = Int64.min / 2
  /// Samples that detectors are shown at least, as in CloudSim 3.0.3.
  private static let detectorSamples = 30

  init(
    _ policy: ConsolidationPolicy, scenario: Scenario, layout: Layout, plan: borrowing PinnedDemand,
    weights: [UInt32], own: Double, capacity: Double, curve: HostCurve, copyWork: Double, hosts: HostTable,
    replication: UInt32
  ) {
    self.policy = policy
    self.curve = curve
    let count = hosts.count
    memoryOfHost = hosts.typeOfHost.map {
      max(1, Int64(hosts.types[Int($0)].capacity[Self.memoryResource]))
    }
    let sample = scenario.horizon.sample
    let look = max(1, Int((policy.lookBack / sample).rounded(.down)))
    lookBack = min(look, ConsolidationPolicy.mostSamples)
    switchesOff = layout.powerOffAfter != nil
    let limit = (policy.detector.fixedLimit ?? .one).value - policy.headroom.value
    ceiling = limit * capacity
    history = DemandHistory(
      plan: plan, weights: weights, own: own, capacity: capacity, hosts: count,
      longest: max(Self.detectorSamples, lookBack),
      sampleMilliseconds: Int64((sample.value * 1000).rounded()))
    let power = layout.servers.model.power
    costs = Costs(
      idle: curve.idle, standby: curve.standby, boot: power.bootEnergy.value,
      copyWatts: 2 * (curve.most - curve.idle) * copyWork / capacity,
      link: layout.migration?.link ?? BitsPerSecond(1e9))
    let guests = plan.guests.count
    memory = plan.guests.map { scenario.guests[Int($0.group)].memory }
    lastMove = Array(repeating: Self.never, count: guests)
    canLeave = Array(repeating: false, count: guests)
    role = Array(repeating: .closed, count: count)
    isPinned = Array(repeating: false, count: count)
    isReceiver = isPinned
    isTouched = isPinned
    memberStart = Array(repeating: 0, count: count + 1)
    choices = RandomStream(
      seed: scenario.seed, purpose: RandomStream.Purpose("consolidation/selection"), entity: 0,
      replication: replication)
  }

  /// Takes note of who is on which host, and sums up what hosts have asked for.
  mutating func gather(_ isCounted: (Int) -> Bool, on hosts: borrowing GuestLists) {
    members.removeAll(keepingCapacity: true)
    for host in role.indices {
      memberStart[host] = members.count
      hosts.forEach(on: host) { if isCounted($0) { members.append(Int32($0)) } }
    }
    memberStart[role.count] = members.count
    for host in role.indices where role[host] != .off { history.sum(members(of: host), on: host) }
  }

  /// Counts a guest on its way to a host as if it had come.
  mutating func expect(_ guest: Int32, on host: Int) {
    history.read(guest)
    history.move(on: host, by: 1)
  }

  /// The guests of a host, in the order in which they came.
  func members(of host: Int) -> ArraySlice<Int32> { members[memberStart[host]..<memberStart[host + 1]] }
}
