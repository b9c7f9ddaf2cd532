public import Quantities

/// What a kind of chiller does away from its rating: three curves and the range they are good for.
///
/// The heat sink is condenser water for a water-cooled machine and outdoor air for an air-cooled one.
public struct ChillerCurves: Hashable, Sendable {
  /// What the machine is.
  public let name: String
  /// Leaving chilled water the curves are used for; outside it they are held.
  public let leaving: ClosedRange<Celsius>
  /// Entering condenser water or outdoor air the curves are used for; outside it they are held.
  public let entering: ClosedRange<Celsius>
  /// Share of available capacity below which the machine cycles.
  public let leastPartLoad: Fraction
  /// Share below which it no longer unloads and bypasses hot gas: the false load.
  public let leastUnloading: Fraction
  private let capacityCurve: Biquadratic
  private let inputCurve: Biquadratic
  let partLoad: Quadratic

  /// Factors of 1, x, x².
  struct Quadratic: Hashable, Sendable {
    let one, x, xx: Double
    func callAsFunction(_ share: Double) -> Double { one + share * (x + share * xx) }
  }

  init(
    name: String, leaving: ClosedRange<Celsius>, entering: ClosedRange<Celsius>, leastPartLoad: Fraction,
    leastUnloading: Fraction, capacity: Biquadratic, input: Biquadratic, partLoad: Quadratic
  ) {
    self.name = name
    self.leaving = leaving
    self.entering = entering
    self.leastPartLoad = leastPartLoad
    self.leastUnloading = leastUnloading
    self.capacityCurve = capacity
    self.inputCurve = input
    self.partLoad = partLoad
  }

  /// Available capacity as a share of reference capacity (CAPFT).
  public func capacity(leaving: Celsius, entering: Celsius) -> Fraction {
    Fraction(capacityCurve(held(leaving, in: self.leaving), held(entering, in: self.entering)))
  }

  /// Electricity per heat at full load, relative to the rating (EIRFT).
  public func input(leaving: Celsius, entering: Celsius) -> Fraction {
    Fraction(inputCurve(held(leaving, in: self.leaving), held(entering, in: self.entering)))
  }

  /// Electricity at a share of available capacity, relative to full load (EIRFPLR).
  public func input(partLoad share: Fraction) -> Fraction { Fraction(partLoad(share.value)) }

  private func held(_ temperature: Celsius, in range: ClosedRange<Celsius>) -> Celsius {
    min(max(temperature, range.lowerBound), range.upperBound)
  }
}

extension ChillerCurves {
  /// Constant-speed centrifugal chiller with water-cooled condenser.
  ///
  /// **Source**: EnergyPlus data set "DOE-2 Centrifugal/5.50COP" as in Modelica Buildings (published); rated at
  /// 6.67 °C leaving and 29.4 °C entering. Published for 24 to 35 °C entering; below, head-pressure control holds
  /// 24 °C; above, the curves run on smoothly and are used up to 45 °C.
  public static let centrifugal = ChillerCurves(
    name: "DOE-2 Centrifugal 5.50 COP", leaving: Celsius(5)...Celsius(10),
    entering: Celsius(24)...Celsius(45),
    leastPartLoad: Fraction(0.1), leastUnloading: Fraction(0.2),
    capacity: Biquadratic(celsius: 0.257896, 0.0389016, -0.00021708, 0.0468684, -0.00094284, -0.00034344),
    input: Biquadratic(celsius: 0.933884, -0.058212, 0.00450036, 0.00243, 0.000486, -0.001215),
    partLoad: Quadratic(one: 0.222903, x: 0.313387, xx: 0.463710))

  private static let screwCapacity = Biquadratic(
    fahrenheit: -0.09464899, 0.03834070, -0.00009205, 0.00378007, -0.00001375, -0.00015464)
  private static let screwInput = Biquadratic(
    fahrenheit: 0.13545636, 0.02292946, -0.00016107, -0.00235396, 0.00012991, -0.00018685)

  /// Air-cooled screw chiller as standard in 2005, condenser fans included.
  ///
  /// **Source**: default curves for air-cooled screw chillers of the COMNET modeling guidelines (published, in
  /// degrees Fahrenheit; the first EIRFT factor is printed there a decimal too small, 0.0135, and the last as
  /// −0.00018585: with 0.13545636 and −0.00018685 the rating point gives 1.0003). Rated at 6.67 °C leaving and
  /// 35 °C outdoors. Below 12.8 °C, the lowest point of the integrated part-load value, condenser fans hold the
  /// head pressure.
  public static let airCooledScrew = ChillerCurves(
    name: "Air-cooled screw", leaving: Celsius(5)...Celsius(10), entering: Celsius(12.8)...Celsius(50),
    leastPartLoad: Fraction(0.1), leastUnloading: Fraction(0.2), capacity: screwCapacity, input: screwInput,
    partLoad: Quadratic(one: 0.03648722, x: 0.73474298, xx: 0.21994748))

  /// Air-cooled screw chiller with variable speed, as usual in 2025.
  ///
  /// **Source**: derived. Temperatures as in ``airCooledScrew``; of the part-load curve the constant is kept, the
  /// sum is one, and the linear factor is such that COP 3.3 at rating has an integrated part-load value of 5.0
  /// (the kind of machine ASHRAE 90.1 asks for on its part-load path; memory, medium confidence).
  public static let airCooledVariableSpeed = ChillerCurves(
    name: "Air-cooled screw, variable speed", leaving: Celsius(5)...Celsius(10),
    entering: Celsius(12.8)...Celsius(50), leastPartLoad: Fraction(0.1), leastUnloading: Fraction(0.1),
    capacity: screwCapacity, input: screwInput,
    partLoad: Quadratic(one: 0.03648722, x: 0.65921535, xx: 0.30429743))
}
