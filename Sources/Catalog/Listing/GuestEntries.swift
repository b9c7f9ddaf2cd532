import Quantities
import Virtualization
import Workload

extension CatalogEntry {
  static let techniques = TechniqueCatalog.all.map { technique in
    CatalogEntry(
      kind: .technique, name: technique.name, title: technique.title, year: technique.years.first,
      summary: "\(technique.kind.rawValue), \(technique.years); keeps \(kept(technique.efficiency)) %, "
        + "boots in \(technique.times.boot.value)",
      facts: [
        Fact("runs on", hosts(of: technique)),
        Fact("carries", guests(of: technique)),
        Fact("on a host beside", neighbours(of: technique)),
        Fact("CPU-bound efficiency", technique.efficiency.cpuBound),
        Fact("kernel-heavy efficiency", technique.efficiency.kernelHeavy),
        Fact("disk efficiency", technique.efficiency.disk),
        Fact("network efficiency", technique.efficiency.network),
        Fact("memory taken of the host", technique.hostCost.memory),
        Fact("work taken of the host", technique.hostCost.work),
        Fact("memory of each guest", technique.guestMemory.fixed),
        Fact("memory of each guest, share of its own", technique.guestMemory.share),
        Fact("guest boot", technique.times.boot),
        Fact("provisioning", technique.times.provisioning),
        Fact("live migration", technique.migratesLive ? "yes" : "no"),
        Fact("restart on other hosts", technique.restartsGuests ? "yes" : "no"),
      ])
  }

  /// Efficiencies for computing, kernel-heavy work, disk and network.
  private static func kept(_ efficiency: Efficiency) -> String {
    WorkClass.allCases.map { DecimalText.rounded(efficiency[$0].value.percent, decimals: 0) }.joined(
      separator: "/")
  }

  /// What a host must have, in words.
  private static func hosts(of technique: Technique) -> String {
    let rules = technique.hostRules
    let processors =
      rules.instructionSets.map { $0.map(\.title).joined(separator: " or ") } ?? "any processor"
    let makers = rules.vendors.map { " of \($0.map(\.title).joined(separator: " or "))" } ?? ""
    let help = rules.assistance == HardwareAssistance.none ? "" : ", with \(rules.assistance.title)"
    let systems = rules.systems.map { ", under \($0.map(\.title).joined(separator: " or "))" } ?? ""
    return processors + makers + help + systems
  }

  /// Which other techniques can have guests on its hosts, in words.
  private static func neighbours(of technique: Technique) -> String {
    let isAlone = !TechniqueCatalog.all.contains {
      $0.name != technique.name && technique.sharesHosts(with: $0)
    }
    if isAlone { return "no other technique" }
    return technique.isProcess ? "techniques on a general system" : "emulators and other processes"
  }

  /// What a guest may be, in words.
  private static func guests(of technique: Technique) -> String {
    let rules = technique.guestRules
    let families = rules.families.map { $0.map(\.title).joined(separator: ", ") } ?? "any system"
    let machines: String =
      switch rules.instructions {
      case .ofHost: " for the host's processor"
      case .emulated(let sets): " for \(sets.map(\.title).joined(separator: " or "))"
      }
    let kernel: String =
      switch rules.kernel {
      case .any: ""
      case .hosts: ", sharing the host's kernel"
      case .modified(otherwise: nil): ", with a kernel made for it"
      case .modified(otherwise: _?): ", with a kernel made for it or the processor's help"
      }
    return families + machines + kernel
  }

  static let operatingSystems = OperatingSystemCatalog.all.map { system in
    CatalogEntry(
      kind: .operatingSystem, name: system.name, title: system.title, year: system.year,
      summary: "\(system.family.rawValue), \(system.instructionSet.rawValue), \(system.bits) bits",
      facts: [
        Fact("base memory", system.baseMemory),
        Fact("kernel can be changed for a hypervisor", system.hasModifiableKernel ? "yes" : "no"),
      ])
  }

  static let demandPatterns = DemandPatternCatalog.all.map { pattern in
    CatalogEntry(
      kind: .demandPattern, name: pattern.name, title: pattern.title, year: nil, summary: pattern.title,
      facts: pattern.parameters.map { parameter in
        switch parameter.domain {
        case .time(let standard, let range):
          Fact(
            parameter.name, "\(standard), \(range.lowerBound) to \(range.upperBound): \(parameter.meaning)")
        case .share(let standard, let range):
          Fact(
            parameter.name, "\(standard), \(range.lowerBound) to \(range.upperBound): \(parameter.meaning)")
        }
      })
  }
}
