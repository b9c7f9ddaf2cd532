import Power
import Quantities
import TestSupport
import Testing

@Suite("Enclosure calibration")
struct EnclosureCalibrationTests {
  static func synergy(behind bank: PowerSupplyBank? = nil) throws -> EnclosureCalibration {
    try EnclosureSeries.calibrated(
      idle: EnclosurePowerTests.series(EnclosurePowerTests.idle),
      full: EnclosurePowerTests.series(EnclosurePowerTests.full), behind: bank)
  }

  @Test
  func `two end populations predict the rest within 0.7 % at full load and 2.1 % at idle`() throws {
    let calibration = try Self.synergy()
    #expect(isClose(calibration.fullError.percent, 0.63, absolute: 0.01))
    #expect(isClose(calibration.idleError.percent, 2.01, absolute: 0.01))
    #expect(isClose(calibration.fullPower(nodes: 2).value, 982))
    #expect(isClose(calibration.idlePower(nodes: 12).value, 922))
  }

  @Test
  func `behind the supplies' own curve the prediction is a little worse`() throws {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(2650), efficiency: .titanium), installed: 6, sharing: .coldRedundant)
    let calibration = try Self.synergy(behind: bank)
    #expect(calibration.fullError < Fraction(percent: 1.5))
    #expect(calibration.idleError < Fraction(percent: 4))
    #expect(calibration.full.perNode < (try Self.synergy()).full.perNode)
  }

  @Test
  func `a Synergy frame with two nodes idles at 129 W a node against a marginal 66 W`() throws {
    let few = try Self.synergy().idleCost(nodes: 2)
    #expect(isClose(few.mean.value, 128.5))
    #expect(isClose(few.marginal.value, 66.5))
    #expect(few.overhead > (try Self.synergy()).idleCost(nodes: 12).overhead * 5)
    #expect(try Self.synergy().fullCost(nodes: 12).marginal > few.marginal)
  }

  @Test
  func `a known curve gives the node its shape between its own idle and peak`() throws {
    let calibration = try Self.synergy()
    let shape = try PublishedCurve.r740.curve()
    let node = try calibration.node(shape: shape)
    #expect(node.idle == calibration.idle.perNode)
    #expect(isClose(node.peak.value, calibration.full.perNode.value))
    let half = (shape.draw(at: Fraction(0.5)) - shape.idle) / (shape.peak - shape.idle)
    #expect(isClose((node.draw(at: Fraction(0.5)) - node.idle) / (node.peak - node.idle), half))
    let flat = try PowerCurve(.linear, idle: Watts(5), peak: Watts(5))
    #expect(throws: PowerProblem.self) { try calibration.node(shape: flat) }
  }

  @Test
  func `measurements in any order have the same ends`() throws {
    let forward = try EnclosurePowerTests.series(EnclosurePowerTests.full)
    let backward = try EnclosureSeries(forward.points.reversed())
    #expect(forward.ends == backward.ends)
    #expect(forward.ends.points.map(\.nodes) == [2, 12])
    #expect(forward.worstError(of: forward.line) < Fraction(percent: 1))
  }

  @Test
  func `a node that would give power is refused`() throws {
    let falling = try EnclosureSeries([
      .init(nodes: 2, power: Watts(900)), .init(nodes: 8, power: Watts(300)),
    ])
    let calibration = try EnclosureSeries.calibrated(idle: falling, full: falling)
    #expect(throws: PowerProblem.self) { try calibration.node(shape: PublishedCurve.r740.curve()) }
  }

  /// A second family, of which 8 to 16 nodes were measured: its ends lie closer, so their errors weigh more.
  @Test(.enabled(if: ReferenceData.isAvailable))
  func `another enclosure's populations are predicted within 1.3 % at full load and 2.9 % at idle`() throws {
    var idle: [EnclosureSeries.Point] = []
    var full: [EnclosureSeries.Point] = []
    for row in try ReferenceData.text("hardware/specpower-multinode-chassis.csv").split(
      whereSeparator: \.isNewline)
    where row.contains("UniServer B16000") {
      let fields = PublishedRow.fields(row)
      guard fields[4].contains("8180"), let nodes = Int(fields[3]), let quiet = Double(fields[9]),
        let busy = Double(fields[10])
      else { continue }
      idle.append(.init(nodes: nodes, power: Watts(quiet)))
      full.append(.init(nodes: nodes, power: Watts(busy)))
    }
    #expect(idle.count >= 9)
    let calibration = try EnclosureSeries.calibrated(idle: EnclosureSeries(idle), full: EnclosureSeries(full))
    #expect(calibration.fullError < Fraction(percent: 1.3))
    #expect(calibration.idleError < Fraction(percent: 2.9))
  }
}
