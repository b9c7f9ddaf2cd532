/// Gets a document with repeated keys through a parser that refuses them without saying where they are.
///
/// Each place where a repeated key might stand gets a spelling of its own: its first character is replaced by a
/// private-use character that counts the places. The parser then sees different keys at unchanged positions;
/// the conversion puts the characters back and finds the repetition with both its positions. Replacing a
/// character that was no key after all does no harm, because it is put back as well.
struct YAMLRepeatedKeys {
  /// The text for the parser.
  private(set) var text: String
  /// The original character of each private-use character.
  private(set) var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var disguised: Set<String> = []

  /// Plane 15, whose 65 534 private-use characters YAML allows.
  private static let disguises = (0xF0000 as UInt32)...0xFFFFD

  init(_ text: String) {
    self.text = text
  }

  /// Disguises all places of the keys; false when that has been tried or cannot be done.
  mutating func disguise(_ names: [String]) -> Bool {
    let fresh = names.filter { !$0.isEmpty && !disguised.contains($0) }
    guard !fresh.isEmpty, disguised.count < 50 else { return false }
    if disguised.isEmpty, text.unicodeScalars.contains(where: { Self.disguises.contains($0.value) }) {
      return false
    }
    for name in fresh { disguise(name) }
    return true
  }

  private mutating func disguise(_ name: String) {
    disguised.insert(name)
    let name = Array(name.unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let next = Self.disguises.lowerBound + UInt32(originals.count)
      if Self.isKey(name, at: index, in: scalars), let disguise = Unicode.Scalar(next),
        Self.disguises.contains(next)
      {
        originals[disguise] = scalars[index]
        result.append(disguise)
      } else {
        result.append(scalars[index])
      }
      index += 1
    }
    text = String(result)
  }

  /// Whether the name stands here, not as the end of a longer word, and is followed by a colon.
  private static func isKey(_ name: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[start] == name[0], start + name.count <= scalars.count,
      scalars[start..<(start + name.count)].elementsEqual(name)
    else { return false }
    if start > 0, scalars[start - 1].properties.isAlphabetic { return false }
    var index = start + name.count
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    return index < scalars.count && scalars[index] == ":"
  }
}
