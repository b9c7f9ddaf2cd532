import Cooling
import Quantities
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
}
