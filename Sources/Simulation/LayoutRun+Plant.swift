import Availability
import Cooling
import EventEngine
import Facility
import Power
import Quantities
import Scenario

// How the plant loses power and cooling, and what that does to racks.
extension LayoutRun {
  mutating func beginPlant() {
    guard plant != nil else { return }
    scheduleUtilityFailure(after: .start)
    for unit in 0..<design.plant.cooling.size.units { scheduleFailure(ofCoolingUnit: unit, after: .start) }
  }

  private mutating func scheduleUtilityFailure(after time: Instant) {
    guard let life = plant?.utilityStream.nextLife(of: 0) else { return }
    schedule(.utilityFailure, at: time + life, target: 0)
  }

  private mutating func scheduleFailure(ofCoolingUnit unit: Int, after time: Instant) {
    guard let life = plant?.unitStreams.nextLife(of: unit) else { return }
    schedule(.coolingUnitFailure, at: time + life, target: unit)
  }

  /// Schedules something that may be cancelled; nil when it lies beyond the study.
  private mutating func later(_ kind: Kind, at time: Instant, target: Int = 0) -> EventHandle? {
    guard time < endTime else { return nil }
    return queue.scheduleCancellable(at: time, kind: kind.rawValue, target: Int32(target))
  }

  private mutating func cancel(_ event: WritableKeyPath<PlantCondition, EventHandle?>) {
    if let handle = plant?[keyPath: event] { queue.cancel(handle) }
    plant?[keyPath: event] = nil
  }

  // MARK: - Power

  /// The utility is lost: batteries carry the equipment, chillers stop, the generator is asked to start.
  mutating func failUtility(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard var state = plant else { return }
    sink?.receive(RunEvent(time: time, kind: .utilityFailed))
    counts.utilityOutages += 1
    meterPlant(until: time)
    schedule(.utilityRepair, at: time + state.utilityStream.nextRepair(of: 0), target: 0)
    let load = rackHeat(at: time).reduce(.zero, +)
    let carries = design.plant.batteryTime(carrying: load, autonomy: state.reliability.autonomy)
    var starts = false
    if let generator = state.reliability.generator {
      starts = state.startStream.uniform() >= generator.failsToStart.value
      if starts {
        state.generator = later(.generatorCarries, at: time + .seconds(generator.start.value))
      } else {
        sink?.receive(RunEvent(time: time, kind: .generatorFailed))
        counts.generatorFailures += 1
      }
    }
    state.battery = later(.batteryEmpty, at: time + .seconds(min(carries.value, 1e9)))
    state.isUtilityUp = false
    plant = state
    cancel(\.restart)
    guard state.isCooling else { return }
    if let water = state.reliability.chilledWater, load > .zero {
      let holds = TimeSpan.seconds(min(water.rideThrough(heat: load).value, 1e9))
      let stop = later(.coolingStop, at: time + holds)
      plant?.stop = stop
    } else {
      stopCooling(at: time, &sink)
    }
  }

  /// The generator carries the site.
  mutating func carryByGenerator(at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .generatorCarries))
    meterPlant(until: time)
    plant?.generator = nil
    plant?.isOnGenerator = true
    returnPower(at: time, &sink)
  }

  /// The utility is back. The change from the generator to it is not felt.
  mutating func repairUtility(at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .utilityBack))
    meterPlant(until: time)
    scheduleUtilityFailure(after: time)
    cancel(\.generator)
    plant?.isUtilityUp = true
    guard plant?.isOnGenerator == false else {
      plant?.isOnGenerator = false
      return
    }
    returnPower(at: time, &sink)
  }

  /// Power is back from some source: servers wait for cooling, which restarts.
  private mutating func returnPower(at time: Instant, _ sink: inout (some ResultSink)?) {
    cancel(\.battery)
    guard let state = plant else { return }
    if state.isDark {
      plant?.isDark = false
      for host in 0..<design.hosts where tile.state[host] == .unpowered && !isUnplugged(host) {
        tile.set(.failed, of: host, at: time.milliseconds)
      }
    }
    cancel(\.restart)
    let restart = later(.coolingBack, at: time + .seconds(state.reliability.coolingRestart.value))
    plant?.restart = restart
  }

  /// The battery is empty before power is back: everything goes dark.
  mutating func goDark(at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .batteryEmpty))
    meterPlant(until: time)
    counts.blackouts += 1
    plant?.battery = nil
    plant?.isDark = true
    cancel(\.stop)
    plant?.isCooling = false
    if plant?.isPowered == true {
      plant?.isPowered = false
      lose(Array(0..<design.hosts), to: .unpowered, at: time, &sink)
    } else {
      // Dark again before anything ran: nobody is lost twice.
      for host in 0..<design.hosts { tile.set(.unpowered, of: host, at: time.milliseconds) }
    }
    followHeat(at: time)
  }

  // MARK: - Cooling

  /// Heat is no longer removed.
  mutating func stopCooling(at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .coolingStopped))
    meterPlant(until: time)
    counts.coolingStops += 1
    plant?.stop = nil
    plant?.isCooling = false
    followHeat(at: time)
  }

  /// Heat is removed again.
  mutating func resumeCooling(at time: Instant, _ sink: inout (some ResultSink)?) {
    meterPlant(until: time)
    plant?.restart = nil
    cancel(\.stop)
    if plant?.isCooling == false { sink?.receive(RunEvent(time: time, kind: .coolingBack)) }
    plant?.isCooling = true
    if plant?.isPowered == false {
      plant?.isPowered = true
      sink?.receive(RunEvent(time: time, kind: .siteBack))
      for host in 0..<design.hosts { bringBack(host, at: time) }
    }
    reopenRacks(at: time, &sink)
    followHeat(at: time)
  }

  mutating func failCoolingUnit(_ unit: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .coolingUnitFailed))
    meterPlant(until: time)
    counts.coolingUnitFailures += 1
    plant?.failedUnits += 1
    let repaired = plant?.unitStreams.nextRepair(of: unit) ?? .milliseconds(1)
    schedule(.coolingUnitRepair, at: time + repaired, target: unit)
    followHeat(at: time)
  }

  mutating func repairCoolingUnit(_ unit: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .coolingUnitRepaired))
    meterPlant(until: time)
    plant?.failedUnits -= 1
    scheduleFailure(ofCoolingUnit: unit, after: time)
    reopenRacks(at: time, &sink)
    followHeat(at: time)
  }

  /// The air of a rack is so warm that its servers shut down.
  mutating func shutDownRack(_ rack: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .rackOverheated, rack: RackID(rack)))
    meterPlant(until: time)
    counts.rackShutdowns += 1
    if let since = plant?.heatSince {
      let trip = Seconds(Double((time - since).milliseconds) / 1000)
      counts.shortestTrip = min(counts.shortestTrip ?? trip, trip)
    }
    plant?.shutdowns[rack] = nil
    plant?.isShut[rack] = true
    lose(hosts(inRack: rack), to: .failed, at: time, &sink)
    followHeat(at: time)
  }

  /// Capacity of the units that work.
  private var coolingCapacity: Watts {
    let size = design.plant.cooling.size
    return size.unitCapacity * Double(size.units - (plant?.failedUnits ?? 0))
  }

  /// Servers of racks that shut down start again once the plant can carry what was planned, as far as it ever can.
  private mutating func reopenRacks(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let state = plant, state.isCooling, state.isPowered else { return }
    guard coolingCapacity >= min(design.plannedPower, design.plant.cooling.size.capacity) else { return }
    plant?.lostGuests = 0
    for rack in state.isShut.indices where state.isShut[rack] {
      plant?.isShut[rack] = false
      sink?.receive(RunEvent(time: time, kind: .rackBack, rack: RackID(rack)))
      for host in hosts(inRack: rack) { bringBack(host, at: time) }
    }
  }

  /// Takes hosts down together.
  private mutating func lose(
    _ members: [Int], to state: HostState, at time: Instant, _ sink: inout (some ResultSink)?
  ) {
    var lost: [Int] = []
    for host in members { lost += takeDown(host, to: state, because: .plant, at: time, &sink) }
    plant?.lostGuests += lost.count
    counts.worstPlantBlast = max(counts.worstPlantBlast, plant?.lostGuests ?? 0)
    let restarted = restart(lost, after: time, &sink)
    tallies[FailingPart.plant.rawValue].add(lost: lost.count, restarted: restarted)
  }

  /// Works out anew when each rack will be too warm, now that cooling or load has changed.
  private mutating func followHeat(at time: Instant) {
    guard var state = plant else { return }
    let heat = state.isPowered ? rackHeat(at: time) : Array(repeating: .zero, count: state.isShut.count)
    let site = heat.reduce(.zero, +)
    let given = design.plant.electrical.critical(it: site).heat
    let left = state.isCooling ? (given > .zero ? max(0, 1 - coolingCapacity / given) : 0) : 1
    state.room.change(at: time.milliseconds, heat: heat, left: left)
    state.heatSince = left > 0 ? (state.heatSince ?? time) : nil
    for rack in state.isShut.indices {
      if let pending = state.shutdowns[rack] { queue.cancel(pending) }
      state.shutdowns[rack] = nil
      guard !state.isShut[rack], let wait = state.room.time(toReach: state.reliability.shutdown, rack: rack)
      else { continue }
      let due = time + max(.milliseconds(1), .seconds(min(wait.value, 1e9)))
      state.shutdowns[rack] = later(.rackShutdown, at: due, target: rack)
    }
    plant = state
  }

  /// What the equipment of each rack draws at an instant, which is the heat it gives.
  private func rackHeat(at time: Instant) -> [Watts] {
    design.racks.racks.map { rack in
      rack.mounted.reduce(.zero) { sum, piece in
        guard piece.equipment < computing else { return sum + design.equipment[piece.equipment].power }
        guard let frame else { return sum + tile.draw(of: piece.equipment, at: time.milliseconds) }
        let blades = design.hosts(in: piece.equipment).reduce(Watts.zero) {
          $0 + tile.draw(of: $1, at: time.milliseconds)
        }
        return sum + frame.input(bladeDC: blades)
      }
    }
  }

  /// How many pieces of equipment are servers or enclosures; what stands beside them comes after.
  private var computing: Int { frame == nil ? design.hosts : design.enclosures }

  private func hosts(inRack rack: Int) -> [Int] {
    var members: [Int] = []
    for piece in design.racks.racks[rack].mounted where piece.equipment < computing {
      members += frame == nil ? [piece.equipment] : Array(design.hosts(in: piece.equipment))
    }
    return members
  }

  // MARK: - Metering

  /// Tells the meter what part of the heat was not removed, and who gave the power, since it was last told.
  mutating func meterPlant(until time: Instant) {
    guard let state = plant else { return }
    meter.note(
      missingCooling: state.isCooling ? state.room.left : 1, onGenerator: state.isOnGenerator,
      inDark: state.isDark, from: state.unmeteredSince, until: time.milliseconds, in: tile)
    plant?.unmeteredSince = time.milliseconds
  }
}
