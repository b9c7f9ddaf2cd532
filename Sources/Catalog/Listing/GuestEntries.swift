import Quantities
import Virtualization
import Workload

extension CatalogEntry {
  static let techniques = TechniqueCatalog.all.map { technique in
    CatalogEntry(
      kind: .technique, name: technique.name, title: technique.title, year: technique.years.first,
      summary: "\(technique.kind.rawValue), \(technique.years)",
      facts: [
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
