import Quantities
import Workload

extension Technique {
  /// Microsoft Virtual Server 2005 R2, on Windows: small 32-bit guests with one processor.
  ///
  /// **Source**: Microsoft's product papers (from memory, medium confidence).
  public static let virtualServer2005 = Technique(
    name: "virtual-server-2005-r2",
    title: "Microsoft Virtual Server 2005 R2",
    kind: .binaryTranslation,
    years: YearSpan(from: 2005, until: 2010),
    efficiency: Efficiency(
      cpuBound: 85...95, kernelHeavy: 40...60, disk: 60...80, network: 50...70,
      source: "Microsoft Virtual Server 2005 R2 in practice", confidence: .memoryMedium),
    hostCost: .hostSystem,
    guestMemory: GuestMemoryCost(
      fixed: Estimate(
        mebibytes: 32, in: 32...96, source: "32 MB and more for each guest", confidence: .memoryMedium),
      share: Estimate(exactly: .zero, source: "in the fixed figure", confidence: .memoryMedium)),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 1, memoryPerGuest: Bytes(gibibytes: 3.6), guestsPerHost: 64,
      virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "Microsoft, limits of Virtual Server 2005 R2 (from memory, medium confidence)"),
    times: TechniqueTimes(
      boot: Estimate(seconds: 90, in: 60...120, source: "practice", confidence: .memoryMedium),
      provisioning: .templateCopy2005),
    hostRules: HostRules(instructionSets: [.x86, .amd64], systems: [.windows]),
    guestRules: GuestRules(instructions: .ofHost, kernel: .any, sixtyFourBits: .refused),
    migratesLive: false,
    restartsGuests: true)
}
