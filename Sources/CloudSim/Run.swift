internal import Placement
internal import Quantities

/// One run: the time line.
///
/// At 300 k + 0.1 s all hosts are updated, deleted guests leave, and guests may be told to move; they arrive 10 to 28 s
/// later, all of one memory size together.
struct Run: ~Copyable {
  let policy: Experiment.Policy
  let quirks: QuirkSet
  let traces: GuestTraces
  /// The model of each guest, by index.
  let models: [Int]
  /// The memory of each guest, which has to travel.
  let memory: Column<Bytes>
  var demand: Demand
  var fleet: Fleet
  var meter: ServiceMeter
  var history: History
  var candidates: Candidates
  var generator: any RandomNumberGenerator
  let planner: Planner?
  var movable = MovableGuests()

  var energy = 0.0
  var lastUpdate = 0.0
  var hasRecords = false
  var migrations = 0
  var alive = 0
  /// When each guest set off.
  let departures: Column<Double>
  /// Moves told and not yet completed.
  var moves: [Move] = []
  /// Hosts that got or lost guests since the last update.
  let touched: HostSet
  /// Guests placed in the round at hand, each with the host as it was before.
  var journal: [Placing] = []

  init(_ experiment: Experiment, _ traces: GuestTraces, _ generator: any RandomNumberGenerator) {
    let quirks = experiment.quirks
    let (hosts, guests) = (experiment.hosts, traces.count)
    policy = experiment.policy
    self.quirks = quirks
    self.traces = traces
    self.generator = generator
    models = GuestModel.indices(guests: guests, inBlocks: quirks.has(.blockTypes))
    memory = Column(models.map { GuestModel.all[$0].memory })
    demand = Demand(
      traces, rates: models.map { GuestModel.all[$0].rate.value },
      dividesByHundred: quirks.has(.dividedByHundred), unitsInLastPlace: experiment.unitsInLastPlace)
    fleet = Fleet(hosts: hosts, guests: guests, quirks: quirks)
    meter = ServiceMeter(hosts: hosts, quirks: quirks)
    candidates = Candidates(hosts: hosts)
    planner = Planner(experiment.policy)
    history = History(
      hosts: planner?.needsHistory == true ? hosts : 0, guests: planner?.needsHistory == true ? guests : 0,
      trimsZeros: quirks.has(.trimmedHistory))
    touched = HostSet(hosts: hosts)
    departures = Column(repeating: 0, count: guests)
  }

  mutating func outcome() throws(ExperimentProblem) -> Outcome {
    try placeAll()
    var rounds: [Outcome.Round] = []
    rounds.reserveCapacity(traces.samples)
    for sample in 1..<traces.samples {
      let time = 0.1 + 300 * Double(sample)
      demand.enter(sample: sample)
      update(at: time)
      if quirks.has(.idleDeletion) { deleteIdle() }
      if let planner {
        if planner.needsHistory { history.push(demand) }
        plan(planner)
        depart(at: time)
      }
      rounds.append(
        Outcome.Round(
          time: Seconds(time), energy: Joules(energy), migrations: migrations,
          activeHosts: fleet.active.count, guests: alive))
      arrive(after: time)
    }
    if !quirks.has(.shortDay) {
      demand.enter(sample: traces.samples)
      update(at: 300 * Double(traces.samples))
    }
    meter.close(at: lastUpdate, fleet)
    return Outcome(
      energy: Joules(energy), migrations: migrations, violationTime: meter.violations,
      migrationLoss: meter.migrationLoss, missedWork: meter.missedWork, meanShortfall: meter.meanShortfall,
      shutdowns: meter.shutdowns, meanTimeBeforeShutdown: meter.meanTimeBeforeShutdown,
      meanMigrationTime: meter.meanMigrationTime, guestsAtEnd: alive, rounds: rounds)
  }

  /// Lets time pass: records hold until now, then every host gives what is asked for now.
  private mutating func update(at time: Double) {
    let seconds = time - lastUpdate
    if hasRecords {
      meter.close(at: lastUpdate, fleet)
      meter.hold(for: seconds, fleet)
    }
    demand.evaluate(at: time)
    let joules = fleet.updateAll(after: seconds, demand)
    if case .noPowerManagement = policy {
      energy += fleet.fullPower * seconds
    } else {
      energy += joules
    }
    lastUpdate = time
    hasRecords = true
  }

  /// Updates, without time having passed, the hosts that got or lost guests.
  func updateTouched() {
    touched.forEach { fleet.update($0, demand) }
    touched.removeAll()
  }

  /// Deletes for good who asks for nothing. Sums stay as they are, since nothing is taken from them.
  private mutating func deleteIdle() {
    var idle: [(host: Int, guest: Int)] = []
    fleet.occupied.forEach { host in
      for place in 0..<fleet.lists.count(host) {
        let guest = fleet.lists.guest(host, place)
        if demand.request[guest] == 0, !fleet.isMoving[guest] { idle.append((host, guest)) }
      }
    }
    for (host, guest) in idle {
      fleet.lists.remove(guest, from: host)
      fleet.home[guest] = Fleet.nowhere
      if fleet.lists.count(host) == 0 { fleet.occupied.remove(host) }
    }
    alive -= idle.count
  }

  /// Completes the moves, those of least memory first, and lets the hosts know.
  private mutating func arrive(after time: Double) {
    for size in GuestModel.byMemory.map(\.memory) where moves.contains(where: { memory[$0.guest] == size }) {
      update(at: time + HostModel.all[0].migrationTime(of: size).value)
      for move in moves where memory[move.guest] == size { complete(move) }
      updateTouched()
    }
    moves.removeAll(keepingCapacity: true)
  }
}
