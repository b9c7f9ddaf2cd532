/// Gets a document with repeated keys through a parser that refuses them without saying where they are.
///
/// The last character before each colon is replaced by a private-use character, taken in turn from a set that
/// belongs to that character. The parser then sees different keys at unchanged positions; the conversion puts
/// the characters back and finds every repetition with both its positions. A character before a colon that ends
/// no key does no harm, because it is put back as well.
struct YAMLRepeatedKeys {
  /// The text for the parser.
  let text: String
  /// The original character of each private-use character.
  let originals: [Unicode.Scalar: Unicode.Scalar]

  /// Plane 15, whose private-use characters YAML allows, in sets of 512 for each replaced character.
  private static let first: UInt32 = 0xF0000
  private static let setSize: UInt32 = 512
  private static let setCount = 127

  /// Nil when the document uses these characters itself.
  init?(_ source: String) {
    let range = Self.first...(Self.first + UInt32(Self.setCount) * Self.setSize)
    var scalars = Array(source.unicodeScalars)
    guard !scalars.contains(where: { range.contains($0.value) }) else { return nil }
    var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
    var sets: [Unicode.Scalar: (start: UInt32, used: UInt32)] = [:]
    for colon in scalars.indices where scalars[colon] == ":" {
      guard let end = Self.keyEnd(before: colon, in: scalars) else { continue }
      let original = scalars[end]
      guard sets[original] != nil || sets.count < Self.setCount else { continue }
      var set = sets[original] ?? (Self.first + UInt32(sets.count) * Self.setSize, 0)
      guard let disguise = Unicode.Scalar(set.start + set.used % Self.setSize) else { continue }
      set.used += 1
      sets[original] = set
      originals[disguise] = original
      scalars[end] = disguise
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.text = String(view)
    self.originals = originals
  }

  /// The last letter or digit of what might be a key: before the colon, blanks and a closing quote.
  private static func keyEnd(before colon: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var index = colon - 1
    while index >= 0, scalars[index] == " " || scalars[index] == "\t" { index -= 1 }
    if index >= 0, scalars[index] == "\"" || scalars[index] == "'" { index -= 1 }
    guard index >= 0 else { return nil }
    let properties = scalars[index].properties
    return properties.isAlphabetic || properties.numericType != nil ? index : nil
  }
}
