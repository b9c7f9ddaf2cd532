import Quantities
import Workload

extension Technique {
  /// VMware ESX 3: unmodified 32-bit systems by binary translation, the default of 2006.
  ///
  /// **Source**: K. Adams, O. Agesen, *A Comparison of Software and Hardware Techniques for x86 Virtualization*,
  /// ASPLOS 2006, and VMware's performance papers of 2007 (ranges from memory, medium confidence; values are
  /// their middles).
  public static let vmwareESX3 = vmwareESX(
    name: "vmware-esx-3",
    title: "VMware ESX 3",
    years: YearSpan(from: 2006, until: 2011),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 4, memoryPerGuest: Bytes(gibibytes: 16), guestsPerHost: 128,
      virtualCPUsPerHost: 128, virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "VMware, configuration maximums of ESX 3.0 (from memory, medium confidence)"),
    sixtyFourBits: .assisted(.trapping),
    restartsGuests: true)

  /// VMware ESX 2.5: as its successor, for smaller guests, without 64-bit systems and without restart.
  public static let vmwareESX2 = vmwareESX(
    name: "vmware-esx-2.5",
    title: "VMware ESX 2.5",
    years: YearSpan(from: 2004, until: 2008),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 2, memoryPerGuest: Bytes(gibibytes: 3.6), guestsPerHost: 80,
      virtualCPUsPerHost: 80, virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "VMware, limits of ESX 2.5 (from memory, medium confidence)"),
    sixtyFourBits: .refused,
    restartsGuests: false)

  private static func vmwareESX(
    name: String, title: String, years: YearSpan, limits: TechniqueLimits,
    sixtyFourBits: GuestRules.SixtyFourBits, restartsGuests: Bool
  ) -> Technique {
    func part(_ percent: Double, _ low: Double, _ high: Double) -> Estimate<Fraction> {
      Estimate(
        Fraction(percent: percent), in: Fraction(percent: low)...Fraction(percent: high),
        source: "Adams and Agesen, ASPLOS 2006; VMware 2007", confidence: .memoryMedium)
    }
    return Technique(
      name: name,
      title: title,
      kind: .binaryTranslation,
      years: years,
      efficiency: Efficiency(
        cpuBound: part(97, 96, 98), kernelHeavy: part(72.5, 60, 85), disk: part(90, 85, 95),
        network: part(82.5, 70, 95)),
      hostCost: HostCost(
        memory: Estimate(
          Bytes(mebibytes: 400), in: Bytes(mebibytes: 300)...Bytes(mebibytes: 1000),
          source: "service console 272 MB and the kernel", confidence: .memoryMedium),
        work: Estimate(
          Fraction(percent: 2), in: Fraction(percent: 1)...Fraction(percent: 5),
          source: "service console and agents", confidence: .judgement)),
      // 54 MiB and a thirtieth of the guest's memory make the 88 MiB known for a guest of 1 GiB and one processor.
      guestMemory: GuestMemoryCost(
        fixed: Estimate(
          Bytes(mebibytes: 54), in: Bytes(mebibytes: 30)...Bytes(mebibytes: 90),
          source: "VMware, overhead of a guest with one virtual CPU", confidence: .memoryMedium),
        share: Estimate(
          Fraction(34.0 / 1024), in: Fraction(percent: 1)...Fraction(percent: 5),
          source: "VMware ESX 3: about 88 MB for a guest of 1 GB", confidence: .memoryMedium)),
      pageSharing: [
        PageSharing(
          family: .windows,
          common: Estimate(
            Fraction(percent: 20), in: Fraction(percent: 10)...PageSharingMeasurement.windows.impliedCommon,
            source:
              "15 % on the whole in 2005, split as Waldspurger, OSDI 2002, found: Windows about twice Linux",
            confidence: .judgement)),
        PageSharing(
          family: .linux,
          common: Estimate(
            Fraction(percent: 10), in: Fraction(percent: 5)...PageSharingMeasurement.nineLinux.impliedCommon,
            source:
              "15 % on the whole in 2005, split as Waldspurger, OSDI 2002, found: Windows about twice Linux",
            confidence: .judgement)),
      ],
      limits: limits,
      times: TechniqueTimes(
        boot: Estimate(
          Seconds(60), in: Seconds(30)...Seconds(90), source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy2005),
      hostRules: HostRules(instructionSets: [.x86, .amd64]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any, sixtyFourBits: sixtyFourBits),
      migratesLive: true,
      restartsGuests: restartsGuests)
  }
}
