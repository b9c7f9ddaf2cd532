import Power
import Quantities
import TestSupport
import Testing

/// A measured two-socket system with the parts it was tested with; processors' rated heat from their data sheets.
struct MeasuredBuild: Sendable, CustomStringConvertible {
  let name: String
  let ratedHeat: Double
  let memory: ComponentPower
  let modules: Int
  let others: [ServerBuild.Parts]
  let supply: (rating: Double, kind: EfficiencyClass)
  /// Watts at 0, 10, 50 and 100 %; SPECpower_ssj2008.
  let measured: [Double]

  var description: String { name }

  /// The largest error of the build's curve at the four levels.
  func errors(_ ratios: ProcessorPower.Ratios) throws -> [Double] {
    let build = try ServerBuild(
      processor: ProcessorPower(ratedHeat: Watts(ratedHeat), ratios: ratios), sockets: 2,
      parts: [.init(memory, count: modules)] + others,
      bank: PowerSupplyBank(
        single: PowerSupply(rating: Watts(supply.rating), efficiency: supply.kind)))
    return zip([0, 0.1, 0.5, 1], measured).map { load, watts in
      build.curve.draw(at: Fraction(load)).value / watts - 1
    }
  }

  static let gigabit: [ServerBuild.Parts] = [
    .init(.sataSSD), .init(.port1G, count: 4), .init(.managementController),
  ]
  static let disk: [ServerBuild.Parts] = [
    .init(.disk10k), .init(.port1G, count: 2), .init(.arrayController), .init(.managementController),
  ]
  static let card: [ServerBuild.Parts] = [
    .init(.sataSSD), .init(.networkCard), .init(.managementController),
  ]

  // None of these was used to derive the ratios.
  static let before2009 = [
    MeasuredBuild(
      name: "HP DL380 G5, 5160", ratedHeat: 80, memory: .fullyBuffered, modules: 4, others: disk,
      supply: (1000, .silver), measured: [172, 177, 205, 258]),
    MeasuredBuild(
      name: "HP DL160 G5, E5450", ratedHeat: 80, memory: .fullyBuffered, modules: 4,
      others: [.init(.disk10k), .init(.port1G, count: 2), .init(.managementController)],
      supply: (1200, .silver), measured: [160, 174, 227, 269]),
  ]
  static let from2009 = [
    MeasuredBuild(
      name: "IBM x3550 M3, X5670", ratedHeat: 95, memory: .ddr3Low, modules: 6, others: gigabit,
      supply: (675, .gold), measured: [66, 107, 156, 247]),
    MeasuredBuild(
      name: "IBM x3550 M3, X5675", ratedHeat: 95, memory: .ddr3Low, modules: 4, others: gigabit,
      supply: (675, .gold), measured: [58.4, 98, 140, 222]),
  ]
  static let from2012 = [
    MeasuredBuild(
      name: "Dell R730, E5-2699 v3", ratedHeat: 145, memory: .ddr4, modules: 8, others: gigabit,
      supply: (750, .platinum), measured: [46.9, 87.8, 156, 272]),
    MeasuredBuild(
      name: "Dell R740, 8280", ratedHeat: 205, memory: .ddr4, modules: 12, others: gigabit,
      supply: (750, .platinum), measured: [49.8, 114, 208, 432]),
    MeasuredBuild(
      name: "Lenovo SR665, 7763", ratedHeat: 280, memory: .ddr4, modules: 16, others: card,
      supply: (750, .platinum), measured: [79.3, 172, 258, 454]),
    MeasuredBuild(
      name: "HPE DL385 Gen10 Plus, 7773X", ratedHeat: 280, memory: .ddr4, modules: 16, others: card,
      supply: (800, .platinum), measured: [101, 207, 328, 548]),
  ]
}

@Suite("Servers put together from parts")
struct ServerBuildTests {
  static let cases: [(MeasuredBuild, ProcessorPower.Ratios, Double)] =
    MeasuredBuild.before2009.map { ($0, .before2009, 0.13) }
    + MeasuredBuild.from2009.map { ($0, .from2009, 0.10) }
    + MeasuredBuild.from2012.map { ($0, .from2012, 0.35) }

  @Test(arguments: cases)
  func `a build comes as close to a measured system as is said`(
    system: MeasuredBuild, ratios: ProcessorPower.Ratios, bar: Double
  ) throws {
    let errors = try system.errors(ratios)
    for error in errors { #expect(abs(error) <= bar, "\(system): \(errors)") }
  }

  @Test
  func `published ratios fit old machines at full load and overstate tuned modern ones`() throws {
    for system in MeasuredBuild.before2009 { #expect(abs(try system.errors(.standard)[3]) < 0.16) }
    for system in MeasuredBuild.from2012 { #expect(try system.errors(.standard)[2] > 0.6, "\(system)") }
  }

  @Test(arguments: [(0.0, 24.6), (0.1, 65.6), (0.5, 153.75), (1, 209.1), (0.3, 109.675)])
  func `a processor of 205 W follows the published ratios`(load: Double, power: Double) throws {
    let processor = try ProcessorPower(ratedHeat: Watts(205))
    #expect(isClose(processor.draw(at: Fraction(load)).value, power))
  }

  /// a ln(b (load + c)) + d, computed independently.
  @Test(arguments: [
    ("xeon-platinum", 35.5788, 182.2161, 260.0201), ("xeon-gold", 29.8937, 94.6236, 116.2726),
    ("xeon-silver", 20.4221, 60.6641, 73.5125), ("xeon-e5", 32.1366, 102.0957, 129.7694),
    ("xeon-e3", 68.1839, 361.4588, 517.0669), ("xeon-e", 1.5857, 70.4889, 100.3474),
  ])
  func `a family's curve has the values of its logarithm`(
    name: String, idle: Double, half: Double, full: Double
  ) throws {
    let processor = ProcessorPower(try #require(ProcessorPower.Family.named(name)))
    for (load, power) in [(0.0, idle), (0.5, half), (1, full)] {
      #expect(isClose(processor.draw(at: Fraction(load)).value, power, absolute: 1e-4), "\(name) at \(load)")
    }
    var last = Watts.zero
    for percent in 0...100 {
      let draw = processor.draw(at: Fraction(percent: Double(percent)))
      #expect(draw >= last)
      last = draw
    }
  }

  @Test
  func `a build is the sum of its parts`() throws {
    let processor = try ProcessorPower(ratedHeat: Watts(100))
    let blade = try ServerBuild(
      processor: processor, sockets: 2, parts: [.init(.ddr5, count: 10), .init(.nvmeSSD, count: 2)],
      board: Watts(20), fanShare: .zero, bank: nil)
    #expect(isClose(blade.directCurrent(at: .zero).value, 24 + 28 + 9 + 20))
    #expect(isClose(blade.directCurrent(at: .one).value, 204 + 70 + 33 + 20))
    #expect(blade.curve.plane == .dc)
    let rack = try ServerBuild(
      processor: processor, sockets: 2, parts: blade.parts, board: Watts(20), fanShare: Fraction(0.1),
      bank: PowerSupplyBank(single: PowerSupply(rating: Watts(800), efficiency: .platinum)))
    #expect(isClose(rack.directCurrent(at: .one).value, 327 / 0.9))
    #expect(rack.curve.plane == .wall)
    #expect(rack.curve.peak > rack.directCurrent(at: .one))
    let more = try ServerBuild(
      processor: processor, sockets: 2, parts: blade.parts + [.init(.hostBusAdapter)], board: Watts(20),
      fanShare: .zero, bank: nil)
    #expect(isClose((more.curve.idle - blade.curve.idle).value, 8))
  }

  @Test
  func `a build says where each figure comes from, once`() throws {
    let build = try ServerBuild(
      processor: ProcessorPower(ratedHeat: Watts(100)), sockets: 1,
      parts: [.init(.ddr4, count: 4), .init(.sataSSD), .init(.networkCard, count: 0)], bank: nil)
    #expect(build.evidence.count == 2)
    #expect(build.evidence[0].contains("Boavizta"))
    #expect(build.evidence[1].contains("medium confidence"))
  }

  @Test(arguments: ComponentPower.all)
  func `a part rests below its work and works within its range`(part: ComponentPower) {
    #expect(part.idle <= part.active && part.range.contains(part.active))
    #expect(part.draw(at: .zero) == part.idle && part.draw(at: .one) == part.active)
    #expect(ComponentPower.named(part.name) == part)
  }

  @Test
  func `parts that make no server are refused`() throws {
    let processor = try ProcessorPower(ratedHeat: Watts(100))
    #expect(throws: PowerProblem.self) { try ProcessorPower(ratedHeat: .zero) }
    #expect(throws: PowerProblem.self) { try ProcessorPower(ratedHeat: Watts(.nan)) }
    #expect(throws: PowerProblem.self) {
      try ServerBuild(processor: processor, sockets: 0, parts: [], bank: nil)
    }
    #expect(throws: PowerProblem.self) {
      try ServerBuild(processor: processor, sockets: 1, parts: [], board: Watts(-1), bank: nil)
    }
    #expect(throws: PowerProblem.self) {
      try ServerBuild(processor: processor, sockets: 1, parts: [], fanShare: .one, bank: nil)
    }
  }

  @Test
  func `the example of two 205 W processors`() throws {
    let build = try ServerBuild(
      processor: ProcessorPower(ratedHeat: Watts(205), ratios: .from2012), sockets: 2,
      parts: [.init(.ddr4, count: 12)] + MeasuredBuild.gigabit,
      bank: PowerSupplyBank(single: PowerSupply(rating: Watts(800), efficiency: .platinum)))
    #expect(isClose(build.curve.idle.value, 67.3, absolute: 0.5))
    #expect(isClose(build.curve.peak.value, 408, absolute: 1))
  }
}
