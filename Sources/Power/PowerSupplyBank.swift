public import Quantities

/// The power supplies of one server or enclosure, working together.
///
/// ```
/// shared          input = P + m R (a + b L + c L^2),             L = P / (m R)
/// cold-redundant  input = P + k R (a + b L + c L^2) + (m - k) S, L = P / (k R)
///                 k = ceil(P / (0.8 R)), at least 1, at most m
/// paired          as cold-redundant with k rounded up to an even number, at most m
/// ```
/// m supplies of rating R (W) are installed; P is the DC output in W; k supplies run and the others stand by
/// at S (W). Cold redundancy (dynamic power saver) runs the smallest set that keeps each supply between 40
/// and 80 % load. Paired, supplies wake two at a time, one on each feed, so that the loss of a feed never finds
/// all running supplies on it.
///
/// **Valid for** loads up to the installed rating; beyond it the formula goes on, nothing traps, and
/// ``state(carrying:)`` reports the overload. **Not modelled**: uneven sharing, the hold-up a waking supply
/// needs, hysteresis between sets.
/// **Source**: 80 PLUS fits (``EfficiencyClass``); sharing rules as vendors document them (from memory,
/// medium confidence).
///
/// Example: two 800 W Platinum supplies giving 60 W take 102.44 W shared and 82.95 W cold-redundant.
public struct PowerSupplyBank: Sendable, Hashable {
  /// How many supplies may fail before the load is dropped.
  public enum Redundancy: String, Sendable, Hashable, CaseIterable {
    /// None: the whole installed rating is used.
    case none = "n"
    /// One supply is spare.
    case spare = "n+1"
    /// Half of the supplies, on one feed, carry everything when the other feed is lost.
    case grid = "n+n"
  }

  /// How the installed supplies divide the load.
  public enum Sharing: String, Sendable, Hashable, CaseIterable {
    /// All run and carry equal parts.
    case shared
    /// The fewest needed run; the others stand by.
    case coldRedundant = "cold-redundant"
    /// The fewest pairs needed run, one supply of each on either feed; the others stand by.
    case pairedColdRedundant = "paired-cold-redundant"
  }

  /// What carrying a load means for a bank.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The load is within the usable capacity: the promised redundancy holds.
    case protected
    /// The supplies carry the load, but the promised redundancy is gone.
    case unprotected
    /// The load exceeds what is installed.
    case overloaded
  }

  /// The kind of supply; all are alike.
  public let unit: PowerSupply
  /// How many are installed.
  public let installed: Int
  /// What is kept for failures.
  public let redundancy: Redundancy
  /// How the load is divided.
  public let sharing: Sharing

  /// Highest load of a running supply in a cold-redundant bank before one more is started (from memory,
  /// medium confidence; vendors keep supplies between 40 and 80 %).
  public static let highestColdLoad = 0.8

  /// Creates a bank.
  ///
  /// - Throws: a ``PowerProblem`` when the number of supplies does not fit the redundancy.
  public init(
    _ unit: PowerSupply, installed: Int, redundancy: Redundancy = .none, sharing: Sharing = .shared
  ) throws(PowerProblem) {
    guard installed >= 1 else {
      throw PowerProblem("a bank needs at least one power supply, found \(installed)")
    }
    switch redundancy {
    case .none: break
    case .spare:
      guard installed >= 2 else {
        throw PowerProblem("power supply mode 'n+1' needs at least two supplies, found \(installed)")
      }
    case .grid:
      guard installed.isMultiple(of: 2) else {
        throw PowerProblem("power supply mode 'n+n' needs an even number of supplies, found \(installed)")
      }
    }
    self.unit = unit
    self.installed = installed
    self.redundancy = redundancy
    self.sharing = sharing
  }

  /// One supply on its own.
  public init(single unit: PowerSupply) {
    self.unit = unit
    self.installed = 1
    self.redundancy = .none
    self.sharing = .shared
  }

  /// DC power of all installed supplies together.
  @inlinable public var installedRating: Watts { unit.rating * Double(installed) }

  /// DC power that may be drawn while the promised redundancy holds.
  @inlinable public var usableCapacity: Watts {
    switch redundancy {
    case .none: installedRating
    case .spare: unit.rating * Double(installed - 1)
    case .grid: unit.rating * Double(installed / 2)
    }
  }

  /// Whether the bank can carry a load, and whether it keeps its promise while doing so.
  @inlinable public func state(carrying output: Watts) -> State {
    if output > installedRating { return .overloaded }
    return output > usableCapacity ? .unprotected : .protected
  }

  /// Supplies that start together.
  @usableFromInline var step: Int { sharing == .pairedColdRedundant ? 2 : 1 }

  /// How many supplies run at an output.
  @inlinable public func running(at output: Watts) -> Int {
    switch sharing {
    case .shared: return installed
    case .coldRedundant, .pairedColdRedundant:
      let group = unit.rating.value * Double(step) * PowerSupplyBank.highestColdLoad
      var groups = 1
      while groups * step < installed, output.value > group * Double(groups) { groups += 1 }
      return min(groups * step, installed)
    }
  }

  /// AC power taken to give a DC output.
  @inlinable public func input(for output: Watts) -> Watts {
    let active = running(at: output)
    let resting = unit.standby * Double(installed - active)
    return output + unit.loss.loss(carrying: output, rating: unit.rating * Double(active)) + resting
  }

  /// DC power that an AC input leaves: the inverse of ``input(for:)``.
  ///
  /// A cold-redundant bank jumps where one more supply starts. An input inside an upward jump, which no
  /// output takes, gives the output at the jump; one that two outputs take gives the smaller.
  public func output(for input: Watts) -> Watts {
    if sharing == .shared { return unit.loss.output(for: input, rating: installedRating) }
    var lowest = Watts.zero
    for active in stride(from: step, to: installed, by: step) {
      let rating = unit.rating * Double(active)
      let resting = unit.standby * Double(installed - active)
      let limit = rating * PowerSupplyBank.highestColdLoad
      let output = unit.loss.output(for: input - resting, rating: rating)
      if output <= limit { return max(output, lowest) }
      lowest = limit
    }
    return max(unit.loss.output(for: input, rating: installedRating), lowest)
  }
}
