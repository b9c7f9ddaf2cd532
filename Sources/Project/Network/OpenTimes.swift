import Economics
import EventEngine
import Quantities

/// Stretches of time at which something may go on: half open, apart from each other, in rising order; in milliseconds
/// since the project's start.
///
/// Whoever asks keeps a cursor, the index of the first stretch that ends after the time last asked for, so that
/// asking in order of time costs no search.
struct OpenTimes: Sendable, Hashable {
  /// A half-open stretch.
  struct Stretch: Sendable, Hashable {
    var start: Int64
    var end: Int64
    var length: Int64 { end - start }
  }

  private(set) var stretches: [Stretch] = []

  /// Stretches in rising order, which may touch or overlap.
  init(_ rising: some Sequence<Stretch>) {
    for next in rising where next.end > next.start {
      if let last = stretches.last, last.end >= next.start {
        stretches[stretches.count - 1].end = max(last.end, next.end)
      } else {
        stretches.append(next)
      }
    }
  }

  /// The times of some hours, until a limit.
  init(_ hours: OpenHours, from start: CalendarDate, limit: Seconds) {
    let day = TimeSpan.days(1).milliseconds
    let limit = TimeSpan.seconds(limit.value).milliseconds
    // One week from its Monday, which is then repeated.
    let week = (0..<7).flatMap { weekday in
      hours.weekly.filter { $0.days.contains(.day(weekday)) }.map { weekly in
        let begin = Int64(weekday) * day + TimeSpan.seconds(weekly.from.value).milliseconds
        return Stretch(start: begin, end: begin + TimeSpan.seconds(weekly.length.value).milliseconds)
      }
    }.sorted { $0.start < $1.start }
    let longest = week.reduce(0) { max($0, $1.length) }
    var open: [Stretch] = []
    var monday = -Int64(start.weekday) * day
    // Hours that began before the project may reach into it.
    while monday + 7 * day + longest > 0 { monday -= 7 * day }
    while monday < limit {
      for stretch in week {
        open.append(
          Stretch(start: max(monday + stretch.start, 0), end: min(monday + stretch.end, limit)))
      }
      monday += 7 * day
    }
    self = OpenTimes(open).without(hours.closed, from: start)
  }

  /// These times without some days.
  func without(_ closed: [DateSpan], from start: CalendarDate) -> OpenTimes {
    let day = TimeSpan.days(1).milliseconds
    let spans = closed.map {
      Stretch(
        start: Int64($0.first.daysSince1970 - start.daysSince1970) * day,
        end: Int64($0.last.daysSince1970 - start.daysSince1970 + 1) * day)
    }
    let gaps = OpenTimes(spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }).stretches
    guard !gaps.isEmpty else { return self }
    var open: [Stretch] = []
    var first = 0
    for stretch in stretches {
      while first < gaps.count, gaps[first].end <= stretch.start { first += 1 }
      var from = stretch.start
      var gap = first
      while gap < gaps.count, gaps[gap].start < stretch.end {
        open.append(Stretch(start: from, end: gaps[gap].start))
        from = max(from, gaps[gap].end)
        gap += 1
      }
      open.append(Stretch(start: from, end: stretch.end))
    }
    return OpenTimes(open)
  }

  /// The times that are open in both.
  func intersection(_ other: OpenTimes) -> OpenTimes {
    var open: [Stretch] = []
    var (left, right) = (0, 0)
    while left < stretches.count, right < other.stretches.count {
      let (one, two) = (stretches[left], other.stretches[right])
      open.append(Stretch(start: max(one.start, two.start), end: min(one.end, two.end)))
      if one.end < two.end { left += 1 } else { right += 1 }
    }
    return OpenTimes(open)
  }

  /// The longest stretch; 0 when there is none.
  var longest: Int64 { stretches.reduce(0) { max($0, $1.length) } }

  /// All open time.
  var total: Int64 { stretches.reduce(0) { $0 + $1.length } }

  // MARK: With a cursor

  /// Moves a cursor on to a time that is not before the last one.
  func advance(_ cursor: inout Int, to time: Int64) {
    while cursor < stretches.count, stretches[cursor].end <= time { cursor += 1 }
  }

  /// The stretch that a time lies in; nil when it is closed then.
  func current(at time: Int64, _ cursor: inout Int) -> Stretch? {
    advance(&cursor, to: time)
    guard cursor < stretches.count, stretches[cursor].start <= time else { return nil }
    return stretches[cursor]
  }

  /// When the first stretch begins that does so after a time; nil when there is none.
  func opening(after time: Int64, _ cursor: inout Int) -> Int64? {
    advance(&cursor, to: time)
    var next = cursor
    if next < stretches.count, stretches[next].start <= time { next += 1 }
    return next < stretches.count ? stretches[next].start : nil
  }

  /// When so much open time has passed since a time; nil when there is not so much left.
  func end(of work: Int64, from time: Int64, _ cursor: inout Int) -> Int64? {
    advance(&cursor, to: time)
    if work <= 0 { return time }
    var rest = work
    var index = cursor
    while index < stretches.count {
      let start = max(stretches[index].start, time)
      let room = stretches[index].end - start
      if rest <= room { return start + rest }
      rest -= room
      index += 1
    }
    return nil
  }

  /// Calls with every open stretch between two times, the first of which is not before the cursor's.
  func forEach(
    from time: Int64, to end: Int64, _ cursor: inout Int, _ body: (_ start: Int64, _ end: Int64) -> Void
  ) {
    advance(&cursor, to: time)
    var index = cursor
    while index < stretches.count, stretches[index].start < end {
      let start = max(stretches[index].start, time)
      let stop = min(stretches[index].end, end)
      if stop > start { body(start, stop) }
      index += 1
    }
  }
}
