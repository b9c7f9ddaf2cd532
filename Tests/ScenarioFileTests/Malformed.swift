/// A scenario with one mistake, and everything that is said about it.
struct Malformed: Sendable {
  let name: String
  let text: String
  let messages: String

  /// The small room with one piece of its text replaced.
  init(_ name: String, _ old: String, becomes new: String, says messages: String) {
    self.init(name, text: SmallRoom.changed(old, to: new), says: messages)
  }

  init(_ name: String, text: String, says messages: String) {
    self.name = name
    self.text = text
    self.messages = messages + "\n"
  }

  static let all = text + keys + numbers + names + demand + machines + site
}
