#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DemandPattern {
  /// Staff at work: a bell over the working day with a dip at lunch, little at night and at weekends.
  public static let officeHours = DemandPattern(
    name: "office-hours", title: "Staff at work on weekdays, with a dip at lunch",
    parameters: [
      .time("opens", hours: 8, in: 0...12, "when the working day begins"),
      .time("closes", hours: 18, in: 12...24, "when the working day ends"),
      .share("lunch dip", percent: 25, in: 0...90, "how much falls away at 12:30"),
      .share("night", percent: 10, in: 0...100, "demand outside working hours"),
      .share("weekend", percent: 10, in: 0...100, "the part of the working day's rise that weekends see"),
    ]
  ) { values in
    let opens = values.hours("opens")
    let closes = values.hours("closes")
    let lunchDip = values.share("lunch dip")
    let night = values.share("night")
    let weekend = values.share("weekend")
    return { moment in
      let progress = (moment.hour - opens) / max(closes - opens, 1)
      guard progress > 0, progress < 1 else { return night }
      // The dip is one period of a raised cosine, two hours wide.
      let fromLunch = moment.hours(from: 12.5)
      let dip = fromLunch < 1 ? lunchDip * (1 + cos(.pi * fromLunch)) / 2 : 0
      let rise = sin(.pi * progress) * (1 - dip)
      return night + (1 - night) * rise * (moment.isWeekend ? weekend : 1)
    }
  }
}
