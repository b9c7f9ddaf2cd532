public import Quantities

/// A rack as two bodies: its air, which servers heat, and its metal, which the air heats.
///
/// ```
/// Ca·dTa/dt = Q − U·(Ta − Tm)        Cm·dTm/dt = U·(Ta − Tm)
/// ΔTa = Q·t/C + Q·Cm²/(U·C²)·(1 − e^(−t/τ))      C = Ca + Cm,  τ = Ca·Cm/(U·C)
/// ```
///
/// `Ca`, `Cm` heat capacity of air and metal (J/K), `U` conductance between them (W/K), `Q` heat that nobody removes
/// (W), `Ta`, `Tm` temperatures (°C), `t` time (s). The second line holds from equal temperatures on.
///
/// **Valid for** minutes after cooling stops, in a room whose walls take no part.
///
/// **Not modelled**: walls and floor, air exchange with other rooms, server fans that speed up.
///
/// **Source**: two-lump heat balance, of the same form as Khankari (2011), ASHRAE LV-11-C026 (published); a rack's
/// 8 kJ/K, 200 kJ/K and 400 W/K from memory, medium confidence.
///
/// **Example**: 5 kW with 8 and 100 kJ/K and 150 W/K: 14.40 K after 30 s, 22.88 K after 60 s, 36.16 K after 180 s.
public struct ThermalLumps: Hashable, Sendable {
  /// Heat capacity of the air.
  public let air: JoulesPerKelvin
  /// Heat capacity of servers and rack.
  public let mass: JoulesPerKelvin
  /// Conductance between the two.
  public let coupling: WattsPerKelvin

  /// A full rack: 6.6 m³ of air and its share of metal.
  public static let rack = ThermalLumps(
    air: JoulesPerKelvin(8000), mass: JoulesPerKelvin(200_000), coupling: WattsPerKelvin(400))

  /// Creates lumps; all values are above zero.
  public init(air: JoulesPerKelvin, mass: JoulesPerKelvin, coupling: WattsPerKelvin) {
    precondition(air > .zero && mass > .zero && coupling > .zero, "lumps have capacity and touch")
    self.air = air
    self.mass = mass
    self.coupling = coupling
  }

  /// Temperatures of both bodies.
  public struct State: Hashable, Sendable {
    /// The air.
    public var air: Celsius
    /// The metal.
    public var mass: Celsius

    /// Creates a state.
    public init(air: Celsius, mass: Celsius) {
      self.air = air
      self.mass = mass
    }

    /// Both at one temperature, as in a cooled room.
    public init(settledAt temperature: Celsius) { self.init(air: temperature, mass: temperature) }
  }

  private var total: Double { air.value + mass.value }

  /// How fast the difference between air and metal settles.
  public var timeConstant: Seconds { Seconds(air.value * mass.value / (coupling.value * total)) }

  /// How much warmer the air is some time after cooling stopped in a settled room.
  public func airRise(heat: Watts, after time: Seconds) -> KelvinDifference {
    let settled = State(settledAt: Celsius(0))
    return advance(settled, heat: heat, for: time).air - settled.air
  }

  /// The state some time later under constant net heat, exactly.
  public func advance(_ state: State, heat: Watts, for time: Seconds) -> State {
    let mean = (air.value * state.air.value + mass.value * state.mass.value) / total
    let warmed = mean + heat.value * time.value / total
    let final = heat.value * timeConstant.value / air.value
    let start = (state.air - state.mass).value
    let difference = final + (start - final) * exponential(-(time / timeConstant))
    return State(
      air: Celsius(warmed + difference * mass.value / total),
      mass: Celsius(warmed - difference * air.value / total))
  }

  /// The state some time later with air that is held at a temperature: the metal follows it.
  ///
  /// ```
  /// Tm − T → (Tm − T)·e^(−U·t/Cm)
  /// ```
  public func relax(_ state: State, inAirOf temperature: Celsius, for time: Seconds) -> State {
    let kept = exponential(-(coupling.value * time.value / mass.value))
    return State(air: temperature, mass: temperature + (state.mass - temperature) * kept)
  }

  /// When the air reaches a limit under constant net heat, which is above zero; zero if it is there already.
  public func time(toReach limit: Celsius, from state: State, heat: Watts) -> Seconds {
    precondition(heat > .zero, "air warms by heat")
    guard state.air < limit else { return .zero }
    // Once the mean is there and the metal lags behind, so is the air.
    var high = 1.0
    while advance(state, heat: heat, for: Seconds(high)).air < limit { high *= 2 }
    var low = 0.0
    for _ in 0..<100 where high - low > 1e-9 * high {
      let middle = (low + high) / 2
      if advance(state, heat: heat, for: Seconds(middle)).air < limit { low = middle } else { high = middle }
    }
    return Seconds(high)
  }

  /// The state some time later under heat that changes with time and air temperature, by the classical
  /// Runge-Kutta method.
  ///
  /// - Parameter step: at most a fifth of ``timeConstant``, so that the method is stable and close.
  public func integrate(
    _ start: State, for time: Seconds, step: Seconds, heat: (Seconds, Celsius) -> Watts
  ) -> State {
    precondition(step > .zero && step <= timeConstant / 5, "steps resolve the time constant")
    let steps = Int((time / step).rounded(.up))
    var state = start
    guard steps > 0 else { return state }
    let length = time.value / Double(steps)
    func slope(_ state: State, _ time: Double) -> (air: Double, mass: Double) {
      let flow = coupling.value * (state.air - state.mass).value
      let net = heat(Seconds(time), state.air).value - flow
      return (net / air.value, flow / mass.value)
    }
    func moved(_ by: (air: Double, mass: Double), _ time: Double) -> State {
      State(air: Celsius(state.air.value + by.air * time), mass: Celsius(state.mass.value + by.mass * time))
    }
    for index in 0..<steps {
      let now = Double(index) * length
      let a = slope(state, now)
      let b = slope(moved(a, length / 2), now + length / 2)
      let c = slope(moved(b, length / 2), now + length / 2)
      let d = slope(moved(c, length), now + length)
      state = moved(
        ((a.air + 2 * (b.air + c.air) + d.air) / 6, (a.mass + 2 * (b.mass + c.mass) + d.mass) / 6), length)
    }
    return state
  }
}
