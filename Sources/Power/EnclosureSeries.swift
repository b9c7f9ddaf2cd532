public import Quantities

/// Measurements of one enclosure with more and more nodes, from which its fixed power is separated from its
/// nodes'.
///
/// ```
/// P(n) = F + p n
/// ```
/// n is the number of nodes, F the fixed power and p the power of one node, both in W, on the plane of the
/// measurements.
///
/// **Valid for** series of one enclosure, one configuration, one load level. **Not modelled**: fan power
/// between the fixed part and the nodes' (what grows with node load counts to the node).
/// **Source**: ordinary least squares; SPECpower requires the enclosure to be powered and measured.
///
/// Example: HPE Synergy 12000 with 2 to 12 nodes at idle gives 130 W + 65.3 W a node, standard error 3.7 W.
public struct EnclosureSeries: Sendable, Hashable {
  /// One measurement.
  public struct Point: Sendable, Hashable {
    /// How many nodes ran.
    public let nodes: Int
    /// The power of the whole enclosure.
    public let power: Watts

    /// Creates a measurement.
    public init(nodes: Int, power: Watts) {
      self.nodes = nodes
      self.power = power
    }
  }

  /// A line through a series.
  public struct Line: Sendable, Hashable {
    /// Power of the enclosure without nodes.
    public let fixed: Watts
    /// Power that each node adds.
    public let perNode: Watts
    /// Standard error of ``fixed``; zero for a line through two points.
    public let fixedError: Watts

    /// The power with a number of nodes.
    public func power(nodes: Int) -> Watts { fixed + perNode * Double(nodes) }
  }

  /// The measurements.
  public let points: [Point]

  /// Creates a series.
  ///
  /// - Throws: a ``PowerProblem`` with fewer than two different numbers of nodes.
  public init(_ points: [Point]) throws(PowerProblem) {
    guard let first = points.first, points.contains(where: { $0.nodes != first.nodes }) else {
      throw PowerProblem("a series needs measurements with at least two different numbers of nodes")
    }
    self.points = points
  }

  private init(known points: [Point]) { self.points = points }

  /// The line of least squares.
  public var line: Line {
    let count = Double(points.count)
    let meanNodes = points.reduce(0) { $0 + Double($1.nodes) } / count
    let meanPower = points.reduce(0) { $0 + $1.power.value } / count
    var spread = 0.0
    var joint = 0.0
    for point in points {
      let offset = Double(point.nodes) - meanNodes
      spread += offset * offset
      joint += offset * (point.power.value - meanPower)
    }
    let slope = joint / spread
    let intercept = meanPower - slope * meanNodes
    var residual = 0.0
    for point in points {
      let miss = point.power.value - (intercept + slope * Double(point.nodes))
      residual += miss * miss
    }
    let variance = points.count > 2 ? residual / (count - 2) : 0
    let error = (variance * (1 / count + meanNodes * meanNodes / spread)).squareRoot()
    return Line(fixed: Watts(intercept), perNode: Watts(slope), fixedError: Watts(error))
  }

  /// The first of the smallest and the first of the largest populations.
  public var ends: EnclosureSeries {
    var least = points[0]
    var most = points[0]
    for point in points {
      if point.nodes < least.nodes { least = point }
      if point.nodes > most.nodes { most = point }
    }
    return EnclosureSeries(known: [least, most])
  }

  /// The largest distance of a line from the measurements, as a share of the measured power.
  public func worstError(of line: Line) -> Fraction {
    points.reduce(into: .zero) { worst, point in
      worst = max(worst, Fraction(abs(line.power(nodes: point.nodes) / point.power - 1)))
    }
  }

  /// The same series behind the supplies: wall watts turned into DC watts.
  public func directCurrent(behind bank: PowerSupplyBank) throws(PowerProblem) -> EnclosureSeries {
    try EnclosureSeries(points.map { Point(nodes: $0.nodes, power: bank.output(for: $0.power)) })
  }
}
