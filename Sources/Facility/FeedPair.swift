public import Quantities

/// A side of a pair of feeds.
public enum FeedSide: Hashable, Sendable, CaseIterable {
  /// The first feed.
  case a
  /// The second feed.
  case b

  /// The side that is left when this one is lost.
  public var other: FeedSide { self == .a ? .b : .a }
  /// `A` or `B`.
  public var name: String { self == .a ? "A" : "B" }
}

/// What equipment draws from a pair of feeds, by how it is corded.
public struct FeedLoad: Hashable, Sendable {
  /// Load with supplies on both feeds, shared half and half while both live.
  public var dualCorded: VoltAmperes
  /// Load on feed A alone.
  public var onlyA: VoltAmperes
  /// Load on feed B alone.
  public var onlyB: VoltAmperes

  /// Creates a load.
  public init(dualCorded: VoltAmperes, onlyA: VoltAmperes = .zero, onlyB: VoltAmperes = .zero) {
    self.dualCorded = dualCorded
    self.onlyA = onlyA
    self.onlyB = onlyB
  }

  /// What a side carries while both feeds live.
  public func normal(on side: FeedSide) -> VoltAmperes { dualCorded / 2 + single(on: side) }

  /// What the surviving side carries after the other is lost.
  public func afterLosing(_ lost: FeedSide) -> VoltAmperes { dualCorded + single(on: lost.other) }

  private func single(on side: FeedSide) -> VoltAmperes { side == .a ? onlyA : onlyB }
}

/// A feed that would carry more than it may.
public struct FeedOverload: Hashable, Sendable, CustomStringConvertible {
  /// The overloaded feed.
  public let side: FeedSide
  /// The feed whose loss brings the overload; nil when it is there with both alive.
  public let afterLosing: FeedSide?
  /// What it would carry.
  public let load: VoltAmperes
  /// What it may carry.
  public let usable: VoltAmperes

  /// The overload as a sentence without a full stop.
  public var description: String {
    let when = afterLosing.map { "after losing feed \($0.name)" } ?? "with both feeds alive"
    let kilo = { (apparent: VoltAmperes) in DecimalText.rounded(apparent.value / 1e3, decimals: 2) }
    return "feed \(side.name) would carry \(kilo(load)) kVA \(when), over its usable \(kilo(usable)) kVA"
  }
}

/// The two feeds of a rack, of which either must carry all dual-corded load alone.
///
/// ```
/// capacity = min(usable_A, usable_B)        both feeds
/// capacity = usable_A                       one feed
/// load(B after losing A) = dual + only_B
/// ```
///
/// Adding A and B, as inventory tools do, shows half of what a failover brings. **Valid for**: steady state after
/// the loss. **Not modelled**: uneven sharing between supplies, the transient at transfer. **Source**: derived from
/// the 80 % rule of ``Circuit``: each side of a pair may carry 40 % of its breaker in normal service.
///
/// Example: two feeds of 208 V, 30 A, three-phase take 8.65 kVA of dual-corded load, not 17.29.
public struct FeedPair: Hashable, Sendable {
  /// The first feed.
  public let a: Circuit
  /// The second feed; nil for a rack with one.
  public let b: Circuit?

  /// Creates a pair, or a single feed.
  public init(a: Circuit, b: Circuit? = nil) {
    self.a = a
    self.b = b
  }

  /// The dual-corded load that survives the loss of either feed.
  public var capacity: VoltAmperes {
    guard let b else { return a.usable }
    return min(a.usable, b.usable)
  }

  /// The real power of that load at a power factor of 0 to 1.
  public func power(powerFactor: Fraction) -> Watts { Watts(capacity.value * powerFactor.value) }

  /// The feed of a side; nil for the second of a single feed.
  public func circuit(_ side: FeedSide) -> Circuit? { side == .a ? a : b }

  /// Every way in which a load is too much: with both feeds alive, and after losing either. A load that fills a feed to
  /// the last digit is not too much.
  ///
  /// With a single feed everything that is dual-corded hangs on A, and load on B alone is an overload of nothing.
  public func overloads(under load: FeedLoad) -> [FeedOverload] {
    guard let b else {
      let total = load.dualCorded + load.onlyA
      let onA =
        Self.exceeds(total, a.usable)
        ? [FeedOverload(side: .a, afterLosing: nil, load: total, usable: a.usable)] : []
      return load.onlyB > .zero
        ? onA + [FeedOverload(side: .b, afterLosing: nil, load: load.onlyB, usable: .zero)] : onA
    }
    var found: [FeedOverload] = []
    for side in FeedSide.allCases {
      let usable = side == .a ? a.usable : b.usable
      let normal = load.normal(on: side)
      if Self.exceeds(normal, usable) {
        found.append(FeedOverload(side: side, afterLosing: nil, load: normal, usable: usable))
      }
      let survivor = load.afterLosing(side.other)
      if Self.exceeds(survivor, usable) {
        found.append(FeedOverload(side: side, afterLosing: side.other, load: survivor, usable: usable))
      }
    }
    return found
  }

  private static func exceeds(_ load: VoltAmperes, _ usable: VoltAmperes) -> Bool {
    load > usable * (1 + RackLimits.roundingSlack)
  }
}
