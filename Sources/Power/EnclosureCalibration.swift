public import Quantities

/// An enclosure and its nodes told apart by measurements at idle and at full load with two populations each.
///
/// ```
/// P(n, 0) = F_0 + n p_0,  P(n, 1) = F_1 + n p_1
/// ```
/// n is the number of nodes, F the part of the enclosure and p that of one node at idle (0) and at full load
/// (1), in W on the plane of the measurements.
///
/// **Valid for** the configuration measured, between the two populations. **Not modelled**: load levels
/// between idle and full, unless the shape of a node's curve is given (``node(shape:)``).
/// **Source**: SPECpower_ssj2008 requires that the enclosure be powered and measured; the separation is derived.
///
/// Example: HPE Synergy 12000 calibrated with 2 and 12 nodes predicts the nine populations between to 0.7 %
/// at full load and 2.1 % at idle.
public struct EnclosureCalibration: Sendable, Hashable {
  /// The line at idle.
  public let idle: EnclosureSeries.Line
  /// The line at full load.
  public let full: EnclosureSeries.Line
  /// The largest error against all measurements given, at idle.
  public let idleError: Fraction
  /// The largest error against all measurements given, at full load.
  public let fullError: Fraction

  /// Power with a number of nodes at idle.
  public func idlePower(nodes: Int) -> Watts { idle.power(nodes: nodes) }
  /// Power with a number of nodes at full load.
  public func fullPower(nodes: Int) -> Watts { full.power(nodes: nodes) }

  /// The curve of one node: a known curve's shape stretched between the node's own idle and full power.
  ///
  /// ```
  /// p(u) = p_0 + (p_1 - p_0) (S(u) - S(0)) / (S(1) - S(0))
  /// ```
  /// - Parameter shape: a curve S of the same kind of computer, with a peak above its idle power.
  /// - Throws: a ``PowerProblem`` when the shape is flat or the calibration gives no sound node.
  public func node(shape: PowerCurve) throws(PowerProblem) -> PowerCurve {
    guard shape.peak > shape.idle else {
      throw PowerProblem("a curve from \(shape.idle) to \(shape.peak) has no shape")
    }
    let span = full.perNode - idle.perNode
    let points = shape.tablePoints.map { point in
      idle.perNode + span * ((point - shape.idle) / (shape.peak - shape.idle))
    }
    guard points.allSatisfy({ $0.value >= 0 && $0.value.isFinite }) else {
      throw PowerProblem(
        "the measurements give a node of \(idle.perNode) at idle and \(full.perNode) at full load")
    }
    return PowerCurve(table: points, plane: shape.plane)
  }

  /// The marginal and the mean power of a node at idle: the difference is what empty bays cost each node.
  public func idleCost(nodes: Int) -> BayCost { BayCost(line: idle, nodes: nodes) }
  /// The marginal and the mean power of a node at full load.
  public func fullCost(nodes: Int) -> BayCost { BayCost(line: full, nodes: nodes) }
}
