import Quantities
import Testing
import Virtualization
import Workload

@Suite("Catalogue of techniques")
struct TechniqueCatalogTests {
  @Test func `names and titles are unique and names are found again`() {
    #expect(Set(TechniqueCatalog.all.map(\.name)).count == TechniqueCatalog.all.count)
    #expect(Set(TechniqueCatalog.all.map(\.title)).count == TechniqueCatalog.all.count)
    for technique in TechniqueCatalog.all {
      #expect(TechniqueCatalog.named(technique.name) == technique)
      #expect(technique.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" || $0 == "." })
    }
    #expect(TechniqueCatalog.named("xen") == nil)
  }

  @Test(arguments: TechniqueCatalog.all)
  func `every figure names its source and every efficiency is a share`(_ technique: Technique) throws {
    for workClass in WorkClass.allCases {
      let part = technique.efficiency[workClass]
      #expect(!part.source.isEmpty)
      let range = try #require(part.range)
      #expect(range.lowest > .zero && range.highest <= .one)
    }
    #expect(!technique.hostCost.memory.source.isEmpty && !technique.hostCost.work.source.isEmpty)
    #expect(!technique.guestMemory.fixed.source.isEmpty && !technique.guestMemory.share.source.isEmpty)
    #expect(!technique.limits.source.isEmpty)
    #expect(!technique.times.boot.source.isEmpty && !technique.times.provisioning.source.isEmpty)
    #expect(technique.times.boot.value > .zero)
  }

  @Test(arguments: TechniqueCatalog.all)
  func `every technique carries some system in its first and last year`(_ technique: Technique) {
    for year in [technique.years.first, technique.years.last].compactMap({ $0 }) {
      let vendor = technique.hostRules.vendors?.first ?? .intel
      let anyone = OperatingSystemCatalog.all.contains { system in
        let machine = technique.emulator == nil ? system.instructionSet : .amd64
        return technique.carries(
          guest(system.name), on: host(machine, year: max(year, system.year), .nestedPaging, vendor: vendor))
      }
      #expect(anyone)
    }
  }

  @Test(arguments: TechniqueCatalog.all)
  func `every technique but bare metal takes something and gives density`(_ technique: Technique) {
    if technique.kind == .bareMetal {
      #expect(technique.limits.guestsPerHost == 1)
      #expect(technique.hostCost.memory.value == .zero && technique.hostCost.work.value == .zero)
    } else {
      #expect(technique.limits.guestsPerHost ?? .max > 1)
      #expect(technique.hostCost.memory.value > .zero)
    }
  }

  @Test func `a span of years knows its ends`() {
    let closed = YearSpan(from: 2005, until: 2007)
    #expect([2004, 2005, 2007, 2008].map(closed.contains) == [false, true, true, false])
    let open = YearSpan(from: 2005)
    #expect([2004, 2005, 2100].map(open.contains) == [false, true, true])
    #expect(closed.description == "2005 to 2007" && open.description == "from 2005")
  }

  @Test(
    arguments: [
      (TechniqueLimits(source: "test"), nil),
      (TechniqueLimits(virtualCPUsPerHost: 128, source: "test"), 128),
      (Technique.vmwareESX3.limits, 32), (Technique.vmwareESX2.limits, 32),
      (Technique.xen3Paravirtual.limits, 32), (Technique.bareMetal.limits, nil),
    ] as [(TechniqueLimits, Int?)])
  func `a host of 8 cores carries so many virtual processors`(_ limits: TechniqueLimits, _ expected: Int?) {
    #expect(limits.virtualCPUs(onHostWithCores: 8) == expected)
  }

  @Test func `the product's ceiling holds on large hosts`() {
    #expect(Technique.vmwareESX3.limits.virtualCPUs(onHostWithCores: 64) == 128)
    #expect(Technique.vmwareESX2.limits.virtualCPUs(onHostWithCores: 64) == 80)
  }
}
