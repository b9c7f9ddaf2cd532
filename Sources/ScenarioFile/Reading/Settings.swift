import Documents

/// Keys that belong to the entries of a catalogue: each entry has its own, and several may share one.
///
/// The keys of all entries stand in one block, so a misspelt one is seen as such, and one of another entry is
/// explained.
struct Settings {
  /// An entry with its keys.
  struct Owner {
    let name: String
    let keys: [KeyDeclaration]
  }

  private let owners: [Owner]
  /// The keys of all entries, each once, with the names of their entries.
  let keys: [KeyDeclaration]

  init(_ owners: [Owner]) {
    self.owners = owners
    var names: [String] = []
    for name in owners.flatMap({ $0.keys.map(\.name) }) where !names.contains(name) { names.append(name) }
    keys = names.compactMap { name in
      let having = owners.compactMap { owner in owner.keys.first { $0.name == name }.map { (owner.name, $0) }
      }
      guard var key = having.first?.1 else { return nil }
      key.defaultText = Self.defaults(of: having.map { ($0.0, $0.1.defaultText ?? "") })
      if having.count < owners.count {
        key.summary += " Of \(having.map { "`\($0.0)`" }.joined(separator: ", "))."
      }
      key.kind = Self.union(of: having.map(\.1.kind))
      return key
    }
  }

  /// Reports the keys of other entries that a block has.
  func refuseOthers(than name: String, called thing: String, in block: BlockReader) {
    let own = owners.first { $0.name == name }?.keys.map(\.name) ?? []
    for key in keys where !own.contains(key.name) && block.has(key.name) {
      block.error(
        key.name, "\(thing) '\(name)' has no '\(key.name)'",
        help: own.isEmpty ? "it has no settings" : "it has \(own.joined(separator: ", "))")
    }
  }

  /// One default for all, or which holds for whom.
  private static func defaults(of entries: [(name: String, text: String)]) -> String {
    var texts: [String] = []
    for (_, text) in entries where !texts.contains(text) { texts.append(text) }
    guard texts.count > 1 else { return texts.joined() }
    return texts.map { text in
      let names = entries.filter { $0.text == text }.map { "`\($0.name)`" }
      return "\(text) for \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// Choices of several entries together; other kinds are the same for all.
  private static func union(of kinds: [ValueKind]) -> ValueKind {
    var words: [String] = []
    for case .choice(let choices) in kinds {
      for choice in choices where !words.contains(choice) { words.append(choice) }
    }
    return words.isEmpty ? kinds[0] : .choice(words)
  }
}
