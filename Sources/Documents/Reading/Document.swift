/// A document that parsed: its root node and the source it came from.
public struct Document: Sendable, Equatable {
  /// The source.
  public var file: SourceFile
  /// The outermost node.
  public var root: Node

  /// A document with its root.
  public init(file: SourceFile, root: Node) {
    self.file = file
    self.root = root
  }

  /// The place of a path such as `layouts[1].servers.model`, or of the longest part of it that exists.
  ///
  /// This is how a problem found long after reading gets its line back: it need only know its path.
  public func place(of path: String) -> Place {
    var node = root
    var span = Document.span(of: root, in: file)
    for step in Document.steps(of: path) {
      switch step {
      case .key(let key):
        guard let entry = node.entries?.first(where: { $0.key == key }) else {
          return Place(file: file, span: span, path: path)
        }
        node = entry.value
        span = Document.span(of: entry, in: file)
      case .index(let index):
        guard let elements = node.elements, elements.indices.contains(index) else {
          return Place(file: file, span: span, path: path)
        }
        node = elements[index]
        span = Document.span(of: node, in: file)
      }
    }
    return Place(file: file, span: span, path: path)
  }

  /// The path of a key under a path; a key that could be mistaken for path syntax is quoted.
  static func path(_ path: String, key: String) -> String {
    let plain = !key.isEmpty && !key.contains { ".[]\"\\".contains($0) }
    let step = plain ? key : "\"" + key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return path.isEmpty ? step : path + "." + step
  }

  /// The path of a list element under a path.
  static func path(_ path: String, index: Int) -> String { "\(path)[\(index)]" }

  /// What to underline for a key with its value: a single value, else the key.
  static func span(of entry: Node.Entry, in file: SourceFile) -> SourceSpan {
    entry.value.scalar == nil || entry.value.isBlank
      ? keySpan(of: entry, in: file) : span(of: entry.value, in: file)
  }

  /// What to underline for a key.
  static func keySpan(of entry: Node.Entry, in file: SourceFile) -> SourceSpan {
    span(of: Node(.scalar(.init(text: entry.key)), at: entry.position), in: file)
  }

  /// What to underline for a node: a single value as far as its line goes, else the first character.
  static func span(of node: Node, in file: SourceFile) -> SourceSpan {
    let start = node.position
    guard let scalar = node.scalar, let line = file.byteRange(ofLine: start.line),
      let first = file.byte(at: start), first < line.upperBound
    else { return SourceSpan(start: start) }
    let quote = file.bytes[first]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let isVerbatim = file.bytes[first..<line.upperBound].starts(with: scalar.text.utf8)
      return SourceSpan(start: start, length: isVerbatim ? scalar.text.unicodeScalars.count : 1)
    }
    var end = first + 1
    while end < line.upperBound, file.bytes[end] != quote {
      end += quote == UInt8(ascii: "\"") && file.bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let token = file.bytes[first..<min(end + 1, line.upperBound)]
    return SourceSpan(start: start, length: SourceFile.scalarCount(token))
  }

  private enum Step {
    case key(String)
    case index(Int)
  }

  private static func steps(of path: String) -> [Step] {
    var steps: [Step] = []
    var rest = Substring(path)
    while let character = rest.popFirst() {
      switch character {
      case ".":
        continue
      case "[":
        let digits = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(digits.count + 1)
        steps.append(.index(Int(digits) ?? -1))
      case "\"":
        var key = ""
        while let next = rest.popFirst(), next != "\"" {
          key.append(next == "\\" ? rest.popFirst() ?? next : next)
        }
        steps.append(.key(key))
      default:
        let name = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(name.count)
        steps.append(.key(String(character) + name))
      }
    }
    return steps
  }
}
