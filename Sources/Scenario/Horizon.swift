public import Quantities

/// The time that a study covers, and the length of one sample of demand, power and weather.
public struct Horizon: Sendable, Hashable {
  /// The first day; the study begins at its midnight, local standard time.
  public let start: CalendarDate
  /// How long one sample lasts; divides a day.
  public let sample: Seconds
  /// How many samples there are.
  public let sampleCount: Int

  /// Creates a horizon.
  ///
  /// - Throws: a ``QuantityProblem`` when the sample does not divide a day or the duration is not a whole number of
  ///   samples.
  public init(start: CalendarDate, duration: Seconds, sample: Seconds) throws(QuantityProblem) {
    guard sample > .zero, (86_400 / sample.value).rounded() * sample.value == 86_400 else {
      throw QuantityProblem(
        "a sample of \(sample) does not divide a day",
        help: "use a length that fits a day exactly, such as 5 min, 15 min or 1 h")
    }
    guard duration > .zero else {
      throw QuantityProblem("the study lasts \(duration)", help: "a duration is above zero, such as 3 y")
    }
    let samples = duration / sample
    guard samples.rounded() == samples else {
      throw QuantityProblem(
        "a duration of \(duration) is not a whole number of samples of \(sample)",
        help: "use a multiple of the sample")
    }
    guard samples <= Horizon.longest else {
      throw QuantityProblem(
        "\(DecimalText.exact(samples)) samples are too many",
        help: "use at most \(DecimalText.exact(Horizon.longest)): a shorter duration or a longer sample")
    }
    self.start = start
    self.sample = sample
    self.sampleCount = Int(samples)
  }

  /// The most samples of one study: a century of five minutes.
  private static let longest = 1e7

  /// The length of the study.
  public var duration: Seconds { sample * Double(sampleCount) }

  /// Samples in a day.
  public var samplesPerDay: Int { Int((86_400 / sample.value).rounded()) }

  /// The day that a sample lies in.
  public func day(ofSample index: Int) -> CalendarDate { start.adding(days: index / samplesPerDay) }

  /// The day after the last one.
  public var end: CalendarDate {
    start.adding(days: (sampleCount + samplesPerDay - 1) / samplesPerDay)
  }
}
