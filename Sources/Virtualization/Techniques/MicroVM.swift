import Quantities
import Workload

extension Technique {
  /// A micro virtual machine of the Firecracker kind: Linux with hardly any devices, there in an eighth of a second.
  ///
  /// **Source**: from memory, medium confidence.
  public static let microVM: Technique = {
    let source = "Firecracker and its kind"
    return Technique(
      name: "microvm",
      title: "microVM",
      kind: .hardwareAssisted,
      years: YearSpan(from: 2018),
      efficiency: Efficiency(
        cpuBound: 98...99.5, kernelHeavy: 95...97, disk: 90...97, network: 90...97, source: source,
        confidence: .memoryMedium),
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(mebibytes: 5, in: 3...8, source: source, confidence: .memoryMedium),
        share: Estimate(exactly: .zero, source: source, confidence: .memoryMedium)),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 32, virtualCPUsPerCore: .eightVirtualCPUsPerCore,
        source: "Firecracker (from memory, medium confidence)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 0.125, in: 0.1...0.25, source: source, confidence: .memoryMedium),
        provisioning: .directory),
      hostRules: HostRules(instructionSets: [.amd64], assistance: .nestedPaging, systems: [.linux]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any, families: [.linux]),
      migratesLive: false,
      restartsGuests: true)
  }()
}
