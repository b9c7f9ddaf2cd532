import Power
import Quantities
import TestSupport
import Testing

@Suite("UPS")
struct UPSTests {
  @Test
  func `two 1 MW modules of 2005 lose 71 kW to carry 300 kW`() throws {
    let ups = try UPS(.doubleConversion2005, module: Watts(kilowatts: 1000), modules: 2, topology: .twoN)
    let reading = ups.stage.reading(output: Watts(kilowatts: 300))
    #expect(isClose(reading.loss.kilowatts, 71.1, absolute: 0.1))
    #expect(isClose((reading.output / reading.input) * 100, 80.8, absolute: 0.05))
    #expect(ups.usableCapacity == Watts(kilowatts: 1000))
  }

  @Test
  func `a 100 kW stage of White Paper 113 takes 56.5 kW to give 50 kW`() {
    let rating = Watts(kilowatts: 100)
    let stage = LossStage("UPS", rating: rating, loss: UPSClass.whitePaper113.loss, heat: .backOfHouse)
    #expect(isClose(stage.reading(output: Watts(kilowatts: 50)).input.kilowatts, 56.5))
    #expect(stage.load(at: Watts(kilowatts: 50)) == Fraction(0.5))
  }

  /// Schneider White Paper 108: two 1 MW systems in 2N with a 300 kW load, electricity at 0.10 USD/kWh.
  @Test
  func `equal efficiency at full load can mean very different yearly costs`() throws {
    let steady = try QuadraticLoss(noLoad: 0.05, proportional: 0.02, square: 1 / 0.93 - 1 - 0.07)
    let square = try QuadraticLoss(noLoad: 0.01, proportional: 0.02, square: 1 / 0.93 - 1 - 0.03)
    let load = Watts(kilowatts: 300)
    let costs = [steady, square].map { loss in
      #expect(isClose(loss.efficiency(at: .one).value, 0.93, relative: 1e-12))
      let stage = LossStage("UPS", rating: Watts(kilowatts: 2000), loss: loss, heat: .backOfHouse)
      return stage.reading(output: load).loss.energy(over: .year).kilowattHours * 0.10
    }
    #expect(isClose(costs[0], 93_066, relative: 1e-3))
    #expect(isClose(costs[1], 24_562, relative: 1e-3))
  }

  @Test(arguments: [
    (4, UPS.Topology.n, 160.0), (4, .nPlusOne, 120.0), (4, .twoN, 80.0), (4, .twoNPlusOne, 40.0),
    (3, .distributed, 80.0), (6, .distributed, 160.0), (4, .catcher, 120.0),
  ])
  func `redundancy takes from what may be used`(modules: Int, topology: UPS.Topology, usable: Double) throws {
    let ups = try UPS(.ecoMode, module: Watts(kilowatts: 40), modules: modules, topology: topology)
    #expect(ups.usableCapacity == Watts(kilowatts: usable))
    #expect(ups.installedRating == Watts(kilowatts: 40) * Double(modules))
  }

  @Test(arguments: [
    (0, UPS.Topology.n), (1, .nPlusOne), (1, .twoN), (3, .twoN), (-2, .twoN), (2, .twoNPlusOne),
    (5, .twoNPlusOne),
    (4, .distributed), (0, .distributed), (1, .catcher),
  ])
  func `modules that do not fit the topology are refused`(modules: Int, topology: UPS.Topology) {
    #expect(throws: PowerProblem.self) {
      try UPS(.ecoMode, module: Watts(kilowatts: 40), modules: modules, topology: topology)
    }
  }

  @Test(arguments: UPSClass.all)
  func `a 2N system loses more than a single one at the same load`(kind: UPSClass) throws {
    let module = Watts(kilowatts: 100)
    let single = try UPS(kind, module: module, modules: 1, topology: .n).stage
    let double = try UPS(kind, module: module, modules: 2, topology: .twoN).stage
    let load = Watts(kilowatts: 30)
    #expect(double.reading(output: load).loss > single.reading(output: load).loss)
  }

  /// At the promised capacity a side of 2N is half loaded, a system of three two thirds.
  @Test(arguments: [
    (UPS.Topology.nPlusOne, 0.8333, 5), (UPS.Topology.twoN, 0.5, 3), (UPS.Topology.twoNPlusOne, 0.3333, 3),
    (UPS.Topology.distributed, 0.6667, 4), (UPS.Topology.catcher, 0.8333, 5),
  ])
  func `what is left after the failure carries what was promised`(
    topology: UPS.Topology, load: Double, survivors: Int
  ) throws {
    let ups = try UPS(.transformerless2015, module: Watts(kilowatts: 100), modules: 6, topology: topology)
    #expect(isClose(ups.usableCapacity / ups.installedRating, load, absolute: 0.0001))
    #expect(ups.survivors == survivors)
    let after = try #require(ups.loadAfterFailure(carrying: ups.usableCapacity))
    #expect(after <= .one)
    // 2(N+1) loses a side and may lose one more module.
    #expect((topology == .twoNPlusOne) == (after < Fraction(0.99)))
    let half = try #require(ups.loadAfterFailure(carrying: Watts(kilowatts: 50)))
    #expect(isClose(half.value, 0.5 / Double(survivors)))
  }

  @Test
  func `without redundancy a failure leaves nothing to speak of`() throws {
    let ups = try UPS(.ecoMode, module: Watts(1000), modules: 3, topology: .n)
    #expect(ups.survivors == nil && ups.loadAfterFailure(carrying: Watts(10)) == nil)
  }

  @Test(arguments: UPSClass.all)
  func `a catcher loses its share at no load, the others theirs under load`(kind: UPSClass) throws {
    let module = Watts(kilowatts: 100)
    let stage = try UPS(kind, module: module, modules: 4, topology: .catcher).stage
    for kilowatts in [0.0, 60, 180, 300] {
      let load = Watts(kilowatts: kilowatts)
      let loaded = kind.loss.loss(carrying: load / 3, rating: module) * 3
      let resting = kind.loss.loss(carrying: .zero, rating: module)
      #expect(isClose(stage.reading(output: load).loss.value, (loaded + resting).value))
    }
  }

  @Test(arguments: UPS.Topology.allCases, [0.0, 1, 1.5, 2])
  func `a load that is not linear costs its share of the output, whatever the modules`(
    topology: UPS.Topology, percent: Double
  ) throws {
    let module = Watts(kilowatts: 100)
    func stage(_ share: Fraction) throws -> LossStage {
      try UPS(.doubleConversion2005, module: module, modules: 6, topology: topology, nonLinearLoss: share)
        .stage
    }
    for kilowatts in [0.0, 40, 250] {
      let load = Watts(kilowatts: kilowatts)
      let more =
        try stage(Fraction(percent: percent)).reading(output: load).loss
        - stage(.zero).reading(output: load).loss
      #expect(isClose(more.kilowatts, kilowatts * percent / 100, relative: 1e-9, absolute: 1e-9))
    }
    #expect(throws: PowerProblem.self) { try stage(Fraction(-0.01)) }
  }

  /// CEC TB-45 (published second-hand): switch-mode supplies cost a UPS 1 to 2 points of efficiency.
  @Test(arguments: [0.25, 0.5, 0.75, 1.0])
  func `the supplies of 2005 cost the UPS of their time one to two points`(load: Double) throws {
    let era = ElectricalEra.era2005
    let rating = Watts(kilowatts: 100)
    let share = era.nonLinearLoss
    let ups = try UPS(era.ups, module: rating, modules: 1, topology: .n, nonLinearLoss: share).stage
    let points = era.ups.loss.efficiency(at: Fraction(load)) - ups.loss.efficiency(at: Fraction(load))
    #expect(points.percent > 1 && points.percent < 2, "\(points)")
    for later in [ElectricalEra.era2015, .era2025] { #expect(later.nonLinearLoss == .zero) }
  }

  @Test
  func `three systems lose less than two sides for the same promise`() throws {
    let load = Watts(kilowatts: 400)
    let two = try UPS(.doubleConversion2005, module: Watts(kilowatts: 200), modules: 6, topology: .twoN)
    let three = try UPS(
      .doubleConversion2005, module: Watts(kilowatts: 300), modules: 3, topology: .distributed)
    #expect(two.usableCapacity == three.usableCapacity)
    #expect(three.stage.reading(output: load).loss < two.stage.reading(output: load).loss)
  }

  @Test(arguments: [(UPSBattery.Chemistry.lead, 350.0, 11.765), (.lithiumIon, 200, 10.526)])
  func `a battery costs its float, and more to fill than it gave`(
    chemistry: UPSBattery.Chemistry, float: Double, recharge: Double
  ) throws {
    let battery = try UPSBattery(chemistry, rating: Watts(kilowatts: 100), autonomy: Seconds(minutes: 15))
    #expect(isClose(battery.float.value, float))
    #expect(isClose(battery.float / battery.rating, 0.0035, absolute: 0.0015001))
    #expect(isClose(battery.capacity.kilowattHours, 25))
    let given = Watts(kilowatts: 60).energy(over: Seconds(minutes: 10))
    #expect(isClose(given.kilowattHours, 10))
    #expect(isClose(battery.recharge(after: given).kilowattHours, recharge, absolute: 0.001))
    #expect(battery.recharge(after: Joules(kilowattHours: 99)) == battery.recharge(after: battery.capacity))
    #expect(isClose(battery.time(carrying: Watts(kilowatts: 50)).value, 1800))
  }

  @Test(arguments: [(0.0, 600.0), (1000, 0), (.nan, 600), (1000, .infinity)])
  func `a battery for nothing is refused`(rating: Double, autonomy: Double) {
    #expect(throws: PowerProblem.self) {
      try UPSBattery(.lead, rating: Watts(rating), autonomy: Seconds(autonomy))
    }
  }
}
