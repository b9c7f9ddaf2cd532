public import Quantities

/// How a server's own fans raise its power when the inlet grows warm: a correction of its curve.
///
/// ```
/// P'(u, T) = P(u) (1 + f (s^3 - 1))
/// s = 1                            T up to 27 °C
/// s = 1 + k (min(T, T_max) - 27)   above
/// ```
/// P is the power without the correction in W, measured at 22 to 25 °C; u the utilization; T the inlet
/// temperature in °C; f the share of the power that the fans take at 22 to 25 °C; s the fan speed over that
/// speed; k its rise in 1/K; T_max the inlet from which on the fans run at full speed.
///
/// **Valid for** f of 5 to 15 %, inlets from 15 to 40 °C. **Not modelled**: fans that also follow the load, leakage
/// of warm processors. Fan power is IT power to PUE, so warm air makes PUE look better while energy rises:
/// report both.
/// **Source**: fans take 5 to 15 % at 22 to 25 °C, speed cubed above about 27 °C, from 3 W (volume server) to 20 %
/// more by 32 to 35 °C (from memory, medium confidence). k is derived: a share of 10 % becomes 20 % more at 35 °C.
///
/// Example: a server of 200 W with a fan share of 10 % draws 240 W at 35 °C.
public struct ServerFans: Sendable, Hashable {
  /// Share of the power that the fans take at 22 to 25 °C.
  public let share: Fraction
  /// Rise of speed for each kelvin above ``threshold``, as a share of the speed below it.
  public let speedPerKelvin: Double

  /// Inlet temperature up to which the fans do not speed up.
  public static let threshold = Celsius(27)
  /// Inlet temperature from which on the fans run at full speed.
  public static let fullSpeedInlet = Celsius(40)
  /// The middle of 5 to 15 %.
  public static let typicalShare = Fraction(percent: 10)
  /// (3^(1/3) - 1) / 8 K: fan power three times as high at 35 °C, 8 K above the threshold.
  public static let typicalSpeedPerKelvin = 0.0553

  /// Fans of a server of which nothing better is known.
  public static let typical = ServerFans(known: typicalShare, typicalSpeedPerKelvin)

  private init(known share: Fraction, _ speedPerKelvin: Double) {
    self.share = share
    self.speedPerKelvin = speedPerKelvin
  }

  /// Creates a correction.
  ///
  /// - Throws: a ``PowerProblem`` when a figure is out of range.
  public init(
    share: Fraction = typicalShare, speedPerKelvin: Double = typicalSpeedPerKelvin
  ) throws(PowerProblem) {
    guard share.value >= 0, share.value < 1 else {
      throw PowerProblem("fans cannot take \(share) of a server", help: "5 to 15 % are usual")
    }
    guard speedPerKelvin >= 0, speedPerKelvin.isFinite else {
      throw PowerProblem("fans cannot speed up by \(speedPerKelvin) a kelvin")
    }
    self.share = share
    self.speedPerKelvin = speedPerKelvin
  }

  /// Fan speed at an inlet temperature, over the speed at 22 to 25 °C.
  public func speed(at inlet: Celsius) -> Double {
    let warm = min(inlet, ServerFans.fullSpeedInlet) - ServerFans.threshold
    return 1 + speedPerKelvin * max(0, warm.value)
  }

  /// The factor for a server's power at an inlet temperature, 1 or more.
  public func factor(at inlet: Celsius) -> Double {
    let speed = speed(at: inlet)
    return 1 + share.value * (speed * speed * speed - 1)
  }
}

extension PowerCurve {
  /// The curve at an inlet temperature, given one measured at 22 to 25 °C.
  public func corrected(for fans: ServerFans, inlet: Celsius) -> PowerCurve {
    let factor = fans.factor(at: inlet)
    guard factor != 1 else { return self }
    return PowerCurve(table: tablePoints.map { $0 * factor }, plane: plane)
  }
}
