public import ResultStore

/// The report of a study: one HTML page that needs nothing else, neither network nor scripts.
///
/// It is drawn from the results file alone, and the same study gives the same bytes. Its pictures are SVG, each
/// with a title and a description for those who do not see it and its numbers beneath; on paper nothing stays folded.
public struct HTMLReport: Sendable {
  let contents: ReportContents

  /// Reads what a report needs.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - id: its number in the file.
  ///   - store: the file.
  public init(_ study: StoredStudy, id: StudyID, in store: ResultStore) throws(ResultStoreError) {
    precondition(!study.layouts.isEmpty, "a study has a layout")
    contents = try ReportContents(study, id: id, in: store)
  }

  /// A report of contents that are at hand.
  init(_ contents: ReportContents) { self.contents = contents }

  /// The page.
  public var text: String {
    "<!DOCTYPE html>\n"
      + Markup("html", ["lang": "en"]) {
        head
        Markup("body") {
          Markup("header") {
            Markup("h1") { contents.study.title }
            Markup("p", ["class": "quiet"]) { contents.findings.setting }
            Markup("p", ["class": "answer"]) { contents.findings.answer }
          }
          Markup("main") { sections }
        }
      }.serialized + "\n"
  }

  private var head: Markup {
    Markup("head") {
      Markup("meta", ["charset": "utf-8"])
      Markup(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        ])
      Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      Markup("meta", ["name": "color-scheme", "content": "light dark"])
      Markup("meta", ["name": "generator", "content": "bladesim \(contents.study.identity.version)"])
      Markup("title") { contents.study.title }
      Stylesheet.markup
    }
  }

  @MarkupBuilder private var sections: Markup {
    VerdictSection(contents: contents).markup
    RackSection(contents: contents).markup
    FloorSection(contents: contents).markup
    CauseSection(contents: contents).markup
    FlowSection(contents: contents).markup
    WeekSection(contents: contents).markup
    ConsolidationSection(contents: contents).markup
    PUESection(contents: contents).markup
    EfficiencySection(contents: contents).markup
    MoneySection(contents: contents).markup
    MoveSection(contents: contents).markup
    RiskSection(contents: contents).markup
    PoolSection(contents: contents).markup
    ContentionSection(contents: contents).markup
    TechniqueSection(contents: contents).markup
    RecoverySection(contents: contents).markup
    SizingSection(contents: contents).markup
    FeedSection(contents: contents).markup
    GateSection(contents: contents).markup
    MethodSection(contents: contents).markup
  }
}
