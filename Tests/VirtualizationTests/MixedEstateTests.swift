import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Mixed estates")
struct MixedEstateTests {
  @Test func `Windows under Linux-VServer is refused with what could run it`() {
    let refusal = Technique.linuxVServer.refusal(for: guest("windows-2003"), on: host(.amd64, .trapping))
    #expect(
      refusal?.description
        == "Windows 2003 cannot run under Linux-VServer (shares the host's Linux kernel); possible: "
        + "virtuozzo-windows, xen-3-pv, vmware-esx-3, vmware-esx-2.5, xen-3-hvm, vt-x, vmware-gsx, "
        + "vmware-workstation, virtual-server-2005-r2, qemu-tcg, bochs, bare-metal")
  }

  /// Guest, host, and techniques of 2006 that carry it there.
  static let estate: [(String, HostFacts, [Technique])] = [
    ("linux-2.6", host(), [.virtuozzo, .linuxVServer, .xen3Paravirtual, .vmwareESX3, .userModeLinux]),
    ("solaris-10", host(.sparc), [.solarisZones]),
    ("solaris-10-x86", host(.amd64, .trapping), [.solarisZones, .xen3HVM, .vmwareESX3, .firstVTx]),
    ("rsx-11m-plus", host(), [.simhPDP11]),
    ("rsx-11m-plus", host(.sparc), [.simhPDP11]),
    ("tops-20", host(), [.simhPDP10]),
    ("openvms-vax-7", host(), [.simhVAX]),
    ("ultrix-4", host(.amd64, running: "linux-2.6"), [.simhVAX]),
    ("windows-2003", host(running: "windows-2003"), [.virtuozzoWindows, .virtualServer2005, .vmwareGSX]),
    ("solaris-9", host(), [.qemuTranslation]),
  ]

  @Test(arguments: estate)
  func `each part of an estate has its techniques`(
    _ name: String, _ host: HostFacts, _ techniques: [Technique]
  ) {
    for technique in techniques { #expect(technique.refusal(for: guest(name), on: host) == nil) }
    let possible = TechniqueCatalog.all.filter { $0.carries(guest(name), on: host) }
    for technique in techniques { #expect(possible.contains(technique)) }
  }

  @Test func `no hypervisor carries all of an estate, each part goes where it can`() {
    let names = ["linux-2.6", "solaris-10", "rsx-11m-plus"]
    for technique in TechniqueCatalog.all {
      #expect(!names.allSatisfy { technique.carries(guest($0), on: host(.amd64, .trapping)) })
    }
  }

  @Test func `guests of one kernel share a host with their like only`() {
    #expect(Technique.virtuozzo.coexist(system("linux-2.6"), system("linux-2.6")))
    #expect(!Technique.virtuozzo.coexist(system("linux-2.6"), system("linux-2.4")))
    #expect(!Technique.virtuozzoWindows.coexist(system("windows-2003"), system("windows-2000")))
    #expect(Technique.vmwareESX3.coexist(system("linux-2.6"), system("windows-2003")))
  }

  /// Two techniques, and whether one host can have guests of both.
  static let neighbours: [(Technique, Technique, Bool)] = [
    (.vmwareESX3, .vmwareESX3, true), (.vmwareESX3, .xen3Paravirtual, false),
    (.vmwareESX3, .simhPDP11, false),
    (.bareMetal, .simhPDP11, false), (.linuxVServer, .simhPDP11, true), (.solarisZones, .simhVAX, true),
    (.linuxVServer, .virtuozzo, false), (.linuxVServer, .solarisZones, false),
    (.linuxVServer, .userModeLinux, true),
    (.solarisZones, .userModeLinux, false), (.simhPDP11, .simhVAX, true),
    (.userModeLinux, .qemuTranslation, true),
    (.vmwareGSX, .simhPDP10, true), (.vmwareGSX, .virtualServer2005, false),
    (.virtualServer2005, .bochs, true),
    (.kvm, .containers, false), (.kvm, .qemuTranslation, true), (.hyperV, .qemuTranslation, false),
  ]

  @Test(arguments: neighbours)
  func `techniques meet on a host as their products are installed`(
    _ one: Technique, _ other: Technique, _ expected: Bool
  ) {
    #expect(one.sharesHosts(with: other) == expected && other.sharesHosts(with: one) == expected)
  }

  /// Processors of the catalogue and others, with their generation.
  static let generations: [(String, ProcessorVendor, String?)] = [
    ("Intel Xeon 3.8 GHz", .intel, "NetBurst"), ("Intel Pentium D 930", .intel, "NetBurst"),
    ("Intel Xeon 7110M", .intel, "NetBurst"), ("Intel Xeon 5160", .intel, "Merom"),
    ("Intel Xeon 3075", .intel, "Merom"), ("Intel Xeon E7330", .intel, "Merom"),
    ("Intel Xeon E5440", .intel, "Penryn"), ("Intel Xeon L5520", .intel, "Nehalem"),
    ("Intel Xeon X5675", .intel, "Westmere"), ("Intel Xeon E5-2670", .intel, "Sandy Bridge"),
    ("Intel Xeon E5-2670 v2", .intel, "Ivy Bridge"), ("Intel Xeon E5-2699 v3", .intel, "Haswell"),
    ("Intel Xeon E5-2699 v4", .intel, "Broadwell"), ("Intel Xeon Platinum 8180", .intel, "Skylake"),
    ("Intel Xeon Platinum 8280", .intel, "Cascade Lake"), ("Intel Xeon Platinum 8380", .intel, "Ice Lake"),
    ("Intel Xeon Platinum 8480+", .intel, "Sapphire Rapids"), ("AMD EPYC 7601", .amd, "Naples"),
    ("AMD EPYC 7742", .amd, "Rome"), ("AMD EPYC 7773X", .amd, "Milan"), ("AMD EPYC 9654", .amd, "Genoa"),
    ("AMD Opteron 254", .amd, nil), ("UltraSPARC T1", .sun, nil), ("Tiny", .intel, nil),
  ]

  @Test(arguments: generations)
  func `the name of a processor tells its generation`(
    _ name: String, _ vendor: ProcessorVendor, _ generation: String?
  ) {
    #expect(ProcessorBaseline.generation(of: name, by: vendor)?.title == generation)
  }

  @Test func `a VAX asks little of a server of 2005`() throws {
    let vax = try #require(LegacyMachine.named("vax-11/780"))
    #expect(isClose(vax.hostRate(under: .simhVAX).value, 12.5))
    let clock = Hertz(3.4e9)
    // An emulator that does not notice idling takes its core; one that did would take half a per cent of it.
    #expect(
      vax.hostCores(under: .simhVAX, clock: clock, instructionsPerCycle: 0.7, utilization: Fraction(0.1))
        == Cores(1))
    let speed = vax.speedUp(under: .simhVAX, clock: clock, instructionsPerCycle: 0.7)
    #expect(isClose(speed, 3400 * 0.7 / 12.5))
    #expect(
      LegacyMachine.all.allSatisfy {
        $0.speedUp(under: .simhVAX, clock: clock, instructionsPerCycle: 0.7) > 1
      }, "an emulator outruns the original")
  }

  @Test(arguments: LegacyMachine.all)
  func `a legacy guest is sized by 10 to 50 host instructions for each of its own`(_ machine: LegacyMachine)
    throws
  {
    let emulator = try #require(
      [Technique.simhVAX, .simhPDP10, .simhPDP11].first {
        $0.guestRules.instructions == .emulated([machine.instructionSet])
      })
    let range = try #require(emulator.efficiency.cpuBound.range)
    #expect(isClose(1 / range.lowest.value, 50) && isClose(1 / range.highest.value, 10))
    // A host of 20 000 ssj_ops/s that executes 10 000 MIPS: the machine's work on the host's scale.
    let reference = machine.reference(
      onHostOf: WorkPerSecond(20_000), executing: WorkPerSecond(10_000))
    let asked = emulator.hostDemand(
      of: reference.work(of: .one), mix: WorkClassMix(only: .cpuBound), for: system("rsx-11m-plus"))
    #expect(isClose(asked / WorkPerSecond(20_000), machine.hostRate(under: emulator).value / 10_000))
    let factor = machine.hostRate(under: emulator) / machine.rate.value
    #expect(factor >= 10 && factor <= 50)
  }
}
