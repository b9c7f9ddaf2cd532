import Quantities

/// The mixes known by name. Measured profiles should replace them where there are any.
///
/// **Source**: judgement of the authors, from what such servers do: no published table divides processor time
/// this way. They are set so that VMware ESX of 2005, which lost about 10 % on typical consolidated servers,
/// loses about 10 % on `application`.
public enum WorkClassMixCatalog {
  /// A mix with its name and the reason for its shares.
  public struct Entry: Sendable, Hashable {
    /// The name in scenario files.
    public let name: String
    /// The shares.
    public let mix: WorkClassMix
    /// Why these shares.
    public let reason: String

    init(
      _ name: String, cpuBound: Double, kernelHeavy: Double, disk: Double, network: Double, reason: String
    ) {
      self.name = name
      self.mix = WorkClassMix(
        unchecked: [cpuBound, kernelHeavy, disk, network].map { Fraction(percent: $0) })
      self.reason = reason
    }
  }

  /// Every named mix; shares in per cent.
  public static let all: [Entry] = [
    Entry(
      "application", cpuBound: 70, kernelHeavy: 15, disk: 5, network: 10,
      reason: "business logic in user mode; data comes from other servers"),
    Entry(
      "web", cpuBound: 55, kernelHeavy: 20, disk: 5, network: 20,
      reason: "many short connections; files are served from memory"),
    Entry(
      "database", cpuBound: 50, kernelHeavy: 15, disk: 30, network: 5,
      reason: "queries in user mode over tables larger than memory"),
    Entry(
      "mail", cpuBound: 40, kernelHeavy: 20, disk: 25, network: 15,
      reason: "small files and messages, scanned once and moved often"),
    Entry(
      "development", cpuBound: 45, kernelHeavy: 40, disk: 10, network: 5,
      reason: "builds and tests start many short processes"),
    Entry(
      "batch", cpuBound: 75, kernelHeavy: 5, disk: 15, network: 5,
      reason: "long computations over files read in order"),
  ]

  /// The mix of a name.
  public static func named(_ name: String) -> WorkClassMix? { all.first { $0.name == name }?.mix }
}
