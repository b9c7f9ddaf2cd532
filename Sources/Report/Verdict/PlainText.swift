/// Text for a terminal.
enum PlainText {
  /// A text in lines of at most 80 characters, broken at spaces; a word that is longer is broken as well.
  ///
  /// - Parameters:
  ///   - text: what to write.
  ///   - indent: spaces before every line but the first.
  static func wrapped(_ text: String, width: Int = 80, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in ascii(text).split(separator: " ", omittingEmptySubsequences: false) {
      for (index, part) in pieces(of: String(word), width: width - indent).enumerated() {
        let margin = String(repeating: " ", count: lines.isEmpty && line.isEmpty ? 0 : indent)
        if line.isEmpty {
          line = (lines.isEmpty ? "" : margin) + part
        } else if index == 0, line.count + 1 + part.count <= width {
          line += " " + part
        } else {
          lines.append(line)
          line = String(repeating: " ", count: indent) + part
        }
      }
    }
    lines.append(line)
    return lines.map(trimmed)
  }

  /// A name in pieces of at most so many characters, broken after hyphens where that helps.
  static func broken(_ name: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var part = ""
    func closePart() {
      for piece in pieces(of: part, width: width) {
        if line.count + piece.count > width {
          lines.append(line)
          line = piece
        } else {
          line += piece
        }
      }
      part = ""
    }
    for character in ascii(name) {
      part.append(character)
      if character == "-" || character == " " { closePart() }
    }
    closePart()
    lines.append(line)
    return lines.map { trimmed($0) }
  }

  private static func pieces(of word: String, width: Int) -> [String] {
    guard word.count > width else { return [word] }
    var pieces: [String] = []
    var rest = word[...]
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return pieces
  }

  /// The text with spaces up to a width, at the end or before it.
  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }

  /// The text without spaces at its end.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  /// The text with the program's own typographic signs in plain ones, and without control characters, which could
  /// speak to the terminal.
  static func ascii(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "±": plain += "+-"
      case "−", "–": plain += "-"
      case "²", "₂": plain += "2"
      case "³": plain += "3"
      case "\u{202F}", "\u{2009}", "\n", "\t", "\r": plain += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
