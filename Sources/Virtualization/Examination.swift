import Quantities
import Workload

/// One guest held against the rules of one technique on one host.
struct Examination {
  typealias Finding = (obstacle: Refusal.Obstacle, reason: String)

  let technique: Technique
  let guest: GuestGroup
  let host: HostFacts

  /// The first obstacle, the most fundamental kind first.
  var finding: Finding? {
    time ?? hostProcessor ?? hostSystem ?? instructions ?? family ?? addressWidth ?? kernel ?? ceilings
  }

  private var system: OperatingSystem { guest.operatingSystem }

  /// The beginning of every reason: who cannot run where.
  private func cannotRun(_ subject: String) -> String {
    technique.kind == .bareMetal
      ? "\(subject) cannot run on bare metal" : "\(subject) cannot run under \(technique.title)"
  }

  private var cannotRun: String { cannotRun(system.title) }

  private func withoutHelp(_ assistance: HardwareAssistance) -> String {
    "\(cannotRun) on a host without \(assistance.title)"
  }

  private var time: Finding? {
    if !technique.years.contains(host.year) {
      return (.year, "\(cannotRun) in \(host.year): it is offered \(technique.years)")
    }
    guard system.year > host.year else { return nil }
    return (.year, "\(cannotRun) in \(host.year): the system is of \(system.year)")
  }

  private var hostProcessor: Finding? {
    if let supported = technique.hostRules.instructionSets, !supported.contains(host.instructionSet) {
      return (
        .hostProcessor,
        "\(cannotRun) on a host with \(host.instructionSet.title) processors: "
          + "the technique runs on \(list(supported))"
      )
    }
    if let makers = technique.hostRules.vendors, !makers.contains(host.vendor) {
      return (
        .hostProcessor,
        "\(cannotRun) on a host with processors of \(host.vendor.title): "
          + "the technique runs on those of \(words(makers.map(\.title)))"
      )
    }
    guard host.assistance < technique.hostRules.assistance else { return nil }
    return (.assistance, withoutHelp(technique.hostRules.assistance))
  }

  private var hostSystem: Finding? {
    guard let hosts = technique.hostRules.systems, let running = host.operatingSystem,
      !hosts.contains(running.family)
    else { return nil }
    return (
      .hostSystem,
      "\(cannotRun) on a host with \(running.title): the technique runs on \(words(hosts.map(\.title)))"
    )
  }

  private var family: Finding? {
    guard let families = technique.guestRules.families, !families.contains(system.family) else { return nil }
    return (.family, "\(cannotRun): its guests are \(words(families.map(\.title))) only")
  }

  private var instructions: Finding? {
    switch technique.guestRules.instructions {
    case .ofHost:
      guard !host.instructionSet.executes(system.instructionSet) else { return nil }
      return (
        .instructionSet,
        "\(cannotRun) on a host with \(host.instructionSet.title) processors: "
          + "it is built for \(system.instructionSet.title), which takes an emulator"
      )
    case .emulated(let machines):
      guard !machines.contains(system.instructionSet) else { return nil }
      return (
        .instructionSet,
        "\(cannotRun): it is built for \(system.instructionSet.title), emulated is \(list(machines))"
      )
    }
  }

  private var addressWidth: Finding? {
    guard system.bits == 64 else { return nil }
    switch technique.guestRules.sixtyFourBits {
    case .accepted: return nil
    case .refused: return (.addressWidth, "\(cannotRun): it is a 64-bit system")
    case .assisted(let needed):
      guard host.assistance < needed else { return nil }
      return (.addressWidth, "\(withoutHelp(needed)): it is a 64-bit system")
    }
  }

  private var kernel: Finding? {
    let unmodifiable = "its kernel cannot be modified"
    switch technique.guestRules.kernel {
    case .any: return nil
    case .modified where system.hasModifiableKernel: return nil
    case .modified(otherwise: nil): return (.kernel, "\(cannotRun): \(unmodifiable)")
    case .modified(otherwise: let assisted?):
      if host.assistance < assisted.assistance {
        return (.kernel, "\(withoutHelp(assisted.assistance)): \(unmodifiable)")
      }
      guard host.year < assisted.year else { return nil }
      return (.kernel, "\(cannotRun) before \(assisted.year): \(unmodifiable)")
    case .hosts(let family):
      let hostSystem = host.operatingSystem
      let isShared = system.family == family && (hostSystem.map { $0.name == system.name } ?? true)
      guard !isShared else { return nil }
      return (
        .sharedKernel, "\(cannotRun) (shares the host's \(hostSystem?.title ?? family.title) kernel)"
      )
    }
  }

  private var ceilings: Finding? {
    let limits = technique.limits
    let subject = "'\(guest.name)'"
    if let most = limits.virtualCPUsPerGuest, guest.virtualCPUs > most {
      return (
        .virtualCPUs,
        "\(cannotRun(subject)): it has \(guest.virtualCPUs) virtual CPUs, at most \(most) are allowed"
      )
    }
    guard let most = limits.memoryPerGuest, guest.memory > most else { return nil }
    return (.memory, "\(cannotRun(subject)): it has \(guest.memory) of memory, at most \(most) are allowed")
  }

  private func words(_ titles: [String]) -> String { titles.joined(separator: " and ") }

  private func list(_ sets: [InstructionSet]) -> String {
    words(sets.map(\.title))
  }
}
