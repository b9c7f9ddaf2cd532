import Cooling
import Documents
import Quantities
import Scenario
import Simulation
import Study
import TestSupport
import Testing

@testable import ScenarioFile

/// The envelope of humidity that a room keeps, from the scenario file to the bill of energy and water.
@Suite("The envelope of a room")
struct EnvelopeBlockTests {
  private func text(_ more: String, plant: String = "perimeter-dx-2005") -> String {
    SmallRoom.changed("plant: perimeter-dx-2005", to: "plant: \(plant)\(more)")
  }

  @Test(arguments: [
    ("envelope: recommended-2016", Humidifier.steam, nil as Double?),
    ("envelope: a1, humidifier: spray, outside air: 0.2 m3/s", .adiabatic, 0.2),
    ("envelope: h1, outside air: 0 m3/s", .steam, 0),
  ])
  func `an envelope is read with what keeps it`(keys: String, humidifier: Humidifier, air: Double?) throws {
    let scenario = try #require(SmallRoom.load(text(", \(keys)")).scenario)
    let kept = try #require(scenario.site.plant.specification.cooling.humidity)
    #expect(keys.contains("envelope: \(kept.envelope.name)"))
    #expect(kept.humidifier == humidifier && kept.outsideAir?.value == air)
  }

  @Test(arguments: [
    (", envelope: recommended-2017", "'envelope' cannot be 'recommended-2017'", "recommended-2016"),
    (
      ", humidifier: spray", "'humidifier' says how an envelope is kept, and none is stated", "add 'envelope'"
    ),
    (", outside air: 0.1 m3/s", "'outside air' says how an envelope is kept", "add 'envelope'"),
    (", envelope: a1, outside air: 1 kW", "'kW' is a unit of power", ""),
    (", envelope: a1, humidifier: fog", "'humidifier' cannot be 'fog'", "spray"),
  ])
  func `what cannot be is refused with help`(keys: String, complaint: String, help: String) {
    let outcome = SmallRoom.load(text(keys))
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    #expect(outcome.scenario == nil && messages.contains(complaint), "\(messages)")
    #expect(messages.contains(help))
  }

  /// 14 °C and 20 % of recirculation at 14 K make an intake of 17.5 °C.
  @Test func `servers that draw in air outside the envelope are a warning`() {
    let outcome = SmallRoom.load(text(", envelope: recommended-2004"))
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    #expect(
      messages.contains(
        "servers draw in air of 17.5 degC, outside the 20 degC to 25 degC of 'recommended-2004'"),
      "\(messages)")
    #expect(messages.contains("raise 'supply'"))
    let warm = SmallRoom.load(text(", envelope: recommended-2004, supply: 18 degC"))
    #expect(DiagnosticRendering.text(warm.diagnostics) == "")
  }

  /// 22 °C of in-row units; recirculation r at 14 K adds 14 r / (1 - r).
  @Test(arguments: [
    ("recirculation: 30 %", ""), ("recirculation: 50 %", "warning: servers draw in air of 36 degC"),
    ("recirculation: 90 %", "error: servers draw in air of 148 degC, in which none runs"),
  ])
  func `air that no server takes is refused, and hot air is a warning`(keys: String, complaint: String) {
    let messages = DiagnosticRendering.text(SmallRoom.load(text(", \(keys)", plant: "in-row")).diagnostics)
    #expect(complaint.isEmpty ? messages.isEmpty : messages.contains(complaint), "\(messages)")
    #expect(complaint.isEmpty || messages.contains("lower 'supply' or 'recirculation'"))
  }

  /// Energy and water of a year, of the first layout.
  private func year(_ more: String, plant: String = "perimeter-dx-2005") throws -> (
    energy: Double, water: Double
  ) {
    let scenario = try #require(SmallRoom.load(text(more, plant: plant)).scenario)
    let run = try StudyRun(scenario, threads: 1).result().layouts[0].runs[0]
    return (run.meterEnergy.kilowattHours, run.water.value)
  }

  @Test func `a narrow envelope costs energy and water, more outside air costs more`() throws {
    let none = ", humidity-standing: 0 %, humidity-proportional: 0 %, supply: 18 degC"
    let dry = try year(none)
    let wide = try year(", supply: 18 degC, envelope: recommended-2016")
    let narrow = try year(", supply: 18 degC, envelope: recommended-2004")
    let spray = try year(", supply: 18 degC, envelope: recommended-2004, humidifier: spray")
    let airy = try year(", supply: 18 degC, envelope: recommended-2004, outside air: 0.5 m3/s")
    #expect(dry.water == 0 && wide.water < narrow.water * 0.2)
    #expect(dry.energy < wide.energy && wide.energy < narrow.energy && narrow.energy < airy.energy)
    #expect(narrow.water < airy.water && isClose(spray.water, narrow.water, relative: 1e-9))
    #expect(spray.energy < narrow.energy)
    let sealed = try year(", supply: 18 degC, envelope: recommended-2004, outside air: 0 m3/s")
    #expect(isClose(sealed.energy, dry.energy, relative: 1e-12) && sealed.water == 0)
  }

  @Test func `an economizer under a narrow envelope uses more water, and its compressors more energy`() throws
  {
    let wide = try year(", envelope: a3", plant: "air-economizer-2025")
    let narrow = try year(", envelope: recommended-2004", plant: "air-economizer-2025")
    #expect(narrow.water > wide.water * 2 && narrow.energy > wide.energy)
  }
}
