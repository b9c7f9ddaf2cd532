import Availability
import Quantities
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Failure and repair")
struct FailureModelTests {
  @Test func `an exponential unit's scale is its mean time between failures`() {
    let model = FailureModel(rate: EventsPerYear(0.5), repair: RepairTime(mean: Seconds(60)))
    #expect(isClose(model.weibullScale?.years ?? 0, 2))
  }

  @Test(arguments: [(0.5, 2.0), (2.0, 0.886226925452758), (1.0 / 3, 6.0)])
  func `a Weibull scale keeps the mean`(shape: Double, gamma: Double) {
    let model = FailureModel(rate: EventsPerYear(1), repair: RepairTime(mean: Seconds(60)), shape: shape)
    #expect(isClose((model.weibullScale?.years ?? 0) * gamma, 1))
  }

  @Test func `what never fails is always up`() {
    let model = FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 8)))
    #expect(model.meanTimeBetweenFailures == nil)
    #expect(model.weibullScale == nil)
    #expect(model.steadyState == .perfect)
  }

  @Test func `a mean time between failures is the inverse of a rate`() {
    let model = FailureModel(
      meanTimeBetweenFailures: Seconds(hours: 200_000), repair: RepairTime(mean: Seconds(hours: 8)))
    #expect(isClose(model.rate.value, 0.0438))
    #expect(isClose(model.steadyState.availability.value, 200_000.0 / 200_008))
  }

  @Test func `availability falls with the rate and with the repair time`() {
    var last = SteadyState.perfect
    for step in 1...50 {
      let state = SteadyState(rate: EventsPerYear(Double(step) * 0.1), repair: Seconds(hours: 4))
      #expect(state.availability < last.availability)
      #expect(
        SteadyState(rate: EventsPerYear(0.1), repair: Seconds(hours: 4) * Double(step)).unavailability.value
          <= state.unavailability.value * (1 + 1e-12), "only the product of rate and repair counts")
      last = state
    }
  }

  @Test func `lognormal parameters give back mean and variation`() throws {
    let repair = RepairTime(
      mean: Seconds(hours: 6), distribution: .lognormal(coefficientOfVariation: Fraction(1.5)))
    let (mu, sigma) = try #require(repair.lognormalParameters)
    // Numerical moments of exp(mu + sigma z) over the normal density.
    var mean = 0.0
    var square = 0.0
    let step = 0.001
    for index in -12_000...12_000 {
      let z = Double(index) * step
      let weight = exp(-z * z / 2) / (2 * Double.pi).squareRoot() * step
      let time = exp(mu + sigma * z)
      mean += weight * time
      square += weight * time * time
    }
    #expect(isClose(mean, 21_600, relative: 1e-6))
    #expect(isClose((square - mean * mean).squareRoot() / mean, 1.5, relative: 1e-4))
    #expect(RepairTime(mean: Seconds(60)).lognormalParameters == nil)
  }

  @Test func `each distribution has its variation`() {
    let mean = Seconds(hours: 4)
    #expect(RepairTime(mean: mean, distribution: .fixed).coefficientOfVariation == .zero)
    #expect(RepairTime(mean: mean).coefficientOfVariation == .one)
  }

  @Test(arguments: ComponentReliability.all)
  func `a component's figures are sane and sourced`(component: ComponentReliability) {
    #expect(component.range.contains(component.rate))
    #expect(component.rate > .zero && component.repair > .zero)
    #expect(!component.source.isEmpty)
    #expect(component.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(component.model.steadyState.availability > Fraction(0.99))
    #expect(ComponentReliability.named(component.name) == component, "names are unique")
  }

  @Test func `the catalogue holds the figures of its sources`() {
    #expect(ComponentReliability.named("server")?.rate == EventsPerYear(0.08))
    #expect(ComponentReliability.named("disk")?.rate == EventsPerYear(0.0171))
    #expect(ComponentReliability.named("disk")?.confidence == .published)
    #expect(ComponentReliability.enclosureMidplane.repair >= Seconds(hours: 24))
    #expect(ComponentReliability.named("abacus") == nil)
  }
}
