import Quantities
import Workload

extension Technique {
  /// Hyper-V of Windows Server 2008: guests pause to move.
  ///
  /// **Source**: efficiencies from memory, low confidence; memory and limits are Microsoft's, from memory, high
  /// confidence.
  public static let hyperV2008 = hyperV(
    name: "hyper-v-2008", title: "Hyper-V 2008", years: YearSpan(from: 2008, until: 2012),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 4, memoryPerGuest: Bytes(gibibytes: 64), guestsPerHost: 192,
      virtualCPUsPerCore: .eightVirtualCPUsPerCore,
      source: "Microsoft, limits of Hyper-V 2008 (from memory, high confidence)"),
    migratesLive: false)

  /// Hyper-V of Windows Server 2012.
  public static let hyperV2012 = hyperV(
    name: "hyper-v-2012", title: "Hyper-V 2012", years: YearSpan(from: 2012, until: 2019),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 64, memoryPerGuest: Bytes(gibibytes: 1024), guestsPerHost: 1024,
      virtualCPUsPerHost: 2048, virtualCPUsPerCore: .eightVirtualCPUsPerCore,
      source: "Microsoft, limits of Hyper-V 2012 (from memory, high confidence)"),
    migratesLive: true)

  /// Guests that know Hyper-V use its own channels; others are served by emulated devices.
  static let withoutEnlightenment = GuestRules.Unaware(
    exceptFor: [.windows, .linux], since: 2003,
    efficiency: Efficiency(
      cpuBound: 97...99, kernelHeavy: 50...70, disk: 60...80, network: 50...70,
      source: "emulated devices; disk and network as Virtual Server 2005 R2", confidence: .memoryLow))

  private static func hyperV(
    name: String, title: String, years: YearSpan, limits: TechniqueLimits, migratesLive: Bool
  ) -> Technique {
    Technique(
      name: name,
      title: title,
      kind: .hardwareAssisted,
      years: years,
      efficiency: Efficiency(
        cpuBound: 97...99, kernelHeavy: 90...97, disk: 93...99, network: 90...98,
        source: "guests that know Hyper-V", confidence: .memoryLow),
      hostCost: HostCost(
        memory: Estimate(
          mebibytes: 1024, in: 512...2048, source: "parent partition", confidence: .memoryHigh),
        work: Estimate(percent: 2, in: 1...5, source: "parent partition at rest", confidence: .judgement)),
      guestMemory: .hyperV,
      limits: limits,
      times: TechniqueTimes(
        boot: Estimate(seconds: 40, in: 20...60, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy),
      hostRules: HostRules(instructionSets: [.amd64], assistance: .trapping),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any, unaware: withoutEnlightenment),
      migratesLive: migratesLive,
      restartsGuests: true)
  }
}

extension GuestMemoryCost {
  /// 32 MB for the first gigabyte and 8 MB for each further one.
  static let hyperV = GuestMemoryCost(
    fixed: Estimate(
      exactly: Bytes(mebibytes: 32), source: "Microsoft: 32 MB for the first GB", confidence: .memoryHigh),
    share: Estimate(
      exactly: Fraction(8.0 / 1024), source: "Microsoft: 8 MB for each further GB",
      confidence: .memoryHigh),
    exempt: Bytes(gibibytes: 1))
}
