import Quantities
import Workload

extension Technique {
  /// Bochs: a PC in software, one instruction at a time, on any machine.
  ///
  /// **Source**: from memory, high confidence; Bellard, USENIX 2005, found QEMU some 30 times as fast.
  public static let bochs: Technique = {
    let source = "practice with Bochs; Bellard, USENIX 2005"
    func interpreted(_ range: ClosedRange<Double>) -> Estimate<Fraction> {
      Estimate(percent: range, source: source, confidence: .memoryHigh)
    }
    let kernel = Estimate(
      Fraction(percent: 1), in: Fraction(percent: 0.5)...Fraction(percent: 2), source: source,
      confidence: .memoryHigh)
    return Technique(
      name: "bochs",
      title: "Bochs",
      kind: .emulation,
      years: YearSpan(from: 1994),
      efficiency: Efficiency(
        cpuBound: interpreted(1...3), kernelHeavy: kernel, disk: kernel, network: kernel),
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(mebibytes: 64, in: 32...128, source: source, confidence: .memoryHigh),
        share: Estimate(exactly: .zero, source: source, confidence: .memoryMedium)),
      emulator: Emulator(noticesIdle: false),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 1, memoryPerGuest: Bytes(gibibytes: 2),
        virtualCPUsPerCore: Estimate(
          exactly: 1, source: "an emulated processor keeps a core busy", confidence: .memoryMedium),
        source: "one host core for each emulated processor; 2 GiB (from memory, medium confidence)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 300, in: 120...1200, source: "minutes", confidence: .memoryHigh),
        provisioning: .byHand),
      hostRules: HostRules(instructionSets: nil),
      guestRules: GuestRules(instructions: .emulated([.x86, .amd64]), kernel: .any),
      migratesLive: false,
      restartsGuests: false)
  }()
}
