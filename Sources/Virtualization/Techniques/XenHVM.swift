import Quantities
import Workload

extension Technique {
  /// Xen 3 with unmodified guests only, on processors with VT-x or AMD-V and devices emulated in the control domain.
  ///
  /// The same as what ``xen3Paravirtual`` does for systems that cannot be modified. **Source**: as there.
  public static let xen3HVM = Technique(
    name: "xen-3-hvm",
    title: "Xen HVM",
    kind: .hardwareAssisted,
    years: YearSpan(from: 2006, until: 2011),
    efficiency: xen3Paravirtual.efficiencyOfAssistedGuests,
    hostCost: xen3Paravirtual.hostCost,
    guestMemory: GuestMemoryCost(
      fixed: Estimate(
        mebibytes: 80, in: 60...100, source: "shadow page tables and a device model for each guest",
        confidence: .memoryMedium),
      share: Estimate(exactly: .zero, source: "in the fixed figure", confidence: .memoryMedium)),
    limits: xen3Paravirtual.limits,
    times: TechniqueTimes(
      boot: Estimate(seconds: 60, in: 30...90, source: "practice", confidence: .memoryMedium),
      provisioning: .templateCopy2005),
    hostRules: HostRules(instructionSets: [.x86, .amd64], assistance: .trapping),
    guestRules: GuestRules(instructions: .ofHost, kernel: .any),
    migratesLive: true,
    restartsGuests: true)
}
