public import Quantities

/// The feeds of a row of racks with the two distribution units behind them, checked for the loss of either.
///
/// ```
/// load(unit B after losing A) = sum over racks of (dual + only_B)
/// lost(A)                     = sum over racks of only_A
/// ```
///
/// Every rack's own pair is checked (``FeedPair``), then what the survivor of the two units carries for the whole row.
/// **Valid for**: steady state after the loss. **Not modelled**: selectivity, racks on units of another row.
/// **Source**: derived; see ``FeedPair``.
///
/// Example: ten racks of 4 kVA on two units of 30 kVA: 20 kVA each in normal service, 40 kVA after a loss, 10 too many.
public struct RowFeeds: Hashable, Sendable {
  /// One rack on its pair of feeds.
  public struct Rack: Hashable, Sendable {
    /// The rack.
    public let id: RackID
    /// Its circuits.
    public let feeds: FeedPair
    /// What it draws.
    public let load: FeedLoad

    /// Creates a rack.
    public init(_ id: RackID, feeds: FeedPair, load: FeedLoad) {
      self.id = id
      self.feeds = feeds
      self.load = load
    }
  }

  /// What a loss does to the row.
  public struct Failover: Hashable, Sendable {
    /// The side that was lost; nil with both alive.
    public let lost: FeedSide?
    /// What each unit carries, A then B; zero on the lost side.
    public let loads: [VoltAmperes]
    /// Racks with a circuit above what it may carry, in their order.
    public let overloadedRacks: [RackID]
    /// The units above what they may carry.
    public let overloadedUnits: [FeedSide]
    /// Load that has no feed any more.
    public let dropped: VoltAmperes

    /// Whether everything goes on within its limits.
    public var isCarried: Bool { overloadedRacks.isEmpty && overloadedUnits.isEmpty && dropped == .zero }
  }

  /// The racks of the row.
  public let racks: [Rack]
  /// What the unit behind all A feeds may carry.
  public let unitA: VoltAmperes
  /// What the unit behind all B feeds may carry.
  public let unitB: VoltAmperes

  /// Creates a row.
  public init(_ racks: [Rack], unitA: VoltAmperes, unitB: VoltAmperes) {
    self.racks = racks
    self.unitA = unitA
    self.unitB = unitB
  }

  /// The row with both sides alive, or after the loss of one.
  public func failover(losing lost: FeedSide?) -> Failover {
    var loads = [VoltAmperes.zero, VoltAmperes.zero]
    var dropped = VoltAmperes.zero
    var racksOver: [RackID] = []
    for rack in racks {
      var isOver = false
      for (index, side) in FeedSide.allCases.enumerated() {
        let carried = Self.load(of: rack, on: side, losing: lost)
        loads[index] += carried
        let usable = side == .a ? rack.feeds.a.usable : rack.feeds.b?.usable ?? .zero
        if carried > usable { isOver = true }
      }
      if isOver { racksOver.append(rack.id) }
      dropped += Self.dropped(of: rack, losing: lost)
    }
    let limits = [unitA, unitB]
    return Failover(
      lost: lost, loads: loads, overloadedRacks: racksOver,
      overloadedUnits: FeedSide.allCases.enumerated().filter { loads[$0.offset] > limits[$0.offset] }.map(
        \.element),
      dropped: dropped)
  }

  /// Both alive, after losing A, after losing B.
  public var failovers: [Failover] { [nil, .a, .b].map { failover(losing: $0) } }

  /// A rack with one feed draws everything dual-corded from A.
  private static func load(of rack: Rack, on side: FeedSide, losing lost: FeedSide?) -> VoltAmperes {
    if side == lost { return .zero }
    guard rack.feeds.b != nil else {
      return side == .a ? rack.load.dualCorded + rack.load.onlyA : rack.load.onlyB
    }
    return lost.map { rack.load.afterLosing($0) } ?? rack.load.normal(on: side)
  }

  private static func dropped(of rack: Rack, losing lost: FeedSide?) -> VoltAmperes {
    switch lost {
    case nil: .zero
    case .a: rack.load.onlyA + (rack.feeds.b == nil ? rack.load.dualCorded : .zero)
    case .b: rack.load.onlyB
    }
  }
}
