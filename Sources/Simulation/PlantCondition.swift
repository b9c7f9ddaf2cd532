import Cooling
import EventEngine
import Facility
import Power
import Quantities
import Scenario

/// Whether the plant of a run has power and removes heat, and how warm its racks are.
struct PlantCondition {
  let reliability: PlantReliability
  var room: RoomHeat
  var utilityStream: FailureStreams
  var unitStreams: FailureStreams
  var startStream: RandomStream

  var isUtilityUp = true
  var isOnGenerator = false
  /// Whether no source gives power, the battery included: nothing draws any.
  var isDark = false
  /// Whether servers may run: false from the dark on until heat is removed again.
  var isPowered = true
  /// Whether chillers or compressors run.
  var isCooling = true
  var failedUnits = 0
  /// Racks that have shut down for heat.
  var isShut: [Bool]
  /// Guests lost since cooling last sufficed.
  var lostGuests = 0
  /// Since when heat is left in the room; nil while all is removed.
  var heatSince: Instant?

  /// What is still to come, to be cancelled when something else comes first.
  var generator: EventHandle?
  var battery: EventHandle?
  var stop: EventHandle?
  var restart: EventHandle?
  var shutdowns: [EventHandle?]
  /// Since when the meter has not been told of missing cooling and of the generator.
  var unmeteredSince = Int64(0)

  init(
    _ reliability: PlantReliability, plant: Plant, racks: Int, seed: UInt64, replication: UInt32
  ) {
    self.reliability = reliability
    room = RoomHeat(racks: racks, lumps: reliability.lumps, inlet: plant.specification.inlet)
    utilityStream = FailureStreams(
      reliability.utility, purpose: "failures/utility", count: 1, seed: seed, replication: replication)
    unitStreams = FailureStreams(
      reliability.coolingUnit, purpose: "failures/cooling-unit", count: plant.cooling.size.units, seed: seed,
      replication: replication)
    startStream = RandomStream(
      seed: seed, purpose: RandomStream.Purpose("failures/generator"), entity: 0, replication: replication)
    isShut = Array(repeating: false, count: racks)
    shutdowns = Array(repeating: nil, count: racks)
  }
}

extension Plant {
  /// How long the batteries of the UPS carry an IT power.
  ///
  /// ```
  /// t = autonomy P(design) / P(it)
  /// ```
  /// P is what goes into the UPS, its own loss and those behind it included: batteries carry those too. `autonomy` is the
  /// time for the IT power of the design. **Not modelled**: that slow discharge gives more, that a UPS on batteries loses
  /// less than in normal service, age and cold.
  func batteryTime(carrying it: Watts, autonomy: Seconds) -> Seconds {
    let (full, now) = (electrical.critical(it: designPower).ups.input, electrical.critical(it: it).ups.input)
    return now > .zero ? autonomy * (full / now) : .year
  }
}
