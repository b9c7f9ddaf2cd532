public import Quantities
import Workload

extension Technique {
  /// A hypervisor on Intel processors with VT-x, EPT and VPID, from Nehalem on.
  public static let nestedPagingIntel = nestedPaging(
    name: "vt-x-ept", title: "VT-x with EPT", vendor: .intel, years: YearSpan(from: 2009))

  /// A hypervisor on AMD processors with AMD-V and nested paging, from Barcelona on.
  public static let nestedPagingAMD = nestedPaging(
    name: "amd-v-npt", title: "AMD-V with nested paging", vendor: .amd, years: YearSpan(from: 2007))

  /// What user-mode programs keep that miss the translation buffer often, under any technique with nested paging.
  ///
  /// A miss walks two page tables. **Source**: VMware's papers on EPT and RVI (from memory, medium confidence).
  public static let translationHeavyEfficiency = Estimate<Fraction>(
    percent: 85...95, source: "VMware on EPT and RVI: programs that miss the translation buffer often",
    confidence: .memoryMedium)

  private static func nestedPaging(
    name: String, title: String, vendor: ProcessorVendor, years: YearSpan
  ) -> Technique {
    let source = "VMware's papers on EPT (up to 48 % above shadow paging) and RVI (up to 42 %)"
    let era = "5 % on the whole in 2015; large pages leave 5 to 10 %"
    return Technique(
      name: name,
      title: title,
      kind: .hardwareAssisted,
      years: years,
      efficiency: Efficiency(
        cpuBound: 97...99, kernelHeavy: 90...97, disk: 95...99, network: 90...99, source: source,
        confidence: .memoryMedium),
      hostCost: .hypervisor,
      guestMemory: .share(percent: 1...3, confidence: .memoryMedium),
      pageSharing: [.windows, .linux].map {
        PageSharing(
          family: $0, common: Estimate(percent: 5, in: 0...10, source: era, confidence: .memoryMedium))
      },
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 128, memoryPerGuest: Bytes(gibibytes: 4096), guestsPerHost: 1024,
        virtualCPUsPerHost: 4096, virtualCPUsPerCore: .eightVirtualCPUsPerCore,
        source: "VMware, configuration maximums of vSphere 6 (from memory, medium confidence)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 37.5, in: 15...60, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy),
      hostRules: HostRules(instructionSets: [.amd64], assistance: .nestedPaging, vendors: [vendor]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any),
      migratesLive: true,
      restartsGuests: true)
  }
}
