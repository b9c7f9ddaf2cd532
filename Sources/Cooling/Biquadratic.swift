import Quantities

/// A second-degree polynomial of two temperatures, the usual form of chiller curves.
///
/// ```
/// f(x, y) = c0 + c1·x + c2·x² + c3·y + c4·y² + c5·x·y
/// ```
struct Biquadratic: Hashable, Sendable {
  private let one, x, xx, y, yy, xy: Double

  /// A curve over degrees Celsius; factors of 1, x, x², y, y², xy.
  init(celsius c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double) {
    (one, x, xx, y, yy, xy) = (c0, c1, c2, c3, c4, c5)
  }

  /// A curve published over degrees Fahrenheit, brought to Celsius by inserting `32 + 1.8·t`.
  init(fahrenheit c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double) {
    let (zero, step) = (32.0, 1.8)
    one = c0 + zero * (c1 + c3 + zero * (c2 + c4 + c5))
    x = step * (c1 + zero * (2 * c2 + c5))
    xx = step * step * c2
    y = step * (c3 + zero * (2 * c4 + c5))
    yy = step * step * c4
    xy = step * step * c5
  }

  /// The value at two temperatures.
  func callAsFunction(_ first: Celsius, _ second: Celsius) -> Double {
    let (u, v) = (first.value, second.value)
    return one + u * (x + xx * u + xy * v) + v * (y + yy * v)
  }
}
