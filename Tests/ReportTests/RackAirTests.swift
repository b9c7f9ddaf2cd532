import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Intakes of racks in the report")
struct RackAirTests {
  @Test func `below each rack stands the air it draws in, and the warmest rack is named`() throws {
    var contents = try Examples.standard.get()
    for index in contents.study.layouts[0].racks.indices {
      contents.study.layouts[0].racks[index].air = StoredRackAir(
        meanPower: Watts(1000), peakPower: Watts(2000), meanIntake: Celsius(21.5), peakIntake: Celsius(23.25))
    }
    contents.study.layouts[0].racks[0].air?.peakIntake = Celsius(26.04)
    let text = RackSection(contents: contents).markup.serialized
    #expect(text.contains("the warmest air goes into rack 1, 26.0 °C at the peak"))
    #expect(text.contains("<li>26.0 °C"))
    for index in contents.study.layouts[0].racks.indices {
      contents.study.layouts[0].racks[index].air?.peakIntake = Celsius(23.26 + 0.001 * Double(index))
    }
    let even = RackSection(contents: contents).markup.serialized
    #expect(
      even.contains(
        contents.study.layouts[0].racks.count > 1
          ? "every rack draws in air of 23.3 °C" : "rack 1, 23.3 °C at the peak"))
    #expect(text.contains(">21.5<"))
  }

  @Test func `a study of an older file says nothing of them`() throws {
    var contents = try Examples.standard.get()
    for layout in contents.study.layouts.indices {
      for rack in contents.study.layouts[layout].racks.indices {
        contents.study.layouts[layout].racks[rack].air = nil
      }
    }
    let text = RackSection(contents: contents).markup.serialized
    #expect(!text.contains("the warmest air") && !text.contains("°C intake"))
  }
}
