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

  @Test
  func `PUE keeps rising as the load falls`() {
    var last = 0.0
    for percent in stride(from: 100.0, through: 1, by: -1) {
      let pue = ComponentModel.whitePaper113.pue(at: Fraction(percent: percent))
      #expect(pue > last)
      last = pue
    }
  }

  @Test
  func `a cascaded chain of the same ratings loses a little more`() throws {
    let parts = ComponentModel.whitePaper113.components
    let loss = { (name: String) in try #require(parts.first { $0.name == name }).loss }
    let rating = Watts(kilowatts: 100)
    let chain = ElectricalChain(
      rackPDU: LossStage("wiring", rating: rating, loss: try loss("wiring"), heat: .whiteSpace),
      pdu: LossStage("PDU", rating: rating, loss: try loss("PDU"), heat: .whiteSpace),
      ups: try UPS(.whitePaper113, module: rating, modules: 1, topology: .n),
      switchgear: LossStage("switchgear", rating: rating, loss: try loss("switchgear"), heat: .backOfHouse),
      transformer: LossStage("none", rating: rating, loss: .none, heat: .backOfHouse),
      lighting: rating * 0.01, generatorStandby: rating * 0.003)
    let cooling = ["CRAC", "humidifier", "chiller plant"]
    for load in [1.0, 0.8, 0.5] {
      let it = rating * load
      let mechanical = try cooling.reduce(Watts.zero) { sum, name in
        sum + (try loss(name)).loss(carrying: it, rating: rating)
      }
      let pue = try #require(chain.reading(it: it, mechanical: mechanical).pue)
      let flat = ComponentModel.whitePaper113.pue(at: Fraction(load))
      #expect(pue > flat && pue < flat * 1.02)
    }
  }
}
