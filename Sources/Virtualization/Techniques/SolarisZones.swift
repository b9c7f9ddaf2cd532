import Quantities
import Workload

extension Technique {
  /// Solaris Zones: the host's Solaris, several times.
  ///
  /// **Source**: from memory, medium confidence. **Not modelled**: branded zones for Solaris 8 and 9, which came
  /// later; disk space of a whole root, 0.1 to 3 GB.
  public static let solarisZones: Technique = {
    let source = "Solaris 10 in practice"
    let traffic = Estimate<Fraction>(
      percent: 97...100, source: "processes of one kernel, taken as Virtuozzo's", confidence: .judgement)
    return sharedKernel(
      name: "solaris-zones",
      title: "Solaris Zones",
      family: .solaris,
      years: YearSpan(from: 2005),
      efficiency: Efficiency(
        cpuBound: Estimate(percent: 99, in: 98...100, source: source, confidence: .memoryMedium),
        kernelHeavy: Estimate(percent: 98, in: 97...100, source: source, confidence: .memoryMedium),
        disk: traffic, network: traffic),
      guestMemory: Estimate(mebibytes: 70, in: 40...100, source: source, confidence: .memoryMedium),
      boot: Estimate(seconds: 10, in: 5...15, source: source, confidence: .memoryMedium),
      instructionSets: [.sparc, .x86, .amd64],
      migratesLive: false,
      restartsGuests: true,
      limits: TechniqueLimits(
        guestsPerHost: 8191, source: "8 191 zones on a host (from memory, medium confidence)"))
  }()
}
