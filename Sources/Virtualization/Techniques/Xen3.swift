import Quantities
import Workload

extension Technique {
  /// Xen 3: kernels modified for the hypervisor; other systems beside them with the processor's help from 2006 on.
  ///
  /// **Source**: P. Barham et al., *Xen and the Art of Virtualization*, SOSP 2003 (``ParavirtualizationScores``);
  /// unmodified guests: K. Adams, O. Agesen, ASPLOS 2006, on the first processors with VT-x (ranges from memory).
  public static let xen3Paravirtual = Technique(
    name: "xen-3-pv",
    title: "Xen paravirtualization",
    kind: .paravirtualization,
    years: YearSpan(from: 2005, until: 2011),
    efficiency: Efficiency(
      cpuBound: Estimate(
        ParavirtualizationScores.integer.efficiency(\.xen), in: Fraction(percent: 98)...Fraction.one,
        source: "Barham et al., SOSP 2003, SPEC INT2000", confidence: .memoryHigh),
      kernelHeavy: Estimate(
        ParavirtualizationScores.build.efficiency(\.xen), in: Fraction(percent: 92)...Fraction(percent: 99),
        source: "Barham et al., SOSP 2003, Linux build", confidence: .memoryHigh),
      disk: Estimate(
        ParavirtualizationScores.fileServer.efficiency(\.xen), in: Fraction(percent: 95)...Fraction.one,
        source: "Barham et al., SOSP 2003, dbench", confidence: .memoryHigh),
      network: Estimate(
        ParavirtualizationScores.webServer.efficiency(\.xen), in: Fraction(percent: 90)...Fraction.one,
        source: "Barham et al., SOSP 2003, SPEC WEB99", confidence: .memoryHigh)),
    hostCost: HostCost(
      memory: Estimate(
        Bytes(mebibytes: 512), in: Bytes(mebibytes: 256)...Bytes(gibibytes: 1),
        source: "control domain (domain 0) and hypervisor", confidence: .memoryMedium),
      work: Estimate(
        Fraction(percent: 2), in: Fraction(percent: 1)...Fraction(percent: 5),
        source: "control domain at rest; its work for guests is in their efficiencies", confidence: .judgement
      )),
    guestMemory: GuestMemoryCost(
      fixed: Estimate(
        Bytes(mebibytes: 40), in: Bytes(mebibytes: 20)...Bytes(mebibytes: 64),
        source: "page tables and back ends of a guest: 20 to 64 MB", confidence: .memoryMedium),
      share: Estimate(
        exactly: .zero, source: "the guest keeps its own page tables, in its own memory",
        confidence: .memoryMedium)
    ),
    pageSharing: [],
    limits: TechniqueLimits(
      virtualCPUsPerGuest: 32,
      virtualCPUsPerCore: .fourVirtualCPUsPerCore,
      source: "Xen 3.0 interface (from memory, medium confidence)"),
    times: TechniqueTimes(
      boot: Estimate(
        Seconds(20), in: Seconds(10)...Seconds(30), source: "practice", confidence: .memoryMedium),
      provisioning: .templateCopy2005),
    hostRules: HostRules(instructionSets: [.x86, .amd64]),
    guestRules: GuestRules(
      instructions: .ofHost,
      kernel: .modified(
        otherwise: GuestRules.AssistedGuests(
          assistance: .trapping, year: 2006, efficiency: firstHardwareAssistance))),
    migratesLive: true,
    // By cluster software around Xen, such as Linux-HA; Xen 3 itself has none.
    restartsGuests: true)

  /// Unmodified guests of Xen 3 on processors with VT-x or AMD-V but without nested paging.
  private static let firstHardwareAssistance = Efficiency(
    cpuBound: Estimate(
      Fraction(percent: 96.5), in: Fraction(percent: 95)...Fraction(percent: 98),
      source: "Adams and Agesen, ASPLOS 2006", confidence: .memoryMedium),
    kernelHeavy: Estimate(
      Fraction(percent: 50), in: Fraction(percent: 30)...Fraction(percent: 75),
      source: "Adams and Agesen, ASPLOS 2006: compilation and process creation", confidence: .memoryMedium),
    disk: Estimate(
      Fraction(percent: 60), in: Fraction(percent: 40)...Fraction(percent: 90),
      source: "devices emulated in the control domain", confidence: .judgement),
    network: Estimate(
      Fraction(percent: 50), in: Fraction(percent: 30)...Fraction(percent: 90),
      source: "devices emulated in the control domain", confidence: .judgement))

  /// What ``xen3Paravirtual`` leaves guests that cannot be modified.
  var efficiencyOfAssistedGuests: Efficiency {
    if case .modified(let otherwise?) = guestRules.kernel { otherwise.efficiency } else { efficiency }
  }
}
