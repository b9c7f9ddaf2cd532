import Quantities

/// What the plant did not do in a sample, and for how much of it.
struct PlantGap {
  /// The part of the sample's heat that was not removed, were the heat the same all the time.
  private(set) var missing = 0.0
  /// The part of the time on the generator.
  private(set) var generator = 0.0
  /// The part of the time with power; exactly 0 when there was none.
  private(set) var lit = 1.0
  private var darkMilliseconds = Int64(0)

  /// Adds a time in which nothing changed.
  mutating func add(
    _ missingCooling: Double, onGenerator: Bool, inDark: Bool, milliseconds: Int64, of length: Int64
  ) {
    let part = Double(milliseconds) / Double(length)
    missing += missingCooling * part
    if onGenerator { generator += part }
    guard inDark else { return }
    darkMilliseconds += milliseconds
    lit = Double(length - darkMilliseconds) / Double(length)
  }

  /// The part of the heat that was removed of that given while there was power. In the dark none is given.
  var running: Fraction { lit > 0 ? Fraction(min(1, max(0, (1 - missing) / lit))) : .zero }
}
