public import ResultStore

/// The answer to a study in a few lines of text or as JSON.
public struct Verdict: Sendable {
  let study: StoredStudy
  /// The same with the layouts that are told of one by one.
  let brief: StoredStudy
  let findings: Findings
  let rows: [MetricRow]

  /// The verdict on a study.
  public init(_ study: StoredStudy) {
    precondition(!study.layouts.isEmpty, "a study has a layout")
    self.study = study
    brief = Verdict.abridged(study)
    findings = Findings(study: brief)
    rows = MetricRow.all(of: brief)
  }

  /// Whether every condition of the scenario holds.
  public var passes: Bool { study.gates.allSatisfy(\.holds) }

  /// The answer in one sentence.
  public var answer: String { findings.answer }
}
