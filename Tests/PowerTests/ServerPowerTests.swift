import Power
import Quantities
import TestSupport
import Testing

@Suite("Server power")
struct ServerPowerTests {
  static func tested() throws -> PowerSupplyBank {
    PowerSupplyBank(single: try PowerSupply(rating: Watts(570), efficiency: .gold))
  }

  static func r710(_ supply: ServerPower.Supply = .asMeasured) throws -> ServerPower {
    try ServerPower(measured: PublishedCurve.r710.curve(), tested: tested(), supply: supply, boot: .era2015)
  }

  @Test
  func `a server draws by its state`() throws {
    let server = try Self.r710()
    #expect(server.draw(in: .off) == ServerPower.typicalStandby)
    #expect(server.draw(in: .booting) == Watts(227) * 0.8)
    #expect(server.draw(in: .running(.zero)) == Watts(62.2))
    #expect(server.draw(in: .running(.one)) == Watts(227))
    #expect(server.table == server.curve.table)
  }

  @Test
  func `250 W for three minutes are 12.5 Wh`() throws {
    let curve = try PowerCurve(.linear, idle: Watts(150), peak: Watts(312.5))
    let server = try ServerPower(measured: curve, boot: .era2005)
    #expect(isClose(server.bootPower.value, 250))
    #expect(isClose(server.bootEnergy.kilowattHours, 0.0125))
  }

  @Test
  func `the supplies it was tested with give the published curve to the digit`() throws {
    #expect(try Self.r710(.own(Self.tested())).curve == PublishedCurve.r710.curve())
  }

  @Test
  func `a second supply costs the published 10 to 22 W at idle`() throws {
    let pair = try PowerSupplyBank(
      PowerSupply(rating: Watts(570), efficiency: .gold), installed: 2, redundancy: .grid)
    let tax = try Self.r710().supplied(by: pair).curve.idle - Watts(62.2)
    #expect(tax > Watts(10) && tax < Watts(22))
  }

  @Test
  func `a blade is the server without its supplies and fans`() throws {
    let blade = try Self.r710().asBlade(fanShare: Fraction(percent: 10))
    let direct = try PublishedCurve.r710.curve().rebased(through: Self.tested(), to: .dc)
    #expect(blade.curve.plane == .dc)
    #expect(blade.supply == .enclosure)
    for level in 0...10 {
      let load = Fraction(Double(level) / 10)
      #expect(isClose(blade.curve.draw(at: load).value, direct.draw(at: load).value * 0.9))
    }
  }

  @Test
  func `other supplies than unknown ones are refused`() throws {
    let curve = try PublishedCurve.r710.curve()
    let bank = try Self.tested()
    #expect(throws: PowerProblem.self) {
      try ServerPower(measured: curve, supply: .enclosure, boot: .era2015)
    }
    #expect(throws: PowerProblem.self) {
      try ServerPower(measured: curve, supply: .own(bank), boot: .era2015)
    }
    #expect(throws: PowerProblem.self) { try ServerPower(measured: curve, boot: .era2015).asBlade() }
  }

  @Test(arguments: [(-1.0, 0.8, 180.0), (8, -0.1, 180), (8, 0.8, -1), (.nan, 0.8, 180), (8, .infinity, 180)])
  func `states that would give power are refused`(standby: Double, share: Double, seconds: Double) throws {
    let curve = try PublishedCurve.r710.curve()
    let boot = BootProfile(
      name: "test", powerShare: Fraction(share), duration: Seconds(seconds), source: "invented")
    #expect(throws: PowerProblem.self) {
      try ServerPower(measured: curve, standby: Watts(standby), boot: boot)
    }
  }

  @Test
  func `a curve behind the supplies needs supplies`() throws {
    let curve = try PowerCurve(.linear, idle: Watts(60), peak: Watts(200), plane: .dc)
    #expect(throws: PowerProblem.self) { try ServerPower(measured: curve, boot: .era2015) }
    let server = try ServerPower(measured: curve, supply: .own(Self.tested()), boot: .era2015)
    #expect(server.curve.peak == (try Self.tested().input(for: Watts(200))))
  }

  /// Sixteen R710 boards as blades of an M1000e, against R710 servers: published M610 results are 219 and 54.6 W a
  /// node, the R710's 227 and 62.2 W.
  @Test(arguments: [(Fraction.one, 227.0, 219.0), (Fraction.zero, 62.2, 54.6)])
  func `blades in a full enclosure are power-neutral within a tenth`(
    load: Fraction, rack: Double, published: Double
  ) throws {
    let enclosure = try Self.m1000e()
    let blade = try Self.r710().asBlade()
    let perNode = enclosure.input(bladeDC: blade.curve.draw(at: load) * 16) / 16
    #expect(isClose(perNode.value, rack, relative: 0.1))
    #expect(isClose(perNode.value, published, relative: 0.12))
  }

  @Test
  func `blades in an enclosure a quarter full lose against rack servers`() throws {
    let blade = try Self.r710().asBlade()
    let perNode = try Self.m1000e().input(bladeDC: blade.curve.draw(at: .zero) * 4) / 4
    #expect(perNode > Watts(62.2) * 1.3)
  }

  static func m1000e() throws -> EnclosurePower {
    let bank = try PowerSupplyBank(
      PowerSupply(rating: Watts(2360), efficiency: .gold), installed: 6, redundancy: .grid,
      sharing: .coldRedundant)
    return EnclosurePower(fixed: Watts(150), bank: bank)
  }
}
