import Cooling
import Documents
import Power
import Quantities
import Scenario
import ScenarioFile
import Testing

@Suite("The plant of a layout")
struct PlantChoiceTests {
  /// The small room with a plant for its blades.
  private func text(_ plant: String) -> String {
    SmallRoom.changed(
      "    technique: vmware-esx-3\n", to: "    technique: vmware-esx-3\n    plant: \(plant)\n")
  }

  private func choice(_ plant: String) throws -> PlantChoice {
    let outcome = SmallRoom.load(text(plant))
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    return try #require(outcome.scenario).layouts[1].plant
  }

  @Test func `without a word, or with keep, it is the site's`() throws {
    guard case .kept = try choice("keep"),
      case .kept = try #require(SmallRoom.load(SmallRoom.text).scenario).layouts[1].plant
    else {
      Issue.record("the plant is not kept")
      return
    }
  }

  @Test(arguments: [
    ("right-size", "20 %"), ("{right-size: {}}", "20 %"), ("{right-size: {margin: 0 %}}", "0 %"),
    ("{right-size: {margin: 35 %}}", "35 %"),
  ])
  func `a plant is sized with the margin that is written, or 20 per cent`(plant: String, written: String)
    throws
  {
    guard case .rightSized(.planned, let margin) = try choice(plant) else {
      Issue.record("the plant is not sized anew")
      return
    }
    #expect(margin == (try Fraction(written)))
  }

  @Test(arguments: [
    ("nameplate", PowerRatings.Kind.nameplate), ("derated", .derated), ("planned", .planned),
  ])
  func `a plant is sized by the power that is written`(written: String, kind: PowerRatings.Kind) throws {
    guard case .rightSized(kind, let margin) = try choice("{right-size: {by: \(written), margin: 10 %}}")
    else {
      Issue.record("the plant is not sized by \(written)")
      return
    }
    #expect(margin == Fraction(percent: 10))
    #expect(SmallRoom.messages(text("{right-size: {by: measured}}")).contains("'by' cannot be 'measured'"))
  }

  @Test(arguments: [
    ("{power: {era: 2015, design: 20 kW}}", 20.0, "2015", 60.0, "perimeter-dx-2005"),
    ("{cooling: {plant: in-row, design: 30 kW}}", 60, "2005", 30, "in-row"),
    // Without a design heat it takes that of the equipment, of losses and of lamps.
    ("{power: {era: 2015, design: 20 kW}, cooling: {plant: in-row}}", 20, "2015", 22, "in-row"),
  ])
  func `the part that a given plant leaves out is the site's`(
    plant: String, power: Double, era: String, heat: Double, cooling: String
  ) throws {
    guard
      case .given(let given) = try choice(plant.replacing("plant: in-row", with: "plant: in-row, unit: 1 kW"))
    else {
      Issue.record("the plant is not the layout's own")
      return
    }
    #expect(given.designPower == Watts(kilowatts: power))
    #expect(given.specification.power.era.name == era)
    #expect(given.specification.cooling.entry.name == cooling)
    let size = given.cooling.size
    let site = try #require(SmallRoom.load(SmallRoom.text).scenario).site.plant.cooling.size
    #expect(cooling == "in-row" ? size.neededUnits == Int(heat) : size == site)
  }

  @Test(arguments: [
    (
      "{right-size: {}, power: {era: 2005, design: 20 kW}}",
      "the plant is both right-sized and given", "delete 'power' or 'right-size'"
    ),
    ("{}", "nothing says what the plant is", "add 'power', 'cooling' or 'right-size'"),
    ("{right-size: {margin: 120 %}}", "'margin' must be between 0 % and 100 %, found 120 %", ""),
    ("rightsize", "'plant' cannot be 'rightsize'", "did you mean 'right-size'?"),
    ("{power: {era: 2005, design: 1 kW, module: 1 MW}, colling: {}}", "unknown key 'colling'", "'cooling'"),
  ])
  func `what makes no sense is explained`(plant: String, message: String, help: String) {
    let messages = SmallRoom.messages(text(plant))
    #expect(messages.contains(message) && messages.contains(help), "\(messages)")
  }

  @Test func `a plant of one's own that idle servers exceed is warned of where it is written`() throws {
    let text = SmallRoom.changed(
      "    technique: bare-metal\n",
      to: "    technique: bare-metal\n    plant: {power: {era: 2005, design: 1 kW}}\n")
    let warning = try #require(SmallRoom.load(text).diagnostics.all.first)
    #expect(warning.message.contains("20 idle servers draw 4520 W, above the design of 1 kW"))
    let line = text.split(separator: "\n").firstIndex { $0.contains("design: 1 kW") }
    #expect(warning.place.span?.start.line == line.map { $0 + 1 })
  }
}
