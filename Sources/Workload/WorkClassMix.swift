public import Quantities

/// How a guest's processor time divides into kinds of work when it runs on its own machine; the shares add up to 1.
public struct WorkClassMix: Sendable, Hashable {
  /// Share of computing in user mode.
  public let cpuBound: Fraction
  /// Share of system calls, process creation and page-table changes.
  public let kernelHeavy: Fraction
  /// Share of storage traffic.
  public let disk: Fraction
  /// Share of network traffic.
  public let network: Fraction

  /// Creates a mix.
  ///
  /// - Returns: nil when a share is negative or they do not add up to 1 within a millionth.
  public init?(cpuBound: Fraction, kernelHeavy: Fraction, disk: Fraction, network: Fraction) {
    let shares = [cpuBound, kernelHeavy, disk, network]
    let sum = cpuBound + kernelHeavy + disk + network
    guard shares.allSatisfy({ $0 >= .zero }), abs(sum.value - 1) <= 1e-6 else { return nil }
    self.init(unchecked: shares)
  }

  /// Creates the mix of one class alone.
  public init(only workClass: WorkClass) {
    self.init(unchecked: WorkClass.allCases.map { $0 == workClass ? .one : .zero })
  }

  init(unchecked shares: [Fraction]) {
    cpuBound = shares[WorkClass.cpuBound.rawValue]
    kernelHeavy = shares[WorkClass.kernelHeavy.rawValue]
    disk = shares[WorkClass.disk.rawValue]
    network = shares[WorkClass.network.rawValue]
  }

  /// The share of a class.
  public subscript(workClass: WorkClass) -> Fraction {
    switch workClass {
    case .cpuBound: cpuBound
    case .kernelHeavy: kernelHeavy
    case .disk: disk
    case .network: network
    }
  }
}
