import Quantities
import Workload

extension Technique {
  /// Guests that share the host's kernel: there is one, so there is no guest kernel to pay for.
  ///
  /// The base memory of their system is the host's (``sharedMemory(of:)``).
  static func sharedKernel(
    name: String, title: String, family: OperatingSystem.Family, years: YearSpan, efficiency: Efficiency,
    guestMemory: Estimate<Bytes>, devices: DeviceCost = .none, boot: Estimate<Seconds>,
    instructionSets: [InstructionSet]?, migratesLive: Bool, restartsGuests: Bool, limits: TechniqueLimits
  ) -> Technique {
    Technique(
      name: name,
      title: title,
      kind: .operatingSystemLevel,
      years: years,
      efficiency: efficiency,
      hostCost: .hostSystem,
      guestMemory: GuestMemoryCost(
        fixed: guestMemory,
        share: Estimate(exactly: .zero, source: "processes of the host", confidence: .derived)),
      devices: devices,
      limits: limits,
      times: TechniqueTimes(boot: boot, provisioning: .directory),
      hostRules: HostRules(instructionSets: instructionSets, systems: [family]),
      guestRules: GuestRules(instructions: .ofHost, kernel: .hosts(family)),
      migratesLive: migratesLive,
      restartsGuests: restartsGuests)
  }
}
