extension DemandPattern {
  /// Jobs that run through a window every night, and next to nothing between.
  public static let nightlyBatch = DemandPattern(
    name: "nightly-batch", title: "Jobs in a window every night",
    parameters: [
      .time("starts", hours: 1, in: 0...23, "when the jobs begin"),
      .time("lasts", hours: 4, in: 0.5...12, "how long they run"),
      .share("idle", percent: 5, in: 0...100, "demand between the windows"),
    ]
  ) { values in
    let starts = values.hours("starts")
    let lasts = values.hours("lasts")
    let idle = values.share("idle")
    return { moment in
      let sinceStart = moment.hour - starts
      return (sinceStart < 0 ? sinceStart + 24 : sinceStart) < lasts ? 1 : idle
    }
  }
}
