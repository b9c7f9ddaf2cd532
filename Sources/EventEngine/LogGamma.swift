#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The logarithm of the gamma function for positive arguments, to about 1 part in 10^15.
///
/// The C library's `lgamma` writes a global variable; this one is pure.
///
/// **Source**: Stirling's series, Abramowitz and Stegun (1964), "Handbook of mathematical functions",
/// 6.1.40 and 6.1.41, after shifting the argument to at least 10 by 6.1.15.
enum LogGamma {
  /// B(2k) / (2k (2k - 1)) for k = 1, 2, ...
  private static let series: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
  ]
  private static let halfLogTwoPi = 0.918_938_533_204_672_741_78

  static func value(at x: Double) -> Double {
    var argument = x
    var product = 1.0
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let square = 1 / (argument * argument)
    var correction = 0.0
    for coefficient in series.reversed() { correction = correction * square + coefficient }
    return (argument - 0.5) * log(argument) - argument + halfLogTwoPi + correction / argument - log(product)
  }
}
