public import ResultStore

/// The answer to a study in a few lines of text or as JSON.
public struct Verdict: Sendable {
  let study: StoredStudy
  let findings: Findings
  let rows: [MetricRow]

  /// The verdict on a study.
  public init(_ study: StoredStudy) {
    precondition(!study.layouts.isEmpty, "a study has a layout")
    self.study = study
    findings = Findings(study: study)
    rows = MetricRow.all(of: study)
  }

  /// Whether every condition of the scenario holds.
  public var passes: Bool { study.gates.allSatisfy(\.holds) }

  /// The answer in one sentence.
  public var answer: String { findings.answer }
}
