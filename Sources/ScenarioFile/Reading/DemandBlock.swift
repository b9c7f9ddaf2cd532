import Documents
import Quantities
import Scenario
import Workload

/// What guests ask for over time: a pattern, or recorded traces.
enum DemandBlock {
  static let schema = BlockSchema(
    "demand",
    "What guests ask for over time, as shares of the machine it was measured on: a pattern, or traces.",
    keys: [
      .optional("pattern", .choice(DemandPatternCatalog.all.map(\.name)), "A shape of demand over the week."),
      .optional("mean", .quantity(Fraction.self, such: "6 %"), "The mean demand; with a pattern."),
      .optional("peak", .quantity(Fraction.self), "The highest demand; with a pattern."),
      .optional(
        "p95", .quantity(Fraction.self), "The level exceeded 5 % of the time, in place of `peak`."),
      .optional("shape", .block(shape), default: "the pattern's own", "What shapes the pattern."),
      .optional(
        "noise", .oneOf([.quantity(Fraction.self), .block(noise)]), default: "15 %",
        "Random variation on top of the pattern: its standard deviation, or a block."),
      .optional(
        "variants", .integer(1...1000), default: "4, or one for each guest if they are fewer",
        "How many different series the group has; its guests take them in turn."),
      .optional(
        "trace", .text,
        "The path of a table of recorded demand, plain or packed (.gz), in place of `pattern`."),
      .optional(
        "format", .choice([TraceTable.format]), default: TraceTable.format,
        "How the table is written: a row for each guest, its name if there is one, then whole per cents."),
      .optional(
        "rows", .text, default: "all",
        "Which rows of the table, counted from 1: `1-263`. So guests of several kinds share one table."),
      .optional(
        "interval", .quantity(Seconds.self, such: "5 min"), default: "the study's sample",
        "Time between two samples of the trace."),
    ])

  private static let shapes = Settings(
    DemandPatternCatalog.all.map { pattern in
      Settings.Owner(
        name: pattern.name,
        keys: pattern.parameters.map {
          .optional(
            $0.name, $0.kind, default: $0.standardText,
            $0.meaning.prefix(1).uppercased() + $0.meaning.dropFirst() + ".")
        })
    })

  static let shape = BlockSchema("shape", "What shapes a pattern of demand.", keys: shapes.keys)

  static let noise = BlockSchema(
    "noise", "Random variation that wanders and returns.",
    keys: [
      .required("deviation", .quantity(Fraction.self), "Its standard deviation."),
      .optional(
        "memory", .quantity(Seconds.self, such: "30 min"), default: "30 min",
        "Time after which a deviation is mostly forgotten."),
    ])

  static func read(
    _ block: BlockReader, _ context: ReadingContext, guests: Int?, horizon: Horizon?
  ) -> Demand? {
    let foreign = block.has("trace") ? patternKeys : traceKeys
    switch (block.has("pattern"), block.has("trace")) {
    case (true, true):
      block.error("trace", "both 'pattern' and 'trace' give the demand", help: "delete one of them")
      return nil
    case (false, false):
      // A misspelt key has been reported as such; this says what is missing because of it.
      block.error("nothing says what the demand is", help: "add 'pattern' with 'mean' and 'peak', or 'trace'")
      return nil
    default:
      for key in foreign where block.has(key) {
        block.error(
          key, "'\(key)' has no meaning with '\(block.has("trace") ? "trace" : "pattern")'",
          help: "delete it")
      }
    }
    return block.has("trace") ? traces(block, context, horizon: horizon) : pattern(block, guests: guests)
  }

  private static let patternKeys = ["mean", "peak", "p95", "shape", "noise", "variants"]
  private static let traceKeys = ["format", "interval", "rows"]

  // MARK: - Traces

  private static func traces(_ block: BlockReader, _ context: ReadingContext, horizon: Horizon?) -> Demand? {
    _ = block.choice("format")
    let interval =
      block.has("interval") ? block.quantity("interval", Seconds.self) : horizon?.sample
    let rows = block.value("rows", rows(_:))
    guard let value = block["trace"], let path = value.text(),
      let file = context.file(named: path, by: value),
      let interval, let series = TraceTable.series(of: file, interval: interval, into: context.diagnostics)
    else { return nil }
    guard block.has("rows") else { return .traces(series) }
    guard let rows else { return nil }
    guard rows.upperBound <= series.count else {
      block.error(
        "rows", "the table has \(series.count) rows, found \(rows.lowerBound)-\(rows.upperBound)",
        help: "write rows up to \(series.count)")
      return nil
    }
    return .traces(Array(series[rows.lowerBound - 1..<rows.upperBound]))
  }

  /// Reads `1-263`.
  private static func rows(_ text: String) -> Result<ClosedRange<Int>, ValueProblem> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last else {
      return .failure(
        ValueProblem(
          "'\(text.prefix(40))' is no range of rows", help: "write the first and the last, as '1-263'"))
    }
    return .success(first...last)
  }

  // MARK: - Patterns

  private static func pattern(_ block: BlockReader, guests: Int?) -> Demand? {
    let pattern = block.choice("pattern").flatMap { DemandPatternCatalog.named($0) }
    let level = level(block)
    let noise = block.has("noise") ? block["noise"].flatMap(noise(_:)) : .standard
    let variants = block.integer("variants") ?? min(max(guests ?? 1, 1), 4)
    guard let pattern else { return nil }
    let settings =
      block.has("shape") ? block.block("shape").flatMap { shape($0, of: pattern) } : DemandSettings()
    guard let level, let noise, let settings else { return nil }
    return .pattern(
      PatternDemand(pattern, level: level, settings: settings, noise: noise, variants: variants))
  }

  private static func level(_ block: BlockReader) -> DemandLevel? {
    let least = Fraction(percent: 0.01)
    let most = Fraction(1000)
    let mean = block.share("mean", from: least, to: most)
    let peak = block.share("peak", from: least, to: most)
    let percentile = block.share("p95", from: least, to: most)
    if !block.has("mean") {
      block.error("a pattern needs a mean demand", help: "add 'mean', such as 'mean: 6 %'")
    }
    guard block.has("peak") != block.has("p95") else {
      if block.has("peak") {
        block.error("p95", "both 'peak' and 'p95' say how high the demand goes", help: "delete one of them")
      } else {
        block.error(
          "nothing says how high the demand goes", help: "add 'peak', such as 'peak: 25 %', or 'p95'")
      }
      return nil
    }
    guard let mean, let crest = peak ?? percentile else { return nil }
    guard mean <= crest else {
      block.error(
        "mean", "a mean of \(mean) is above the \(peak == nil ? "95th percentile" : "peak") of \(crest)",
        help: "lower the mean")
      return nil
    }
    return peak == nil ? DemandLevel(mean: mean, percentile95: crest) : DemandLevel(mean: mean, peak: crest)
  }

  private static func noise(_ value: ValueReader) -> DemandNoise? {
    guard value.isBlock else {
      return value.quantity(Fraction.self, .between(.zero, .one)).map {
        DemandNoise(deviation: $0, correlationTime: DemandNoise.standard.correlationTime)
      }
    }
    guard let block = value.block() else { return nil }
    let deviation = block.share("deviation")
    let memory =
      block.has("memory") ? block.quantity("memory", Seconds.self) : DemandNoise.standard.correlationTime
    guard let deviation, let memory else { return nil }
    return DemandNoise(deviation: deviation, correlationTime: memory)
  }

  private static func shape(_ block: BlockReader, of pattern: DemandPattern) -> DemandSettings? {
    shapes.refuseOthers(than: pattern.name, called: "pattern", in: block)
    var settings = DemandSettings()
    var isComplete = true
    for parameter in pattern.parameters where block.has(parameter.name) {
      guard let value = parameter.value(in: block) else {
        isComplete = false
        continue
      }
      settings[parameter.name] = value
    }
    return isComplete ? settings : nil
  }
}

extension DemandParameter {
  fileprivate var kind: ValueKind {
    switch domain {
    case .time: .quantity(Seconds.self, such: standardText)
    case .share: .quantity(Fraction.self, such: standardText)
    }
  }

  fileprivate var standardText: String {
    switch standard {
    case .time(let time): time.description
    case .share(let share): share.description
    }
  }

  fileprivate func value(in block: BlockReader) -> Value? {
    switch domain {
    case .time(_, let range):
      block.quantity(name, Seconds.self, .between(range.lowerBound, range.upperBound)).map { .time($0) }
    case .share(_, let range):
      block.quantity(name, Fraction.self, .between(range.lowerBound, range.upperBound)).map { .share($0) }
    }
  }
}
