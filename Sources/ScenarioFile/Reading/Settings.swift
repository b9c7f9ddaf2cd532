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
      let defaults = having.compactMap { entry in entry.1.defaultText.map { "\($0) for `\(entry.0)`" } }
      let isShared = Set(having.map(\.1.defaultText)).count == 1
      key.defaultText = isShared ? key.defaultText : defaults.joined(separator: ", ")
      key.summary += " Of \(having.map { "`\($0.0)`" }.joined(separator: ", "))."
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

  /// Choices of several entries together; other kinds are the same for all.
  private static func union(of kinds: [ValueKind]) -> ValueKind {
    var words: [String] = []
    for case .choice(let choices) in kinds {
      for choice in choices where !words.contains(choice) { words.append(choice) }
    }
    return words.isEmpty ? kinds[0] : .choice(words)
  }
}
