import Power
import Quantities
import TestSupport
import Testing

@Suite("Power caps")
struct PowerCapsTests {
  static func line(_ idle: Double, _ peak: Double, plane: MeasuringPlane = .wall) throws -> PowerCurve {
    try PowerCurve(.linear, idle: Watts(idle), peak: Watts(peak), plane: plane)
  }

  @Test
  func `two equal servers share a rack's cap evenly`() throws {
    let caps = try PowerCaps([.init(.rack, cap: Watts(300))])
    let server = PowerCaps.Server(try Self.line(100, 200), at: .one, in: 0)
    let outcome = caps.share(among: [server, server])
    for grant in outcome.grants {
      #expect(grant.power == Watts(150) && grant.demand == Watts(200))
      #expect(isClose(grant.utilization.value, 0.5))
    }
    #expect(outcome.inputs == [Watts(300)])
    #expect(outcome.binding == [0] && outcome.infeasible.isEmpty)
    let work = [WorkPerSecond(1000), WorkPerSecond(3000)]
    #expect(isClose(outcome.served(of: [server, server], fullLoadWork: work).value, 0.5))
  }

  @Test
  func `what is above idle is shared in proportion to what is asked for`() throws {
    let caps = try PowerCaps([.init(.rack, cap: Watts(400))])
    let servers = [
      PowerCaps.Server(try Self.line(100, 200), at: .one, in: 0),
      PowerCaps.Server(try Self.line(100, 400), at: .one, in: 0),
    ]
    let powers = caps.share(among: servers).grants.map(\.power)
    #expect(powers == [Watts(150), Watts(250)])
  }

  @Test
  func `without a cap, or below it, nobody loses work`() throws {
    for cap in [nil, Watts(900)] {
      let caps = try PowerCaps([.init(.circuit, cap: cap)])
      let curve = try PublishedCurve.r740.curve()
      let servers = [0.1, 0.777].map { PowerCaps.Server(curve, at: Fraction($0), in: 0) }
      let outcome = caps.share(among: servers)
      #expect(outcome.grants.map(\.utilization) == servers.map(\.utilization))
      #expect(outcome.binding.isEmpty)
      let work = Array(repeating: WorkPerSecond(5e6), count: 2)
      #expect(outcome.served(of: servers, fullLoadWork: work) == .one)
    }
  }

  @Test
  func `a cap below idle is reported, and servers stay at idle`() throws {
    let caps = try PowerCaps([.init(.rack, cap: Watts(150))])
    let server = PowerCaps.Server(try Self.line(100, 200), at: Fraction(0.5), in: 0)
    let outcome = caps.share(among: [server, server])
    #expect(outcome.infeasible == [0])
    #expect(outcome.grants.map(\.power) == [Watts(100), Watts(100)])
    #expect(outcome.grants.map(\.utilization) == [.zero, .zero])
  }

  @Test
  func `a capped blade leaves its share to its neighbours`() throws {
    let caps = try PowerCaps([
      .init(.rack, cap: Watts(450)), .init(.server, in: 0, cap: Watts(120)), .init(.server, in: 0),
      .init(.server, in: 0),
    ])
    let curve = try Self.line(100, 200)
    let outcome = caps.share(among: (1...3).map { PowerCaps.Server(curve, at: .one, in: $0) })
    #expect(outcome.binding == [0, 1])
    #expect(isClose(outcome.inputs[0].value, 450))
    #expect(outcome.grants[0].power <= Watts(120))
    #expect(outcome.grants[1].power == outcome.grants[2].power && outcome.grants[1].power > Watts(150))
  }

  @Test
  func `an enclosure's cap counts its fans and its supplies' loss`() throws {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(2400), efficiency: .platinum), installed: 2, redundancy: .grid)
    let caps = try PowerCaps([.init(EnclosurePower(fixed: Watts(300), bank: bank), cap: Watts(2000))])
    let server = PowerCaps.Server(try Self.line(60, 250, plane: .dc), at: .one, in: 0)
    let outcome = caps.share(among: Array(repeating: server, count: 10))
    let blades = outcome.grants.reduce(Watts.zero) { $0 + $1.power }
    #expect(isClose(outcome.inputs[0].value, 2000))
    #expect(isClose(bank.input(for: blades + Watts(300)).value, 2000))
    #expect(blades < Watts(1600))
  }

  /// A circuit of two racks, one with two enclosures of blades and one with capped servers.
  static func tree(cap: Watts?, sharing: PowerSupplyBank.Sharing) throws -> PowerCaps {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(1500), efficiency: .gold), installed: 4, redundancy: .grid, sharing: sharing)
    let fans = try FanBank(count: 10, unit: Watts(135), ratedHeat: Watts(6750))
    let answer = FanAnswer(fans, inlet: Celsius(32), measuredAt: Celsius(24))
    return try PowerCaps([
      .init(.circuit, cap: cap), .init(.rack, in: 0, cap: Watts(5000)),
      .init(.rack, in: 0, overhead: Watts(50)),
      .init(EnclosurePower(fixed: Watts(200), bank: bank), in: 1, cap: Watts(2600)),
      .init(EnclosurePower(fixed: Watts(200), bank: bank, answer: answer), in: 1),
      .init(.server, in: 2, cap: Watts(210)),
    ])
  }

  @Test(arguments: PowerSupplyBank.Sharing.allCases)
  func `caps hold, nothing is lost between levels, and more cap never serves less`(
    sharing: PowerSupplyBank.Sharing
  ) throws {
    var random = SeededGenerator(seed: 31)
    let curves = try PublishedCurve.all.map { try $0.curve() }
    for _ in 0..<60 {
      let servers = (0..<30).map { index in
        PowerCaps.Server(
          curves[Int.random(in: 0..<curves.count, using: &random)],
          at: Fraction(Double.random(in: 0...1, using: &random)), in: 2 + index % 4)
      }
      let work = servers.map { _ in WorkPerSecond(1e6) }
      var last = Fraction.zero
      for cap in stride(from: 2000.0, through: 14_000, by: 1000) {
        let caps = try Self.tree(cap: Watts(cap), sharing: sharing)
        let outcome = caps.share(among: servers)
        for (index, group) in caps.groups.enumerated() {
          let slack = Watts(1e-6)
          if let limit = group.cap, !outcome.infeasible.contains(index) {
            #expect(outcome.inputs[index] <= limit + slack)
          }
          let members =
            zip(servers, outcome.grants).reduce(Watts.zero) { $1.0.group == index ? $0 + $1.1.power : $0 }
            + caps.groups.indices.reduce(Watts.zero) {
              caps.groups[$1].parent == index ? $0 + outcome.inputs[$1] : $0
            }
          let inside = members + group.overhead
          #expect(
            isClose(outcome.inputs[index].value, (group.enclosure?.input(bladeDC: inside) ?? inside).value))
        }
        for (server, grant) in zip(servers, outcome.grants) {
          #expect(grant.power <= grant.demand + Watts(1e-9) && grant.power >= server.curve.idle)
          #expect(grant.utilization <= server.utilization)
          #expect(server.curve.draw(at: grant.utilization) <= grant.power + Watts(1e-6))
        }
        let served = outcome.served(of: servers, fullLoadWork: work)
        #expect(served >= last - Fraction(1e-9))
        last = served
      }
    }
  }

  @Test
  func `groups must stand behind their parents`() {
    #expect(throws: PowerProblem.self) { try PowerCaps([.init(.rack, in: 0)]) }
    #expect(throws: PowerProblem.self) { try PowerCaps([.init(.rack, in: 1), .init(.circuit)]) }
    #expect(throws: PowerProblem.self) { try PowerCaps([.init(.rack, cap: Watts(-1))]) }
    #expect(throws: PowerProblem.self) { try PowerCaps([.init(.rack, cap: Watts(.nan))]) }
    #expect(throws: PowerProblem.self) { try PowerCaps([.init(.rack, overhead: Watts(-1))]) }
  }

  @Test(arguments: [
    (58.4, 0.0), (98, 0.1), (66.32, 0.02), (140, 0.5), (200.2, 0.87), (222, 1), (400, 1),
  ])
  func `the x3550 M3 reaches the load its power allows`(power: Double, load: Double) throws {
    let found = try #require(try PublishedCurve.x3550M3.curve().utilization(at: Watts(power)))
    #expect(isClose(found.value, load, absolute: 1e-9))
  }

  @Test
  func `the inverse stops below the first hump of a curve and knows no load below idle`() throws {
    let humped = try PowerCurve(
      measured: [100, 120, 110, 130, 140, 150, 160, 170, 180, 190, 200].map { Watts($0) })
    #expect(isClose(try #require(humped.utilization(at: Watts(115))).value, 0.075))
    #expect(humped.utilization(at: Watts(99)) == nil)
    for curve in try PublishedCurve.all.map({ try $0.curve() }) {
      for percent in 0...100 {
        let load = Fraction(percent: Double(percent))
        let found = try #require(curve.utilization(at: curve.draw(at: load)))
        #expect(isClose(found.value, load.value, absolute: 1e-9))
      }
    }
  }

  @Test(arguments: [(CapController.hardware, 250.0), (.firmware, 500), (.software, 5000)])
  func `until a controller acts, power flows above the cap`(controller: CapController, joules: Double) {
    #expect(controller.overshoot(demand: Watts(1500), cap: Watts(1000)) == Joules(joules))
    #expect(controller.overshoot(demand: Watts(900), cap: Watts(1000)) == .zero)
  }
}
