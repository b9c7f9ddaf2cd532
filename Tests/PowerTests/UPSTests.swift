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
    (4, UPS.Topology.n, 160.0), (4, .nPlusOne, 120), (4, .twoN, 80),
  ])
  func `redundancy takes from what may be used`(modules: Int, topology: UPS.Topology, usable: Double) throws {
    let ups = try UPS(.ecoMode, module: Watts(kilowatts: 40), modules: modules, topology: topology)
    #expect(ups.usableCapacity == Watts(kilowatts: usable))
    #expect(ups.installedRating == Watts(kilowatts: 160))
  }

  @Test(arguments: [(0, UPS.Topology.n), (1, .nPlusOne), (1, .twoN), (3, .twoN), (-2, .twoN)])
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
}
