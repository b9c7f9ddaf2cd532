public import Quantities

/// How a fan's electricity follows its flow.
///
/// ```
/// fixed speed   P/Pr = 1
/// cube law      P/Pr = x³
/// held pressure P/Pr = h0 + h1·x + h2·x² + h3·x³
/// EC plug fan   P/Pr = c0 + c1·x + c2·x² + c3·x³
/// ```
///
/// `P/Pr` power as a share of rated power, `x` flow as a share of rated flow, never below the law's least flow
/// (a fixed-speed fan always moves its rated flow).
///
/// **Valid for** x from the least flow to 1 in one unchanged duct system.
///
/// The cube law is that of a fan alone in its duct. Where the speed follows a pressure that is held, as under a raised
/// floor, that part of the work falls with the flow only, and the motor and its drive lose more at low speed.
///
/// **Not modelled**: the loss of the drive under the cube law.
///
/// **Source**: affinity laws of fans; held pressure from ASHRAE 90.1 (2010), table G3.1.3.15, method 2, a variable-speed
/// drive with a fixed pressure set point (published); EC plug fan from EnergyPlus example file 1ZoneDataCenterCRAC
/// (published).
///
/// **Example**: at 60 % flow the cube law gives 21.6 % of rated power, the EC plug fan 32.4 %, held pressure 41.0 %.
public enum FanLaw: Hashable, Sendable {
  /// One speed: always rated flow and rated power.
  case fixedSpeed
  /// Variable speed, power by the cube of flow, down to a least share of flow.
  case cube(leastFlow: Fraction)
  /// Variable speed that holds a pressure, as under a raised floor, down to a least share of flow.
  case heldPressure(leastFlow: Fraction)
  /// A plug fan with an electronically commutated motor.
  case electronicallyCommutated

  /// Part-load curve of a fan that holds a pressure (ASHRAE 90.1, table G3.1.3.15, method 2), constant term first.
  private static let held = (0.0013, 0.1470, 0.9506, -0.0998)
  /// Part-load curve of the EC plug fan (EnergyPlus 1ZoneDataCenterCRAC), constant term first.
  private static let plugFan = (0.06990146, 1.39500612, -3.35487336, 2.89232315)
  /// Least flow of the EC plug fan (same source).
  private static let plugFanLeastFlow = 0.05

  /// The flow the fan moves when asked for a share of its rated flow, 0...1.
  public func flow(asked: Fraction) -> Fraction {
    switch self {
    case .fixedSpeed: Fraction(1)
    case .cube(let leastFlow), .heldPressure(let leastFlow):
      Fraction(min(1, max(asked.value, leastFlow.value)))
    case .electronicallyCommutated: Fraction(min(1, max(asked.value, FanLaw.plugFanLeastFlow)))
    }
  }

  /// The electricity as a share of rated power when the fan is asked for a share of its rated flow.
  public func power(asked: Fraction) -> Fraction {
    let x = flow(asked: asked).value
    switch self {
    case .fixedSpeed: return Fraction(1)
    case .cube: return Fraction(x * x * x)
    case .heldPressure: return Self.cubic(FanLaw.held, x)
    case .electronicallyCommutated: return Self.cubic(FanLaw.plugFan, x)
    }
  }

  private static func cubic(_ c: (Double, Double, Double, Double), _ x: Double) -> Fraction {
    Fraction(c.0 + x * (c.1 + x * (c.2 + x * c.3)))
  }
}
