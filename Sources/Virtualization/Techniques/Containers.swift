import Quantities
import Workload

extension Technique {
  /// Containers (Docker, LXC): processes of the host with a view of their own.
  ///
  /// **Source**: W. Felter et al., IBM RC25482, 2014: equal to or better than virtual machines in almost all cases
  /// (published; digits from memory, high confidence).
  public static let containers: Technique = {
    let source = "Felter et al., IBM RC25482, 2014"
    return sharedKernel(
      name: "containers",
      title: "containers",
      family: .linux,
      years: YearSpan(from: 2013),
      efficiency: Efficiency(
        cpuBound: Estimate(percent: 99...100, source: source, confidence: .memoryHigh),
        kernelHeavy: Estimate(percent: 99, in: 98...100, source: source, confidence: .memoryHigh),
        disk: Estimate(
          percent: 100, in: 90...100, source: "\(source): on volumes; layered files are slower",
          confidence: .memoryHigh),
        network: Estimate(
          percent: 90...100, source: "bulk transfers through a bridge; on the host's network nothing is lost",
          confidence: .judgement)),
      guestMemory: Estimate(
        mebibytes: 1, in: 0...10, source: "about nothing; a mebibyte of bookkeeping", confidence: .memoryHigh),
      devices: DeviceCost(
        networkDelay: Estimate(
          2, in: 1...2, source: "\(source): address translation doubles delay", confidence: .memoryHigh)),
      boot: Estimate(seconds: 0.5, in: 0.1...1, source: source, confidence: .memoryHigh),
      instructionSets: nil,
      migratesLive: false,
      restartsGuests: true,
      limits: TechniqueLimits(source: "none worth naming"))
  }()
}
