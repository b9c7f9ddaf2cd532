public import Quantities

/// Reads one value by the kind declared for it.
///
/// Each reading gives the value or, after a complaint, nil. Reading a value as a kind that was not declared for
/// it is a programming error.
public struct ValueReader {
  let node: Node
  let kind: ValueKind
  /// The path of the value, `layouts[1].servers.model`.
  public let path: String
  /// How the value is called in messages: `model`, `guests[2]`; empty for the whole document.
  let name: String
  /// The key with the value, if it is not an element of a list.
  let entry: Node.Entry?
  let reader: DocumentReader

  /// What the value points at in messages: the value, or its key when nothing was written.
  public var place: Place {
    let file = reader.document.file
    let span =
      if node.isBlank, let entry { Document.keySpan(of: entry, in: file) } else {
        Document.span(of: node, in: file)
      }
    return Place(file: file, span: span, path: path)
  }

  /// The node as it was written.
  public var source: Node { node }

  /// Whether it is a single value.
  public var isScalar: Bool { node.scalar != nil }

  /// Whether it is a list.
  public var isList: Bool { node.elements != nil }

  /// Whether it is a block.
  public var isBlock: Bool { node.entries != nil }

  // MARK: - Scalars

  /// Any text.
  public func text() -> String? {
    expect { $0 == .text }
    return scalar { .success($0) }
  }

  /// A name made of letters, digits, `-`, `_` and `.`.
  public func identifier() -> String? {
    expect { $0 == .identifier }
    return scalar(ScalarGrammar.identifier)
  }

  /// `true` or `false`, nothing else.
  public func boolean() -> Bool? {
    expect { $0 == .boolean }
    return scalar(unquoted: true, ScalarGrammar.boolean)
  }

  /// A decimal whole number within the declared limits.
  public func integer() -> Int? {
    let limits = expect { if case .integer(let limits) = $0 { limits } else { nil } }
    return scalar(unquoted: true) { ScalarGrammar.integer($0, in: limits) }
  }

  /// A finite decimal number within the declared limits.
  public func number() -> Double? {
    let limits = expect { if case .number(let limits) = $0 { limits } else { nil } }
    return scalar(unquoted: true) { ScalarGrammar.number($0, in: limits) }
  }

  /// A calendar date.
  public func date() -> CalendarDate? {
    expect { $0 == .date }
    return scalar { text in
      Result { () throws(QuantityProblem) in try CalendarDate(text) }.mapError { ValueProblem($0) }
    }
  }

  /// One of the declared words.
  public func choice() -> String? {
    let names = expect { if case .choice(let names) = $0 { names } else { nil } }
    return scalar { text in
      guard !names.contains(text) else { return .success(text) }
      return .failure(
        ValueProblem(
          "cannot be \(Wording.quoted(text))",
          help: Wording.suggestion(for: text, among: names, called: "valid values")))
    }
  }

  /// One of the declared words as a case of an enumeration whose raw values they are.
  public func choice<Choice: RawRepresentable<String>>(as type: Choice.Type) -> Choice? {
    choice().map { word in
      guard let choice = Choice(rawValue: word) else {
        preconditionFailure("'\(word)' is declared for \(path) but \(Choice.self) has no such case")
      }
      return choice
    }
  }

  /// Text turned into a value by a parser; for quantities, references and texts with a grammar of their own.
  public func value<Value>(_ parse: (String) -> Result<Value, ValueProblem>) -> Value? {
    expect { kind in
      switch kind {
      case .quantity, .reference, .text, .identifier: true
      default: false
      }
    }
    return scalar(parse)
  }

  // MARK: - Structure

  /// A nested block, read by the declared schema. Where several blocks are declared, name the one to use.
  public func block(_ schema: BlockSchema? = nil) -> BlockReader? {
    let declared = expect { kind in
      if case .block(let declared) = kind, schema == nil || schema == declared { declared } else { nil }
    }
    guard isBlock else { return complainOfShape() }
    return BlockReader(node, declared, path: path, head: entry, reader: reader)
  }

  /// The text of a key of a block before a schema is chosen, without any complaint: the `policy` that decides
  /// which other keys there may be.
  public func peek(_ key: String) -> String? { node[key]?.scalar?.text }

  /// The elements of a list.
  public func elements() -> [ValueReader] {
    let element = expect { if case .list(let element) = $0 { element } else { nil } }
    guard let nodes = node.elements else { return complainOfShape() ?? [] }
    return nodes.enumerated().compactMap { index, node in
      let value = ValueReader(
        node: node, kind: element, path: Document.path(path, index: index),
        name: Document.path(name, index: index), entry: nil, reader: reader)
      guard !node.isValue else { return value }
      value.complain(ValueProblem("has no value", help: "write \(element.phrase), or delete the line"))
      return nil
    }
  }

  /// The named values of a map, in source order.
  public func namedValues() -> [(name: MapKey, value: ValueReader)] {
    let kind = expect { if case .map(let kind) = $0 { kind } else { nil } }
    guard let entries = node.entries else { return complainOfShape() ?? [] }
    return entries.compactMap { entry in
      let path = Document.path(path, key: entry.key)
      let value = ValueReader(
        node: entry.value, kind: kind, path: path, name: entry.key, entry: entry, reader: reader)
      guard !entry.value.isValue else {
        return (MapKey(entry, path: path, file: reader.document.file), value)
      }
      value.complain(ValueProblem("has no value", help: "write \(kind.phrase), or delete the key"))
      return nil
    }
  }

  // MARK: - Complaints

  /// Reports a problem with the value; its message continues the sentence that the key begins.
  public func complain(_ problem: ValueProblem) {
    let subject = name.isEmpty ? "the document" : "'\(name)'"
    reader.diagnostics.error(at: place, "\(subject) \(problem.message)", help: problem.help)
  }

  private func complainOfShape<Value>() -> Value? {
    let found =
      switch node.content {
      case .scalar(let scalar): Wording.quoted(scalar.text)
      case .sequence: "a list"
      case .mapping: "a block of keys"
      }
    complain(ValueProblem("takes \(kind.phrase), found \(found)"))
    return nil
  }

  private func scalar<Value>(
    unquoted: Bool = false, _ parse: (String) -> Result<Value, ValueProblem>
  ) -> Value? {
    guard let scalar = node.scalar else { return complainOfShape() }
    if unquoted, scalar.isQuoted {
      complain(
        ValueProblem("takes \(kind.phrase), found quoted text", help: "write it without quotes"))
      return nil
    }
    switch parse(scalar.text) {
    case .success(let value): return value
    case .failure(let problem):
      complain(problem)
      return nil
    }
  }

  // MARK: - Declarations

  /// The part of the declaration that a reading relies on.
  private func expect<Part>(_ part: (ValueKind) -> Part?) -> Part {
    guard let found = kind.alternatives.lazy.compactMap(part).first else {
      preconditionFailure("\(path) is declared as \(kind.phrase) and cannot be read as anything else")
    }
    return found
  }

  private func expect(_ isDeclared: (ValueKind) -> Bool) {
    precondition(
      kind.alternatives.contains(where: isDeclared),
      "\(path) is declared as \(kind.phrase) and cannot be read as anything else")
  }
}
