public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Random variation around a pattern that wanders and returns: a factor whose logarithm is an autoregressive
/// process of order one.
///
/// ```
/// factor[i] = exp(deviation * x[i])
/// x[i+1]    = phi * x[i] + sqrt(1 - phi^2) * normal(0, 1)      phi = exp(-interval / correlationTime)
/// ```
/// - `deviation`: standard deviation of the factor's logarithm, about that of the factor itself when small
/// - `correlationTime`: time after which the memory of a deviation has fallen to 1/e
///
/// **Valid for**: deviations up to 100 %. **Not modelled**: rare large surges; correlation between guests (give
/// them one series with one offset for that). **Source**: the textbook AR(1) process (Box, Jenkins, *Time Series
/// Analysis*, 1970); the default figures are a judgement.
///
/// Example: at a correlation time of 30 min, samples 5 min apart correlate by exp(-1/6) = 0.846.
public struct DemandNoise: Sendable, Hashable {
  /// Standard deviation of the factor's logarithm; 0 for none.
  public let deviation: Fraction
  /// Time after which the memory of a deviation has fallen to 1/e.
  public let correlationTime: Seconds

  /// Creates noise.
  ///
  /// - Precondition: the deviation is in 0...100 % and the time is positive.
  public init(deviation: Fraction, correlationTime: Seconds) {
    precondition(deviation >= .zero && deviation <= .one, "a deviation lies between 0 and 100 %")
    precondition(correlationTime > .zero, "a correlation time is positive")
    self.deviation = deviation
    self.correlationTime = correlationTime
  }

  /// A smooth demand.
  public static let none = DemandNoise(deviation: .zero, correlationTime: Seconds(minutes: 30))
  /// 15 %, remembered for half an hour.
  public static let standard = DemandNoise(
    deviation: Fraction(percent: 15), correlationTime: Seconds(minutes: 30))

  /// How much two samples a time apart correlate.
  public func correlation(after time: Seconds) -> Fraction { Fraction(exp(-(time / correlationTime))) }

  /// Logarithms of the factor at consecutive samples.
  package func logarithms(
    count: Int, interval: Seconds, using generator: inout some RandomNumberGenerator
  ) -> [Double] {
    guard deviation > .zero else { return [Double](repeating: 0, count: count) }
    let memory = correlation(after: interval).value
    let innovation = (1 - memory * memory).squareRoot()
    var state = normal(using: &generator)
    var result: [Double] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      result.append(deviation.value * state)
      state = memory * state + innovation * normal(using: &generator)
    }
    return result
  }

  /// A standard normal number by Marsaglia's polar method.
  private func normal(using generator: inout some RandomNumberGenerator) -> Double {
    while true {
      let horizontal = coordinate(generator.next())
      let vertical = coordinate(generator.next())
      let square = horizontal * horizontal + vertical * vertical
      if square > 0, square < 1 { return horizontal * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A number in -1..<1 from random bits, by a rule of our own: the standard library's may change, and a run is to
  /// give the same bytes for ever.
  private func coordinate(_ bits: UInt64) -> Double { Double(Int64(bitPattern: bits) >> 10) * 0x1p-53 }
}
