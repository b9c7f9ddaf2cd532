import Quantities
public import Workload

extension Technique {
  /// Why a guest cannot run under this technique on a host; nil if it can.
  public func refusal(
    for guest: GuestGroup, on host: HostFacts, among catalog: [Technique] = TechniqueCatalog.all
  ) -> Refusal? {
    guard let (obstacle, reason) = obstacle(for: guest, on: host) else { return nil }
    let others = catalog.filter { $0.name != name && $0.obstacle(for: guest, on: host) == nil }
    return Refusal(obstacle: obstacle, reason: reason, possible: others.map(\.name))
  }

  /// Whether a guest can run under this technique on a host.
  public func carries(_ guest: GuestGroup, on host: HostFacts) -> Bool {
    obstacle(for: guest, on: host) == nil
  }

  private typealias Finding = (Refusal.Obstacle, String)

  private func obstacle(for guest: GuestGroup, on host: HostFacts) -> Finding? {
    hostObstacle(for: guest, on: host) ?? instructionObstacle(for: guest, on: host)
      ?? kernelObstacle(for: guest, on: host) ?? limitObstacle(for: guest)
  }

  private func hostObstacle(for guest: GuestGroup, on host: HostFacts) -> Finding? {
    let cannot = "\(guest.operatingSystem.title) cannot run under \(title)"
    if !years.contains(host.year) {
      return (.year, "\(cannot) in \(host.year): it is offered \(years)")
    }
    if guest.operatingSystem.year > host.year {
      return (.year, "\(cannot) in \(host.year): the system is of \(guest.operatingSystem.year)")
    }
    if let last = years.last, guest.operatingSystem.year > last {
      return (
        .year, "\(cannot): the system is of \(guest.operatingSystem.year), the technique ended in \(last)"
      )
    }
    if let supported = hostRules.instructionSets, !supported.contains(host.instructionSet) {
      let list = supported.map(\.rawValue).joined(separator: " and ")
      return (
        .hostProcessor, "\(cannot) on a \(host.instructionSet.rawValue) host: the technique runs on \(list)"
      )
    }
    if host.assistance < hostRules.assistance {
      return (.assistance, "\(cannot) on a host without \(hostRules.assistance.title)")
    }
    return nil
  }

  private func instructionObstacle(for guest: GuestGroup, on host: HostFacts) -> Finding? {
    let system = guest.operatingSystem
    let cannot = "\(system.title) cannot run under \(title)"
    switch guestRules.instructions {
    case .ofHost where !host.instructionSet.executes(system.instructionSet):
      return (
        .instructionSet,
        "\(cannot) on a \(host.instructionSet.rawValue) host: "
          + "it is built for \(system.instructionSet.rawValue), which takes an emulator"
      )
    case .emulated(let machines) where !machines.contains(system.instructionSet):
      let list = machines.map(\.rawValue).joined(separator: " and ")
      return (
        .instructionSet, "\(cannot): it is built for \(system.instructionSet.rawValue), emulated is \(list)"
      )
    default: break
    }
    guard system.bits == 64 else { return nil }
    switch guestRules.sixtyFourBits {
    case .assisted(let needed) where host.assistance < needed:
      return (.addressWidth, "\(cannot) on a host without \(needed.title): it is a 64-bit system")
    case .refused:
      return (.addressWidth, "\(cannot): it is a 64-bit system")
    default: return nil
    }
  }

  private func kernelObstacle(for guest: GuestGroup, on host: HostFacts) -> Finding? {
    let system = guest.operatingSystem
    let cannot = "\(system.title) cannot run under \(title)"
    switch guestRules.kernel {
    case .any: return nil
    case .modified where system.hasModifiableKernel: return nil
    case .modified(nil):
      return (.kernel, "\(cannot): its kernel cannot be modified")
    case .modified(let assisted?):
      if host.assistance < assisted.assistance {
        return (
          .kernel, "\(cannot) on a host without \(assisted.assistance.title): its kernel cannot be modified"
        )
      }
      if host.year < assisted.year {
        return (
          .kernel, "\(cannot) before \(assisted.year): its kernel cannot be modified"
        )
      }
      return nil
    case .hosts(let family):
      guard system.family != family || host.operatingSystem.map({ $0.name != system.name }) ?? false else {
        return nil
      }
      let kernel = host.operatingSystem?.title ?? family.rawValue.capitalizedFirst
      return (.sharedKernel, "\(cannot) (shares the host's \(kernel) kernel)")
    }
  }

  private func limitObstacle(for guest: GuestGroup) -> Finding? {
    let cannot = "'\(guest.name)' cannot run under \(title)"
    if let most = limits.virtualCPUsPerGuest, guest.virtualCPUs > most {
      return (
        .virtualCPUs, "\(cannot): it has \(guest.virtualCPUs) virtual CPUs, at most \(most) are allowed"
      )
    }
    if let most = limits.memoryPerGuest, guest.memory > most {
      return (.memory, "\(cannot): it has \(guest.memory) of memory, at most \(most) are allowed")
    }
    return nil
  }
}

extension HardwareAssistance {
  /// What it is called in messages.
  var title: String {
    switch self {
    case .none: "hardware assistance"
    case .trapping: "VT-x or AMD-V"
    case .nestedPaging: "EPT or nested paging"
    }
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
