public import Power
public import Quantities

/// What power caps did in a run, beside the work they prevented.
public struct CapEffect: Sendable, Hashable {
  /// Samples in which at least one cap of a level held somebody back, in the order of ``PowerCaps/Level``.
  public private(set) var bindingSamples = [Int](repeating: 0, count: PowerCaps.Level.allCases.count)
  /// The most that caps held back at once, at the servers' own plane: mean of a sample, summed over the site.
  public private(set) var mostHeldBack = Watts.zero
  /// Energy that flowed above caps before their controllers acted (``CapController``), at each rise of demand for what is
  /// new in it. It is not part of the energy metered.
  public var overshoot = Joules.zero

  /// Nothing was held back.
  public init() {}

  /// Samples in which at least one cap of a level held somebody back.
  public func samples(_ level: PowerCaps.Level) -> Int {
    zip(PowerCaps.Level.allCases, bindingSamples).reduce(0) { $1.0 == level ? $1.1 : $0 }
  }

  /// The bit that stands for a level.
  static func bit(of level: PowerCaps.Level) -> UInt8 {
    switch level {
    case .server: 1
    case .enclosure: 2
    case .rack: 4
    case .circuit: 8
    }
  }

  /// Counts a sample in which the levels of some bits bind.
  mutating func add(_ bits: UInt8, heldBack: Watts) {
    for (index, level) in PowerCaps.Level.allCases.enumerated() where bits & CapEffect.bit(of: level) != 0 {
      bindingSamples[index] += 1
    }
    mostHeldBack = max(mostHeldBack, heldBack)
  }
}
