public import Quantities

/// How equal units stand in for each other: so many to a side, so many sides, and how many of each may be out.
///
/// ```
/// side    n - s of n units must work                (s spare units)
/// group   m - t of m sides must work                (t spare sides)
/// nu      of the sides in their group, in series with what strikes all at once
/// ```
/// A pair is two units of one side with one spare; 2n is two sides of n units with one spare side; 2(n + 1) the same
/// with a spare unit on each; three systems of which any two carry the load are three sides with one spare.
///
/// **Valid for**: exponential times for the rate of outages, any for the share of time down, as long as units fail and
/// are repaired on their own. **Not modelled**: switch-overs that fail, other than through the common cause.
/// **Source**: frequency and duration method (``OutageProfile``), applied twice.
///
/// Example: 2(1 + 1) units of 1 failure a year and 1 day of repair: each side is out 0.00544 times a year for half a
/// day, both together 8.1e-8 times.
public struct UnitArrangement: Hashable, Sendable {
  /// Sides that carry the same load.
  public let sides: Int
  /// Units on each side.
  public let unitsPerSide: Int
  /// Units of a side that may be out while it carries the load.
  public let spareUnits: Int
  /// Sides that may be out while the group carries the load.
  public let spareSides: Int

  /// Creates an arrangement; some unit and some side is needed.
  public init(sides: Int = 1, unitsPerSide: Int, spareUnits: Int = 0, spareSides: Int = 0) {
    precondition(sides >= 1 && unitsPerSide >= 1, "there are units")
    precondition((0..<unitsPerSide).contains(spareUnits), "some units of a side are needed")
    precondition((0..<sides).contains(spareSides), "some sides are needed")
    self.sides = sides
    self.unitsPerSide = unitsPerSide
    self.spareUnits = spareUnits
    self.spareSides = spareSides
  }

  /// One unit.
  public static let single = UnitArrangement(unitsPerSide: 1)

  /// All units.
  public var count: Int { sides * unitsPerSide }

  /// Whether the group survives the loss of any one unit.
  public var isRedundant: Bool { spareUnits > 0 || spareSides > 0 }

  /// Whether the group is out when so many units of each side are.
  public func isOut(failed: some Sequence<Int>) -> Bool {
    failed.count { $0 > spareUnits } > spareSides
  }

  /// The outages of the group.
  ///
  /// - Parameter commonCause: the share of a unit's failures that strikes a redundant group at once.
  public func outages(of unit: FailureModel, commonCause: Fraction = .zero) -> OutageProfile {
    guard isRedundant else { return .atLeast(count, of: count, each: unit) }
    let alone = unit.part(1 - commonCause.value)
    let side = OutageProfile.atLeast(unitsPerSide - spareUnits, of: unitsPerSide, each: alone)
    let group: OutageProfile =
      switch sides - spareSides {
      case sides: .series(Array(repeating: side, count: sides))
      case 1: .parallel(Array(repeating: side, count: sides))
      // Sides are units again, with the failures and the repairs that their outages have.
      case let needed:
        .atLeast(
          needed, of: sides,
          each: FailureModel(
            rate: side.rate * (1 / side.state.availability.value), repair: RepairTime(mean: side.meanOutage)))
      }
    return .series([group, OutageProfile(of: unit.part(commonCause.value))])
  }
}

extension FailureModel {
  /// A unit with a share of the failures.
  public func part(_ share: Double) -> FailureModel {
    FailureModel(rate: rate * share, repair: repair, shape: shape)
  }
}
