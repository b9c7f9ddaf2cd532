import Catalog
import Documents
import Scenario

/// What reading a scenario needs besides its text.
struct ReadingContext {
  let catalog: Catalog
  let resources: any ResourceReader
  let diagnostics: Diagnostics

  /// The file that a value names; nil, with a complaint at the value, when it cannot be had.
  func file(named path: String, by value: ValueReader) -> SourceFile? {
    do throws(ResourceProblem) {
      return try resources.read(path)
    } catch {
      value.complain(ValueProblem("cannot be read: \(error.message)", help: error.help))
      return nil
    }
  }
}
