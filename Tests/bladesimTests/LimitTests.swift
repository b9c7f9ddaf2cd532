import Testing

@Suite("What a layout left undone, as users read it")
struct LimitTests {
  private let folder: Program.Folder

  init() throws { folder = try Program.Folder() }

  /// The verdict of a small study with a part of its text replaced, its lines joined; and the same as JSON.
  private func verdict(_ old: String = "", _ new: String = "") throws -> (text: String, json: String) {
    let plain = SmallScenario.text(gate: "value(today).racks >= 1")
    try #require(old.isEmpty || plain.contains(old))
    let text = old.isEmpty ? plain : plain.replacing(old, with: new)
    try folder.write(text, to: "small.yaml")
    let told = try Program.run(["compare", "small.yaml", "--no-report", "--force"], in: folder)
    let json = try Program.run(["compare", "small.yaml", "--no-report", "--force", "--json"], in: folder)
    #expect(told.status == 0 && json.status == 0, "\(told.messages)\(json.messages)")
    return (told.output.split(whereSeparator: \.isWhitespace).joined(separator: " "), json.output)
  }

  @Test func `heat that a plant is too small for is told, with the hours`() throws {
    let small = try verdict(
      "cooling: {plant: perimeter-dx-2005, unit: 10 kW}",
      "cooling: {plant: perimeter-dx-2005, unit: 1 kW, design: 1 kW, spare units: 0}")
    #expect(
      small.text.contains(
        "The plant of today cannot remove all of its heat in 8 760 hours a year (100 % of the time): as much as "
      ))
    #expect(small.text.contains("so its energy and its PUE are too low."))
    #expect(small.json.contains("\"part\": \"cooling\""))
    #expect(small.json.contains("\"time_share\": 1,"))
  }

  @Test func `work that power caps prevent is told`() throws {
    let capped = try verdict(
      "{name: today, servers: {model: hp-dl380-g4}, technique: bare-metal}",
      "{name: today, servers: {model: hp-dl380-g4}, technique: bare-metal, caps: {rack: 4.7 kW}}")
    #expect(capped.text.contains("Power caps prevent "))
    #expect(capped.text.contains(" % of the work asked for in today, which the energy saved does not show."))
    #expect(capped.json.split(separator: "\"work_prevented_by_caps_share\": 0,").count == 2)
  }

  @Test func `a loss of cooling or power is told beside the failure of a server`() throws {
    let failing = try verdict(
      "  cooling: {plant: perimeter-dx-2005, unit: 10 kW}",
      "  cooling: {plant: perimeter-dx-2005, unit: 10 kW}\n"
        + "  reliability: {utility: {rate: 200 /y, repair: 10 h}, generator: false, battery: 1 min}")
    #expect(
      failing.text.contains("One loss of cooling or power took down up to 20 guests in today and 20 guests"))
    #expect(failing.json.contains("\"guests_lost_by_plant_seen\": 20,"))
  }

  @Test func `nothing of it is told where all heat is removed, all work is done and nothing fails`() throws {
    let plain = try verdict()
    for words in ["cannot remove all", "Power caps", "One loss of cooling"] {
      #expect(!plain.text.contains(words))
    }
    #expect(!plain.json.contains("\"part\": \"cooling\""))
    #expect(plain.json.split(separator: "\"work_prevented_by_caps_share\": 0,").count == 3)
    #expect(plain.json.split(separator: "\"guests_lost_by_plant_seen\": 0,").count == 3)
  }
}
