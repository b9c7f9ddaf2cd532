import Cooling
import Quantities

/// How warm each rack's air is while heat is not, or not wholly, removed.
///
/// Racks are ``ThermalLumps`` apart from each other: each keeps the part `s` of its own heat that the plant leaves in the
/// room. While everything is removed, the air is at the inlet temperature and the metal returns to it:
///
/// ```
/// s > 0   lumps under the heat s Q                     exactly, between two changes of s or Q
/// s = 0   T_a = T_in,  T_m -> T_in  with  e^(-t U / C_m)
/// ```
/// `Q` the rack's heat (W), `U` conductance of air and metal (W/K), `C_m` heat capacity of the metal (J/K).
///
/// **Valid for** minutes. **Not modelled**: air exchanged between racks, walls, fans that speed up, the time a room
/// takes to cool down.
struct RoomHeat {
  let lumps: ThermalLumps
  let inlet: Celsius
  /// The part of its heat that stays with each rack.
  private(set) var left = 0.0
  private(set) var heat: [Watts]
  private var states: [ThermalLumps.State]
  private var since = Int64(0)

  init(racks: Int, lumps: ThermalLumps, inlet: Celsius) {
    self.lumps = lumps
    self.inlet = inlet
    heat = Array(repeating: .zero, count: racks)
    states = Array(repeating: ThermalLumps.State(settledAt: inlet), count: racks)
  }

  /// Goes on under another heat of each rack, of which another part is left in the room.
  mutating func change(at time: Int64, heat newHeat: [Watts], left newLeft: Double) {
    advance(to: time)
    heat = newHeat
    left = newLeft
    guard left == 0 else { return }
    for rack in states.indices { states[rack].air = inlet }
  }

  private mutating func advance(to time: Int64) {
    let passed = Seconds(Double(time - since) / 1000)
    since = time
    guard passed > .zero else { return }
    for rack in states.indices {
      states[rack] =
        left > 0
        ? lumps.advance(states[rack], heat: heat[rack] * left, for: passed)
        : lumps.relax(states[rack], inAirOf: inlet, for: passed)
    }
  }

  /// How long from the last change until a rack's air is at a limit; nil when it will not be.
  func time(toReach limit: Celsius, rack: Int) -> Seconds? {
    guard left > 0, heat[rack] > .zero else { return nil }
    return lumps.time(toReach: limit, from: states[rack], heat: heat[rack] * left)
  }
}
