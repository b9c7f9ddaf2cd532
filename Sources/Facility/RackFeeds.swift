public import Quantities

/// The circuits of a rack, and how its load turns watts into the volt-amperes that they carry.
public struct RackFeeds: Hashable, Sendable {
  /// The circuits.
  public let circuits: FeedPair
  /// Real over apparent power of the load, above 0 and at most 1.
  public let powerFactor: Fraction

  /// Creates the feeds of a rack.
  public init(_ circuits: FeedPair, powerFactor: Fraction = .one) {
    precondition(powerFactor > .zero && powerFactor <= .one, "a power factor is a share")
    self.circuits = circuits
    self.powerFactor = powerFactor
  }

  /// The apparent power of a load.
  public func apparent(_ power: Watts) -> VoltAmperes { VoltAmperes(power.value / powerFactor.value) }
  /// The real power of an apparent load.
  public func real(_ apparent: VoltAmperes) -> Watts { Watts(apparent.value * powerFactor.value) }
}

/// What a piece of equipment draws, and through how many cords.
public struct CordedLoad: Hashable, Sendable {
  /// What it draws.
  public let power: Watts
  /// Its power cords, one to a supply; at least one.
  public let cords: Int

  /// Creates a load.
  public init(power: Watts, cords: Int) {
    self.power = power
    self.cords = max(1, cords)
  }

  /// Whether it has supplies on both feeds.
  public var isDualCorded: Bool { cords > 1 }
  /// Its cords on one feed.
  public var cordsPerFeed: Int { (cords + 1) / 2 }
}

extension RackFeeds {
  /// What pieces draw from the two feeds.
  ///
  /// A piece with two cords or more has half of them on each feed; pieces with one cord hang on A and B in turn, in the
  /// order given. **Not modelled**: supplies that share unevenly.
  public func load(of pieces: [CordedLoad]) -> FeedLoad {
    var (dual, single) = (Watts.zero, [Watts.zero, Watts.zero])
    var turn = 0
    for piece in pieces {
      if piece.isDualCorded {
        dual += piece.power
      } else {
        single[turn % 2] += piece.power
        turn += 1
      }
    }
    return FeedLoad(dualCorded: apparent(dual), onlyA: apparent(single[0]), onlyB: apparent(single[1]))
  }

  /// How pieces load the phases of the feed that survives the loss of the other, cord by cord in the order given; nil on
  /// single-phase circuits, where a rack is on one phase as a whole.
  ///
  /// The k cords of a piece on a feed carry a k-th of it each and go to one pair of lines after the other, as the
  /// outlets of a three-phase strip do. Of the two survivors the one with the more loaded phase counts.
  public func phases(of pieces: [CordedLoad], by rule: PhaseBalance.Rule = .roundRobin) -> PhaseLoading? {
    guard circuits.a.phase == .three else { return nil }
    var sides = [[VoltAmperes]](repeating: [], count: 2)
    var turn = 0
    for piece in pieces {
      guard piece.isDualCorded else {
        sides[turn % 2].append(apparent(piece.power))
        turn += 1
        continue
      }
      let part = apparent(piece.power) / Double(piece.cordsPerFeed)
      for side in sides.indices { sides[side] += Array(repeating: part, count: piece.cordsPerFeed) }
    }
    let loadings = sides.map { PhaseLoading($0, on: circuits.a, by: rule) }
    return loadings[1].largest > loadings[0].largest ? loadings[1] : loadings[0]
  }
}
