import EventEngine

/// One round of full backups: guests take their turn at few streams, and each copy is good once it is complete.
///
/// Rounds are alike and follow each other since before the study, each `period` after the one before: the interval that
/// is asked for, or the window where a round takes longer than that.
struct BackupRound: Sendable {
  private enum Kind: UInt16 { case copied }

  /// When the copy of each guest begins, from the beginning of its round.
  let begins: [TimeSpan]
  /// When it is complete.
  let ends: [TimeSpan]
  /// When the last is complete.
  let window: TimeSpan

  /// Plays a round with copies of given lengths in their order.
  init(copies: [TimeSpan], streams: Int) {
    var queue = EventQueue()
    var line = SlotLine(slots: streams)
    var begins = [TimeSpan](repeating: .zero, count: copies.count)
    var ends = begins
    func begin(_ guest: Int32, at time: Instant) {
      begins[Int(guest)] = time.sinceStart
      queue.schedule(
        at: min(time + copies[Int(guest)], EventQueue.latest), kind: Kind.copied.rawValue, target: guest)
    }
    for guest in copies.indices.map(Int32.init) where line.enter(guest) { begin(guest, at: .start) }
    while let event = queue.popNext() {
      ends[Int(event.target)] = event.time.sinceStart
      if let next = line.leave() { begin(next, at: event.time) }
    }
    self.begins = begins
    self.ends = ends
    window = ends.max() ?? .zero
  }

  /// From the beginning of a round to that of the next.
  func period(every interval: TimeSpan) -> TimeSpan { max(interval, window) }

  /// The moment whose state the last copy of a guest holds that is complete at a time; it may lie before the study.
  func lastCopy(of guest: Int, at time: Instant, every interval: TimeSpan) -> Instant {
    let period = period(every: interval).milliseconds
    let since = time.milliseconds - ends[guest].milliseconds
    let rounds = since >= 0 ? since / period : -((period - 1 - since) / period)
    return Instant(milliseconds: rounds * period) + begins[guest]
  }
}
