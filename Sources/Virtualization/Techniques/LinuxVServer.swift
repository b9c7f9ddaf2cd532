import Quantities
import Workload

extension Technique {
  /// Linux-VServer: security contexts of one Linux kernel.
  ///
  /// **Source**: S. Soltesz et al., EuroSys 2007 (abstract published: up to twice Xen's throughput on server loads;
  /// ranges from memory, medium confidence).
  public static let linuxVServer: Technique = {
    let source = "Soltesz et al., EuroSys 2007"
    return sharedKernel(
      name: "linux-vserver",
      title: "Linux-VServer",
      family: .linux,
      years: YearSpan(from: 2001, until: 2014),
      efficiency: Efficiency(
        cpuBound: Estimate(percent: 98...100, source: source, confidence: .memoryMedium),
        kernelHeavy: Estimate(percent: 96...100, source: source, confidence: .memoryMedium),
        disk: Estimate(percent: 97...100, source: "taken as Virtuozzo's", confidence: .judgement),
        network: Estimate(percent: 100, in: 98...100, source: source, confidence: .memoryMedium)),
      guestMemory: Estimate(mebibytes: 3, in: 1...5, source: source, confidence: .memoryMedium),
      boot: Estimate(seconds: 1, in: 0.5...2, source: source, confidence: .memoryMedium),
      instructionSets: nil,
      migratesLive: false,
      restartsGuests: false,
      limits: TechniqueLimits(source: "none worth naming"))
  }()
}
