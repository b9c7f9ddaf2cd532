public import Quantities

/// How guests slow each other down through caches and memory, which no scheduler divides.
///
/// ```
/// stretch = min(cap, 1 + each * max(0, n - free))        by the number of memory-bound guests
/// stretch = min(cap, 1 / (1 - rho))                      by the utilization of the memory bus
/// ```
///
/// **Valid for**: a host of 2005 to 2015 as a default. **Not modelled**: which guests meet in which cache, non-uniform
/// memory. **Source**: 2 to 5 % for each memory-bound guest beyond four, 30 % at most; from memory, low confidence.
///
/// Example: six memory-bound guests at the default of 3.5 % run 7 % longer.
public struct Interference: Sendable, Hashable {
  /// What each further memory-bound guest adds.
  public let each: Fraction
  /// How many there may be before any slows another.
  public let free: Int
  /// The most that is added.
  public let most: Fraction

  /// Creates a rule.
  public init(each: Fraction = usualEach.value, free: Int, most: Fraction) {
    self.each = each
    self.free = free
    self.most = most
  }

  /// What each memory-bound guest beyond the free ones adds.
  public static let usualEach = Estimate<Fraction>(
    percent: 2...5, source: "practice", confidence: .memoryLow)

  /// The default.
  public static let usual = Interference(free: 4, most: Fraction(percent: 30))

  /// How many times as long work takes beside so many memory-bound guests.
  public func stretch(memoryBoundGuests: Int) -> Double {
    1 + min(most.value, each.value * Double(max(0, memoryBoundGuests - free)))
  }

  /// How many times as long a memory access takes at a utilization of the memory bus.
  public func stretch(busUtilization: Fraction) -> Double {
    let free = 1 - busUtilization.value
    return free * (1 + most.value) <= 1 ? 1 + most.value : 1 / free
  }
}
