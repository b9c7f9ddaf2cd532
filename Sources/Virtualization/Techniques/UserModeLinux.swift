import Quantities
import Workload

extension Technique {
  /// User-Mode Linux: a Linux kernel as a program of another Linux.
  ///
  /// **Source**: P. Barham et al., SOSP 2003 (``ParavirtualizationScores``).
  public static let userModeLinux = Technique(
    name: "user-mode-linux",
    title: "User-Mode Linux",
    kind: .userModeKernel,
    years: YearSpan(from: 2001, until: 2011),
    efficiency: ParavirtualizationScores.efficiency(\.userModeLinux),
    hostCost: .hostSystem,
    guestMemory: GuestMemoryCost(
      fixed: Estimate(
        mebibytes: 14, in: 8...20, source: "kernel as a program: 8 to 20 MB", confidence: .memoryMedium),
      share: Estimate(exactly: .zero, source: "a program's memory", confidence: .memoryMedium)),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 1, memoryPerGuest: Bytes(gibibytes: 2),
      virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "one processor and what a 32-bit program can address (from memory, medium confidence)"),
    times: TechniqueTimes(
      boot: Estimate(seconds: 7.5, in: 5...10, source: "practice", confidence: .memoryMedium),
      provisioning: .directory),
    hostRules: HostRules(instructionSets: [.x86, .amd64], systems: [.linux]),
    guestRules: GuestRules(instructions: .ofHost, kernel: .modified(otherwise: nil), families: [.linux]),
    migratesLive: false,
    restartsGuests: false)
}
