public import Quantities

/// What one pair of feeds carries, in normal service and after the loss that it is built for; never both sides added up
/// where only one is left.
public struct FeedCheck: Sendable, Hashable {
  /// What is fed.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The circuits of a rack.
    case rack
    /// The shared supplies of an enclosure, on their DC side; the loss is that of a feed, or of one supply.
    case supplies
    /// The distribution units of the room.
    case distribution
    /// The modules of the UPS; the loss is the largest that its topology is built for.
    case ups
  }

  /// Which power is meant.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// That of the planned load of all guests.
    case planned
    /// The highest that was simulated.
    case peak
  }

  /// What is fed.
  public let part: Part
  /// The number of the rack or enclosure, from 0; nil for a part of the plant.
  public let number: Int?
  /// Which power is meant.
  public let basis: Basis
  /// What side A carries in normal service, or the only side.
  public let a: Watts
  /// What side B carries in normal service; nil where there is one side.
  public let b: Watts?
  /// The most that a side, or what else is left, carries after the loss; nil where nothing would be left.
  public let survivor: Watts?
  /// What a side, or what is left, may carry; nil where no limit is known.
  public let usable: Watts?
  /// What has no feed any more after the worse loss.
  public let dropped: Watts

  /// The most that is carried at any time.
  public var highest: Watts { max(a, b ?? .zero, survivor ?? .zero) }
  /// Whether that is too much. A load that fills a limit to the last digit is not.
  public var isOverloaded: Bool { usable.map { highest > $0 * (1 + 1e-9) } ?? false }
}

/// How evenly the phases of a supply are loaded when one feed carries everything, at planned power.
public struct PhaseCheck: Sendable, Hashable {
  /// The rack of the circuit; nil for all racks together.
  public let rack: Int?
  /// The currents of the three phases.
  public let currents: [Amperes]
  /// The largest distance of one from their mean, as a share of it.
  public let imbalance: Fraction
  /// The same if the largest loads were put first, each on the least loaded phase.
  public let attainable: Fraction
  /// What a phase may carry continuously; nil where no limit is known.
  public let usable: Amperes?

  /// Whether a phase carries too much, which a rack within its limit of power can do.
  public var isOverloaded: Bool {
    usable.map { limit in currents.contains { $0 > limit * (1 + 1e-9) } } ?? false
  }
}
