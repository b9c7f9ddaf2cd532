import Quantities
import Testing
import Virtualization
import Workload

@Suite("Refusals")
struct RefusalTests {
  @Test func `Windows is refused by Xen without the processor's help, in words`() {
    let refusal = Technique.xen3Paravirtual.refusal(for: guest("windows-2003"), on: host())
    #expect(
      refusal?.description
        == "Windows 2003 cannot run under Xen paravirtualization on a host without VT-x or AMD-V: "
        + "its kernel cannot be modified; possible: virtuozzo-windows, vmware-esx-3, vmware-esx-2.5, "
        + "vmware-gsx, vmware-workstation, virtual-server-2005-r2, qemu-tcg, bochs, bare-metal")
    #expect(refusal?.obstacle == .kernel)
  }

  @Test func `Windows runs beside Linux on Xen with the processor's help`() {
    #expect(Technique.xen3Paravirtual.refusal(for: guest("windows-2003"), on: host(.amd64, .trapping)) == nil)
    #expect(Technique.xen3Paravirtual.carries(guest("linux-2.6"), on: host()))
  }

  /// Technique, guest, host, obstacle, reason.
  static let table: [(Technique, GuestGroup, HostFacts, Refusal.Obstacle, String)] = [
    (
      .xen3Paravirtual, guest("linux-2.6"), host(year: 2004), .year,
      "Linux 2.6 cannot run under Xen paravirtualization in 2004: it is offered 2005 to 2011"
    ),
    (
      .xen3Paravirtual, guest("windows-2003"), host(year: 2005, .trapping), .kernel,
      "Windows 2003 cannot run under Xen paravirtualization before 2006: its kernel cannot be modified"
    ),
    (
      .bareMetal, guest("windows-2022"), host(year: 2006), .year,
      "Windows 2022 cannot run on bare metal in 2006: the system is of 2021"
    ),
    (
      .vmwareESX3, guest("solaris-10"), host(.sparc), .hostProcessor,
      "Solaris 10 cannot run under VMware ESX 3 on a host with SPARC processors: the technique runs on x86 and x86-64"
    ),
    (
      .vmwareESX3, guest("rsx-11m-plus"), host(), .instructionSet,
      "RSX-11M-Plus cannot run under VMware ESX 3 on a host with x86-64 processors: it is built for PDP-11, which takes an emulator"
    ),
    (
      .vmwareESX3, guest("linux-2.6-64"), host(), .addressWidth,
      "Linux 2.6 (64-bit) cannot run under VMware ESX 3 on a host without VT-x or AMD-V: it is a 64-bit system"
    ),
    (
      .vmwareESX2, guest("linux-2.6-64"), host(.amd64, .nestedPaging), .addressWidth,
      "Linux 2.6 (64-bit) cannot run under VMware ESX 2.5: it is a 64-bit system"
    ),
    (
      .vmwareESX3, guest("linux-2.6", virtualCPUs: 8), host(), .virtualCPUs,
      "'example' cannot run under VMware ESX 3: it has 8 virtual CPUs, at most 4 are allowed"
    ),
    (
      .vmwareESX3, guest("linux-2.6", memory: Bytes(gibibytes: 32)), host(), .memory,
      "'example' cannot run under VMware ESX 3: it has 32 GiB of memory, at most 16 GiB are allowed"
    ),
    (
      .hyperV2008, guest("windows-2003"), host(.x86, year: 2008, .trapping), .hostProcessor,
      "Windows 2003 cannot run under Hyper-V 2008 on a host with x86 processors: the technique runs on x86-64"
    ),
    (
      .firstVTx, guest("windows-2003"), host(.amd64, .trapping, vendor: .amd), .hostProcessor,
      "Windows 2003 cannot run under VT-x without nested paging on a host with processors of AMD: "
        + "the technique runs on those of Intel"
    ),
    (
      .virtualServer2005, guest("windows-2003"), host(running: "linux-2.6"), .hostSystem,
      "Windows 2003 cannot run under Microsoft Virtual Server 2005 R2 on a host with Linux 2.6: "
        + "the technique runs on Windows"
    ),
    (
      .microVM, guest("windows-2022"), host(year: 2022, .nestedPaging), .family,
      "Windows 2022 cannot run under microVM: its guests are Linux only"
    ),
    (
      .linuxVServer, guest("windows-2003"), host(running: "linux-2.6"), .sharedKernel,
      "Windows 2003 cannot run under Linux-VServer (shares the host's Linux 2.6 kernel)"
    ),
    (
      .simhVAX, guest("linux-2.6"), host(), .instructionSet,
      "Linux 2.6 cannot run under SIMH (VAX): it is built for x86, emulated is VAX"
    ),
    (
      .kvm2014, guest("linux-2.6"), host(.amd64, year: 2014, .trapping), .assistance,
      "Linux 2.6 cannot run under KVM of 2014 on a host without EPT or nested paging"
    ),
    (
      technique(
        name: "early", title: "Early Xen",
        guestRules: GuestRules(instructions: .ofHost, kernel: .modified(otherwise: nil))),
      guest("windows-2003"), host(.amd64, .nestedPaging), .kernel,
      "Windows 2003 cannot run under Early Xen: its kernel cannot be modified"
    ),
  ]

  @Test(arguments: table)
  func `each obstacle is named with its reason`(
    _ technique: Technique, _ guest: GuestGroup, _ host: HostFacts, _ obstacle: Refusal.Obstacle,
    _ reason: String
  ) {
    let refusal = technique.refusal(for: guest, on: host)
    #expect(refusal?.obstacle == obstacle)
    #expect(refusal?.reason == reason)
  }

  @Test func `guests that share a kernel are told whose it would be`() {
    let zones = Technique.solarisZones
    let refusal = zones.refusal(for: guest("linux-2.6"), on: host())
    #expect(refusal?.reason == "Linux 2.6 cannot run under Solaris Zones (shares the host's Solaris kernel)")
  }

  @Test func `running guests move between processors of one maker only`() {
    func maker(_ vendor: ProcessorVendor, _ instructionSet: InstructionSet = .amd64) -> HostFacts {
      HostFacts(instructionSet: instructionSet, year: 2006, vendor: vendor, assistance: .none)
    }
    let esx = Technique.vmwareESX3
    #expect(esx.migratesLive(from: maker(.intel), to: maker(.intel)))
    #expect(!esx.migratesLive(from: maker(.intel), to: maker(.amd)))
    #expect(!esx.migratesLive(from: maker(.intel, .x86), to: maker(.intel)))
    #expect(!Technique.bareMetal.migratesLive(from: maker(.intel), to: maker(.intel)))
  }

  @Test func `every kind of obstacle is in the table`() {
    for obstacle in Refusal.Obstacle.allCases { #expect(Self.table.contains { $0.3 == obstacle }) }
  }

  @Test func `when nothing can carry a guest the message says so`() {
    // The emulators came later.
    let refusal = Technique.bareMetal.refusal(for: guest("rsx-11m-plus"), on: host(year: 1990))
    #expect(refusal?.possible == [])
    #expect(refusal?.description.hasSuffix("; possible: none") == true)
  }

  @Test func `an emulator carries a foreign machine's guest on any host`() {
    #expect(Technique.simhPDP11.carries(guest("rsx-11m-plus"), on: host(.sparc)))
    let refusal = Technique.vmwareESX3.refusal(for: guest("rsx-11m-plus"), on: host())
    #expect(refusal?.possible == ["simh-pdp-11"])
  }

  @Test func `guests share only the very kernel of the host`() {
    let vserver = Technique.linuxVServer
    #expect(vserver.carries(guest("linux-2.6"), on: host(running: "linux-2.6")))
    #expect(!vserver.carries(guest("linux-2.4"), on: host(running: "linux-2.6")))
    #expect(vserver.carries(guest("linux-2.4"), on: host()))
  }

  @Test(arguments: OperatingSystemCatalog.all)
  func `what a refusal offers can indeed carry the guest`(_ system: OperatingSystem) throws {
    for (year, assistance) in [(1995, HardwareAssistance.none), (2006, .trapping), (2012, .nestedPaging)] {
      for instructionSet in [InstructionSet.x86, .amd64, .sparc, .pdp11] {
        let host = host(instructionSet, year: year, assistance)
        let carrying = TechniqueCatalog.all.filter { $0.carries(guest(system.name), on: host) }
        for technique in TechniqueCatalog.all {
          let refusal = technique.refusal(for: guest(system.name), on: host)
          #expect((refusal == nil) == carrying.contains(technique))
          if let refusal { #expect(refusal.possible == carrying.map(\.name)) }
        }
      }
    }
  }

  @Test(arguments: OperatingSystemCatalog.all)
  func `more help from the processor never turns a guest away`(_ system: OperatingSystem) {
    for technique in TechniqueCatalog.all {
      var before = false
      for assistance in HardwareAssistance.allCases {
        let now = technique.carries(guest(system.name), on: host(.amd64, year: 2008, assistance))
        #expect(now || !before)
        before = now
      }
    }
  }
}
