import Power
import Quantities
import TestSupport
import Testing

@Suite("Component model")
struct ComponentModelTests {
  @Test(arguments: [(1.0, 1.578), (0.8, 1.629), (0.5, 1.791)])
  func `the components of White Paper 113 give its PUE`(load: Double, pue: Double) {
    #expect(isClose(ComponentModel.whitePaper113.pue(at: Fraction(load)), pue, absolute: 0.0005))
  }

  @Test(arguments: [
    ("UPS", 0.04, 0.05, 0.0), ("PDU", 0.015, 0, 0.015), ("lighting", 0.01, 0, 0), ("wiring", 0, 0, 0.01),
    ("switchgear", 0, 0, 0.005), ("generator", 0.003, 0, 0), ("CRAC", 0.09, 0, 0),
    ("humidifier", 0.01, 0.01, 0), ("chiller plant", 0.06, 0.26, 0),
  ])
  func `each component has its share of White Paper 113`(name: String, a: Double, b: Double, c: Double) throws
  {
    let components = ComponentModel.whitePaper113.components
    let found = try #require(components.first { $0.name == name })
    #expect(try found.loss == QuadraticLoss(noLoad: a, proportional: b, square: c))
    #expect(components.count == 9)
  }

  @Test
  func `PUE keeps rising as the load falls`() {
    var last = 0.0
    for percent in stride(from: 100.0, through: 1, by: -1) {
      let pue = ComponentModel.whitePaper113.pue(at: Fraction(percent: percent))
      #expect(pue > last)
      last = pue
    }
  }

  /// What the chain reads for an IT load as a share of its rating.
  static func pue(at load: Double) throws -> Double {
    let rating = Watts(kilowatts: 100)
    let it = rating * load
    let mechanical = ComponentModel.whitePaper113.mechanical(for: it, rating: rating)
    return try #require(
      try ElectricalChain.whitePaper113(rating: rating).reading(it: it, mechanical: mechanical).pue)
  }

  @Test(arguments: [(1.0, 1.578), (0.8, 1.629), (0.5, 1.791)])
  func `a cascaded reference chain reproduces the PUE of the components to 1.3 %`(load: Double, pue: Double)
    throws
  {
    let chain = try Self.pue(at: load)
    #expect(chain > pue && chain < pue * 1.013)
  }

  @Test
  func `the reference chain's PUE keeps rising as the load falls, within 2 % of the components`() throws {
    var last = 0.0
    for percent in stride(from: 100, through: 1, by: -1) {
      let load = Double(percent) / 100
      let chain = try Self.pue(at: load)
      let flat = ComponentModel.whitePaper113.pue(at: Fraction(load))
      #expect(chain > last && chain > flat)
      if percent >= 10 { #expect(chain < flat * 1.02) }
      last = chain
    }
  }

  @Test
  func `mechanical and electrical components make up the whole overhead`() throws {
    let rating = Watts(kilowatts: 100)
    for load in [0.1, 0.5, 1] {
      let model = ComponentModel.whitePaper113
      let electrical = model.components.filter { !$0.isMechanical }
        .reduce(Watts.zero) { $0 + $1.loss.loss(carrying: rating * load, rating: rating) }
      let sum = electrical + model.mechanical(for: rating * load, rating: rating)
      #expect(isClose(sum / rating, model.overhead(at: Fraction(load)).value))
    }
  }
}
