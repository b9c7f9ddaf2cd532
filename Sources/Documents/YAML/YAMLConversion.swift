import Yams

/// Turns the parser's tree into positioned nodes and refuses what is not read here.
struct YAMLConversion {
  let file: SourceFile
  let diagnostics: Diagnostics
  let depth: Int
  let originals: [Unicode.Scalar: Unicode.Scalar]

  /// The node, or nil when it is nested too deep or is something that is not read.
  func node(_ node: Yams.Node, path: String, depth level: Int) -> Node? {
    let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) }
    let start = position ?? SourcePosition(line: 1, column: 1)
    switch node {
    case .scalar(let scalar):
      refuseTag(scalar.tag, at: start, path: path)
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return Node(.scalar(.init(text: restored(scalar.string), isQuoted: isQuoted)), at: start)
    case .sequence(let sequence):
      refuseTag(sequence.tag, at: start, path: path)
      guard isShallow(level, at: start, path: path) else { return nil }
      let elements = sequence.enumerated().compactMap { index, element in
        self.node(element, path: Document.path(path, index: index), depth: level + 1)
      }
      return Node(.sequence(elements), at: start)
    case .mapping(let mapping):
      refuseTag(mapping.tag, at: start, path: path)
      guard isShallow(level, at: start, path: path) else { return nil }
      return Node(.mapping(entries(of: mapping, path: path, depth: level)), at: start)
    case .alias:
      preconditionFailure("documents with aliases are refused before they are parsed")
    }
  }

  private func entries(of mapping: Yams.Node.Mapping, path: String, depth level: Int) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var lines: [String: SourcePosition] = [:]
    for (key, value) in mapping {
      guard let entry = entry(key, value, path: path, depth: level) else { continue }
      if let first = lines[entry.key] {
        diagnostics.error(
          at: Place(
            file: file, span: Document.keySpan(of: entry, in: file), path: Document.path(path, key: entry.key)
          ),
          "the key \(Wording.quoted(entry.key)) is already given in line \(first.line)",
          help: "keep one of the two")
        continue
      }
      lines[entry.key] = entry.position
      entries.append(entry)
    }
    return entries
  }

  private func entry(
    _ key: Yams.Node, _ value: Yams.Node, path: String, depth level: Int
  ) -> Node.Entry? {
    let position = key.mark.map { SourcePosition(line: $0.line, column: $0.column) }
    let start = position ?? SourcePosition(line: 1, column: 1)
    guard case .scalar(let scalar) = key else {
      error(at: start, path: path, "a key must be a word, not a list or a block", help: "write 'key: value'")
      return nil
    }
    let name = restored(scalar.string)
    if name == "<<", scalar.style == .plain {
      error(
        at: start, length: 2, path: path, "'<<' is a YAML merge key, which is not read here",
        help: "write the keys out")
      return nil
    }
    guard !name.isEmpty else {
      error(at: start, path: path, "there is no key before the ':'", help: "write 'key: value'")
      return nil
    }
    return node(value, path: Document.path(path, key: name), depth: level + 1).map {
      Node.Entry(key: name, position: start, value: $0)
    }
  }

  private func isShallow(_ level: Int, at position: SourcePosition, path: String) -> Bool {
    guard level >= depth else { return true }
    error(
      at: position, path: "", "lists and blocks are nested more than \(depth) deep here",
      help: "look for a bracket that is not closed")
    return false
  }

  private func refuseTag(_ tag: Tag, at position: SourcePosition, path: String) {
    guard tag.description != Tag.Name.implicit.rawValue, tag.description != Tag.Name.str.rawValue else {
      return
    }
    error(
      at: position, path: path, "the type tag '\(tag.description)' is not read here", help: "delete the tag")
  }

  private func error(
    at position: SourcePosition, length: Int = 1, path: String, _ message: String, help: String
  ) {
    let span = SourceSpan(start: position, length: length)
    diagnostics.error(at: Place(file: file, span: span, path: path), message, help: help)
  }

  private func restored(_ text: String) -> String {
    guard !originals.isEmpty else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(originals[scalar] ?? scalar) }
    return String(scalars)
  }
}
