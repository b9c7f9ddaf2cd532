public import Quantities

/// Which series of a ``SeriesLibrary``.
public struct SeriesID: Sendable, Hashable, Comparable {
  /// The position in the library, from 0.
  public let index: Int32
  /// Creates an id.
  public init(_ index: Int32) { self.index = index }
  public static func < (left: SeriesID, right: SeriesID) -> Bool { left.index < right.index }
}

/// All demand series of a study, back to back in one block of memory, for reading in blocks by pointer.
///
/// Series are stored whole, one after another, each followed by its own first ``margin`` samples once more. A
/// reader at phase `p` of a series (`p` in `0..<length`) can therefore take up to ``longestBlock`` samples, in
/// whole 64-byte vectors if it likes, straight from `start + p`: wrapping costs no branch and no second copy.
/// The price is 320 bytes a series, 16 % of a week of five-minute samples.
///
/// Series may differ in length but share one sample interval, because a simulation takes all guests' samples at
/// the same instants.
public struct SeriesLibrary: Sendable, Hashable {
  /// The most samples that can be read from one phase on.
  public static let longestBlock = 288
  /// Samples repeated behind each series: ``longestBlock`` rounded up to whole 64-byte vectors.
  public static let margin = 320

  /// Where one series lies in the block.
  public struct Span: Sendable, Hashable {
    /// The place of its first sample.
    public let start: Int
    /// Samples before it repeats.
    public let length: Int
    /// What a sample of full demand is.
    public let scale: DemandSeries.Scale

    /// The place to read from at a sample of the simulation, for a guest that runs `offset` samples ahead.
    ///
    /// - Parameters:
    ///   - sample: sample number since the start of the simulation, not negative.
    ///   - offset: the guest's own offset, not negative.
    @inlinable public func place(atSample sample: Int, offset: Int) -> Int {
      start + (sample + offset) % length
    }
  }

  /// The time that each sample lasts.
  public let interval: Seconds
  /// Where each series lies, by ``SeriesID``.
  public private(set) var spans: [Span] = []
  private var storage: [UInt8] = []

  /// Creates an empty library for series of one sample interval.
  public init(interval: Seconds) {
    precondition(interval > .zero, "the time between samples is positive")
    self.interval = interval
  }

  /// Adds a series.
  ///
  /// - Precondition: its interval is the library's.
  public mutating func add(_ series: DemandSeries) -> SeriesID {
    precondition(series.interval == interval, "a library has one sample interval")
    let id = SeriesID(Int32(spans.count))
    spans.append(Span(start: storage.count, length: series.samples.count, scale: series.scale))
    storage.append(contentsOf: series.samples)
    for position in 0..<SeriesLibrary.margin {
      storage.append(series.samples[position % series.samples.count])
    }
    return id
  }

  /// How many series there are.
  public var count: Int { spans.count }

  /// Where a series lies.
  public func span(of id: SeriesID) -> Span { spans[Int(id.index)] }

  /// A series as a value.
  public func series(_ id: SeriesID) -> DemandSeries {
    let span = span(of: id)
    return DemandSeries(
      checked: Array(storage[span.start..<span.start + span.length]), interval: interval, scale: span.scale)
  }

  /// Calls a closure with the whole block of samples; places in it come from ``Span``.
  public func withUnsafeSamples<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeBufferPointer(body)
  }
}
