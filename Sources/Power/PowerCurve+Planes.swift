public import Quantities

extension PowerCurve {
  /// The same server's curve on the other side of a bank of supplies.
  ///
  /// From the wall to DC the bank's loss is taken out at each point; from DC to the wall it is put on. A
  /// curve that is already on the wanted plane is returned as it is. Curves of a formula become tables of 257
  /// points.
  ///
  /// **Valid for** the bank that was, or will be, in the circuit: for a SPECpower curve the supply stated in
  /// its disclosure. **Source**: SPECpower measures at the supply's input.
  ///
  /// - Throws: a ``PowerProblem`` when the bank's loss at no load alone exceeds a point of a wall curve, so
  ///   the two cannot belong together.
  public func rebased(through bank: PowerSupplyBank, to wanted: MeasuringPlane) throws(PowerProblem)
    -> PowerCurve
  {
    guard wanted != plane else { return self }
    var points: [Watts] = []
    for point in tablePoints {
      switch wanted {
      case .wall: points.append(bank.input(for: point))
      case .dc:
        let output = bank.output(for: point)
        guard output > .zero || point == .zero else {
          throw PowerProblem(
            "\(bank.installed) supplies of \(bank.unit.rating) lose more than the measured \(point)",
            help: "give the supplies that were in the tested server")
        }
        points.append(output)
      }
    }
    return PowerCurve(table: points, plane: wanted)
  }

  /// The uniform points of a table, or those of the 256 segments that stand for a formula.
  var tablePoints: [Watts] {
    if case .table(let points) = shape { return points }
    let segments = PowerTable.analyticSegments
    return (0...segments).map { draw(at: Fraction(Double($0) / Double(segments))) }
  }

  /// The curve with a share of every point taken away, such as fans that an enclosure replaces.
  ///
  /// - Parameter share: 0 up to, but not including, 1.
  public func reduced(by share: Fraction) -> PowerCurve {
    precondition(share.value >= 0 && share.value < 1, "a share from 0 to below 1")
    return PowerCurve(table: tablePoints.map { $0 * (1 - share.value) }, plane: plane)
  }
}
