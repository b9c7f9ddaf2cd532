public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a server draws against its utilization.
///
/// ```
/// table        P(u) = straight lines between uniform points (measured: 11, idle, 10 %, ... 100 %)
/// linear       P(u) = Pi + (Pm - Pi) u
/// square root  P(u) = Pi + (Pm - Pi) sqrt(u)
/// square       P(u) = Pi + (Pm - Pi) u^2
/// cubic        P(u) = Pi + (Pm - Pi) u^3
/// Fan et al.   P(u) = Pi + (Pm - Pi) (2u - u^r)
/// ```
/// u is the utilization, 0 to 1, a share of the maximum *throughput* (not the operating system's CPU per
/// cent); Pi and Pm the powers at idle and at full throughput, in W; r an exponent of 1 to 2.
///
/// **Valid for** u in 0...1; anything else, NaN included, is a precondition failure. A straight line is off
/// by a median of 4 % at the worst point for servers up to 2008, 17 % for 2009 to 2013, 24 % later (derived
/// from 619 published SPECpower results), so the measured table is the default.
/// **Not modelled**: inlet temperature (fans), frequency governors, transitions.
/// **Source**: SPECpower_ssj2008 results, spec.org (published), for tables; Fan, Weber, Barroso, "Power
/// Provisioning for a Warehouse-sized Computer", ISCA 2007, for the exponent form; CloudSim for the other
/// shapes.
///
/// Example: IBM x3550 M3 (X5675) with 58.4 W idle, 98 W at 10 %, draws 66.32 W at 2 %.
public struct PowerCurve: Sendable, Hashable {
  /// How power rises from idle to peak.
  public enum Shape: Sendable, Hashable {
    /// Uniform points from idle to full load, joined by straight lines.
    case table([Watts])
    /// A formula between idle and peak power.
    case formula(Formula)
  }

  /// The shapes that idle and peak power determine.
  public enum Formula: Sendable, Hashable {
    /// A straight line.
    case linear
    /// Rises early.
    case squareRoot
    /// Rises late.
    case square
    /// Rises later.
    case cubic
    /// Fan et al. with its exponent, 1 to 2.
    case fan(exponent: Double)
  }

  /// How power rises from idle to peak.
  public let shape: Shape
  /// Power when running without load.
  public let idle: Watts
  /// Power at full throughput.
  public let peak: Watts
  /// Where these watts are measured.
  public let plane: MeasuringPlane

  /// Creates a measured curve from 11 points: idle, 10 %, ... 100 %.
  ///
  /// - Throws: a ``PowerProblem`` when there are not 11 points or one is negative or not finite.
  public init(measured points: [Watts], plane: MeasuringPlane = .wall) throws(PowerProblem) {
    guard points.count == PowerCurve.measuredPoints else {
      throw PowerProblem(
        "a measured curve needs \(PowerCurve.measuredPoints) points, found \(points.count)",
        help: "give the watts at active idle, 10 %, 20 %, ... 100 %")
    }
    for (index, point) in points.enumerated() where !(point.value.isFinite && point.value >= 0) {
      throw PowerProblem("the power at \(index * 10) % is \(point.value) W")
    }
    self.init(table: points, plane: plane)
  }

  /// Creates a curve of a formula between two powers.
  ///
  /// - Throws: a ``PowerProblem`` when a power is negative or not finite, the peak is below idle, or the
  ///   exponent is out of 1...2.
  public init(
    _ formula: Formula, idle: Watts, peak: Watts, plane: MeasuringPlane = .wall
  ) throws(PowerProblem) {
    guard idle.value.isFinite, peak.value.isFinite, idle.value >= 0 else {
      throw PowerProblem("a curve from \(idle.value) W to \(peak.value) W is not possible")
    }
    guard peak >= idle else {
      throw PowerProblem("the peak of \(peak) is below the idle power of \(idle)")
    }
    if case .fan(let exponent) = formula, !(1...2).contains(exponent) {
      throw PowerProblem("the exponent \(exponent) is out of range", help: "give a number from 1 to 2")
    }
    self.shape = .formula(formula)
    self.idle = idle
    self.peak = peak
    self.plane = plane
  }

  /// A curve of uniform points that are known to be sound.
  init(table points: [Watts], plane: MeasuringPlane) {
    precondition(points.count >= 2, "a table has at least two points")
    self.shape = .table(points)
    self.idle = points[0]
    self.peak = points[points.count - 1]
    self.plane = plane
  }

  /// Points of a measured curve: active idle and ten load levels.
  public static let measuredPoints = 11

  /// The power at a utilization of 0...1.
  public func draw(at utilization: Fraction) -> Watts {
    let load = utilization.value
    precondition(load >= 0 && load <= 1, "utilization is a share from 0 to 1")
    let range = peak - idle
    switch shape {
    case .table(let points):
      let position = load * Double(points.count - 1)
      let index = Int(position)
      guard index + 1 < points.count else { return peak }
      return points[index] + (points[index + 1] - points[index]) * (position - Double(index))
    case .formula(.linear): return idle + range * load
    case .formula(.squareRoot): return idle + range * load.squareRoot()
    case .formula(.square): return idle + range * (load * load)
    case .formula(.cubic): return idle + range * (load * load * load)
    case .formula(.fan(let exponent)): return idle + range * (2 * load - pow(load, exponent))
    }
  }
}
