public import Quantities

/// The benchmark scores by which Xen, VMware Workstation 3.2 and User-Mode Linux were first compared with the bare
/// machine.
///
/// **Source**: P. Barham et al., *Xen and the Art of Virtualization*, SOSP 2003, figure 3 (digits from memory, high
/// confidence).
public enum ParavirtualizationScores {
  /// One benchmark on the four systems.
  public struct Row: Sendable, Hashable {
    /// The benchmark.
    public let benchmark: String
    /// Whether a higher score is better; otherwise it is a time.
    public let higherIsBetter: Bool
    /// Linux on the machine itself.
    public let native: Double
    /// Linux modified for Xen.
    public let xen: Double
    /// Linux in VMware Workstation 3.2.
    public let vmwareWorkstation: Double
    /// User-Mode Linux.
    public let userModeLinux: Double

    /// What part of native performance a score is.
    public func efficiency(_ score: KeyPath<Row, Double>) -> Fraction {
      higherIsBetter ? Fraction(self[keyPath: score] / native) : Fraction(native / self[keyPath: score])
    }
  }

  /// SPEC INT2000, a score: user-mode computing.
  public static let integer = Row(
    benchmark: "SPEC INT2000", higherIsBetter: true, native: 567, xen: 567, vmwareWorkstation: 554,
    userModeLinux: 550)
  /// A build of Linux, in seconds: process creation.
  public static let build = Row(
    benchmark: "Linux build", higherIsBetter: false, native: 263, xen: 271, vmwareWorkstation: 334,
    userModeLinux: 535)
  /// OSDB information retrieval, in tuples a second.
  public static let informationRetrieval = Row(
    benchmark: "OSDB-IR", higherIsBetter: true, native: 172, xen: 158, vmwareWorkstation: 80,
    userModeLinux: 65)
  /// OSDB transactions, in tuples a second.
  public static let transactions = Row(
    benchmark: "OSDB-OLTP", higherIsBetter: true, native: 1714, xen: 1633, vmwareWorkstation: 199,
    userModeLinux: 306)
  /// dbench, a score: file server traffic.
  public static let fileServer = Row(
    benchmark: "dbench", higherIsBetter: true, native: 418, xen: 400, vmwareWorkstation: 310,
    userModeLinux: 111)
  /// SPEC WEB99, a score: web server traffic.
  public static let webServer = Row(
    benchmark: "SPEC WEB99", higherIsBetter: true, native: 518, xen: 514, vmwareWorkstation: 150,
    userModeLinux: 172)

  /// Every benchmark, in the order of the source.
  public static let all = [integer, build, informationRetrieval, transactions, fileServer, webServer]

  /// What a system kept of native throughput, by class of work: SPEC INT2000, the build, dbench and SPEC WEB99.
  static func efficiency(_ score: KeyPath<Row, Double>) -> Efficiency {
    func part(_ row: Row) -> Estimate<Fraction> {
      Estimate(
        exactly: row.efficiency(score), source: "Barham et al., SOSP 2003, \(row.benchmark)",
        confidence: .memoryHigh)
    }
    return Efficiency(
      cpuBound: part(integer), kernelHeavy: part(build), disk: part(fileServer), network: part(webServer))
  }

  /// What part of its native performance a benchmark keeps under a technique that the paper measured; nil for others.
  ///
  /// For guests that are such a benchmark: the database ones fare worse than any mix of the four classes tells.
  public static func efficiency(of row: Row, under technique: Technique) -> Fraction? {
    switch technique {
    case .xen3Paravirtual: row.efficiency(\.xen)
    case .vmwareWorkstation, .vmwareGSX: row.efficiency(\.vmwareWorkstation)
    case .userModeLinux: row.efficiency(\.userModeLinux)
    default: nil
    }
  }
}
