public import Quantities

/// The machine whose throughput is 100 % of a guest's demand: what turns "6 % of that server" into work a second.
///
/// ```
/// work = share * throughput
/// ```
/// - `share`: demand as a part of the reference machine, 1 being all of it
/// - `throughput`: what the reference machine does at full load, in ssj_ops a second
///
/// **Valid for**: shares measured on the named machine while it was not saturated. **Not modelled**: parts of a
/// program that gain less from a newer processor than the benchmark does. **Source**: definition.
///
/// Example: 6 % of a machine of 26 880 ssj_ops/s is 1 612.8 ssj_ops/s.
public struct DemandReference: Sendable, Hashable {
  /// What the machine is called.
  public let name: String
  /// Its work rate at full load; positive.
  public let throughput: WorkPerSecond

  /// Creates a reference.
  ///
  /// - Precondition: the throughput is positive and finite.
  public init(name: String, throughput: WorkPerSecond) {
    precondition(throughput > .zero && throughput.value.isFinite, "a reference machine does some work")
    self.name = name
    self.throughput = throughput
  }

  /// The reference of a demand given in absolute terms: 100 % is the given work rate.
  public static func absolute(_ work: WorkPerSecond) -> DemandReference {
    DemandReference(name: "absolute", throughput: work)
  }

  /// The work rate of a share of the machine.
  public func work(of share: Fraction) -> WorkPerSecond { throughput * share }

  /// The share of the machine that a work rate takes.
  public func share(of work: WorkPerSecond) -> Fraction { Fraction(work / throughput) }
}
