public import Quantities
public import Workload

/// What part of its native throughput a guest keeps under a technique, for each kind of work.
///
/// The efficiency of a mix is the harmonic mean weighted by its shares:
///
/// ```
/// efficiency(mix) = 1 / sum over classes of share / efficiency
/// ```
/// - `share`: part of the guest's native processor time that a class takes, without unit; the shares add up to 1
/// - `efficiency`: native time over time under the technique for one class, without unit
///
/// It is harmonic because times add up: a job of 1 s that spends `share` seconds in a class needs
/// `share / efficiency` seconds for it under the technique.
///
/// **Valid for**: an uncontended guest. **Not modelled**: interference between guests (added by the simulation);
/// classes that slow each other down. **Source**: definition; the figures by class are each technique's own.
///
/// Example: half of the time at efficiency 1 and half at 0.5 makes 1 / (0.5 + 1) = 2/3, not 3/4.
public struct Efficiency: Sendable, Hashable {
  /// Computing in user mode.
  public let cpuBound: Estimate<Fraction>
  /// System calls, process creation and page-table changes.
  public let kernelHeavy: Estimate<Fraction>
  /// Storage traffic.
  public let disk: Estimate<Fraction>
  /// Network traffic.
  public let network: Estimate<Fraction>

  /// Creates efficiencies.
  ///
  /// - Precondition: each is above 0.
  public init(
    cpuBound: Estimate<Fraction>, kernelHeavy: Estimate<Fraction>, disk: Estimate<Fraction>,
    network: Estimate<Fraction>
  ) {
    self.cpuBound = cpuBound
    self.kernelHeavy = kernelHeavy
    self.disk = disk
    self.network = network
    precondition(WorkClass.allCases.allSatisfy { self[$0].value > .zero }, "an efficiency is above 0")
  }

  /// The efficiency for a class.
  public subscript(workClass: WorkClass) -> Estimate<Fraction> {
    switch workClass {
    case .cpuBound: cpuBound
    case .kernelHeavy: kernelHeavy
    case .disk: disk
    case .network: network
    }
  }

  /// The efficiency for a mix of classes.
  public func efficiency(of mix: WorkClassMix) -> Fraction {
    Fraction(1 / WorkClass.allCases.reduce(0) { $0 + mix[$1].value / self[$1].value.value })
  }
}
