import Quantities
import Workload

extension Technique {
  /// VMware ESXi of today, on processors with nested paging.
  public static let esxi = today(
    name: "esxi", title: "VMware ESXi", systems: nil, years: YearSpan(from: 2018),
    guestMemory: .share(percent: 0.5...1.5, confidence: .memoryMedium),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 768, memoryPerGuest: Bytes(gibibytes: 24 * 1024), guestsPerHost: 1024,
      virtualCPUsPerHost: 4096, virtualCPUsPerCore: .eightVirtualCPUsPerCore,
      source: "VMware, configuration maximums of vSphere 8 (from memory, medium confidence)"))

  /// KVM of today with SR-IOV and NVMe.
  public static let kvm = today(
    name: "kvm", title: "KVM", systems: [.linux], years: YearSpan(from: 2018),
    guestMemory: .share(percent: 0.5...1.5, confidence: .memoryMedium),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 710, memoryPerGuest: Bytes(gibibytes: 12 * 1024),
      virtualCPUsPerCore: .eightVirtualCPUsPerCore,
      source: "Red Hat Enterprise Linux 8 and 9 (from memory, medium confidence)"))

  /// Hyper-V of today with SR-IOV and NVMe.
  public static let hyperV = today(
    name: "hyper-v", title: "Hyper-V", systems: nil, years: YearSpan(from: 2018),
    guestMemory: .share(percent: 0.5...1.5, confidence: .memoryMedium),
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 240, memoryPerGuest: Bytes(gibibytes: 12 * 1024), guestsPerHost: 1024,
      virtualCPUsPerHost: 2048, virtualCPUsPerCore: .eightVirtualCPUsPerCore,
      source: "Microsoft, limits of Hyper-V 2019 and 2022 (from memory, medium confidence)"),
    unaware: withoutEnlightenment)

  /// A hypervisor of the present with devices handed to guests.
  ///
  /// Pages are not shared between guests, as is the default since 2014. **Not modelled**: what mitigations of processor
  /// faults cost, 2 to 10 %: bare metal pays them too. **Source**: from memory, medium confidence.
  private static func today(
    name: String, title: String, systems: [OperatingSystem.Family]?, years: YearSpan,
    guestMemory: GuestMemoryCost, limits: TechniqueLimits, unaware: GuestRules.Unaware? = nil
  ) -> Technique {
    let source = "hypervisors with SR-IOV and NVMe in practice"
    return Technique(
      name: name,
      title: title,
      kind: .hardwareAssisted,
      years: years,
      efficiency: Efficiency(
        cpuBound: Estimate(percent: 98...99.5, source: source, confidence: .memoryMedium),
        kernelHeavy: Estimate(percent: 97, in: 95...98, source: source, confidence: .memoryMedium),
        disk: Estimate(percent: 95...99, source: source, confidence: .memoryMedium),
        network: Estimate(percent: 97...99, source: source, confidence: .memoryMedium)),
      hostCost: .hypervisor,
      guestMemory: guestMemory,
      limits: limits,
      times: TechniqueTimes(
        boot: Estimate(seconds: 17.5, in: 5...30, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy),
      hostRules: HostRules(instructionSets: [.amd64], assistance: .nestedPaging, systems: systems),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any, unaware: unaware),
      migratesLive: true,
      restartsGuests: true)
  }
}
