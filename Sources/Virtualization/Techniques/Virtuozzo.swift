import Quantities
import Workload

extension Technique {
  /// Virtuozzo and OpenVZ: private servers on one Linux kernel.
  ///
  /// **Source**: P. Padala et al., HPL-2007-59 (published): from one to four instances, mean response times doubled,
  /// where Xen's grew fivefold. Ranges from memory, medium confidence.
  public static let virtuozzo = sharedKernel(
    name: "virtuozzo",
    title: "Virtuozzo",
    family: .linux,
    years: YearSpan(from: 2001, until: 2019),
    efficiency: virtuozzoEfficiency(.memoryMedium),
    guestMemory: virtuozzoMemory(.memoryMedium),
    boot: Estimate(seconds: 2, in: 1...3, source: "practice", confidence: .memoryMedium),
    instructionSets: [.x86, .amd64],
    migratesLive: true,
    restartsGuests: true,
    limits: TechniqueLimits(source: "none worth naming"))

  /// Virtuozzo for Windows: private servers on one Windows, all of the same build and service pack.
  ///
  /// **Source**: from memory, low confidence.
  public static let virtuozzoWindows = sharedKernel(
    name: "virtuozzo-windows",
    title: "Virtuozzo for Windows",
    family: .windows,
    years: YearSpan(from: 2005, until: 2014),
    efficiency: virtuozzoEfficiency(.memoryLow),
    guestMemory: virtuozzoMemory(.memoryLow),
    boot: Estimate(seconds: 10, in: 5...15, source: "practice", confidence: .memoryLow),
    instructionSets: [.x86, .amd64],
    migratesLive: false,
    restartsGuests: true,
    limits: TechniqueLimits(source: "none worth naming"))

  private static func virtuozzoEfficiency(_ confidence: Confidence) -> Efficiency {
    Efficiency(
      cpuBound: 98...100, kernelHeavy: 97...100, disk: 97...100, network: 97...100,
      source: "processes of one kernel; Padala et al., HPL-2007-59", confidence: confidence)
  }

  private static func virtuozzoMemory(_ confidence: Confidence) -> Estimate<Bytes> {
    Estimate(mebibytes: 12.5, in: 5...20, source: "5 to 20 MB for each guest", confidence: confidence)
  }
}
