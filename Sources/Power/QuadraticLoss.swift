public import Quantities

/// The loss of a device that carries power: a constant part, one with the load, one with its square.
///
/// ```
/// loss = R (a + b L + c L^2),  L = P / R,  efficiency = L / (L + loss / R)
/// ```
/// R is the rating in W (of output), P the output in W, L the load as a share of the rating, and a, b, c pure
/// numbers: losses at no load, with load, and with its square (conduction), as shares of the rating.
///
/// **Valid for** L from 0 to 1; computed beyond without a trap so that balances close while an overload is
/// reported.
/// **Not modelled**: power factor, temperature, ageing; fitted curves overstate the loss of a nearly idle
/// supply.
/// **Source**: Rasmussen, Schneider Electric White Paper 113 (from memory, high confidence) for the form.
///
/// Example: 80 PLUS Platinum (a 0.02847, b -0.05665, c 0.12708) is 94.0 % efficient at half load.
@frozen
public struct QuadraticLoss: Sendable, Hashable {
  /// Loss at no load, as a share of the rating (a).
  public let noLoad: Double
  /// Loss with the load, as a share of the rating (b). May be negative in a fitted curve.
  public let proportional: Double
  /// Loss with the square of the load, as a share of the rating (c).
  public let square: Double

  /// Creates a loss curve.
  ///
  /// - Throws: a ``PowerProblem`` when the loss would be negative somewhere between no load and full load, or
  ///   input would not rise with output.
  public init(noLoad: Double, proportional: Double, square: Double) throws(PowerProblem) {
    guard noLoad.isFinite, proportional.isFinite, square.isFinite else {
      throw PowerProblem("a loss coefficient is not a finite number")
    }
    guard noLoad >= 0, square >= 0, proportional > -1 else {
      throw PowerProblem(
        "loss coefficients \(noLoad), \(proportional), \(square) are out of range",
        help: "a and c are at least 0, b is above -1")
    }
    self.init(known: noLoad, proportional, square)
    let lowestAt = square > 0 ? min(1, max(0, -proportional / (2 * square))) : (proportional < 0 ? 1 : 0)
    guard noLoad + (proportional + square * lowestAt) * lowestAt >= 0 else {
      throw PowerProblem(
        "loss coefficients \(noLoad), \(proportional), \(square) give a negative loss",
        help: "a + b L + c L^2 must not be negative for L from 0 to 1")
    }
  }

  /// A curve of a built-in table.
  init(known noLoad: Double, _ proportional: Double, _ square: Double) {
    self.noLoad = noLoad
    self.proportional = proportional
    self.square = square
  }

  /// No loss at all.
  public static let none = QuadraticLoss(known: 0, 0, 0)

  /// The loss while carrying an output.
  @inlinable public func loss(carrying output: Watts, rating: Watts) -> Watts {
    let load = output.value / rating.value
    return Watts(rating.value * (noLoad + (proportional + square * load) * load))
  }

  /// The output that an input leaves after the loss: the inverse of output + loss. Zero when the input does
  /// not even cover the loss at no load.
  @inlinable public func output(for input: Watts, rating: Watts) -> Watts {
    let surplus = input.value / rating.value - noLoad
    guard surplus > 0 else { return .zero }
    let linear = 1 + proportional
    // This form of the root of c L^2 + (1 + b) L = surplus loses no digits and needs no case for c = 0.
    let load = 2 * surplus / (linear + (linear * linear + 4 * square * surplus).squareRoot())
    return Watts(load * rating.value)
  }

  /// Output over input at a load; zero at no load.
  public func efficiency(at load: Fraction) -> Fraction {
    guard load.value > 0 else { return .zero }
    let loss = noLoad + (proportional + square * load.value) * load.value
    return Fraction(load.value / (load.value + loss))
  }
}
