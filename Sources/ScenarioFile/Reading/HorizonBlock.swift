import Documents
import Quantities
import Scenario

/// The time that is simulated.
enum HorizonBlock {
  static let schema = BlockSchema(
    "horizon", "The time that is simulated, and in what steps.",
    keys: [
      .required("start", .date, "The first day; the study begins at its midnight, local standard time."),
      .optional("duration", .quantity(Seconds.self), "How long the study lasts; a year has 365 days."),
      .optional("end", .date, "The day after the last one, in place of `duration`."),
      .optional(
        "sample", .quantity(Seconds.self, such: "15 min"), default: "5 min",
        "The length of one sample of demand, power and weather; divides a day."),
    ])

  static func read(_ block: BlockReader) -> Horizon? {
    let start = block.date("start")
    let end = block.date("end")
    let written = block.quantity("duration", Seconds.self, .between(Seconds(1), Seconds.year * 100))
    let sample =
      block.has("sample")
      ? block.quantity("sample", Seconds.self, .between(Seconds(1), Seconds(days: 1))) : Seconds(minutes: 5)
    if block.has("duration"), block.has("end") {
      block.error("end", "both 'duration' and 'end' say when the study ends", help: "delete one of them")
      return nil
    }
    guard block.has("duration") || block.has("end") else {
      block.error("nothing says when the study ends", help: "add 'duration' such as '3 y', or 'end'")
      return nil
    }
    guard let start, let sample, let duration = written ?? length(from: start, to: end, block) else {
      return nil
    }
    do throws(QuantityProblem) {
      return try Horizon(start: start, duration: duration, sample: sample)
    } catch {
      let divides = (86_400 / sample.value).rounded() * sample.value == 86_400
      let key = divides ? (block.has("end") ? "end" : "duration") : "sample"
      block.error(key, error.message, help: error.help)
      return nil
    }
  }

  private static func length(
    from start: CalendarDate, to end: CalendarDate?, _ block: BlockReader
  ) -> Seconds? {
    guard let end else { return nil }
    guard start < end else {
      block.error(
        "end", "the study ends on \(end), not after its start on \(start)", help: "write a later day")
      return nil
    }
    let days = end.daysSince1970 - start.daysSince1970
    guard days <= 36_525 else {
      block.error("end", "the study lasts more than a century", help: "write an earlier day")
      return nil
    }
    return Seconds(days: Double(days))
  }
}
