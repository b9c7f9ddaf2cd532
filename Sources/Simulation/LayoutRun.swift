import Availability
import CTileKernel
import Cooling
import EventEngine
import Facility
import Placement
import Power
import Quantities
import Scenario
import Virtualization
import Workload

/// One simulation of one layout in one replication.
///
/// Events change who runs where; between two events nothing moves, so demand and power are evaluated over whole tiles
/// (``TileEvaluator``) and metered (``FacilityMeter``) when a tile ends. The same scenario, layout, and replication give
/// the same run, whatever else is simulated beside it.
struct LayoutRun: ~Copyable {
  enum Kind: UInt16 {
    case guestArrival, guestDeparture, guestStart, hostFailure, hostRepair, hostBooted, hostIdle
    case enclosureFailure, enclosureRepair
    case utilityFailure, utilityRepair, generatorCarries, batteryEmpty
    case migrationPhase, guestChurn, maintenanceRound, drainDeadline, serviceDone, hardwareChange
    case coolingStop, coolingBack, coolingUnitFailure, coolingUnitRepair, rackShutdown
    case unitFailure, unitRepair
    case consolidationRound
  }

  let scenario: Scenario
  let layout: Layout
  let design: LayoutDesign
  var plan: DemandPlan
  let replication: UInt32
  let endTime: Instant

  var queue = EventQueue()
  var tile: TileEvaluator
  var meter: FacilityMeter
  var fleet: FleetState
  /// Who places guests one by one, once one has come, where the layout's policy is for whole plans.
  var online: OnlinePlacement?
  /// The guests of each host, running there or not.
  var assigned: GuestLists
  var guests: [GuestCondition]
  var hosts: [HostCondition]
  /// Hosts of each pool that have a fault or are being emptied.
  var outOfService: [Int]
  /// Guests that wait for a host with room, in the order in which they began to wait.
  var waiting: [Int32] = []
  var serverStreams: FailureStreams
  var enclosureStreams: FailureStreams
  /// What one enclosure draws beside its blades; nil for rack servers.
  let frame: EnclosurePower?
  /// Power and cooling of the site; nil when they never fail.
  var plant: PlantCondition?
  var migrations: Migrations
  /// How guests are moved together; nil when they stay where they are.
  var consolidation: Consolidation?
  /// What guests got for their work.
  var service: ServiceMeter
  /// When each guest is moved without need; empty when that does not happen.
  var churnStreams: [RandomStream] = []
  /// The hosts that maintenance has still to come to.
  var maintenanceQueue: [Int] = []
  /// What supplies, fans, modules and distribution units go through.
  var components: ComponentCondition
  var counts = RunCounts()
  /// What failed by kind, by ``FailingPart``.
  var tallies = FailingPart.allCases.map { ComponentTally($0) }
  /// From the wish for a guest until it ran, in milliseconds, in order of the latter.
  var provisioningTimes: [Int64] = []

  /// What has become of a guest.
  struct GuestCondition {
    enum Phase: UInt8 {
      /// Not there yet, or gone again.
      case absent
      /// Running on its host.
      case running
      /// Has a host, and starts there when its event comes.
      case starting
      /// Has no host to run on.
      case down
      /// Stopped on its host, about to go on on another.
      case moving
    }
    var phase = Phase.absent
    /// Since when it exists without running; nil while it runs.
    var idleSince: Int64?
    /// Since when it has been down or starting after a failure; nil when it has not.
    var downSince: Int64?
    /// What took its host down last; nil for planned work.
    var cause: FailingPart?
    var downMilliseconds: Int64 = 0
    var longestOutage: Int64 = 0
    var outages = 0
    /// When it was asked for; nil once it has run, and for guests of the start.
    var requested: Int64?
    /// How long it stays once it has run, in milliseconds; nil where it goes at a time that is known.
    var stay: Int64?
    /// Quanta-samples it asked for while it did not run.
    var lostWork = 0.0
    /// The event that will start it, to be cancelled when its host fails first.
    var start: EventHandle?
  }

  /// What has become of a host, beside its power state.
  struct HostCondition {
    /// Failures of its own and of its enclosure that are not yet repaired.
    var faults = 0
    var failures = 0
    /// The event that ends its boot, to be cancelled when it fails first.
    var boot: EventHandle?
    /// When its last boot ends or has ended.
    var upFrom = Instant.start
    /// The event that will switch it off for want of guests.
    var idleTimer: EventHandle?
    /// The planned work that is done on it.
    var service: Service?
    /// The event that ends the patience with guests that have not left.
    var deadline: EventHandle?
  }

  /// Planned work on a host: it is emptied, then away.
  struct Service {
    enum Kind { case maintenance, replacement, removal }
    let kind: Kind
    let duration: Seconds
    var isAway = false
  }

  /// Prepares a run.
  init(
    _ scenario: Scenario, design: LayoutDesign, plan: DemandPlan, demand: borrowing PinnedDemand,
    weather: SiteWeather, replication: UInt32, tileLength: Int
  ) {
    self.scenario = scenario
    self.design = design
    self.plan = plan
    self.replication = replication
    let layout = scenario.layouts[design.layout]
    self.layout = layout
    endTime = .start + .seconds(scenario.horizon.duration.value)
    let weights = DemandWeights(plan: plan, design: design, guestGroups: scenario.guests.count)
    let capacity = design.sizing.throughput.value / weights.quantum
    let own = LayoutRun.ownWork(of: design.pools[0], capacity)
    let curve = HostCurve(layout.servers.model.power, capacity: capacity)
    let enclosure = scenario.enclosurePower(of: layout)
    frame = enclosure
    tile = TileEvaluator(
      plan: demand, weights: weights.weights, quantum: weights.quantum,
      own: own, curve: curve, domainOfHost: design.domainOfHost, domains: design.rackOfDomain.count,
      contention: Contention(
        scenario, design: design, plan: plan, weights: weights, own: own, capacity: capacity,
        length: tileLength),
      sampleMilliseconds: Int64((scenario.horizon.sample.value * 1000).rounded()), tileLength: tileLength,
      caps: layout.caps.flatMap {
        CapRows(
          $0, design: design, frame: enclosure, curve: curve, warmth: scenario.warmth(of: layout),
          length: tileLength)
      })
    meter = FacilityMeter(
      plant: design.plant, enclosure: frame, otherPower: layout.otherPower,
      peaks: RackPeaks(design, length: tileLength), weather: weather, tariff: scenario.site.tariff,
      horizon: scenario.horizon, tileLength: tileLength)
    fleet = FleetState(design.problem(for: plan.guests, of: scenario))
    outOfService = Array(repeating: 0, count: design.pools.count)
    assigned = GuestLists(hosts: design.hosts, guests: plan.guests.count)
    guests = Array(repeating: GuestCondition(), count: plan.guests.count)
    hosts = Array(repeating: HostCondition(), count: design.hosts)
    serverStreams = FailureStreams(
      layout.reliability.server, purpose: "failures/server", count: design.hosts, seed: scenario.seed,
      replication: replication)
    enclosureStreams = FailureStreams(
      layout.reliability.enclosure, purpose: "failures/enclosure", count: design.enclosures,
      seed: scenario.seed, replication: replication)
    components = ComponentCondition(
      design.componentGroups(of: layout), layout.reliability, seed: scenario.seed, replication: replication)
    migrations = Migrations(guests: plan.guests.count, hosts: design.hosts)
    service = ServiceMeter(guests: plan.guests.count)
    if let policy = layout.consolidation, layout.migration != nil {
      consolidation = Consolidation(
        policy, scenario: scenario, layout: layout, plan: demand, weights: weights.weights, own: own,
        capacity: capacity, curve: curve, copyWork: layout.copyWork(capacity: capacity),
        hosts: fleet.problem.hosts, replication: replication)
    }
    if let policy = layout.migration, policy.churn > .zero {
      let purpose = RandomStream.Purpose("migrations/guest")
      churnStreams = plan.guests.indices.map {
        RandomStream(
          seed: scenario.seed, purpose: purpose, entity: UInt64($0), replication: replication)
      }
    }
    plant = scenario.site.reliability.map {
      PlantCondition(
        $0, plant: design.plant, racks: design.racks.racks.count, seed: scenario.seed,
        replication: replication)
    }
  }

  /// Runs from the start to the end.
  mutating func run(into sink: inout (some ResultSink)?) throws(SimulationError) -> RunSummary {
    let samples = scenario.horizon.sampleCount
    var first = 0
    tile.begin(firstSample: 0, count: min(tile.tileLength, samples))
    begin(&sink)
    while true {
      let end = Instant(milliseconds: Int64(first + tile.count) * tile.sampleMilliseconds)
      while let next = queue.nextTime, next < end, let event = queue.popNext() { dispatch(event, &sink) }
      meterPlant(until: end)
      tile.end()
      try meter.meter(tile)
      if sink != nil { sink?.receive(meter.block(of: tile)) }
      first += tile.count
      guard first < samples else { break }
      tile.begin(firstSample: first, count: min(tile.tileLength, samples - first))
    }
    return try finish()
  }

  /// Puts the first guests on their hosts, and schedules what will happen.
  private mutating func begin(_ sink: inout (some ResultSink)?) {
    burdenPools()
    let initial = plan.guests.indices.filter { plan.guests[$0].arrival == .start }.map(Int32.init)
    design.place(initial, of: plan, in: layout, into: &fleet)
    for guest in initial {
      let host = fleet.hostOfGuest[Int(guest)]
      if host == FleetState.unplaced {
        guests[Int(guest)].phase = .down
        guests[Int(guest)].idleSince = 0
        waiting.append(guest)
      } else {
        assigned.append(Int(guest), to: Int(host))
        startGuest(Int(guest), at: .start, &sink)
      }
    }
    let isFromStart = scenario.guests.map(\.staysFromStart)
    for index in plan.guests.indices {
      let guest = plan.guests[index]
      if guest.arrival > .start { schedule(.guestArrival, at: guest.arrival, target: index) }
      if isFromStart[Int(guest.group)], guest.arrival > .start {
        // Until it runs it is not known when it goes.
        guests[index].stay = guest.departure.milliseconds - guest.arrival.milliseconds
        plan.guests[index].departure = endTime
      } else if guest.departure < endTime {
        schedule(.guestDeparture, at: guest.departure, target: index)
      }
    }
    for host in 0..<design.hosts {
      scheduleFailure(ofServer: host, after: .start)
      watchIdle(host, at: .start)
    }
    for enclosure in 0..<design.enclosures { scheduleFailure(ofEnclosure: enclosure, after: .start) }
    beginPlant()
    beginOperations()
    beginComponents()
    beginConsolidation()
  }

  private mutating func dispatch(_ event: Event, _ sink: inout (some ResultSink)?) {
    guard let kind = Kind(rawValue: event.kind) else { preconditionFailure("an event of no kind") }
    let target = Int(event.target)
    switch kind {
    case .guestArrival: arrive(target, at: event.time, &sink)
    case .guestDeparture: depart(target, at: event.time, &sink)
    case .guestStart: startGuest(target, at: event.time, &sink)
    case .hostFailure: failServer(target, at: event.time, &sink)
    case .hostRepair: repairServer(target, at: event.time, &sink)
    case .hostBooted: finishBoot(of: target, at: event.time, &sink)
    case .hostIdle: switchOff(target, at: event.time, &sink)
    case .enclosureFailure: failEnclosure(target, at: event.time, &sink)
    case .enclosureRepair: repairEnclosure(target, at: event.time, &sink)
    case .migrationPhase: endMigrationPhase(target, at: event.time, &sink)
    case .guestChurn: churn(target, at: event.time, &sink)
    case .maintenanceRound: beginMaintenanceRound(at: event.time, &sink)
    case .drainDeadline: endPatience(with: target, at: event.time, &sink)
    case .serviceDone: endService(of: target, at: event.time, &sink)
    case .hardwareChange: change(target, at: event.time, &sink)
    case .utilityFailure: failUtility(at: event.time, &sink)
    case .utilityRepair: repairUtility(at: event.time, &sink)
    case .generatorCarries: carryByGenerator(at: event.time, &sink)
    case .batteryEmpty: goDark(at: event.time, &sink)
    case .coolingStop: stopCooling(at: event.time, &sink)
    case .coolingBack: resumeCooling(at: event.time, &sink)
    case .coolingUnitFailure: failCoolingUnit(target, at: event.time, &sink)
    case .coolingUnitRepair: repairCoolingUnit(target, at: event.time, &sink)
    case .rackShutdown: shutDownRack(target, at: event.time, &sink)
    case .unitFailure: failUnit(target, at: event.time, &sink)
    case .unitRepair: repairUnit(target, at: event.time, &sink)
    case .consolidationRound: consolidate(at: event.time, &sink)
    }
    // Checked at every event in debug builds, and at the end of every run in all.
    assert(guestFault() == nil, "guest \(guestFault().map { "\($0.guest): \($0.reason)" } ?? "")")
  }

  /// Schedules an event that lies within the study.
  mutating func schedule(_ kind: Kind, at time: Instant, target: Int) {
    guard time < endTime else { return }
    queue.schedule(at: time, kind: kind.rawValue, target: Int32(target))
  }
}

/// The weight of every guest's samples on the hosts of a layout, in whole quanta of work.
struct DemandWeights {
  /// Work a second of one quantum.
  let quantum: Double
  /// Quanta of one step of each guest's samples.
  let weights: [UInt32]
  /// The largest weight that the kernel takes.
  static let largest = 65_535.0

  init(plan: DemandPlan, design: LayoutDesign, guestGroups: Int) {
    let work = plan.guests.map { $0.workPerStep.value / design.sizing.efficiency[Int($0.group)] }
    let most = work.max() ?? 0
    let quantum = most > 0 ? most / DemandWeights.largest : 1
    self.quantum = quantum
    weights = work.map { UInt32(($0 / quantum).rounded()) }
  }
}
