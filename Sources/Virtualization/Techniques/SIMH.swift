import Quantities
import Workload

extension Technique {
  /// A VAX in software, for VMS, Ultrix and BSD.
  public static let simhVAX = simh("simh-vax", "SIMH (VAX)", .vax, cells: nil)

  /// A PDP-11 in software.
  public static let simhPDP11 = simh("simh-pdp-11", "SIMH (PDP-11)", .pdp11, cells: nil)

  /// A PDP-10 in software, for TOPS-10, TOPS-20 and ITS.
  ///
  /// Its words of 36 bits lie in cells of 64, so the memory counted in words of 32 bits doubles; counted in bits it
  /// grows by 7/9.
  public static let simhPDP10 = simh(
    "simh-pdp-10", "SIMH (PDP-10)", .pdp10,
    cells: Estimate(
      .one, in: Fraction(7.0 / 9)...Fraction.one, source: "36-bit words in 64-bit cells",
      confidence: .memoryHigh))

  /// An emulator of the SIMH kind: 10 to 50 host instructions for each of the guest's, whatever the guest does.
  ///
  /// One divided by the efficiency is the number of host instructions. Disks and networks are faster than those
  /// the guest knew, but the guest's part in driving them is emulated as all the rest is.
  ///
  /// **Source**: practice with such emulators, from memory, medium confidence.
  private static func simh(
    _ name: String, _ title: String, _ machine: InstructionSet, cells: Estimate<Fraction>?
  ) -> Technique {
    let part = Estimate(
      Fraction(percent: 4), in: Fraction(percent: 2)...Fraction(percent: 10),
      source: "10 to 50 host instructions for each instruction of the guest, 25 taken",
      confidence: .memoryMedium)
    return Technique(
      name: name,
      title: title,
      kind: .emulation,
      years: YearSpan(from: 1995),
      efficiency: Efficiency(cpuBound: part, kernelHeavy: part, disk: part, network: part),
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: Estimate(
          mebibytes: 32, in: 10...64, source: "the program itself: tens of megabytes",
          confidence: .memoryMedium),
        share: cells
          ?? Estimate(exactly: .zero, source: "a byte of the guest is a byte", confidence: .derived)),
      emulator: Emulator(noticesIdle: false),
      limits: TechniqueLimits(
        virtualCPUsPerGuest: 1,
        virtualCPUsPerCore: Estimate(
          exactly: 1, source: "an emulated processor keeps a core busy", confidence: .memoryMedium),
        source: "one host core for each emulated processor"),
      times: TechniqueTimes(
        boot: Estimate(seconds: 10, in: 2...60, source: "seconds", confidence: .memoryMedium),
        provisioning: .byHand),
      hostRules: HostRules(instructionSets: nil),
      guestRules: GuestRules(instructions: .emulated([machine]), kernel: .any),
      migratesLive: false,
      restartsGuests: false)
  }
}
