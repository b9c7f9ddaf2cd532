public import Quantities

/// What an enclosure's fans draw beyond their lowest speed, at one inlet temperature: their answer to load and warm air.
///
/// ```
/// rise(Q) = P(Q, T_in) - P(0)          where no blade's curve holds fan power
/// rise(Q) = P(Q, T_in) - P(Q, T_m)     where blades were measured in the enclosure, at an inlet of T_m
/// ```
/// P is the power of the ``FanBank`` in W, Q the heat of blades and modules in W, T_in the inlet in °C. The second
/// form is negative for inlets cooler than those of the measurement. Fan power at lowest speed is part of the
/// enclosure's fixed power.
///
/// **Valid for** as ``FanBank``. **Not modelled**: heat of the fans in the air they move.
/// **Source**: ``FanBank``; results of whole enclosures hold the fans' answer to load in the slope per node
/// (SPECpower_ssj2008, 22 to 25 °C at the inlet).
///
/// Example: ten fans of 135 W that carry 6 750 W at 35 °C take 92 W more than at lowest speed for 4 kW at 25 °C.
public struct FanAnswer: Sendable, Hashable {
  /// The fans.
  public let fans: FanBank
  /// Temperature of the air that blades draw in.
  public let inlet: Celsius
  /// The inlet at which the blades' curves were measured with these fans; nil when their curves hold no fan power.
  public let measuredAt: Celsius?
  /// Speed per watt of heat, before limits; the same at the inlet of the measurement.
  private let speedPerWatt: Double
  private let measuredSpeedPerWatt: Double
  /// Power at equal steps of speed from zero to full.
  private let powers: [Double]

  /// Inlet of benchmark runs, in the middle of 22 to 25 °C.
  public static let benchmarkInlet = Celsius(24)
  private static let steps = 256

  /// Creates an answer; an inlet as warm as the fans' surfaces drives them to full speed.
  public init(_ fans: FanBank, inlet: Celsius, measuredAt: Celsius? = nil) {
    self.fans = fans
    self.inlet = inlet
    self.measuredAt = measuredAt
    speedPerWatt = fans.speedPerWatt(inlet: inlet)
    measuredSpeedPerWatt = measuredAt.map { fans.speedPerWatt(inlet: $0) } ?? 0
    powers = (0...FanAnswer.steps).map {
      fans.draw(at: Fraction(Double($0) / Double(FanAnswer.steps))).value
    }
  }

  /// Power at a speed, by straight lines between the steps: within 0.003 % of full power.
  private func power(speed: Double) -> Double {
    let place = min(1, max(fans.lowestSpeed.value, speed)) * Double(FanAnswer.steps)
    let step = min(Int(place), FanAnswer.steps - 1)
    return powers[step] + (powers[step + 1] - powers[step]) * (place - Double(step))
  }

  /// DC power beyond the enclosure's fixed power while blades and modules give a heat.
  public func rise(carrying heat: Watts) -> Watts {
    let there = power(speed: heat.value * measuredSpeedPerWatt)
    return Watts(power(speed: heat.value * speedPerWatt) - there)
  }
}
