public import Quantities

/// An uninterruptible power supply system: equal modules that share the load.
///
/// ```
/// loss = m R (a + b L + c L^2),  L = P / (m R)
/// ```
/// m modules of rating R (W) carry P (W) evenly, on both sides of a 2N system too, so redundancy costs
/// efficiency by lowering L. a, b, c are the coefficients of the ``UPSClass``.
///
/// **Valid for** P up to m R. **Not modelled**: battery float and recharge, modules put to sleep, non-linear
/// load (1 to 2 points more loss with the switch-mode supplies of 2005).
/// **Source**: coefficient sets derived from typical efficiencies, medium confidence.
///
/// Example: two 1 MW modules of 2005 in 2N at 300 kW run at 15 % load each and are 80.8 % efficient, against
/// 92 % at full load.
public struct UPS: Sendable, Hashable {
  /// How modules are arranged against failures.
  public enum Topology: String, Sendable, Hashable, CaseIterable {
    /// No spare module.
    case n
    /// One spare module.
    case nPlusOne = "n+1"
    /// Two sides, each able to carry everything.
    case twoN = "2n"
  }

  /// The kind of module.
  public let kind: UPSClass
  /// Rating of one module.
  public let module: Watts
  /// Modules installed.
  public let modules: Int
  /// How they are arranged.
  public let topology: Topology
  /// Where their loss heats.
  public let heat: LossStage.HeatLocation

  /// Creates a UPS.
  ///
  /// - Throws: a ``PowerProblem`` when the number of modules does not fit the topology.
  public init(
    _ kind: UPSClass, module: Watts, modules: Int, topology: Topology,
    heat: LossStage.HeatLocation = .backOfHouse
  ) throws(PowerProblem) {
    guard module.value > 0, module.value.isFinite, modules >= 1 else {
      throw PowerProblem("a UPS needs at least one module with a rating above zero")
    }
    if topology == .nPlusOne, modules < 2 {
      throw PowerProblem("UPS topology 'n+1' needs at least two modules, found \(modules)")
    }
    if topology == .twoN, !modules.isMultiple(of: 2) {
      throw PowerProblem("UPS topology '2n' needs an even number of modules, found \(modules)")
    }
    self.kind = kind
    self.module = module
    self.modules = modules
    self.topology = topology
    self.heat = heat
  }

  /// Rating of all modules together.
  public var installedRating: Watts { module * Double(modules) }

  /// Load that may be carried while the promised redundancy holds.
  public var usableCapacity: Watts {
    switch topology {
    case .n: installedRating
    case .nPlusOne: module * Double(modules - 1)
    case .twoN: module * Double(modules / 2)
    }
  }

  /// The modules as one stage of the chain.
  public var stage: LossStage {
    LossStage("UPS", rating: installedRating, loss: kind.loss, heat: heat)
  }
}
