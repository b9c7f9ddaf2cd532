/// A name that the user gave to an entry of a map, with its place should it need a complaint.
public struct MapKey {
  /// The name.
  public let value: String
  private let entry: Node.Entry
  private let path: String
  private let file: SourceFile

  init(_ entry: Node.Entry, path: String, file: SourceFile) {
    self.value = entry.key
    self.entry = entry
    self.path = path
    self.file = file
  }

  /// Where the name stands.
  public var place: Place {
    Place(file: file, span: Document.keySpan(of: entry, in: file), path: path)
  }
}
