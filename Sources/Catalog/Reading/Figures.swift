import Documents
import Quantities
import Scenario

/// Where a figure comes from, as written in a sidecar.
struct Evidence: Sendable, Hashable {
  let source: String
  let confidence: Confidence

  static let schema = BlockSchema(
    "evidence", "Where figures come from and how far they can be trusted.",
    keys: [
      .required("source", .text, "The source, such as a benchmark result with its date."),
      .required(
        "confidence", .choice(Confidence.allCases.map(\.rawValue)), "How far to trust it."),
    ])

  /// Reads the block; nil, after a complaint, when it is not complete.
  init?(reading block: BlockReader) {
    let source = block.text("source")
    let confidence = block.choice("confidence", as: Confidence.self)
    guard let source, let confidence else { return nil }
    self.source = source
    self.confidence = confidence
  }

  init(source: String, confidence: Confidence) {
    self.source = source
    self.confidence = confidence
  }
}

/// The facts of one entry, collected while its figures are read.
final class FactSheet {
  private(set) var facts: [SourcedFact] = []

  func add(_ name: String, _ value: String, _ evidence: Evidence) {
    facts.append(
      SourcedFact(name: name, value: value, source: evidence.source, confidence: evidence.confidence))
  }
}

/// Reads the figures of one block of a sidecar, each with its evidence.
///
/// A figure is a value (`27 kg`) or a block with its own evidence (`{value: 27 kg, source: ..., confidence: ...}`).
/// The nearest evidence counts: the figure's own, else that of its block, else that of the entry. A figure without
/// any is refused.
struct Figures {
  let block: BlockReader
  let sheet: FactSheet
  /// The evidence that counts for a figure without its own.
  let evidence: Evidence?

  /// Figures of a block, which may state evidence for all of them.
  init(_ block: BlockReader, sheet: FactSheet, inherited: Evidence? = nil) {
    self.block = block
    self.sheet = sheet
    let own = block.schema["evidence"] == nil ? nil : block.block("evidence").flatMap(Evidence.init(reading:))
    self.evidence = own ?? inherited
  }

  /// The figures of a nested block, which inherit this block's evidence.
  func nested(_ key: String) -> Figures? {
    block.block(key).map { Figures($0, sheet: sheet, inherited: evidence) }
  }

  /// The declaration of an optional `evidence` for a whole block.
  static let evidenceKey = KeyDeclaration.optional(
    "evidence", .block(Evidence.schema),
    "Where the figures of this block come from, unless they say so themselves.")

  /// The declaration of a figure.
  static func figure(_ name: String, _ kind: ValueKind, _ summary: String) -> KeyDeclaration {
    .required(name, figureKind(kind), summary)
  }

  /// The declaration of a figure that may be left out.
  static func optionalFigure(
    _ name: String, _ kind: ValueKind, default text: String? = nil, _ summary: String
  ) -> KeyDeclaration {
    .optional(name, figureKind(kind), default: text, summary)
  }

  private static func figureKind(_ kind: ValueKind) -> ValueKind {
    .oneOf([
      kind,
      .block(
        BlockSchema(
          "figure", "A value with its own evidence.",
          keys: [.required("value", kind, "The value.")] + Evidence.schema.keys)),
    ])
  }

  /// Reads a figure and notes it as a fact.
  ///
  /// - Parameters:
  ///   - key: the declared key.
  ///   - name: what the fact is called for people.
  ///   - text: the figure as people read it.
  ///   - read: how the value is read.
  func value<Value>(
    _ key: String, _ name: String, text: (Value) -> String, read: (ValueReader) -> Value?
  ) -> Value? {
    guard let written = block[key] else { return nil }
    var source = evidence
    var inner: ValueReader? = written
    if written.isBlock {
      guard let figure = written.block() else { return nil }
      source = Evidence(reading: figure)
      inner = figure["value"]
      if source == nil { return nil }
    }
    guard let value = inner.flatMap(read) else { return nil }
    guard let source else {
      block.error(
        key, "'\(key)' has no evidence",
        help: "write '{value: ..., source: ..., confidence: ...}', or give its block an 'evidence'")
      return nil
    }
    sheet.add(name, text(value), source)
    return value
  }

  /// Reads a figure with a unit.
  func quantity<Value: MeasuredValue>(_ key: String, _ name: String, as type: Value.Type) -> Value? {
    value(key, name, text: \.description) { $0.quantity(type) }
  }

  /// Reads an amount of money.
  func money(_ key: String, _ name: String) -> Money? {
    value(key, name, text: \.description) { $0.money() }
  }

  /// Reads a whole number.
  func integer(_ key: String, _ name: String) -> Int? {
    value(key, name, text: \.description) { $0.integer() }
  }

  /// Reads a text.
  func text(_ key: String, _ name: String) -> String? {
    value(key, name, text: \.self) { $0.text() }
  }

  /// Reads one of the words of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ key: String, _ name: String, as type: Choice.Type)
    -> Choice?
  {
    value(key, name, text: \.rawValue) { $0.choice(as: type) }
  }
}

extension ValueReader {
  /// Reads a value with its unit, zero or more.
  func quantity<Value: MeasuredValue>(_ type: Value.Type) -> Value? {
    value { text in
      Result { () throws(QuantityProblem) in
        let value = try Value(text)
        guard value.value >= 0 else { throw QuantityProblem("\(value) is negative") }
        return value
      }.mapError { ValueProblem($0) }
    }
  }

  /// Reads an amount of money, zero or more.
  func money() -> Money? {
    value { text in
      Result { () throws(QuantityProblem) in
        let money = try Money(text)
        guard money.millionths >= 0 else { throw QuantityProblem("\(money) is negative") }
        return money
      }.mapError { ValueProblem($0) }
    }
  }
}
