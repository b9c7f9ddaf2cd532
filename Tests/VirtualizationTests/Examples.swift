import Quantities
import Virtualization
import Workload

/// A system of the catalogue, for tests.
func system(_ name: String) -> OperatingSystem {
  guard let found = OperatingSystemCatalog.named(name) else { preconditionFailure("no system '\(name)'") }
  return found
}

/// A guest of a system, for tests.
func guest(
  _ systemName: String, virtualCPUs: Int = 1, memory: Bytes = Bytes(gibibytes: 1)
) -> GuestGroup {
  GuestGroup(
    name: "example", count: 1, operatingSystem: system(systemName), virtualCPUs: virtualCPUs, memory: memory,
    disk: Bytes(gibibytes: 8), mix: WorkClassMix(only: .cpuBound),
    demand: .pattern(
      PatternDemand(.constant, level: DemandLevel(mean: Fraction(0.1), peak: Fraction(0.1)), noise: .none)),
    reference: .absolute(WorkPerSecond(1000)))
}

/// A host, for tests: a PC server of 2006 with 64 bits unless told otherwise.
func host(
  _ instructionSet: InstructionSet = .amd64, year: Int = 2006, _ assistance: HardwareAssistance = .none,
  running systemName: String? = nil, vendor: ProcessorVendor = .intel, baseline: String? = nil
) -> HostFacts {
  HostFacts(
    instructionSet: instructionSet, year: year, vendor: vendor, assistance: assistance,
    operatingSystem: systemName.map(system), baseline: baseline.flatMap { ProcessorBaseline.named($0) })
}

/// A technique like bare metal in cost, for testing rules that no entry of the catalogue has yet.
func technique(
  name: String, title: String, guestRules: GuestRules,
  hostRules: HostRules = HostRules(instructionSets: nil), limits: TechniqueLimits? = nil
) -> Technique {
  let model = Technique.bareMetal
  return Technique(
    name: name, title: title, kind: .operatingSystemLevel, years: model.years, efficiency: model.efficiency,
    hostCost: model.hostCost, guestMemory: model.guestMemory, pageSharing: [], limits: limits ?? model.limits,
    times: model.times, hostRules: hostRules, guestRules: guestRules, migratesLive: false,
    restartsGuests: false)
}
