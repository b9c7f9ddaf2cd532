import Cooling
import Power
import Quantities

/// Energies of a run that no component of the ledger holds by itself, for indices of the building and its air.
///
/// ```
/// r     = max(stated, 1 - V_s / V_i)        V_i = Q / (rho cp rise)      rise as in the layout's room
/// SHI   = sum dQ / sum (Q + dQ)             dQ = Q r / (1 - r)
/// ```
/// Q heat that air carries away from the servers, W; dQ what their intake already had of it; V_s, V_i air of the cooling
/// units and of the servers, m3/s. Where units move less air than the servers draw, more of it goes round.
///
/// **Not modelled**: racks apart from each other. **Source**: as ``RoomAir``.
struct RoomMeter {
  /// Joules lost between the PDUs' outputs and the equipment's inputs.
  private(set) var rackPDUJoules = 0.0
  /// Joules given to the outdoors by the cooling plant.
  private(set) var rejectedJoules = 0.0
  /// Joules that air takes from the servers, and that their intake already had of it.
  private(set) var airJoules = 0.0
  private(set) var recirculatedJoules = 0.0

  private let stated: Double
  private let serverRise: KelvinDifference
  private let seconds: Double
  /// The most of the intake that is counted as exhaust; beyond that the air stands still.
  private static let mostRecirculation = 0.95

  init(_ room: RoomAir, sample: Seconds) {
    stated = min(room.recirculation.value, RoomMeter.mostRecirculation)
    serverRise = room.serverRise
    seconds = sample.value
  }

  /// Adds a sample, of which a part had power and read so.
  mutating func record(_ critical: CriticalReading, _ cooling: CoolingReading, lit: Double = 1) {
    let seconds = seconds * lit
    rackPDUJoules += critical.rackPDU.loss.value * seconds
    rejectedJoules += cooling.rejected.value * seconds
    let heat = cooling.removed - cooling.liquid
    guard heat > .zero else { return }
    let drawn = ServerAir.flow(carrying: heat, rise: serverRise)
    let short = 1 - cooling.airflow / drawn
    let share = max(stated, min(short, RoomMeter.mostRecirculation))
    airJoules += heat.value * seconds
    recirculatedJoules += heat.value * share / (1 - share) * seconds
  }
}
