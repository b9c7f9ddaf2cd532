import Power
import Quantities
import Testing

@Suite("Catalogues of the power room")
struct CatalogueTests {
  static let names: [[String]] = [
    PowerCurveModel.all.map(\.name), EfficiencyClass.all.map(\.name), UPSClass.all.map(\.name),
    ElectricalEra.all.map(\.name), BootProfile.all.map(\.name), EnclosureModule.all.map(\.name),
    UPSBattery.Chemistry.all.map(\.name), CapController.all.map(\.name), ComponentPower.all.map(\.name),
    ProcessorPower.Family.all.map(\.name), ProcessorPower.Ratios.all.map(\.name),
  ]

  static let sources: [[String]] = [
    EfficiencyClass.all.map(\.source), UPSClass.all.map(\.source), ElectricalEra.all.map(\.source),
    BootProfile.all.map(\.source), EnclosureModule.all.map(\.source), UPSBattery.Chemistry.all.map(\.source),
    CapController.all.map(\.source), ComponentPower.all.map(\.source),
    ProcessorPower.Ratios.all.map(\.source),
  ]

  @Test(arguments: names)
  func `names are unique and plain`(names: [String]) {
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(!name.isEmpty && name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(name)")
    }
  }

  @Test
  func `entries are found again by name`() {
    for kind in EfficiencyClass.all { #expect(EfficiencyClass.named(kind.name) == kind) }
    for kind in UPSClass.all { #expect(UPSClass.named(kind.name) == kind) }
    for era in ElectricalEra.all { #expect(ElectricalEra.named(era.name) == era) }
    for ratios in ProcessorPower.Ratios.all { #expect(ProcessorPower.Ratios.named(ratios.name) == ratios) }
    #expect(EfficiencyClass.named("diamond") == nil)
  }

  @Test(arguments: sources)
  func `every entry says where its figures come from`(sources: [String]) {
    for source in sources { #expect(source.count > 20) }
  }

  @Test(arguments: PowerCurveModel.all.map(\.name))
  func `a curve model makes its curve from what it declares`(name: String) throws {
    let model = try #require(PowerCurveModel.named(name))
    let points = (0...10).map { Watts(100 + 10 * Double($0)) }
    let curve = try model.make(.init(idle: Watts(100), peak: Watts(200), points: points, plane: .dc))
    #expect(curve.idle == Watts(100))
    #expect(curve.peak == Watts(200))
    #expect(curve.plane == .dc)
    for parameter in model.parameters {
      if let standard = parameter.standard { #expect(parameter.range.contains(standard)) }
    }
  }

  @Test
  func `the measured curve is the default`() {
    #expect(PowerCurveModel.all.first?.name == "measured")
    #expect(PowerCurveModel.all.first?.parameters.map(\.count) == [11])
  }

  @Test
  func `supply classes are listed from worst to best`() {
    let half = EfficiencyClass.all.map { $0.loss.efficiency(at: Fraction(0.5)) }
    // White and Bronze are equal there to the fifth digit.
    #expect(zip(half, half.dropFirst()).allSatisfy { $0.value <= $1.value + 1e-5 })
  }
}
