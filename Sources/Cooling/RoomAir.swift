public import Quantities

/// A room whose air partly takes short cuts: supply air that misses the servers (bypass) and exhaust that goes
/// back into them (recirculation).
///
/// ```
/// T_in  = (1 − r)·T_s + r·T_out
/// T_out = T_in + Q/(ρ·cp·V_i)
/// T_ret = T_s + Q/(ρ·cp·V_s)
/// V_s·(1 − b) = V_i·(1 − r)          hence   T_in − T_s = r/(1 − r) · Q/(ρ·cp·V_i)
/// ```
///
/// `r` recirculation: share of the servers' intake that is their own exhaust; `b` bypass: share of the supply
/// that misses the servers; `V_s`, `V_i` supply and server flow (m³/s); `Q` heat (W); temperatures of supply,
/// intake, exhaust and return (°C).
///
/// **Valid for** steady, well-mixed streams, 0 <= r < 1.
///
/// **Not modelled**: differences between racks (every intake is the mean; ``row(planned:)`` tells them apart), buoyancy,
/// leakage of the floor.
///
/// **Source**: two-parameter mixing model; indices of Sharma, Bash and Patel (2002), "Dimensionless parameters
/// for evaluation of thermal design and performance of large-scale data centers" (from memory, high confidence).
///
/// **Example**: r = 10 % and a server rise of 12 K warm the intake 1.333 K above the supply.
public struct RoomAir: Hashable, Sendable {
  /// Share of the servers' intake that is their own exhaust, 0..<1.
  public let recirculation: Fraction
  /// Rise of the air through the servers, above zero.
  public let serverRise: KelvinDifference
  /// How much a rack's exhaust counts at the next rack's intake, as a share of at its own, 0...1; from there to the next
  /// but one the same again. It moves warmth between the racks of a row; where they draw alike it changes nothing.
  public let neighbourExhaust: Fraction

  /// The usual ``neighbourExhaust``: synthetic, since no measured matrix is published. Of the exhaust that a rack within
  /// a long row draws in, 54 % are its own and 32 % its two neighbours'.
  public static let usualNeighbourExhaust = Fraction(percent: 30)

  /// Creates a room.
  public init(
    recirculation: Fraction, serverRise: KelvinDifference,
    neighbourExhaust: Fraction = usualNeighbourExhaust
  ) {
    precondition((0..<1).contains(recirculation.value), "recirculation is at least 0 and below 1")
    precondition(serverRise > .zero, "servers warm their air")
    precondition(
      (0...1).contains(neighbourExhaust.value), "a neighbour counts at most as much as a rack itself")
    self.recirculation = recirculation
    self.serverRise = serverRise
    self.neighbourExhaust = neighbourExhaust
  }

  /// Creates the room that a supply flow makes: what servers draw beyond the supply that reaches them, they draw from
  /// their own exhaust.
  ///
  /// - Parameters:
  ///   - supplyFlow: air of the cooling units, above zero.
  ///   - bypass: the share of it that misses the servers even so, 0..<1.
  public init(
    heat: Watts, supplyFlow: CubicMetersPerSecond, bypass: Fraction, serverRise: KelvinDifference,
    pressure: Pascals = Psychrometrics.seaLevelPressure
  ) {
    precondition(supplyFlow > .zero && (0..<1).contains(bypass.value), "some supply reaches the servers")
    let servers = ServerAir.flow(carrying: heat, rise: serverRise, pressure: pressure)
    let reaching = supplyFlow * (1 - bypass.value)
    self.init(
      recirculation: servers > reaching ? Fraction(1 - reaching / servers) : .zero, serverRise: serverRise)
  }

  /// A room of about 2005: open aisles, and servers that warm their air by 14 K.
  ///
  /// Recirculation of 15 to 25 %; 100 to 160 cubic feet a minute and kilowatt, 11 to 17 K (from memory, medium
  /// confidence).
  public static let era2005 = RoomAir(recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14))
  /// A room of about 2015: contained aisles (from memory, medium confidence).
  public static let era2015 = RoomAir(recirculation: Fraction(percent: 5), serverRise: KelvinDifference(14))
  /// A room of today: contained aisles, 70 to 110 cubic feet a minute and kilowatt, 16 to 25 K (from memory, medium
  /// confidence).
  public static let era2025 = RoomAir(recirculation: Fraction(percent: 2), serverRise: KelvinDifference(19))

  /// How much warmer the mean intake is than the supply.
  public var intakeRise: KelvinDifference {
    serverRise * (recirculation.value / (1 - recirculation.value))
  }

  /// The mean server intake for a supply temperature.
  public func intake(supply: Celsius) -> Celsius { supply + intakeRise }

  /// The supply temperature that gives a mean server intake.
  public func supply(intake: Celsius) -> Celsius { intake - intakeRise }

  /// The servers' exhaust for a supply temperature.
  public func exhaust(supply: Celsius) -> Celsius { supply + intakeRise + serverRise }

  /// The flow of the servers for a heat.
  public func serverFlow(
    heat: Watts, pressure: Pascals = Psychrometrics.seaLevelPressure
  ) -> CubicMetersPerSecond {
    ServerAir.flow(carrying: heat, rise: serverRise, pressure: pressure)
  }

  /// The share of a supply flow, above zero, that misses the servers.
  ///
  /// - Returns: nil when the supply is smaller than what the servers draw from it: the room would recirculate
  ///   more than this model says.
  public func bypass(
    heat: Watts, supplyFlow: CubicMetersPerSecond, pressure: Pascals = Psychrometrics.seaLevelPressure
  ) -> Fraction? {
    precondition(supplyFlow > .zero, "some air is supplied")
    let drawn = serverFlow(heat: heat, pressure: pressure) * (1 - recirculation.value)
    let bypass = 1 - drawn / supplyFlow
    // A supply that matches the servers exactly has no bypass, whatever the last digit says.
    return bypass < -1e-12 ? nil : Fraction(max(0, bypass))
  }

  /// Supply heat index: the share of the exhaust's warmth that the intake already had; equals r here.
  public var supplyHeatIndex: Fraction { Fraction(intakeRise / (intakeRise + serverRise)) }

  /// Return temperature index: the rise of the cooling units' air over that of the servers; 1 when the flows match,
  /// below with bypass, above with recirculation.
  public func returnTemperatureIndex(
    heat: Watts, supplyFlow: CubicMetersPerSecond, pressure: Pascals = Psychrometrics.seaLevelPressure
  ) -> Fraction {
    Fraction(ServerAir.rise(of: supplyFlow, carrying: heat, pressure: pressure) / serverRise)
  }

  /// Return heat index: 1 minus ``supplyHeatIndex``.
  public var returnHeatIndex: Fraction { Fraction(1 - supplyHeatIndex.value) }
}
