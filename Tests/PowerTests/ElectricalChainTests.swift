import Power
import Quantities
import TestSupport
import Testing

@Suite("Electrical chain")
struct ElectricalChainTests {
  static func chain(
    _ era: ElectricalEra, _ topology: UPS.Topology, it: Double = 100, mechanical: Double = 60
  ) throws -> ElectricalChain {
    try ElectricalChain.sized(
      for: Watts(kilowatts: it), mechanical: Watts(kilowatts: mechanical), era: era, topology: topology)
  }

  @Test(arguments: ElectricalEra.all, UPS.Topology.allCases)
  func `the chain closes from the meter to the IT equipment`(era: ElectricalEra, topology: UPS.Topology)
    throws
  {
    let chain = try Self.chain(era, topology)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<1000 {
      let it = Watts(Double.random(in: 0...130_000, using: &random))
      let mechanical = Watts(Double.random(in: 0...90_000, using: &random))
      let reading = chain.reading(it: it, mechanical: mechanical)
      let critical = reading.critical
      #expect(critical.rackPDU.output == it)
      #expect(critical.pdu.output == critical.rackPDU.input)
      #expect(critical.ups.output == critical.pdu.input)
      #expect(reading.transformer.output == reading.switchgear.input)
      let used = it + reading.losses + mechanical + reading.lighting + reading.generatorStandby
      #expect(isClose(used.value, reading.meter.value, relative: 1e-9))
      let heat = critical.whiteSpaceLoss + critical.backOfHouseLoss
      let losses = critical.rackPDU.loss + critical.pdu.loss + critical.ups.loss
      let cooled = it + critical.whiteSpaceLoss + chain.lighting
      #expect(isClose(critical.heat.value, cooled.value, relative: 1e-12))
      #expect(isClose(heat.value, losses.value, relative: 1e-9))
    }
  }

  /// Above half load conduction losses of modern equipment grow faster than its fixed losses are spread, so the
  /// chain alone is at its best there; with 2N or equipment of 2005 every fall of the load makes PUE worse.
  @Test(arguments: ElectricalEra.all, UPS.Topology.allCases)
  func `PUE rises as the IT load falls and the chain stays`(era: ElectricalEra, topology: UPS.Topology) throws
  {
    let chain = try Self.chain(era, topology)
    let start = topology == .twoN && era == .era2005 ? 100 : 50
    let pues = try stride(from: start, through: 1, by: -1).map { percent in
      // The plant follows the IT load here, so that only the chain's fixed losses can raise PUE.
      let it = Watts(kilowatts: Double(percent))
      return try #require(chain.reading(it: it, mechanical: it * 0.4).pue)
    }
    for (more, less) in zip(pues, pues.dropFirst()) { #expect(less > more) }
    #expect(chain.reading(it: .zero).pue == nil)
  }

  @Test
  func `mechanical load does not pass the UPS`() throws {
    let chain = try Self.chain(.era2005, .twoN)
    let it = Watts(kilowatts: 50)
    let without = chain.reading(it: it)
    let with = chain.reading(it: it, mechanical: Watts(kilowatts: 30))
    #expect(with.critical == without.critical)
    #expect(with.switchgear.output == without.switchgear.output + Watts(kilowatts: 30))
    #expect(with == chain.reading(chain.critical(it: it), mechanical: Watts(kilowatts: 30)))
  }

  @Test(arguments: [(LossStage.HeatLocation.backOfHouse, 0.0), (.whiteSpace, 1)])
  func `the heat of a UPS in the server room is heat of that room`(
    place: LossStage.HeatLocation, share: Double
  ) throws {
    let chain = try ElectricalChain.sized(
      for: Watts(kilowatts: 40), mechanical: .zero, era: .era2005, topology: .n, upsHeat: place)
    let critical = chain.critical(it: Watts(kilowatts: 30))
    let room = critical.rackPDU.loss + critical.pdu.loss + critical.ups.loss * share
    #expect(isClose(critical.whiteSpaceLoss.value, room.value, relative: 1e-12))
    let usual = try Self.chain(.era2005, .n).critical(it: Watts(kilowatts: 30))
    #expect(usual.backOfHouseLoss == .zero)
  }

  @Test
  func `without IT load the chain still loses its fixed part`() throws {
    let reading = try Self.chain(.era2005, .twoN).reading(it: .zero)
    #expect(reading.critical.ups.loss > Watts(kilowatts: 5))
    #expect(reading.meter > reading.critical.ups.loss + reading.lighting)
  }

  @Test(arguments: ElectricalEra.all, [0.3, 7, 37, 100, 460, 2500])
  func `a sized chain carries its design load with its redundancy`(era: ElectricalEra, kilowatts: Double)
    throws
  {
    for topology in UPS.Topology.allCases {
      let chain = try Self.chain(era, topology, it: kilowatts, mechanical: kilowatts / 2)
      let design = Watts(kilowatts: kilowatts)
      #expect(chain.isWithinCapacity(it: design))
      #expect(!chain.isWithinCapacity(it: chain.ups.usableCapacity))
      let reading = chain.reading(it: design, mechanical: design * 0.5)
      let passed = [
        reading.critical.rackPDU, reading.critical.pdu, reading.critical.ups, reading.switchgear,
        reading.transformer,
      ]
      for (stage, flow) in zip(chain.stages, passed) {
        #expect(stage.load(at: flow.output).value <= 1 + 1e-9, "\(stage.name)")
      }
    }
  }

  @Test(arguments: [(UPS.Topology.n, 40, 1), (.nPlusOne, 20, 3), (.twoN, 40, 2), (.distributed, 20, 3)])
  func `a 37 kW room of 2005 gets the modules of least rating together`(
    topology: UPS.Topology, kilowatts: Double, modules: Int
  ) throws {
    let chain = try Self.chain(.era2005, topology, it: 37)
    #expect(chain.ups.module == Watts(kilowatts: kilowatts))
    #expect(chain.ups.modules == modules)
  }

  /// Every standard module is tried; what a UPS is built of carries the load with the least rating that does.
  @Test(arguments: UPS.Topology.allCases, [15.0, 37, 62, 118, 240, 333, 510, 780, 1200, 2100, 3900])
  func `no other standard modules carry a room with less rating`(topology: UPS.Topology, it: Double) throws {
    let chosen = try Self.chain(.era2015, topology, it: it).ups
    for module in ElectricalChain.upsModuleRatings {
      let other = try ElectricalChain.sized(
        for: Watts(kilowatts: it), mechanical: .zero, era: .era2015, topology: topology, upsModule: module
      ).ups
      let share = (other.module * Double(other.modules)) / (chosen.module * Double(chosen.modules))
      let sharing = other.usableCapacity / other.module
      #expect(share >= 1 - 1e-12 || sharing > Double(ElectricalChain.mostSharingModules) + 0.5, "\(module)")
    }
  }

  /// Rooms run their UPS at 30 to 50 % load (reference, 2005); one module and a spare one would run at 20.
  @Test(arguments: ElectricalEra.all, [150.0, 300, 500, 800, 1470, 3000])
  func `a room that is loaded to a half loads its n+1 UPS to 30 per cent and more`(
    era: ElectricalEra, it: Double
  ) throws {
    let chain = try Self.chain(era, .nPlusOne, it: it)
    let reading = chain.critical(it: Watts(kilowatts: it) * 0.5)
    let load = reading.ups.output / (chain.ups.module * Double(chain.ups.modules))
    #expect(load >= 0.30 && load <= 0.5, "\(load) of \(chain.ups.modules) x \(chain.ups.module)")
  }

  @Test
  func `a chosen module size is used as often as needed`() throws {
    let chain = try ElectricalChain.sized(
      for: Watts(kilowatts: 100), mechanical: .zero, era: .era2025, topology: .nPlusOne,
      upsModule: Watts(kilowatts: 30))
    #expect(chain.ups.modules == 5)
    #expect(chain.ups.usableCapacity == Watts(kilowatts: 120))
  }

  @Test(arguments: [(0.0, 0.0), (-1, 0), (.nan, 0), (.infinity, 0), (100, -1), (100, .nan)])
  func `a load that cannot be sized for is refused`(it: Double, mechanical: Double) {
    #expect(throws: PowerProblem.self) {
      try ElectricalChain.sized(
        for: Watts(it), mechanical: Watts(mechanical), era: .era2005, topology: .n)
    }
  }

  @Test(arguments: [0.0, -5, .nan, 1e-6])
  func `a module that cannot carry the load is refused`(module: Double) {
    #expect(throws: PowerProblem.self) {
      try ElectricalChain.sized(
        for: Watts(kilowatts: 100), mechanical: .zero, era: .era2005, topology: .n, upsModule: Watts(module))
    }
  }

  @Test(arguments: [
    (ElectricalEra.era2005, 0.5, 0.960, 0.970), (.era2015, 0.35, 0.980, 0.986),
    (.era2025, 0.5, 0.985, 0.9999),
  ])
  func `PDUs of an era have its efficiency`(era: ElectricalEra, load: Double, low: Double, high: Double) {
    let efficiency = era.pdu.efficiency(at: Fraction(load)).value
    #expect(efficiency >= low && efficiency <= high)
  }

  /// NEMA TP-1: 0.4 to 0.8 % without load, 1 to 1.8 % from load; rack PDUs 0.2 to 1 % with their cables of 0.5 to 1.5 %;
  /// a busway without transformers 0.5 to 1.5 %.
  @Test func `PDUs, rack PDUs and busways have the losses of their kind`() {
    let tp1 = ElectricalEra.era2015.pdu
    #expect((0.004...0.008).contains(tp1.noLoad) && (0.010...0.018).contains(tp1.square))
    for era in ElectricalEra.all {
      let full = era.rackPDU.loss(carrying: Watts(1), rating: Watts(1)).value
      #expect((0.002...0.015).contains(full))
    }
    let busway = ElectricalEra.era2025.pdu.loss(carrying: Watts(1), rating: Watts(1)).value
    #expect((0.005...0.015).contains(busway))
  }

  @Test(arguments: ElectricalEra.all)
  func `lamps, the generator's heater and the power factor are those of the time`(era: ElectricalEra) {
    #expect(era.lighting == Fraction(percent: 1) && era.generatorStandby == Fraction(percent: 0.3))
    #expect(
      era.name == "2005" ? (0.95...0.98).contains(era.powerFactor.value) : era.powerFactor.value >= 0.98)
  }

  @Test(arguments: [0.3, 0.5, 0.8, 1.0])
  func `the transformer is 98.7 to 99.3 % efficient`(load: Double) {
    let efficiency = ElectricalEra.era2005.transformer.efficiency(at: Fraction(load)).percent
    #expect(efficiency >= 98.7 && efficiency <= 99.3)
  }

  @Test
  func `another kind of UPS changes the UPS alone`() throws {
    let eco = ElectricalEra.era2025.protected(by: .ecoMode)
    #expect(eco.rackVoltage == Volts(415) && eco.protected(by: .siliconCarbide2025) == .era2025)
    let (usual, bypass) = try (
      Self.chain(.era2025, .n, it: 158), Self.chain(eco, .n, it: 158)
    )
    let it = Watts(kilowatts: 79)
    let (before, after) = (usual.critical(it: it), bypass.critical(it: it))
    #expect(after.pdu == before.pdu && after.rackPDU == before.rackPDU)
    #expect(isClose(before.ups.loss / before.ups.output, 0.0248, absolute: 0.0001))
    #expect(isClose(after.ups.loss / after.ups.output, 0.01085, absolute: 0.0001))
  }

  @Test
  func `415 V without transformers loses less behind the same UPS`() throws {
    let mixed = ElectricalEra.era2005.distributing(as: .era2025)
    #expect(mixed.rackVoltage == Volts(415) && mixed.ups == .doubleConversion2005)
    #expect(mixed.distributing(as: .era2005) == .era2005)
    let it = Watts(kilowatts: 50)
    let (old, new) = try (
      Self.chain(.era2005, .nPlusOne).critical(it: it), Self.chain(mixed, .nPlusOne).critical(it: it)
    )
    #expect(new.rackPDU.loss + new.pdu.loss < (old.rackPDU.loss + old.pdu.loss) * 0.3)
    #expect(isClose(old.ups.loss / old.ups.input, new.ups.loss / new.ups.input, absolute: 0.005))
  }

  @Test
  func `later equipment loses less`() throws {
    let it = Watts(kilowatts: 60)
    let losses = try ElectricalEra.all.map { try Self.chain($0, .twoN).reading(it: it).losses }
    #expect(losses[0] > losses[1] && losses[1] > losses[2])
  }
}
