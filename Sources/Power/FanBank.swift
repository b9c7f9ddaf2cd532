public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Equal fans that cool several computers together, such as those of a blade enclosure.
///
/// ```
/// N = (Q / Q_r) (T_s - T_r) / (T_s - T_in),  kept within N_0...1
/// P = m P_1 N^n
/// ```
/// N is the speed as a share of full speed, Q the heat to carry away in W, Q_r the most heat the fans are built
/// for in W at the highest inlet temperature T_r in °C, T_in the inlet temperature in °C, T_s the temperature of
/// the surfaces to be kept in °C, N_0 the lowest speed, m the number of fans, P_1 the power of one at full speed
/// in W, n the exponent of the affinity law. Flow goes with N, and the heat a flow carries with the distance
/// from inlet to surface.
///
/// **Valid for** inlets below T_s; fans that would need more than full speed run at full speed and say so
/// (``isSufficient(for:inlet:)``). **Not modelled**: zones, a failed fan, pressure of empty bays.
/// **Source**: fan affinity laws, flow with N, pressure with N^2, power with N^3; in practice 2.5 to 3 (from
/// memory, medium confidence). The law of the speed is derived from a constant surface temperature.
///
/// Example: at half speed a fan with n = 2.8 takes 14.4 % of its full power.
public struct FanBank: Sendable, Hashable {
  /// Fans installed.
  public let count: Int
  /// Power of one fan at full speed.
  public let unit: Watts
  /// Exponent of power against speed, 2.5 to 3.
  public let exponent: Double
  /// Speed below which the controller does not go, as a share of full speed.
  public let lowestSpeed: Fraction
  /// The most heat that full speed carries away at ``highestInlet``.
  public let ratedHeat: Watts
  /// The warmest inlet at which ``ratedHeat`` can be carried away.
  public let highestInlet: Celsius
  /// Temperature at which the surfaces of the components are kept.
  public let surface: Celsius

  /// The usual exponent: below 3, since drives and controllers lose power at low speed.
  public static let typicalExponent = 2.8
  /// The usual lowest speed, between 20 and 30 %.
  public static let typicalLowestSpeed = Fraction(percent: 25)
  /// The inlet that IT equipment of ASHRAE class A2 accepts.
  public static let typicalHighestInlet = Celsius(35)
  /// Temperature of component surfaces (heat sinks) that fans hold (from memory, low confidence).
  public static let typicalSurface = Celsius(60)

  /// Creates fans.
  ///
  /// - Throws: a ``PowerProblem`` when a figure is out of range.
  public init(
    count: Int, unit: Watts, ratedHeat: Watts, exponent: Double = typicalExponent,
    lowestSpeed: Fraction = typicalLowestSpeed, highestInlet: Celsius = typicalHighestInlet,
    surface: Celsius = typicalSurface
  ) throws(PowerProblem) {
    guard count >= 1, unit.value >= 0, unit.value.isFinite, ratedHeat.value > 0, ratedHeat.value.isFinite
    else {
      throw PowerProblem("\(count) fans of \(unit) for \(ratedHeat) of heat are not possible")
    }
    guard (2.5...3).contains(exponent) else {
      throw PowerProblem(
        "a fan exponent of \(exponent) is out of range", help: "give a number from 2.5 to 3")
    }
    guard lowestSpeed.value > 0, lowestSpeed.value <= 1 else {
      throw PowerProblem("a lowest fan speed of \(lowestSpeed) is out of range")
    }
    guard surface > highestInlet else {
      throw PowerProblem("surfaces at \(surface) cannot be cooled by air of \(highestInlet)")
    }
    self.count = count
    self.unit = unit
    self.exponent = exponent
    self.lowestSpeed = lowestSpeed
    self.ratedHeat = ratedHeat
    self.highestInlet = highestInlet
    self.surface = surface
  }

  /// Speed that a heat asks for at an inlet temperature, unlimited; infinite when the inlet is as warm as the
  /// surfaces.
  private func neededSpeed(for heat: Watts, inlet: Celsius) -> Double {
    guard heat > .zero else { return 0 }
    return heat.value * speedPerWatt(inlet: inlet)
  }

  /// Speed that each watt of heat asks for at an inlet temperature, as a share of full speed; infinite when the inlet
  /// is as warm as the surfaces.
  func speedPerWatt(inlet: Celsius) -> Double {
    guard surface > inlet else { return .infinity }
    return (surface - highestInlet) / (surface - inlet) / ratedHeat.value
  }

  /// Speed as a share of full speed while carrying a heat away.
  public func speed(for heat: Watts, inlet: Celsius) -> Fraction {
    Fraction(min(1, max(lowestSpeed.value, neededSpeed(for: heat, inlet: inlet))))
  }

  /// Whether full speed is enough for a heat at an inlet temperature.
  public func isSufficient(for heat: Watts, inlet: Celsius) -> Bool {
    neededSpeed(for: heat, inlet: inlet) <= 1
  }

  /// DC power of all fans at a speed of 0...1 of full speed.
  public func draw(at speed: Fraction) -> Watts {
    unit * (Double(count) * pow(speed.value, exponent))
  }

  /// DC power of all fans while carrying a heat away.
  public func draw(for heat: Watts, inlet: Celsius) -> Watts { draw(at: speed(for: heat, inlet: inlet)) }

  /// DC power at the lowest speed.
  public var lowestDraw: Watts { draw(at: lowestSpeed) }
}
