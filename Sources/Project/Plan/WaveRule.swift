public import Quantities

/// What must have happened to every guest of a wave before the next wave is copied.
public enum WaveGate: String, Sendable, Hashable, CaseIterable {
  /// Nothing: waves only order the work.
  case none
  /// A first attempt was made.
  case attempted
  /// It is cut over.
  case moved
  /// It is tested.
  case tested
  /// Its parallel running is over.
  case accepted
}

/// How guests are put into waves. Old servers move whole, so a wave can be larger than asked by the last server's guests.
public struct WaveRule: Sendable, Hashable {
  /// In which order old servers move.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// As the groups are listed.
    case listed
    /// Little data first; equal ones as listed.
    case smallestFirst = "smallest first"
    /// Much data first; equal ones as listed.
    case largestFirst = "largest first"
  }

  /// Guests in a wave.
  public var size: Int
  /// In which order old servers move.
  public var order: Order
  /// Whether a new wave begins with each group.
  public var separatesGroups: Bool
  /// What a wave waits for in the one before.
  public var gate: WaveGate
  /// Time between a wave's gate and the next wave.
  public var pause: Seconds
  /// Guests of a first wave that shows that it works; 0 without one.
  public var pilot: Int
  /// What the wave after the pilot waits for.
  public var pilotGate: WaveGate

  /// Creates a rule.
  public init(
    size: Int, order: Order = .listed, separatesGroups: Bool = false, gate: WaveGate = .attempted,
    pause: Seconds = .zero, pilot: Int = 0, pilotGate: WaveGate = .tested
  ) {
    self.size = size
    self.order = order
    self.separatesGroups = separatesGroups
    self.gate = gate
    self.pause = pause
    self.pilot = pilot
    self.pilotGate = pilotGate
  }
}
