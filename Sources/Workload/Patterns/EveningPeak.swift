#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DemandPattern {
  /// Consumers at home: a broad day, a high evening, a quiet early morning, seven days a week.
  public static let eveningPeak = DemandPattern(
    name: "evening-peak", title: "Consumers at home, highest in the evening",
    parameters: [
      .time("peak", hours: 20.5, in: 17...23, "when demand is highest"),
      .share("day", percent: 55, in: 0...100, "demand at two in the afternoon"),
      .share("night", percent: 12, in: 0...100, "demand before dawn"),
    ]
  ) { values in
    let peak = values.hours("peak")
    let day = values.share("day")
    let night = values.share("night")
    // Half a cosine wave around a time of the day, `reach` hours to either side.
    func bump(_ moment: WeekMoment, around center: Double, reach: Double) -> Double {
      let apart = moment.hours(from: center)
      return apart < reach ? (1 + cos(.pi * apart / reach)) / 2 : 0
    }
    return { moment in
      let evening = bump(moment, around: peak, reach: 5)
      let afternoon = bump(moment, around: 14, reach: 9)
      return max(night + (1 - night) * evening, night + max(day - night, 0) * afternoon)
    }
  }
}
