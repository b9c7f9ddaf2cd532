public import Quantities

/// An uninterruptible power supply system: equal modules that share the load.
///
/// ```
/// loss = m R (a + b L + c L^2) + h P,  L = P / (m R)
/// ```
/// m modules of rating R (W) carry P (W) evenly, on both sides of a 2N system too, so redundancy costs
/// efficiency by lowering L. a, b, c are the coefficients of the ``UPSClass``, measured with a linear load. h is what a
/// load of another wave form costs more (``ElectricalEra/nonLinearLoss``). A catcher carries nothing: its a R
/// comes on top of the loss of the m - 1 others.
///
/// **Valid for** P up to m R. **Not modelled**: modules put to sleep, transfer switches (0.6 %); for the battery see
/// ``UPSBattery``.
/// **Source**: coefficient sets derived from typical efficiencies, medium confidence.
///
/// Example: two 1 MW modules of 2005 in 2N at 300 kW run at 15 % load each and are 80.8 % efficient, against
/// 92 % at full load, both with a linear load.
public struct UPS: Sendable, Hashable {
  /// How modules are arranged against failures.
  public enum Topology: String, Sendable, Hashable, CaseIterable {
    /// No spare module.
    case n
    /// One spare module.
    case nPlusOne = "n+1"
    /// Two sides, each able to carry everything.
    case twoN = "2n"
    /// Two sides, each able to carry everything with one module to spare.
    case twoNPlusOne = "2(n+1)"
    /// Three systems, any two of which carry everything: each at most two thirds loaded.
    case distributed = "3n/2"
    /// One unloaded module waits to take over from any other.
    case catcher = "catcher"

    /// Modules to install where a number of them must carry the load.
    func modules(needed: Int) -> Int {
      switch self {
      case .n: needed
      case .nPlusOne, .catcher: needed + 1
      case .twoN: 2 * needed
      case .twoNPlusOne: 2 * (needed + 1)
      case .distributed: (needed + 1) / 2 * 3
      }
    }
  }

  /// The kind of module.
  public let kind: UPSClass
  /// Rating of one module.
  public let module: Watts
  /// Modules installed.
  public let modules: Int
  /// How they are arranged.
  public let topology: Topology
  /// Loss on top of the class's because the load is not linear, as a share of the output.
  public let nonLinearLoss: Fraction
  /// Where their loss heats.
  public let heat: LossStage.HeatLocation

  /// Creates a UPS.
  ///
  /// - Throws: a ``PowerProblem`` when the number of modules does not fit the topology.
  public init(
    _ kind: UPSClass, module: Watts, modules: Int, topology: Topology, nonLinearLoss: Fraction = .zero,
    heat: LossStage.HeatLocation = .whiteSpace
  ) throws(PowerProblem) {
    guard module.value > 0, module.value.isFinite, modules >= 1 else {
      throw PowerProblem("a UPS needs at least one module with a rating above zero")
    }
    guard nonLinearLoss.value >= 0, nonLinearLoss.value.isFinite else {
      throw PowerProblem("a load cannot save a UPS \(nonLinearLoss) of its output")
    }
    switch topology {
    case .n: break
    case .nPlusOne, .catcher:
      guard modules >= 2 else {
        throw PowerProblem(
          "UPS topology '\(topology.rawValue)' needs at least two modules, found \(modules)")
      }
    case .twoN:
      guard modules.isMultiple(of: 2) else {
        throw PowerProblem("UPS topology '2n' needs an even number of modules, found \(modules)")
      }
    case .twoNPlusOne:
      guard modules.isMultiple(of: 2), modules >= 4 else {
        throw PowerProblem(
          "UPS topology '2(n+1)' needs an even number of at least four modules, found \(modules)")
      }
    case .distributed:
      guard modules.isMultiple(of: 3) else {
        throw PowerProblem("UPS topology '3n/2' needs a multiple of three modules, found \(modules)")
      }
    }
    self.kind = kind
    self.module = module
    self.modules = modules
    self.topology = topology
    self.nonLinearLoss = nonLinearLoss
    self.heat = heat
  }

  /// Rating of all modules together.
  public var installedRating: Watts { module * Double(modules) }

  /// Load that may be carried while the promised redundancy holds.
  public var usableCapacity: Watts {
    switch topology {
    case .n: installedRating
    case .nPlusOne, .catcher: module * Double(modules - 1)
    case .twoN: module * Double(modules / 2)
    case .twoNPlusOne: module * Double(modules / 2 - 1)
    case .distributed: module * Double(modules / 3 * 2)
    }
  }

  /// Modules that still carry after the largest failure that the topology is built for: a module, a side or a
  /// system; nil without redundancy.
  public var survivors: Int? {
    switch topology {
    case .n: nil
    case .nPlusOne, .catcher: modules - 1
    case .twoN, .twoNPlusOne: modules / 2
    case .distributed: modules / 3 * 2
    }
  }

  /// Load of each survivor of that failure as a share of its rating; nil without redundancy.
  public func loadAfterFailure(carrying output: Watts) -> Fraction? {
    survivors.map { Fraction(output / (module * Double($0))) }
  }

  /// The modules as one stage of the chain.
  public var stage: LossStage {
    let loaded = topology == .catcher ? modules - 1 : modules
    let loss = QuadraticLoss(
      known: kind.loss.noLoad * (Double(modules) / Double(loaded)),
      kind.loss.proportional + nonLinearLoss.value, kind.loss.square)
    return LossStage("UPS", rating: module * Double(loaded), loss: loss, heat: heat)
  }
}
