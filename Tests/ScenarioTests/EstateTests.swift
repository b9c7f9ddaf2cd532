import Economics
import Quantities
import TestScenarios
import Testing
import Virtualization
import Workload

@testable import Scenario

/// Who runs under what in a layout of several techniques, and who is refused.
@Suite("Estates of several techniques")
struct EstateTests {
  private func scenario(_ systems: [String], _ change: (inout Layout) -> Void) throws -> Scenario {
    let web = try TinyStudy.group("web", count: 1)
    let groups = try systems.enumerated().map { number, name in
      GuestGroup(
        name: "g\(number)", count: 1, operatingSystem: try #require(OperatingSystemCatalog.named(name)),
        memory: Bytes(mebibytes: 300), disk: web.disk, mix: web.mix, demand: web.demand,
        reference: DemandReference(name: "small", throughput: WorkPerSecond(10)))
    }
    var layout = try TinyStudy.virtualized(restart: nil)
    change(&layout)
    return try TinyStudy.scenario(guests: groups, layouts: [layout])
  }

  private func titles(_ scenario: Scenario) -> [String] {
    scenario.estate(of: scenario.layouts[0]).pools.map(\.title)
  }

  @Test func `hypervisors stand apart, and processes join the first host that takes them`() throws {
    let estate = try scenario(["linux-2.6", "linux-2.4", "solaris-10-x86", "rsx-11m-plus", "windows-2003"]) {
      $0.technique = .linuxVServer
      $0.exceptions = [
        TechniqueException("g2", under: .solarisZones), TechniqueException("g3", under: .simhPDP11),
        TechniqueException("g4", under: .virtualServer2005),
      ]
    }
    #expect(
      titles(estate) == [
        "Linux-VServer + SIMH (PDP-11) on Linux 2.6", "Linux-VServer on Linux 2.4", "Solaris Zones",
        "Microsoft Virtual Server 2005 R2",
      ])
    let pools = estate.estate(of: estate.layouts[0])
    #expect(pools.poolOfGroup == [0, 1, 2, 0, 3])
    #expect(!estate.issues().contains { $0.severity == .error })
  }

  @Test func `processes without a host to join have one of their own`() throws {
    let estate = try scenario(["linux-2.6", "rsx-11m-plus", "linux-2.6"]) {
      $0.technique = .xen3Paravirtual
      $0.exceptions = [TechniqueException("g2", under: .userModeLinux)]
      $0.otherwise = [.simhPDP11]
    }
    #expect(titles(estate) == ["Xen paravirtualization", "User-Mode Linux + SIMH (PDP-11)"])
  }

  @Test func `one technique is one pool, unless its guests share different kernels`() throws {
    for technique in TechniqueCatalog.all {
      let estate = try scenario(["linux-2.6", "linux-2.4"]) { $0.technique = technique }
      #expect(titles(estate).count == (technique.sharesHostKernel ? 2 : 1), "\(technique.name)")
    }
  }

  @Test func `guests that are refused go to the first technique that carries them`() throws {
    let estate = try scenario(["windows-2003", "rsx-11m-plus", "linux-2.6", "tops-20"]) {
      $0.technique = .linuxVServer
      $0.otherwise = [.vmwareESX3, .simhPDP11, .bareMetal]
    }
    let names = estate.estate(of: estate.layouts[0]).techniques.map(\.name)
    // Nobody of them carries a PDP-10: it stays with the technique of the layout, which says why not.
    #expect(names == ["vmware-esx-3", "simh-pdp-11", "linux-vserver", "linux-vserver"])
    let errors = estate.issues().filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["layouts[0].technique"])
    #expect(
      errors[0].message.contains("TOPS-20 cannot run under Linux-VServer")
        && errors[0].help == "possible: simh-pdp-10")
  }

  @Test func `every refusal is told at the key that chose the technique, all at once`() throws {
    let estate = try scenario(["windows-2003", "rsx-11m-plus", "linux-2.6", "windows-2003"]) {
      $0.technique = .linuxVServer
      $0.exceptions = [
        TechniqueException("g1", under: .vmwareESX3), TechniqueException("g2", under: .solarisZones),
        TechniqueException("g7", under: .bareMetal),
      ]
    }
    let errors = estate.issues().filter { $0.severity == .error }
    #expect(
      errors.map(\.path) == [
        "layouts[0].except.g7", "layouts[0].technique", "layouts[0].except.g1", "layouts[0].except.g2",
      ])
    #expect(errors[0].message == "there are no guests 'g7'")
    #expect(
      errors[1].message
        == "Windows 2003 cannot run under Linux-VServer (shares the host's Linux kernel) (guests 'g0', 'g3')")
    #expect(
      errors[2].message.contains("RSX-11M-Plus cannot run under VMware ESX 3")
        && errors[2].message.hasSuffix("(guests 'g1')"))
    #expect(errors[2].help == "possible: simh-pdp-11")
    #expect(
      errors[3].message
        == "Linux 2.6 cannot run under Solaris Zones (shares the host's Solaris kernel) (guests 'g2')")
    #expect(errors[3].help?.contains("linux-vserver") == true)
  }

  @Test func `machines with one guest need no room for others, the rest does`() throws {
    let estate = try scenario(["linux-2.6", "windows-2003"]) {
      $0.exceptions = [TechniqueException("g1", under: .bareMetal)]
    }
    let layout = estate.layouts[0]
    #expect(layout.givesWholeHosts(under: .bareMetal) && !layout.givesWholeHosts(under: .xen3Paravirtual))
    #expect(layout.limits(under: .bareMetal).cpu == .one)
    #expect(layout.limits(under: .xen3Paravirtual) == layout.hostLimits)
  }

  @Test func `a cost line of a technique that nobody runs is told`() throws {
    var estate = try scenario(["linux-2.6"]) { _ in }
    func line(_ basis: CostLine.Basis, _ technique: String) -> CostLine {
      CostLine(
        item: "licence", category: .licences, amount: Money(10, .usd), basis: basis, recurrence: .once,
        technique: technique)
    }
    estate.layouts[0].costs = [
      line(.server, "vmware-esx-3"), line(.rack, "xen-3-pv"), line(.guest, "xen-3-pv"),
    ]
    let errors = estate.issues().filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["layouts[0].costs[0].technique", "layouts[0].costs[1].technique"])
  }

  @Test func `a server knows the generation of its processors`() throws {
    let facts = try TinyStudy.server().hostFacts(in: 2006)
    #expect(facts.baseline == nil, "a made-up processor tells nothing")
  }
}
