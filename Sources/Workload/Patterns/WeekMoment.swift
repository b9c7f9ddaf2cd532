/// A moment of the week: a weekday, 0 for Monday, and the hours since midnight.
package struct WeekMoment {
  let weekday: Int
  let hour: Double

  var isWeekend: Bool { weekday >= 5 }

  /// Hours to the nearest occurrence of a time of the day, 0 to 12.
  func hours(from other: Double) -> Double {
    let apart = abs(hour - other)
    return min(apart, 24 - apart)
  }
}
