public import Quantities
import Workload

extension Technique {
  /// QEMU without the processor's help: another machine's code, translated as it runs.
  ///
  /// Integer programs run at a quarter of native speed, floating point at a tenth, and a whole system at half of that.
  /// Processor efficiency is that of integer work in a whole system, 0.25 / 2.
  ///
  /// **Source**: F. Bellard, *QEMU, a Fast and Portable Dynamic Translator*, USENIX 2005 (digits from memory, high
  /// confidence). **Not modelled**: which systems find the devices they need on the emulated machine.
  public static let qemuTranslation: Technique = {
    let source = "Bellard, USENIX 2005"
    let translated = Estimate<Fraction>(percent: 5...10, source: source, confidence: .memoryHigh)
    let emulated = Estimate<Fraction>(
      percent: 5...10, source: "emulated devices, driven by translated kernel code",
      confidence: .judgement)
    let slowdown = TranslationSlowdown.self
    return Technique(
      name: "qemu-tcg",
      title: "QEMU translation",
      kind: .emulation,
      years: YearSpan(from: 2003),
      efficiency: Efficiency(
        cpuBound: Estimate(
          slowdown.integer * slowdown.wholeSystem,
          in: slowdown.floatingPoint * slowdown.wholeSystem...slowdown.integer, source: source,
          confidence: .memoryHigh),
        kernelHeavy: translated, disk: emulated, network: emulated),
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(
          mebibytes: 64, in: 32...256, source: "cache of translated code of 32 MB and more, and devices",
          confidence: .memoryHigh),
        share: Estimate(exactly: .zero, source: source, confidence: .memoryMedium)),
      emulator: Emulator(noticesIdle: true),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 1, virtualCPUsPerCore: .fourVirtualCPUsPerCore,
        source: "one thread translates for all processors of a guest (until 2016)"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 75, in: 30...120, source: source, confidence: .memoryMedium),
        provisioning: .templateCopy2005),
      hostRules: HostRules(instructionSets: nil),
      guestRules: GuestRules(
        instructions: .emulated([.x86, .amd64, .sparc, .power, .alpha, .arm64]), kernel: .any),
      migratesLive: false,
      restartsGuests: false)
  }()
}

/// How much slower translated programs run, by Bellard's paper of 2005 (digits from memory, high confidence).
public enum TranslationSlowdown {
  /// Integer programs, one by one: 4 times slower.
  public static let integer = Fraction(1.0 / 4)
  /// Floating-point programs, one by one: 10 times slower.
  public static let floatingPoint = Fraction(1.0 / 10)
  /// What emulating the memory unit of a whole system leaves of that.
  public static let wholeSystem = Fraction(1.0 / 2)
}
