/// A file that a scenario names and that the answer depends on, such as a trace.
public struct StudyInput: Sendable, Hashable {
  /// The name as the scenario writes it.
  public let name: String
  /// The SHA-256 of its contents in hexadecimal.
  public let hash: String

  /// Creates an input with a known hash.
  public init(name: String, hash: String) {
    self.name = name
    self.hash = hash
  }

  /// Creates an input by hashing what it contains.
  public init(name: String, contents: some Sequence<UInt8>) {
    self.init(name: name, hash: SHA256.hex(of: contents))
  }
}

/// Where a study comes from: what a result must carry to be repeated.
public struct StudySource: Sendable, Hashable {
  /// The scenario file, whole.
  public let text: String
  /// The files that it names, in a fixed order.
  public let inputs: [StudyInput]
  /// The version of the program.
  public let version: String

  /// Creates a source.
  public init(text: String, inputs: [StudyInput] = [], version: String) {
    self.text = text
    self.inputs = inputs
    self.version = version
  }
}

/// What makes two studies the same: equal identities give equal results.
public struct StudyIdentity: Sendable, Hashable {
  /// The SHA-256 of the scenario file in hexadecimal.
  public let scenarioHash: String
  /// The SHA-256 over the hashes of all inputs, one a line; of nothing when there are none.
  public let inputsHash: String
  /// The seed of every random stream.
  public let seed: UInt64
  /// How many times each layout is simulated.
  public let replications: Int
  /// The version of the program.
  public let version: String

  /// The identity of a study that is about to run.
  public init(of source: StudySource, seed: UInt64, replications: Int) {
    self.init(
      scenarioHash: SHA256.hex(of: source.text.utf8),
      inputsHash: SHA256.hex(of: source.inputs.map { $0.hash + "\n" }.joined().utf8), seed: seed,
      replications: replications, version: source.version)
  }

  init(scenarioHash: String, inputsHash: String, seed: UInt64, replications: Int, version: String) {
    self.scenarioHash = scenarioHash
    self.inputsHash = inputsHash
    self.seed = seed
    self.replications = replications
    self.version = version
  }
}

/// The number of a study in its file.
public struct StudyID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number, from 1.
  public let rawValue: Int64

  /// Names a study by its number.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  public static func < (left: StudyID, right: StudyID) -> Bool { left.rawValue < right.rawValue }

  public var description: String { String(rawValue) }
}
