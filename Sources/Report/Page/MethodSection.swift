import Quantities
import ResultStore

/// What the numbers rest on: assumptions with their sources, the method, its limits, and the facts of the run.
struct MethodSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    let study = contents.study
    return Markup("section", ["id": "assumptions"]) {
      Markup("h2") { "Assumptions" }
      Markup("h3") {
        "\(Wording.count(study.guestCount, "guest")) in \(Wording.count(study.groups.count, "group"))"
      }
      groups.markup
      if !study.facts.isEmpty {
        Markup("details") {
          Markup("summary") { "\(Wording.count(study.facts.count, "figure")) of the hardware, with sources" }
          for model in models {
            Markup("h4") { model }
            facts(of: model).markup
          }
        }
      }
      if !study.source.text.isEmpty {
        Markup("details") {
          Markup("summary") { "The scenario, as it was run" }
          Markup("pre") { study.source.text }
        }
      }
    }
      + Markup("section", ["id": "method"]) {
        Markup("h2") { "Method" }
        for paragraph in Self.method { Markup("p") { paragraph } }
        Markup("h3") { "What is not modelled" }
        Markup("ul", ["class": "prose"]) { for item in Self.limits { Markup("li") { item } } }
      } + runFacts(of: study)
  }

  private static let method = [
    "Every layout runs the same guests under the same weather, with the same random numbers, so that what differs "
      + "between two layouts differs because of them. Intervals come from replications with fresh random numbers; "
      + "those of differences are taken replication by replication.",
    "The work that guests ask for becomes the load of servers, load becomes watts through measured power curves, watts "
      + "become losses in power supplies, PDUs and UPS, and all of it becomes heat that the cooling plant removes under "
      + "the weather of the hour. PUE is a result, not an assumption. At every sample the parts add up to the meter.",
    "A decomposition splits saved energy in two exact parts: less power of the servers at the old PUE, and what "
      + "a changed PUE takes back or adds.",
  ]

  private static let limits = [
    "Storage arrays and network switches outside the enclosures, unless the scenario has a line of cost for them.",
    "Differences of intake temperature between racks, and heat stored in air and building.",
    "Guests that slow each other down other than by want of processor time, such as by caches and disks.",
    "Trends and holidays in demand: a week is like the other weeks of its kind.",
    "Failures that have a common cause beyond one enclosure: a fire, a wrong command, a bad update.",
    "Inflation, tax, and what machines are worth at the end.",
  ]

  private var groups: DataTable {
    DataTable(
      columns: ["group", "guests", "processors", "memory each", "system"],
      rows: contents.study.groups.map { group in
        [
          group.name, String(group.guests), String(group.virtualCPUs), group.memory.description,
          group.operatingSystem,
        ]
      }, name: "guests", hasWords: true)
  }

  /// The models that have figures, in the order of the study.
  private var models: [String] {
    var models: [String] = []
    for fact in contents.study.facts where !models.contains(fact.subject) { models.append(fact.subject) }
    return models
  }

  private func facts(of model: String) -> DataTable {
    DataTable(
      columns: ["figure", "value", "source", "confidence"],
      rows: contents.study.facts.filter { $0.subject == model }.map {
        [$0.name, $0.value, $0.source, $0.confidence]
      }, name: "facts", hasWords: true)
  }

  private func runFacts(of study: StoredStudy) -> Markup {
    let entries: [(String, String)] =
      [
        ("program", "bladesim \(study.identity.version)"),
        ("scenario, SHA-256", study.identity.scenarioHash),
        ("seed", String(study.identity.seed)),
        ("replications", String(study.replications)),
        ("time", "\(Wording.duration(study.duration)) from \(study.start), samples of \(study.sample)"),
        ("weather", study.station),
      ] + study.source.inputs.map { ("input \($0.name), SHA-256", $0.hash) }
    return Markup("footer", ["id": "run"]) {
      Markup("h2") { "The run" }
      Markup("dl") {
        for (name, value) in entries {
          Markup("dt") { name }
          Markup("dd") { value }
        }
      }
      Markup("p", ["class": "quiet"]) {
        "The same scenario, inputs, seed and version give the same bytes on any machine."
      }
    }
  }
}
