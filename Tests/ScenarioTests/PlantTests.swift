import Cooling
import Power
import Quantities
import Scenario
import TestScenarios
import TestSupport
import Testing

@Suite("Plant")
struct PlantTests {
  private func specification() throws -> PlantSpecification { try TinyStudy.site().plant.specification }

  @Test(arguments: [(500.0, 1), (1000, 1), (1001, 2), (7200, 8), (250_000, 250)])
  func `a plant has as many whole units as its design needs, and the spare ones`(watts: Double, units: Int)
    throws
  {
    let plant = try specification().plant(designPower: Watts(watts), designHeat: Watts(watts))
    #expect(plant.designPower == Watts(watts))
    #expect(plant.cooling.size.neededUnits == units && plant.cooling.size.spareUnits == 1)
    let ups = plant.electrical.ups
    #expect(ups.module * Double(ups.modules - 1) >= Watts(watts))
  }

  @Test func `the chain is rated for what cooling draws in the hottest hour`() throws {
    var specification = try specification()
    let hot = try specification.plant(designPower: Watts(5000), designHeat: Watts(5000))
    specification.hottest = WeatherSample(dryBulb: Celsius(-10), dewPoint: Celsius(-15))
    let cold = try specification.plant(designPower: Watts(5000), designHeat: Watts(5000))
    #expect(hot.electrical.transformer.rating > cold.electrical.transformer.rating)
    #expect(hot.electrical.ups.module == cold.electrical.ups.module)
  }

  /// With one spare unit; the least that is installed, and the largest unit of equals.
  @Test(arguments: [
    (8.0, 10.0, 1), (18, 10, 2), (34, 20, 2), (66, 70, 1), (85, 50, 2), (134, 70, 2), (280, 100, 3),
    (401, 100, 5),
    (2500, 100, 25),
  ])
  func `without a word, cooling units are the standard ones that leave least idle`(
    heat: Double, unit: Double, needed: Int
  ) throws {
    var specification = try specification()
    specification.cooling.unitCapacity = nil
    let size = try specification.plant(
      designPower: Watts(kilowatts: heat), designHeat: Watts(kilowatts: heat)
    ).cooling.size
    #expect(size.unitCapacity == Watts(kilowatts: unit) && size.neededUnits == needed)
    // No other standard unit does with less.
    for other in CoolingSpecification.unitCapacities {
      let count = (heat / other.kilowatts).rounded(.up)
      let isOpen = count <= 2 || other == CoolingSpecification.unitCapacities.last
      #expect(!isOpen || other.kilowatts * (count + 1) >= unit * Double(needed + 1) - 1e-9)
    }
  }

  @Test(arguments: [(0.0, 1000.0), (1000, 0), (-5, -5), (1000, 1e9)])
  func `a plant that cannot be sized is refused`(power: Double, heat: Double) {
    #expect(throws: PowerProblem.self) {
      try specification().plant(designPower: Watts(power), designHeat: Watts(heat))
    }
  }

  @Test func `a plant is kept, given or sized for planned power with its margin`() throws {
    let site = try TinyStudy.site().plant
    let planned = PowerRatings(nameplate: Watts(5000), planned: Watts(2000))
    #expect(try PlantChoice.kept.plant(for: planned, site: site).designPower == site.designPower)
    let own = try specification().plant(designPower: Watts(700), designHeat: Watts(700))
    #expect(try PlantChoice.given(own).plant(for: planned, site: site).designPower == Watts(700))
    let sized = try PlantChoice.rightSized(by: .planned, margin: Fraction(percent: 25)).plant(
      for: planned, site: site)
    #expect(sized.designPower == Watts(2500))
    let heat = sized.electrical.critical(it: Watts(2500)).heat
    #expect(sized.cooling.size.neededUnits == Int((heat / sized.cooling.size.unitCapacity).rounded(.up)))
    #expect(sized.electrical.ups.topology == site.electrical.ups.topology)
    #expect(throws: PowerProblem.self) {
      let nothing = PowerRatings(nameplate: .zero, planned: .zero)
      return try PlantChoice.rightSized(by: .planned, margin: .zero).plant(for: nothing, site: site)
    }
  }

  @Test(arguments: [
    (PowerRatings.Kind.nameplate, 6000.0), (.derated, 4020), (.planned, 2400),
  ])
  func `a plant is right-sized by the power that is named`(kind: PowerRatings.Kind, watts: Double) throws {
    let ratings = PowerRatings(nameplate: Watts(5000), planned: Watts(2000))
    let sized = try PlantChoice.rightSized(by: kind, margin: Fraction(percent: 20)).plant(
      for: ratings, site: TinyStudy.site().plant)
    #expect(isClose(sized.designPower.value, watts))
    // Nobody has measured it before it ran.
    #expect(throws: PowerProblem.self) {
      try PlantChoice.rightSized(by: .measured, margin: .zero).plant(
        for: ratings, site: TinyStudy.site().plant)
    }
  }
}
