import Quantities
import Workload

extension Technique {
  /// A hypervisor on Intel's first VT-x: the kernel runs unmodified, and each page-table change traps.
  ///
  /// **Source**: K. Adams, O. Agesen, ASPLOS 2006: often slower than binary translation (abstract published; ranges
  /// from memory, medium confidence).
  public static let firstVTx = firstAssistance(
    name: "vt-x", title: "VT-x without nested paging", vendor: .intel,
    years: YearSpan(from: 2005, until: 2010), kernelHeavy: 30...70,
    source: "Adams and Agesen, ASPLOS 2006: process creation and compilation", confidence: .memoryMedium)

  /// A hypervisor on AMD's first AMD-V: as VT-x, but the translation buffer is tagged from the start.
  ///
  /// **Source**: from memory, low confidence.
  public static let firstAMDV = firstAssistance(
    name: "amd-v", title: "AMD-V without nested paging", vendor: .amd,
    years: YearSpan(from: 2006, until: 2010), kernelHeavy: 35...75,
    source: "as VT-x, a little better by its tagged translation buffer", confidence: .memoryLow)

  private static func firstAssistance(
    name: String, title: String, vendor: ProcessorVendor, years: YearSpan,
    kernelHeavy: ClosedRange<Double>, source: String, confidence: Confidence
  ) -> Technique {
    let devices = "as the hypervisor's own devices, taken as VMware's of 2006"
    return Technique(
      name: name,
      title: title,
      kind: .hardwareAssisted,
      years: years,
      efficiency: Efficiency(
        cpuBound: Estimate(percent: 95...98, source: source, confidence: confidence),
        kernelHeavy: Estimate(percent: kernelHeavy, source: source, confidence: confidence),
        disk: Estimate(percent: 85...95, source: devices, confidence: .judgement),
        network: Estimate(percent: 70...95, source: devices, confidence: .judgement)),
      hostCost: .hypervisor,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(
          mebibytes: 80, in: 60...100, source: "shadow page tables and devices of a guest",
          confidence: confidence),
        share: Estimate(exactly: .zero, source: "in the fixed figure", confidence: confidence)),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 4, memoryPerGuest: Bytes(gibibytes: 64),
        virtualCPUsPerCore: .fourVirtualCPUsPerCore,
        source: "hypervisors of 2006 to 2009 (from memory, medium confidence)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 60, in: 30...90, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy2005),
      hostRules: HostRules(instructionSets: [.x86, .amd64], assistance: .trapping, vendors: [vendor]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any),
      migratesLive: true,
      restartsGuests: true)
  }
}
