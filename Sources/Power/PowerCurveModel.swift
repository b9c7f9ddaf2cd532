public import Quantities

/// An entry of the catalogue of power curves: what a scenario may ask for by name.
///
/// A new kind of curve is a case of ``PowerCurve/Formula`` and one line in ``all``.
public struct PowerCurveModel: Sendable {
  /// A number a model is given.
  public struct Parameter: Sendable, Hashable {
    /// Its key in scenario files.
    public let name: String
    /// Its unit; `1` for a pure number.
    public let unit: String
    /// What it means.
    public let meaning: String
    /// Its value when none is given; nil when it must be given.
    public let standard: Double?
    /// What is accepted, in the unit.
    public let range: ClosedRange<Double>
    /// How many numbers are given: 1, or 11 for the points of a measured curve.
    public let count: Int
  }

  /// The numbers given for a model; which are read depends on the model.
  public struct Arguments: Sendable, Hashable {
    /// Power when running without load.
    public var idle: Watts
    /// Power at full throughput.
    public var peak: Watts
    /// The 11 points of a measured curve.
    public var points: [Watts]
    /// The exponent of Fan et al.
    public var exponent: Double
    /// Where the watts are measured.
    public var plane: MeasuringPlane

    /// Collects arguments.
    public init(
      idle: Watts = .zero, peak: Watts = .zero, points: [Watts] = [],
      exponent: Double = PowerCurveModel.typicalExponent, plane: MeasuringPlane = .wall
    ) {
      self.idle = idle
      self.peak = peak
      self.points = points
      self.exponent = exponent
      self.plane = plane
    }
  }

  /// The name in scenario files: `measured`.
  public let name: String
  /// One line for people.
  public let summary: String
  /// What must or may be given.
  public let parameters: [Parameter]
  /// Builds the curve.
  public let make: @Sendable (Arguments) throws(PowerProblem) -> PowerCurve

  /// The best exponent of Fan et al. over 87 published results up to 2008 (derived).
  public static let typicalExponent = 1.14

  private static let watts = 0.0...100_000.0
  private static let range = [
    Parameter(name: "idle", unit: "W", meaning: "power without load", standard: nil, range: watts, count: 1),
    Parameter(
      name: "peak", unit: "W", meaning: "power at full throughput", standard: nil, range: watts, count: 1),
  ]

  private static func formula(_ name: String, _ summary: String, _ formula: PowerCurve.Formula)
    -> PowerCurveModel
  {
    PowerCurveModel(name: name, summary: summary, parameters: range) { given throws(PowerProblem) in
      try PowerCurve(formula, idle: given.idle, peak: given.peak, plane: given.plane)
    }
  }

  /// Every model; the first is the default.
  public static let all: [PowerCurveModel] = [
    PowerCurveModel(
      name: "measured", summary: "eleven measured points, idle to full load, joined by straight lines",
      parameters: [
        Parameter(
          name: "points", unit: "W", meaning: "power at idle, 10 %, ... 100 %", standard: nil, range: watts,
          count: PowerCurve.measuredPoints)
      ]
    ) { given throws(PowerProblem) in try PowerCurve(measured: given.points, plane: given.plane) },
    formula("linear", "a straight line from idle to peak", .linear),
    formula("square-root", "rises with the square root of load", .squareRoot),
    formula("square", "rises with the square of load", .square),
    formula("cubic", "rises with the cube of load", .cubic),
    PowerCurveModel(
      name: "fan", summary: "Fan, Weber and Barroso 2007: twice the load minus its power r",
      parameters: range + [
        Parameter(
          name: "exponent", unit: "1", meaning: "calibration r", standard: typicalExponent, range: 1...2,
          count: 1)
      ]
    ) { given throws(PowerProblem) in
      try PowerCurve(
        .fan(exponent: given.exponent), idle: given.idle, peak: given.peak, plane: given.plane)
    },
  ]

  /// The model of a name.
  public static func named(_ name: String) -> PowerCurveModel? { all.first { $0.name == name } }
}
