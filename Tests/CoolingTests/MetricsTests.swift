import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Usage effectiveness")
struct MetricsTests {
  @Test func `1 800 kWh at the meter for 1 000 kWh of IT is a PUE of 1.8`() throws {
    let pue = try #require(PUE(facility: Joules(kilowattHours: 1800), it: Joules(kilowattHours: 1000)))
    #expect(pue.value == 1.8)
    #expect(abs(pue.infrastructureEfficiency.percent - 55.5556) < 1e-3)
    #expect(pue.description == "1.800")
  }

  @Test func `no IT energy means no ratio`() {
    #expect(PUE(facility: Joules(1), it: Joules(0)) == nil)
    #expect(PUE(facility: Watts(1), it: Watts(0)) == nil)
    #expect(WaterUsageEffectiveness(water: Liters(1), it: Joules(0)) == nil)
  }

  @Test func `powers of an instant divide as energies do`() {
    #expect(PUE(facility: Watts(kilowatts: 150), it: Watts(kilowatts: 100)) == PUE(1.5))
    #expect(PUE(1.5) < PUE(1.6))
  }

  @Test func `water and carbon are per kilowatt-hour of IT`() {
    let water = WaterUsageEffectiveness(water: Liters(1850), it: Joules(kilowattHours: 1000))
    #expect(water == WaterUsageEffectiveness(1.85))
    let carbon = CarbonUsageEffectiveness.value(intensity: KilogramsCO2ePerKilowattHour(0.6), pue: PUE(2))
    #expect(carbon == KilogramsCO2ePerKilowattHour(1.2))
  }

  @Test func `the further down the meter, the higher the PUE`() throws {
    let meters = try #require(
      EnergyMeters(
        facility: Joules(kilowattHours: 1800), upsOutput: Joules(kilowattHours: 1120),
        distributionOutput: Joules(kilowattHours: 1060), equipmentInput: Joules(kilowattHours: 1000),
        reused: Joules(kilowattHours: 300)))
    let expected: [(PUECategory, String)] = [
      (.upsOutput, "1.607"), (.distributionOutput, "1.698"), (.equipmentInput, "1.800"),
    ]
    for (category, text) in expected { #expect(try #require(meters.pue(category)).description == text) }
    #expect(try #require(meters.energyReuseEffectiveness).description == "1.500")
    #expect(PUECategory.allCases.sorted().map(\.description) == ["category 1", "category 2", "category 3"])
  }

  @Test func `meters that show more downstream than upstream are refused`() {
    let (one, two) = (Joules(1), Joules(2))
    #expect(
      EnergyMeters(facility: one, upsOutput: two, distributionOutput: one, equipmentInput: one) == nil)
    #expect(
      EnergyMeters(facility: two, upsOutput: two, distributionOutput: one, equipmentInput: two) == nil)
    let idle = EnergyMeters(
      facility: one, upsOutput: .zero, distributionOutput: .zero, equipmentInput: .zero)
    #expect(idle != nil && idle?.pue(.equipmentInput) == nil && idle?.energyReuseEffectiveness == nil)
  }

  @Test func `the overheads of zones add up to that of the facility`() throws {
    let it = Joules(kilowattHours: 1000)
    let cooling = try #require(PartialPUE(zone: "cooling", overhead: Joules(kilowattHours: 400), it: it))
    let power = try #require(PartialPUE(zone: "power", overhead: Joules(kilowattHours: 200), it: it))
    #expect(cooling.description == "cooling 1.400" && power < cooling)
    let whole = try #require(PUE(facility: Joules(kilowattHours: 1600), it: it))
    #expect(isClose(cooling.value + power.value - 1, whole.value))
    #expect(PartialPUE(zone: "cooling", overhead: it, it: .zero) == nil)
  }

  @Test func `reuse of more than the overhead takes ERE below one`() throws {
    let effectiveness = try #require(
      EnergyReuseEffectiveness(
        facility: Joules(kilowattHours: 1200), reused: Joules(kilowattHours: 500),
        it: Joules(kilowattHours: 1000)))
    #expect(isClose(effectiveness.value, 0.7))
  }
}
