public import Quantities

/// Cooling stops while servers run on: how long until the air is too warm, and whether cooling is back in time.
///
/// ```
/// t_trip = t_buffer + t_lumps(T_limit)        survived if t_restart < t_trip
/// ```
///
/// `t_buffer` time the chilled water carries the heat (0 when fans and pumps are not on the UPS), `t_lumps` time the
/// air of ``ThermalLumps`` then takes to its limit, `t_restart` time until chillers cool again (s).
///
/// **Valid for** constant heat until the trip. **Not modelled**: partial cooling, racks of different heat (use the
/// densest).
///
/// **Source**: see ``ThermalLumps``, ``ChilledWaterBuffer``; 35 °C warning and 45 °C shutdown (memory: medium); chillers
/// take 5 to 15 minutes to restart (memory: medium).
///
/// **Example**: racks that start at 24 °C shut down after 393 s with 5 kW and after 35 s with 10 kW.
public struct CoolingOutage: Hashable, Sendable {
  /// The rack.
  public let lumps: ThermalLumps
  /// Its heat.
  public let heat: Watts
  /// Air and metal when cooling stops.
  public let start: Celsius
  /// How long stored chilled water goes on cooling.
  public let rideThrough: Seconds

  /// Air temperature at which servers warn.
  public static let warning = Celsius(35)
  /// Air temperature at which they shut down.
  public static let shutdown = Celsius(45)

  /// Creates an outage; the heat is above zero.
  public init(
    lumps: ThermalLumps = .rack, heat: Watts, start: Celsius, rideThrough: Seconds = .zero
  ) {
    precondition(heat > .zero && rideThrough >= .zero, "servers give heat")
    self.lumps = lumps
    self.heat = heat
    self.start = start
    self.rideThrough = rideThrough
  }

  /// The air some time after cooling stopped.
  public func air(after time: Seconds) -> Celsius {
    start + lumps.airRise(heat: heat, after: max(.zero, time - rideThrough))
  }

  /// When the air reaches a limit.
  public func time(toReach limit: Celsius = CoolingOutage.shutdown) -> Seconds {
    guard start < limit else { return .zero }
    return rideThrough + lumps.time(toReach: limit, from: ThermalLumps.State(settledAt: start), heat: heat)
  }

  /// Whether cooling that is back after a time comes before the shutdown.
  public func isSurvived(restart: Seconds) -> Bool { air(after: restart) < Self.shutdown }
}
