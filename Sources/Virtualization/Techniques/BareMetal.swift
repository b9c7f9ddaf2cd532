import Quantities

extension Technique {
  /// No virtualization: one system, a whole machine.
  public static let bareMetal: Technique = {
    let definition = "definition"
    let whole = Estimate(exactly: Fraction.one, source: definition, confidence: .derived)
    let nothing = Estimate(exactly: Bytes.zero, source: definition, confidence: .derived)
    let noShare = Estimate(exactly: Fraction.zero, source: definition, confidence: .derived)
    return Technique(
      name: "bare-metal",
      title: "Bare metal",
      kind: .bareMetal,
      years: YearSpan(from: 1970),
      efficiency: Efficiency(cpuBound: whole, kernelHeavy: whole, disk: whole, network: whole),
      hostCost: HostCost(memory: nothing, work: noShare),
      guestMemory: GuestMemoryCost(fixed: nothing, share: noShare),
      pageSharing: [],
      limits: TechniqueLimits(guestsPerHost: 1, source: definition),
      times: TechniqueTimes(
        boot: Estimate(
          Seconds(120), in: Seconds(60)...Seconds(300),
          source: "start of the system from disk; the machine's own self-test comes before it",
          confidence: .memoryMedium),
        provisioning: Estimate(
          Seconds(days: 21), in: Seconds(days: 7)...Seconds(days: 42),
          source: "to procure, rack and cable a server takes 1 to 6 weeks", confidence: .memoryMedium)),
      hostRules: HostRules(instructionSets: nil),
      guestRules: GuestRules(instructions: .ofHost, kernel: .any),
      migratesLive: false,
      restartsGuests: false)
  }()
}
