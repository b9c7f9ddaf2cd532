public import Quantities

/// What is known of a layout's building beside its racks: what its plant was sized by, its floor, cables, feeds.
public struct StoredFacility: Sendable, Hashable {
  /// What sized the plant: `given`, or the rating that it was right-sized by, such as `planned`.
  public var sizedBy: String
  /// The rating nearest to the plant's design.
  public var nearestRating: String
  /// Design power of the plant beyond the highest simulated IT power; negative when that is more.
  public var stranded: Watts
  /// How the floor was counted: `drawn`, or the name of an allowance per rack.
  public var floorRule: String
  /// Floor beside the white space, as a share of it.
  public var backOfHouse: Fraction
  /// Switch ports that all cables end in.
  public var switchPorts: Int
  /// Section of a tray that holds the cables of servers or enclosures.
  public var traySection: SquareMeters
  /// How the modules of the UPS are arranged.
  public var topology: String
  /// A feed of a rack, such as `208 V, 30 A, three-phase`; nil when it is not stated.
  public var circuit: String?
}

/// One of the powers that are quoted for the equipment of a layout.
public struct StoredRating: Sendable, Hashable {
  /// Which: `nameplate`, `derated`, `vendor-tool`, `planned` or `measured`.
  public var kind: String
  /// The power; nil when nobody knows it.
  public var power: Watts?
  /// What a plant of just that power would hold beyond the highest simulated IT power; nil when that is not known.
  public var stranded: Watts?
}

/// What a pair of feeds carries.
public struct StoredFeed: Sendable, Hashable {
  /// What is fed: `rack`, `supplies`, `distribution` or `ups`.
  public var part: String
  /// The number of the rack or enclosure, from 0; nil for a part of the plant.
  public var number: Int?
  /// Which power is meant: `planned` or `peak`.
  public var basis: String
  /// What side A carries in normal service, or the only side.
  public var a: Watts
  /// What side B carries in normal service; nil where there is one side.
  public var b: Watts?
  /// The most that what is left carries after a loss; nil where nothing would be left.
  public var survivor: Watts?
  /// What that may be; nil where no limit is known.
  public var usable: Watts?
  /// What has no feed any more after the worse loss.
  public var dropped: Watts
  /// Whether it is more than it may be.
  public var isOverloaded: Bool

  /// The most that is carried at any time.
  public var highest: Watts { max(a, b ?? .zero, survivor ?? .zero) }
  /// The same as a share of what it may be; nil where no limit is known.
  public var share: Fraction? { usable.map { $0 > .zero ? Fraction(highest / $0) : .zero } }
}

/// How evenly the phases of a supply are loaded.
public struct StoredPhases: Sendable, Hashable {
  /// The rack of the circuit, from 0; nil for all racks together.
  public var rack: Int?
  /// The currents of the three phases, when one feed carries everything.
  public var currents: [Amperes]
  /// The largest distance of one from their mean, as a share of it.
  public var imbalance: Fraction
  /// The same if loads were put on phases by size.
  public var attainable: Fraction
  /// What a phase may carry; nil where no limit is known.
  public var usable: Amperes?
  /// Whether one carries more.
  public var isOverloaded: Bool
}
