import Cooling
import Documents
import Power
import Quantities
import Scenario
import ScenarioFile
import Simulation
import Study
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

  private static let given = "{power: {era: 2015, design: 20 kW}}"

  @Test func `a list of plants is a layout in each, named after it`() throws {
    let list = text("[keep, right-size, \(Self.given), {cooling: {plant: in-row}}]")
      .replacing("savings(blades)", with: "savings(blades-kept)")
    let outcome = SmallRoom.load(list)
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let layouts = try #require(outcome.scenario).layouts
    #expect(
      layouts.map(\.name)
        == ["today", "blades-kept", "blades-right-sized", "blades-given", "blades-given-2"])
    #expect(layouts.map(\.entry) == [0, 1, 1, 1, 1])
    guard case .kept = layouts[1].plant, case .rightSized = layouts[2].plant,
      case .given(let power) = layouts[3].plant, case .given(let cooling) = layouts[4].plant
    else {
      Issue.record("the plants are of other kinds")
      return
    }
    #expect(power.designPower == Watts(kilowatts: 20))
    #expect(cooling.specification.cooling.entry.name == "in-row")
  }

  /// One layout with a list of three plants is three layouts with one plant each, and its gates are theirs.
  @Test func `a list of plants comes to what the layouts come to when each is written out`() throws {
    let list = text("[keep, right-size, \(Self.given)]").replacing(
      "  - savings(blades).energy >= 10 %\n",
      with: "  - savings(blades-kept).energy >= 1 %\n  - savings(blades-given).energy >= 99.9 %\n")
    let result = try StudyRun(try #require(SmallRoom.load(list).scenario), threads: 1).result()
    let energies = result.layouts.map { $0.runs[0].meterEnergy }
    #expect(energies.count == 4)
    for (index, plant) in ["keep", "right-size", Self.given].enumerated() {
      let one = try StudyRun(try #require(SmallRoom.load(text(plant)).scenario), threads: 1).result()
      #expect(one.layouts[1].runs[0].meterEnergy == energies[index + 1])
    }
    #expect(energies[2] < energies[1] && energies[3] < energies[1])
  }

  @Test func `plants and techniques in lists are layouts of every pair, one survey for each plant`() throws {
    let both = text("[keep, right-size]").replacing(
      "technique: vmware-esx-3", with: "techniques: [vmware-esx-3, xen-3-pv]"
    ).replacing("savings(blades)", with: "savings(blades-kept-xen-3-pv)")
    let outcome = SmallRoom.load(both)
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    #expect(
      scenario.layouts.map(\.name) == [
        "today", "blades-kept-vmware-esx-3", "blades-kept-xen-3-pv", "blades-right-sized-vmware-esx-3",
        "blades-right-sized-xen-3-pv",
      ])
    #expect(scenario.surveys.map(\.name) == ["blades-kept", "blades-right-sized"])
    #expect(scenario.surveys.map { $0.entries.map(\.layout) } == [[1, 2], [3, 4]])
  }

  @Test func `a gate on the name of the entry is told the names of its layouts`() {
    let messages = SmallRoom.messages(text("[keep, right-size]"))
    #expect(messages.contains("there is no layout 'blades'"), "\(messages)")
    #expect(messages.contains("help: 'blades' stands for blades-kept, blades-right-sized; name one"))
  }

  @Test(arguments: [
    ("[]", "'plant' names no plant", "[keep, right-size]"),
    ("[keep, rightsize]", "'plant[1]' cannot be 'rightsize'", "did you mean 'right-size'?"),
    ("[keep, {}]", "nothing says what the plant is", "add 'power'"),
  ])
  func `a list of plants with a mistake is explained once`(plant: String, message: String, help: String) {
    let messages = SmallRoom.messages(text(plant))
    #expect(messages.contains(message) && messages.contains(help), "\(messages)")
    #expect(messages.split(separator: "error: ").count == 2)
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
