import Power
import Quantities
import TestSupport
import Testing

@Suite("Enclosure power")
struct EnclosurePowerTests {
  /// HPE Synergy 12000 with Synergy 480 Gen10, 2 x Platinum 8280; SPECpower_ssj2008, 8 May 2019.
  static let full = [982.0, 1418, 1860, 2295, 2736, 3182, 3627, 4073, 4519, 4975, 5384]
  static let idle = [257.0, 328, 398, 459, 518, 585, 658, 714, 779, 845, 922]

  static func series(_ watts: [Double]) throws -> EnclosureSeries {
    try EnclosureSeries(zip(2...12, watts).map { EnclosureSeries.Point(nodes: $0, power: Watts($1)) })
  }

  @Test(arguments: [(full, 90.0, 442.4, 6.9), (idle, 130, 65.3, 3.7)])
  func `least squares separate the Synergy frame from its nodes`(
    watts: [Double], fixed: Double, perNode: Double, error: Double
  ) throws {
    let line = try Self.series(watts).line
    #expect(isClose(line.fixed.value, fixed, absolute: 0.5))
    #expect(isClose(line.perNode.value, perNode, absolute: 0.05))
    #expect(isClose(line.fixedError.value, error, absolute: 0.05))
  }

  @Test(arguments: [(full, 1.000, 0.0005), (idle, 0.9995, 0.00005)])
  func `the line explains the series`(watts: [Double], expected: Double, digit: Double) throws {
    let line = try Self.series(watts).line
    let mean = watts.reduce(0, +) / Double(watts.count)
    var (residual, total) = (0.0, 0.0)
    for (nodes, power) in zip(2...12, watts) {
      residual += (power - line.power(nodes: nodes).value) * (power - line.power(nodes: nodes).value)
      total += (power - mean) * (power - mean)
    }
    #expect(isClose(1 - residual / total, expected, absolute: digit))
  }

  @Test(arguments: [(full, 0.007), (idle, 0.021)])
  func `calibrated on 2 and 12 nodes, the line predicts those between`(watts: [Double], bar: Double) throws {
    let all = try Self.series(watts)
    let line = try EnclosureSeries([all.points[0], all.points[10]]).line
    #expect(line.fixedError == .zero)
    for point in all.points {
      #expect(isClose(line.power(nodes: point.nodes).value, point.power.value, relative: bar))
    }
  }

  /// With the supplies' own curve in between the prediction bends a little more than the measurements do.
  @Test(arguments: [(full, 0.013), (idle, 0.031)])
  func `calibrated behind a power-saving bank, the enclosure predicts the series`(
    watts: [Double], bar: Double
  ) throws {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(2650), efficiency: .titanium), installed: 6, sharing: .coldRedundant)
    let all = try Self.series(watts)
    let ends = try EnclosureSeries([all.points[0], all.points[10]]).directCurrent(behind: bank).line
    let enclosure = EnclosurePower(fixed: ends.fixed, bank: bank)
    for point in all.points {
      let input = enclosure.input(bladeDC: ends.perNode * Double(point.nodes))
      #expect(isClose(input.value, point.power.value, relative: bar))
    }
  }

  @Test
  func `a series with one number of nodes is refused`() {
    let point = EnclosureSeries.Point(nodes: 4, power: Watts(400))
    #expect(throws: PowerProblem.self) { try EnclosureSeries([point, point]) }
    #expect(throws: PowerProblem.self) { try EnclosureSeries([]) }
  }

  @Test
  func `an empty enclosure draws its fixed power through the bank`() throws {
    let bank = try PowerSupplyBank(PowerSupply(rating: Watts(2400), efficiency: .gold), installed: 6)
    let enclosure = EnclosurePower(
      fans: Watts(200), management: Watts(30), interconnects: Watts(120), bank: bank)
    #expect(enclosure.fixed == Watts(350))
    #expect(enclosure.input(bladeDC: .zero) == bank.input(for: Watts(350)))
  }

  @Test
  func `blades may use what the bank keeps and the enclosure leaves`() throws {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(2400), efficiency: .gold), installed: 6, redundancy: .grid)
    let enclosure = EnclosurePower(fixed: Watts(350), bank: bank)
    #expect(enclosure.bladeCapacity == Watts(6850))
    #expect(enclosure.state(bladeDC: Watts(6850)) == .protected)
    #expect(enclosure.state(bladeDC: Watts(6851)) == .unprotected)
    #expect(enclosure.state(bladeDC: Watts(14_051)) == .overloaded)
    #expect(EnclosurePower(fixed: Watts(8000), bank: bank).bladeCapacity == .zero)
  }

  @Test(arguments: [nil, 18.0, 24, 27, 34])
  func `what blades may draw of an input is the inverse of the input they cause`(inlet: Double?) throws {
    let bank = try PowerSupplyBank(PowerSupply(rating: Watts(2400), efficiency: .gold), installed: 6)
    let fans = try FanBank(count: 10, unit: Watts(135), ratedHeat: Watts(6750))
    for measured in [nil, Celsius(24)] {
      let answer = inlet.map { FanAnswer(fans, inlet: Celsius($0), measuredAt: measured) }
      let enclosure = EnclosurePower(
        fans: Watts(180), management: Watts(30), interconnects: Watts(90), bank: bank, answer: answer)
      for blades in stride(from: 0.0, through: 8000, by: 250) {
        let input = enclosure.input(bladeDC: Watts(blades))
        let found = enclosure.bladeDC(of: input)
        #expect(isClose(found.value, blades, relative: 1e-9, absolute: 1e-6))
        #expect(enclosure.input(bladeDC: found) <= input + Watts(1e-8))
      }
      #expect(enclosure.bladeDC(of: Watts(100)) == .zero, "less than the enclosure takes itself")
    }
  }

  @Test
  func `an enclosure with two nodes costs far more a node than a full one`() throws {
    let line = try Self.series(Self.idle).line
    #expect(line.power(nodes: 2) / 2 > line.power(nodes: 12) / 12 * 1.5)
  }
}
