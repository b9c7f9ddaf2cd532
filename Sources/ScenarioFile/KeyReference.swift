import Documents
import Quantities

/// Writes the declaration of a document as a page: a table of keys for each block, outermost first.
struct KeyReference {
  private let root: BlockSchema

  init(_ root: BlockSchema) { self.root = root }

  /// The page, with a final line feed; the same declaration always gives the same bytes.
  var markdown: String {
    var text = """
      # The scenario file

      Written from the declarations in the code by `bladesim schema --reference`; do not edit. Values carry units in
      text (`2.4 kW`, `64 GiB`, `3 y`); a bare number where a unit belongs is refused. Unknown keys are errors.

      """
    for block in blocks { text += "\n" + section(block) }
    return text
  }

  /// Every block that can occur, each once, in order of first appearance.
  private var blocks: [BlockSchema] {
    var found: [BlockSchema] = []
    func visit(_ kind: ValueKind) {
      switch kind {
      case .block(let block):
        guard !found.contains(where: { $0.name == block.name }) else { return }
        found.append(block)
        for key in block.keys { visit(key.kind) }
      case .list(let element), .map(let element): visit(element)
      case .oneOf(let kinds): kinds.forEach(visit)
      default: return
      }
    }
    visit(.block(root))
    return found
  }

  private func section(_ block: BlockSchema) -> String {
    var text =
      "## \(block.name)\n\n\(block.summary)\n\n| key | takes | default | meaning |\n|---|---|---|---|\n"
    for key in block.keys {
      let standard = key.isRequired ? "required" : key.defaultText ?? ""
      text += "| `\(key.name)` | \(words(key.kind)) | \(standard) | \(key.summary) |\n"
    }
    return text
  }

  private func words(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "a name"
    case .boolean: "`true` or `false`"
    case .integer(let range):
      "a whole number" + limits("\(range.lowerBound)", "\(range.upperBound)", range.upperBound < .max)
    case .number(let range):
      "a number"
        + limits(
          DecimalText.exact(range.lowerBound), DecimalText.exact(range.upperBound),
          range.upperBound < .greatestFiniteMagnitude)
    case .quantity(let dimension, let example): "\(dimension), such as `\(example)`"
    case .date: "a date, such as `2006-01-31`"
    case .choice(let names): names.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(let thing): "the name of \("aeio".contains(thing.prefix(1)) ? "an" : "a") \(thing)"
    case .block(let block): "[\(block.name)](#\(anchor(block.name)))"
    case .list(let element): "a list of: \(words(element))"
    case .map(let value): "names, each with: \(words(value))"
    case .oneOf(let kinds): kinds.map(words).joined(separator: "; or ")
    }
  }

  private func limits(_ least: String, _ most: String, _ hasMost: Bool) -> String {
    hasMost ? ", \(least) to \(most)" : ", at least \(least)"
  }

  private func anchor(_ name: String) -> String { name.replacing(" ", with: "-") }
}
