import Cooling
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

@Suite("Warm air")
struct WarmAirTests {
  private static let hour = Seconds(hours: 1)

  /// A day of steady load in a room of which the servers draw in their own exhaust by a share.
  private func run(_ layout: Layout, recirculation: Double, percent: UInt8 = 40) throws -> RecordedRun {
    var scenario = try TinyStudy.scenario(
      days: 1, sample: Self.hour,
      guests: [TinyStudy.steady(count: 8, percent: percent, sample: Self.hour)], layouts: [layout])
    scenario.site.plant.specification.cooling.room = RoomAir(
      recirculation: Fraction(recirculation), serverRise: KelvinDifference(14))
    return try RecordedRun(scenario)
  }

  /// 14 degrees supplied and a rise of 14 K: 35 degrees at the inlet with 60 % of exhaust in it.
  @Test func `rack servers draw a fifth more at 35 degrees, and nothing more at 28 or below 27`() throws {
    for (recirculation, inlet) in [(0.2, 17.5), (0.48, 26.923), (0.6, 35)] {
      let run = try run(TinyStudy.dedicated(), recirculation: recirculation)
      #expect(isClose(run.design.plant.specification.inlet.value, inlet, absolute: 1e-3))
      let servers = zip(run.watts(.serversIdle), run.watts(.serversWork)).map(+)
      let supplies = run.watts(.supplies)
      let factor = ServerFans.typical.factor(at: run.design.plant.specification.inlet) - 1
      #expect(inlet > 27 ? isClose(factor, 0.2, absolute: 1e-3) : factor == 0)
      for (sample, fans) in run.watts(.serverFans).enumerated() {
        #expect(isClose(fans, (servers[sample] + supplies[sample]) * factor, absolute: 1e-9))
      }
    }
  }

  @Test func `planned power has the warm fans in it`() throws {
    let cool = try run(TinyStudy.dedicated(), recirculation: 0.2).design.plannedPower
    let warm = try run(TinyStudy.dedicated(), recirculation: 0.6).design.plannedPower
    #expect(isClose(warm / cool, ServerFans.typical.factor(at: Celsius(35)), relative: 1e-9))
  }

  @Test func `the fans of enclosures follow heat and inlet, sample by sample`() throws {
    let run = try run(TinyStudy.virtualized(), recirculation: 0.6, percent: 20)
    let layout = run.simulator.scenario.layouts[0]
    let frame = try #require(layout.servers.enclosurePower(inlet: Celsius(35)))
    #expect(frame.answer != nil)
    let blades = zip(run.watts(.serversIdle), run.watts(.serversWork)).map(+)
    #expect(run.design.enclosures == 1)
    for (sample, own) in run.watts(.enclosures).enumerated() {
      let expected = frame.own(bladeDC: Watts(blades[sample]))
      #expect(isClose(own, expected.value, relative: 1e-9))
      #expect(expected > frame.fixed + Watts(1))
    }
  }

  @Test func `PUE looks better in warm air while energy rises`() throws {
    let cool = try run(TinyStudy.virtualized(), recirculation: 0.2).summary
    let warm = try run(TinyStudy.virtualized(), recirculation: 0.6).summary
    #expect(warm.meterEnergy > cool.meterEnergy)
    #expect(warm.pue < cool.pue)
  }
}
