import Quantities
import TestSupport
import Testing
import Workload

@Suite("Catalogue of demand patterns")
struct DemandPatternCatalogTests {
  @Test func `names are unique and found again`() {
    let names = DemandPatternCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    for pattern in DemandPatternCatalog.all { #expect(DemandPatternCatalog.named(pattern.name) == pattern) }
    #expect(DemandPatternCatalog.named("office hours") == nil)
  }

  @Test(arguments: DemandPatternCatalog.all)
  func `every parameter has a default in its own range`(_ pattern: DemandPattern) {
    for parameter in pattern.parameters { #expect(parameter.allows(parameter.standard)) }
    #expect(Set(pattern.parameters.map(\.name)).count == pattern.parameters.count)
  }

  @Test(arguments: DemandPatternCatalog.all)
  func `shapes stay between 0 and 1 at the ends of every range`(_ pattern: DemandPattern) {
    for parameter in pattern.parameters {
      let ends: [DemandParameter.Value] =
        switch parameter.domain {
        case .time(_, let range): [.time(range.lowerBound), .time(range.upperBound)]
        case .share(_, let range): [.share(range.lowerBound), .share(range.upperBound)]
        }
      for end in ends {
        var settings = DemandSettings()
        settings[parameter.name] = end
        #expect(settings.problem(for: pattern) == nil)
        let shape = pattern.makeShape(DemandShapeValues(parameters: pattern.parameters, settings: settings))
        let calendar = DemandCalendar(firstWeekday: 0)
        for sample in 0..<2016 {
          let height = shape(calendar.moment(after: Seconds(Double(sample) * 300)))
          #expect(height >= 0 && height <= 1 + 1e-12)
        }
      }
    }
  }

  @Test func `a parameter changes the shape`() throws {
    var settings = DemandSettings()
    settings["starts"] = .time(Seconds(hours: 22))
    var generator = SeededGenerator(seed: 1)
    let level = DemandLevel(mean: Fraction(0.2), peak: Fraction(0.8))
    let demand = PatternDemand(.nightlyBatch, level: level, settings: settings, noise: .none)
    let samples = try demand.series(
      calendar: DemandCalendar(firstWeekday: 0), weeks: 1, interval: Seconds(hours: 1), using: &generator
    ).series.samples
    // The window runs over midnight: 22, 23, 0 and 1 o'clock.
    #expect(samples[..<24].enumerated().filter { $0.element == 255 }.map(\.offset) == [0, 1, 22, 23])
  }

  @Test func `settings that do not suit a pattern are refused in words`() {
    var unknown = DemandSettings()
    unknown["opening"] = .time(Seconds(hours: 9))
    #expect(
      unknown.problem(for: .officeHours)
        == DemandProblem(
          "office-hours has no parameter 'opening'", help: "it has opens, closes, lunch dip, night, weekend"))
    #expect(
      unknown.problem(for: .constant)
        == DemandProblem("constant has no parameter 'opening'", help: "it has none"))
    var outside = DemandSettings()
    outside["lunch dip"] = .share(Fraction(percent: 95))
    #expect(
      outside.problem(for: .officeHours)
        == DemandProblem("office-hours: 'lunch dip' is out of range", help: "it lies between 0 % and 90 %"))
    var wrongKind = DemandSettings()
    wrongKind["opens"] = .share(Fraction(percent: 95))
    #expect(wrongKind.problem(for: .officeHours) != nil)
  }
}
