#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DemandPattern {
  /// A plain wave of one day.
  public static let diurnal = DemandPattern(
    name: "diurnal", title: "A sine wave of one day",
    parameters: [
      .time("peak", hours: 14, in: 0...23.75, "when demand is highest"),
      .share("low", percent: 10, in: 0...100, "demand twelve hours from the peak"),
    ]
  ) { values in
    let peak = values.hours("peak")
    let low = values.share("low")
    return { moment in low + (1 - low) * (1 + cos(.pi * moment.hours(from: peak) / 12)) / 2 }
  }
}
