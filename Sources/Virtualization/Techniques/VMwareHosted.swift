import Quantities
import Workload

extension Technique {
  /// VMware Workstation 3.2: binary translation on a Linux or Windows host.
  ///
  /// **Source**: P. Barham et al., SOSP 2003 (``ParavirtualizationScores``).
  public static let vmwareWorkstation = vmwareHosted(
    name: "vmware-workstation",
    title: "VMware Workstation",
    years: YearSpan(from: 1999, until: 2006),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 1, memoryPerGuest: Bytes(gibibytes: 1), guestsPerHost: 64,
      virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "VMware Workstation 3 and 4 (from memory, medium confidence)"))

  /// VMware GSX Server, later VMware Server: the same as a service for larger guests.
  public static let vmwareGSX = vmwareHosted(
    name: "vmware-gsx",
    title: "VMware GSX Server",
    years: YearSpan(from: 2001, until: 2009),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 1, memoryPerGuest: Bytes(gibibytes: 3.6), guestsPerHost: 64,
      virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "VMware GSX Server 3 (from memory, medium confidence)"))

  private static func vmwareHosted(
    name: String, title: String, years: YearSpan, limits: TechniqueLimits
  ) -> Technique {
    Technique(
      name: name,
      title: title,
      kind: .binaryTranslation,
      years: years,
      efficiency: ParavirtualizationScores.efficiency(\.vmwareWorkstation),
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(
          mebibytes: 45, in: 30...60, source: "VMware, overhead of a guest with one virtual CPU",
          confidence: .memoryMedium),
        share: Estimate(exactly: .zero, source: "in the fixed figure", confidence: .memoryMedium)),
      limits: limits,
      times: TechniqueTimes(
        boot: Estimate(seconds: 60, in: 30...90, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy2005),
      hostRules: HostRules(instructionSets: [.x86, .amd64], systems: [.windows, .linux]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any, sixtyFourBits: .refused),
      migratesLive: false,
      restartsGuests: false)
  }
}
