public import Quantities

/// How long the move of each guest takes, how long the guest stands still in it, and how much is sent.
///
/// Times are whole milliseconds, so that a plan adds up exactly. They are inputs: take them from a model of live
/// migration, from measurements, or from the simple form
///
/// ```
/// duration = memory / rate * (1 + dirty) + downtime
/// ```
/// - `rate`: what one copy is given of a link; `dirty`: memory sent again, as a share of the guest's memory
///
/// A wide move uses several units of a link at once and is faster for it (``MigrationLinks``).
///
/// **Valid for** links that give every copy its units for as long as it lasts. **Not modelled**: copies that speed up when
/// others end. **Source**: definition.
public struct MigrationTimes: Sendable, Hashable {
  /// The most units of a link that one move uses.
  public let widest: Int
  /// Milliseconds that each guest stands still.
  public let downtime: [Int64]
  /// MiB that each move sends for the guest's memory.
  public let mebibytes: [Int64]
  private let milliseconds: [Int64]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - widest: the most units of a link that one move uses.
  ///   - milliseconds: guest by guest, the duration with 1, 2, ... `widest` units; each at least 1.
  public init(widest: Int = 1, milliseconds: [Int64], downtime: [Int64], mebibytes: [Int64]) {
    precondition(widest >= 1 && milliseconds.count == downtime.count * widest, "a duration for each width")
    precondition(mebibytes.count == downtime.count, "an amount for each guest")
    precondition(milliseconds.allSatisfy { $0 >= 1 }, "a move takes time")
    precondition(
      downtime.allSatisfy { $0 >= 0 } && mebibytes.allSatisfy { $0 >= 0 }, "amounts are not negative")
    self.widest = widest
    self.downtime = downtime
    self.mebibytes = mebibytes
    self.milliseconds = milliseconds
  }

  /// Times by the simple form, rounded up to milliseconds.
  public init(memory: [Bytes], rate: BitsPerSecond, dirty: Fraction, downtime: Seconds) {
    precondition(rate > .zero && dirty >= .zero && downtime >= .zero, "something is sent")
    let stop = Int64((downtime.value * 1000).rounded(.up))
    self.init(
      milliseconds: memory.map { memory in
        let copy = memory.value * 8 / rate.value * (1 + dirty.value)
        return max(1, Int64((copy * 1000 - 1e-6).rounded(.up))) + stop
      },
      downtime: memory.map { _ in stop },
      mebibytes: memory.map { Int64(($0.value / 1_048_576).rounded(.up)) })
  }

  /// How many guests there are.
  public var guestCount: Int { downtime.count }

  /// Milliseconds of a move that uses some units of its links.
  public func milliseconds(of guest: Int32, width: Int32) -> Int64 {
    milliseconds[Int(guest) * widest + Int(width) - 1]
  }

  /// Milliseconds of the fastest move of a guest.
  func least(of guest: Int32) -> Int64 {
    milliseconds[Int(guest) * widest..<Int(guest + 1) * widest].min() ?? 1
  }

  /// Units times milliseconds that a move of a guest takes at least of a link with so many units.
  func leastWork(of guest: Int32, units: Int32) -> Int64 {
    (1...min(units, Int32(widest))).map { Int64($0) * milliseconds(of: guest, width: $0) }.min() ?? 1
  }
}
