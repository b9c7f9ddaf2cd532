public import Quantities
import Workload

extension Technique {
  /// KVM as of 2014, on processors with nested paging and with virtio devices.
  ///
  /// The processor efficiency is the mean of what Linpack and PXZ keep when the guest is pinned and knows the host's
  /// topology; the range goes down to Linpack without that.
  ///
  /// **Source**: W. Felter et al., IBM RC25482, 2014 (``KernelVirtualMachineRatio``).
  public static let kvm2014: Technique = {
    let source = "Felter et al., IBM RC25482, 2014"
    let linpack = KernelVirtualMachineRatio.linpack
    return Technique(
      name: "kvm-2014",
      title: "KVM of 2014",
      kind: .hardwareAssisted,
      years: YearSpan(from: 2010, until: 2019),
      efficiency: Efficiency(
        cpuBound: Estimate(
          (linpack.tuned + KernelVirtualMachineRatio.compression.tuned) / 2,
          in: linpack.untuned...linpack.tuned,
          source: source, confidence: .memoryHigh),
        kernelHeavy: Estimate(percent: 90, in: 85...95, source: source, confidence: .memoryHigh),
        disk: Estimate(percent: 100, in: 95...100, source: "\(source): sequential", confidence: .memoryHigh),
        network: Estimate(
          percent: 90...100, source: "bulk transfers reach the link; only delay was measured to suffer",
          confidence: .judgement)),
      hostCost: .hypervisor,
      guestMemory: .share(percent: 1...2, confidence: .memoryHigh),
      devices: DeviceCost(
        randomDisk: Estimate(percent: 50, in: 45...60, source: source, confidence: .memoryHigh),
        networkDelay: Estimate(1.8, in: 1.5...2, source: source, confidence: .memoryHigh)),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 160, memoryPerGuest: Bytes(gibibytes: 4096),
        virtualCPUsPerCore: .eightVirtualCPUsPerCore,
        source: "Red Hat Enterprise Linux 6 and 7 (from memory, medium confidence)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 37.5, in: 15...60, source: "practice", confidence: .memoryMedium),
        provisioning: .templateCopy),
      hostRules: HostRules(instructionSets: [.amd64], assistance: .nestedPaging, systems: [.linux]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any),
      migratesLive: true,
      restartsGuests: true)
  }()
}

/// What part of native throughput two programs keep under KVM of 2014, untuned and tuned.
///
/// **Source**: W. Felter et al., IBM RC25482, 2014 (digits from memory, high confidence).
public struct KernelVirtualMachineRatio: Sendable, Hashable {
  /// As installed.
  public let untuned: Fraction
  /// With processors pinned and the host's topology shown to the guest.
  public let tuned: Fraction

  /// Linpack, floating point.
  public static let linpack = KernelVirtualMachineRatio(
    untuned: Fraction(percent: 50), tuned: Fraction(percent: 98))
  /// PXZ, compression.
  public static let compression = KernelVirtualMachineRatio(
    untuned: Fraction(percent: 78), tuned: Fraction(percent: 82))
}
