/// The average over time of a quantity that jumps at instants and stays constant in between, such as the
/// length of a queue.
///
/// ```
/// average = (integral of value dt) / (elapsed time)
/// ```
public struct TimeWeightedAverage: Hashable, Sendable {
  /// When the observation began.
  public private(set) var start: Instant
  /// The instant of the last change.
  public private(set) var lastChange: Instant
  /// The value since then.
  public private(set) var value: Double
  private var area = CompensatedSum()

  /// Observes from `start`, where the quantity has the given value.
  public init(from start: Instant = .start, value: Double = 0) {
    self.start = start
    self.lastChange = start
    self.value = value
  }

  /// Changes the value at an instant that is not before the last change.
  public mutating func set(_ newValue: Double, at instant: Instant) {
    precondition(instant >= lastChange, "time-weighted average changed in the past")
    area.add(value * Double((instant - lastChange).milliseconds))
    lastChange = instant
    value = newValue
  }

  /// Adds to the value at an instant that is not before the last change.
  public mutating func add(_ change: Double, at instant: Instant) { set(value + change, at: instant) }

  /// Forgets what was before an instant, for instance the warm-up, and keeps the value.
  public mutating func restart(at instant: Instant) {
    precondition(instant >= lastChange, "time-weighted average restarted in the past")
    self = TimeWeightedAverage(from: instant, value: value)
  }

  /// The integral of the value from the start until an instant, in value times milliseconds.
  public func integral(until instant: Instant) -> Double {
    precondition(instant >= lastChange, "integral asked for the past")
    var total = area
    total.add(value * Double((instant - lastChange).milliseconds))
    return total.value
  }

  /// The average from the start until an instant; the value itself when no time has passed.
  public func average(until instant: Instant) -> Double {
    instant == start ? value : integral(until: instant) / Double((instant - start).milliseconds)
  }
}
