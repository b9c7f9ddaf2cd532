import ResultStore

/// What became of the conditions of the scenario.
struct GateSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    let gates = contents.study.gates
    guard !gates.isEmpty else { return .empty }
    let failed = gates.filter { !$0.holds }.count
    return Markup("section", ["id": "gates"]) {
      Markup("h2") { Self.title(gates.count, failed: failed) }
      Markup("ul", ["class": "gates"]) {
        for gate in gates {
          Markup("li", ["class": gate.holds ? "passed" : "failed"]) {
            Markup("strong") { gate.holds ? "✓ passed" : "✗ failed" }
            " \(Findings.words(of: gate))"
          }
        }
      }
    }
  }

  /// How many conditions hold, in words.
  static func title(_ count: Int, failed: Int) -> String {
    guard failed > 0 else {
      return count == 1
        ? "The condition of the scenario holds" : "All \(count) conditions of the scenario hold"
    }
    return
      "\(failed) of \(Wording.count(count, "condition")) of the scenario \(failed == 1 ? "fails" : "fail")"
  }
}
