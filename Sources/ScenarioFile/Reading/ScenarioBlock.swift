import Documents
import Quantities
import Scenario

/// The whole file.
enum ScenarioBlock {
  static let schema = BlockSchema(
    "scenario", "One decision: a workload, the site it runs in, and the layouts to compare.",
    keys: [
      .required("bladesim", .integer(1...Int.max), "The version of this syntax: 1."),
      .required("title", .text, "The question, as a person asks it."),
      .required("horizon", .block(HorizonBlock.schema), "The time that is simulated."),
      .optional("seed", .integer(0...Int.max), default: "1", "The seed of every random stream."),
      .optional(
        "replications", .integer(1...10_000), default: "1",
        "How many times each layout is simulated with fresh random numbers."),
      .required("site", .block(SiteBlock.schema), "Where the machines stand."),
      .required("workload", .block(WorkloadBlock.schema), "What is to be run."),
      .required(
        "layouts", .list(of: .block(LayoutBlock.schema)),
        "Ways to run it; the first is the one the others are compared with."),
      .optional(
        "assert", .list(of: .text), default: "nothing",
        "What must hold, such as `savings(blades).energy >= 50 %`, `difference(blades).servers >= 100` or "
          + "`value(blades).pue < 1.8`, `payback(blades).cost <= 3`. Metrics: "
          + Gate.Metric.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + "."),
      .optional(
        "project", .block(ProjectBlock.schema), default: "none",
        "How the guests of the first layout are moved into another: people, windows, waves."),
    ])

  static func read(_ block: BlockReader, _ context: ReadingContext) -> Scenario? {
    if let version = block.integer("bladesim"), version != 1 {
      block.error(
        "bladesim", "the file is written in version \(version) of the syntax, this program reads version 1",
        help: "write 'bladesim: 1', or use a newer program")
    }
    let title = block.text("title")
    if let title, !isHeading(title) {
      block.error(
        "title", "'title' must be a line of text",
        help: "ask the question in words, without control characters")
    }
    let horizon = block.block("horizon").flatMap(HorizonBlock.read)
    let seed = block.integer("seed") ?? 1
    let replications = block.integer("replications") ?? 1
    let site = block.block("site").flatMap { SiteBlock.read($0, context) }
    let guests = block.block("workload").flatMap { WorkloadBlock.read($0, context, horizon: horizon) }
    let layouts = all(Array(block.list("layouts").enumerated())) { entry, value in
      value.block().flatMap { LayoutBlock.read($0, context, site: site, horizon: horizon, entry: entry) }
    }
    let gates = block.values("assert") { text in parsed { () throws(QuantityProblem) in try Gate(text) } }
    let project = block.block("project").flatMap {
      ProjectBlock.read($0, context, seed: UInt64(seed), currency: site?.site.currency)
    }
    if block.has("layouts"), layouts?.isEmpty ?? false {
      block.error("layouts", "there is no layout", help: "describe at least one, better two to compare")
    }
    guard let title, let horizon, let site, let guests, let layouts, !layouts.isEmpty else { return nil }
    var scenario = Scenario(
      title: title, horizon: horizon, seed: UInt64(seed), replications: replications, site: site.site,
      guests: guests, layouts: [], gates: gates, project: project)
    for (entry, readings) in layouts.enumerated() {
      for reading in readings {
        guard reading.isSurvey else {
          scenario.layouts += reading.layouts
          continue
        }
        scenario.addSurvey(reading.name, entry: entry, of: reading.layouts)
      }
    }
    return scenario
  }
}

/// Whether a text can head a verdict: something to read, and nothing that steers a terminal.
private func isHeading(_ text: String) -> Bool {
  let controls = text.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) }
  return !controls && text.contains { !$0.isWhitespace }
}

/// The elements of a list, each read; nil when one could not be, so that indices keep their meaning.
func all<Value, Element>(_ values: [Value], _ read: (Value) -> Element?) -> [Element]? {
  let elements = values.map(read)
  return elements.contains { $0 == nil } ? nil : elements.compactMap(\.self)
}
