/// One time a task was carried out; a task that was rolled back has several.
struct Execution: Sendable, Hashable {
  /// How it ended.
  enum Outcome: UInt8, Sendable, Hashable {
    /// It has not.
    case open
    /// As planned.
    case done
    /// It failed, and was undone.
    case failed
    /// The window was too short; it was undone.
    case cutOff
  }

  /// The task.
  let task: Int32
  /// Which attempt it is, from 0.
  let attempt: Int32
  /// When it could begin, in milliseconds since the project's start.
  let ready: Int64
  /// What made it ready; -1 for nothing.
  let enabler: Int32
  /// When it began; -1 when it has not.
  var start: Int64 = -1
  /// When it ended, rolling back included; -1 when it has not.
  var finish: Int64 = -1
  /// Who did it; -1 for nobody.
  var person: Int32 = -1
  /// What kept the person or the network from beginning earlier, after it was ready; -1 for nothing.
  var blocker: Int32 = -1
  /// Until when.
  var blockedUntil: Int64 = -1
  /// Its last segment of work; -1 for none.
  var lastSegment: Int32 = -1
  var outcome = Outcome.open
}

/// A stretch of one person's work without a break, within one day.
struct WorkSegment: Sendable, Hashable {
  let execution: Int32
  let person: Int32
  let start: Int64
  let end: Int64
  /// The segment before of the same execution; -1 for none.
  let previous: Int32
}

/// Something that changes what runs where.
struct StateChange: Sendable, Hashable {
  enum Kind: UInt8, Sendable, Hashable {
    /// A guest is cut over to the new servers; the old one still runs.
    case moved
    /// A guest is tested.
    case tested
    /// A guest went back to its old server after the test.
    case returned
    /// A guest's parallel running is over.
    case accepted
    /// An old server is switched off.
    case serverOff
    /// A unit is racked and switched on.
    case unitOn
  }

  let time: Int64
  let kind: Kind
  /// The guest, server or unit.
  let subject: Int32
}
