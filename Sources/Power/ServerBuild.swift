public import Quantities

/// A server put together from its parts, for those that nobody has measured.
///
/// ```
/// DC(u) = (sum of processors + sum of parts + board) / (1 - f)
/// P(u)  = bank(DC(u))
/// ```
/// The sums are in W at utilization u, 0 to 1; board is what regulators, chip set and the rest take; f the
/// share of DC power that the fans take; bank the supplies.
///
/// **Valid for** an estimate where no measured curve exists; a measured curve always comes first. With the derived
/// ratios of ``ProcessorPower/Ratios`` held-out systems come out within 13 % at every level before 2009, 10 % for 2009
/// to 2011, 35 % since 2012. With the published ratios it is right for old machines at full load and twice too
/// high for modern ones at half load, as they are tested.
/// **Not modelled**: turbo, tuning for a benchmark, accelerators beyond a plain part.
/// **Source**: the parts' own (``ProcessorPower``, ``ComponentPower``, ``EfficiencyClass``); the sum is derived.
///
/// Example: two processors of 205 W (2012 ratios), 12 DIMMs of DDR4, a SATA SSD, four 1 Gbit/s ports and a management
/// controller behind an 800 W Platinum supply draw 67 W idle and 408 W at full load; measured 50 and 448 W.
public struct ServerBuild: Sendable, Hashable {
  /// A number of equal parts.
  public struct Parts: Sendable, Hashable {
    /// The part.
    public let kind: ComponentPower
    /// How many.
    public let count: Int

    /// Creates a group of parts; none or more.
    public init(_ kind: ComponentPower, count: Int = 1) {
      precondition(count >= 0, "there are no negative parts")
      self.kind = kind
      self.count = count
    }
  }

  /// What each processor draws.
  public let processor: ProcessorPower
  /// Sockets with a processor.
  public let sockets: Int
  /// All other parts.
  public let parts: [Parts]
  /// Regulators, chip set and what is not listed.
  public let board: Watts
  /// Share of DC power that the fans take; zero for a blade.
  public let fanShare: Fraction
  /// The supplies; nil for a blade.
  public let bank: PowerSupplyBank?

  /// Chip set, regulators and clocks of a board (from memory, low confidence).
  public static let typicalBoard = Watts(15)

  /// What the regulators on a board of 2005 pass on of the power they take, 80 to 90 % (from memory, medium confidence).
  ///
  /// A build does not need it: the ratios of its processors contain the regulators' loss. It says what a watt at the
  /// processor's pins is worth at the supply.
  public static let regulatorEfficiency2005 = Fraction(percent: 85)

  /// Creates a server.
  ///
  /// - Throws: a ``PowerProblem`` when a figure is out of range.
  public init(
    processor: ProcessorPower, sockets: Int, parts: [Parts], board: Watts = typicalBoard,
    fanShare: Fraction = ServerPower.typicalFanShare, bank: PowerSupplyBank?
  ) throws(PowerProblem) {
    guard sockets >= 1 else { throw PowerProblem("a server needs a processor, found \(sockets)") }
    guard board.value >= 0, board.value.isFinite else {
      throw PowerProblem("a board cannot draw \(board)")
    }
    guard fanShare.value >= 0, fanShare.value < 1 else {
      throw PowerProblem("fans cannot take \(fanShare) of a server", help: "5 to 15 % are usual")
    }
    self.processor = processor
    self.sockets = sockets
    self.parts = parts
    self.board = board
    self.fanShare = fanShare
    self.bank = bank
  }

  /// DC power at a utilization of 0...1.
  public func directCurrent(at utilization: Fraction) -> Watts {
    let others = parts.reduce(board) { $0 + $1.kind.draw(at: utilization) * Double($1.count) }
    return (processor.draw(at: utilization) * Double(sockets) + others) / (1 - fanShare.value)
  }

  /// The curve as eleven points, on the wall plane, or DC without supplies.
  public var curve: PowerCurve {
    let points = (0..<PowerCurve.measuredPoints).map { level in
      let direct = directCurrent(at: Fraction(Double(level) / Double(PowerCurve.measuredPoints - 1)))
      return bank?.input(for: direct) ?? direct
    }
    return PowerCurve(table: points, plane: bank == nil ? .dc : .wall)
  }

  /// Where the figures come from, each source once, the processor's first.
  public var evidence: [String] {
    var sources = [processor.source]
    for part in parts where part.count > 0 && !sources.contains(part.kind.source) {
      sources.append(part.kind.source)
    }
    return sources
  }
}
