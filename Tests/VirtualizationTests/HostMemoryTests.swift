import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Memory of a host")
struct HostMemoryTests {
  static let gibibyte = Bytes(gibibytes: 1)

  @Test func `a guest of 1 GiB takes 88 MiB more under ESX 3`() {
    let overhead = Technique.vmwareESX3.guestMemory.overhead(of: Self.gibibyte)
    #expect(isClose(overhead.value, Bytes(mebibytes: 88).value))
    let alone = Technique.vmwareESX3.hostMemory(of: [(system("linux-2.6"), Self.gibibyte)])
    #expect(isClose(alone.value, Bytes(mebibytes: 1512).value))
  }

  @Test func `bare metal takes what the guest has`() {
    #expect(Technique.bareMetal.hostMemory(of: [(system("linux-2.6"), Self.gibibyte)]) == Self.gibibyte)
  }

  @Test func `ten guests with 67 per cent in common reclaim about 60`() {
    let ten = [Bytes](repeating: Self.gibibyte, count: 10)
    let reclaimed = PageSharing.reclaimed(common: Fraction(percent: 67), fromGuestsWith: ten)
    #expect(isClose(reclaimed / Bytes(gibibytes: 10), 0.603))
  }

  @Test(arguments: PageSharingMeasurement.all)
  func `each measured deployment comes back from its implied common share`(
    _ measured: PageSharingMeasurement
  ) {
    let each = measured.configured / Double(measured.guests)
    let reclaimed = PageSharing.reclaimed(
      common: measured.impliedCommon, fromGuestsWith: [Bytes](repeating: each, count: measured.guests))
    #expect(isClose(reclaimed.value, (measured.configured * measured.reclaimed).value))
  }

  @Test func `a small guest brings no more than its own common pages`() {
    let sharing = Technique.vmwareESX3.pageSharing[0]
    let reclaimed = sharing.reclaimed(fromGuestsWith: [Bytes(gibibytes: 4), Bytes(mebibytes: 64)])
    #expect(isClose(reclaimed.value, (Bytes(mebibytes: 64) * sharing.common.value).value))
    #expect(sharing.reclaimed(fromGuestsWith: [Self.gibibyte]) == .zero)
    #expect(sharing.reclaimed(fromGuestsWith: []) == .zero)
  }

  @Test func `what Windows guests had in common is less than all that was shared`() {
    // The paper reports 42.9 % shared; the form must not need more than that to reclaim 32.9 %.
    #expect(isClose(PageSharingMeasurement.windows.impliedCommon.percent, 36.56, absolute: 0.01))
    #expect(PageSharingMeasurement.windows.impliedCommon < Fraction(percent: 42.9))
    let reclaimed = PageSharingMeasurement.windows.configured * PageSharingMeasurement.windows.reclaimed
    #expect(isClose(reclaimed.value, Bytes(mebibytes: 673.8).value, relative: 1e-3))
  }

  @Test func `sharing is among guests of the same system only`() {
    let windows = system("windows-2003")
    let linux = system("linux-2.6")
    let mixed = Technique.vmwareESX3.sharedMemory(
      of: [
        (windows, Self.gibibyte), (linux, Self.gibibyte), (windows, Self.gibibyte), (linux, Self.gibibyte),
      ])
    // Two Windows of 1 GiB share 20 % * 1/2 of 2 GiB, two Linux 10 % * 1/2.
    #expect(isClose(mixed.gibibytes, 0.2 + 0.1))
    let apart = Technique.vmwareESX3.sharedMemory(
      of: [(windows, Self.gibibyte), (system("windows-2000"), Self.gibibyte), (linux, Self.gibibyte)])
    #expect(apart == .zero)
  }

  @Test func `eight guests of 2005 share about 15 per cent`() {
    let eight =
      [Technique.Occupant](
        repeating: (system("windows-2003"), Self.gibibyte), count: 4)
      + [Technique.Occupant](repeating: (system("linux-2.6"), Self.gibibyte), count: 4)
    let shared = Technique.vmwareESX3.sharedMemory(of: eight)
    #expect(isClose(shared / Bytes(gibibytes: 8), 0.15, absolute: 0.05))
  }

  @Test func `Xen shares nothing`() {
    let two: [Technique.Occupant] = [
      (system("linux-2.6"), Self.gibibyte), (system("linux-2.6"), Self.gibibyte),
    ]
    #expect(Technique.xen3Paravirtual.sharedMemory(of: two) == .zero)
    let used = Technique.xen3Paravirtual.hostMemory(of: two)
    #expect(isClose(used.value, Bytes(mebibytes: 512 + 2 * (1024 + 40)).value))
  }

  @Test func `guests without a kernel of their own bring no base`() {
    let containers = technique(
      name: "containers", title: "containers",
      guestRules: GuestRules(instructions: .ofHost, kernel: .hosts(.linux)))
    let linux = system("linux-2.6")
    let used = containers.hostMemory(of: [(linux, Self.gibibyte), (linux, Bytes(mebibytes: 50))])
    // The second guest is smaller than the base of its system, so all of it is the host's.
    #expect(isClose(used.value, (Self.gibibyte - linux.baseMemory.value).value))
  }

  @Test(arguments: TechniqueCatalog.all)
  func `another guest never lowers the memory used, and order does not matter`(_ technique: Technique) {
    var generator = SeededGenerator(seed: 41)
    let systems = ["linux-2.6", "windows-2003", "windows-2000", "linux-2.4"].map(system)
    for _ in 0..<100 {
      var guests: [Technique.Occupant] = []
      var before = technique.hostMemory(of: [])
      #expect(before == technique.hostCost.memory.value)
      for _ in 0..<12 {
        let choice = Int.random(in: 0..<systems.count, using: &generator)
        guests.append(
          (systems[choice], Bytes(mebibytes: Double(Int.random(in: 1...4096, using: &generator)))))
        let after = technique.hostMemory(of: guests)
        #expect(after > before)
        before = after
      }
      #expect(isClose(technique.hostMemory(of: guests.reversed()).value, before.value, relative: 1e-12))
    }
  }

  @Test func `the memory of a VMmark host bounds its tiles at 14 and the hypervisor leaves 13`() {
    let memory = Bytes(gibibytes: 72)
    #expect(Int(memory / Bytes(gibibytes: 5)) == 14)
    // A tile is six guests with 5 GiB together; pages are taken as unshared.
    func used(tiles: Int) -> Bytes {
      let guest = Technique.vmwareESX3.hostMemory(ofGuestWith: Bytes(gibibytes: 5.0 / 6))
      return Technique.vmwareESX3.hostCost.memory.value + guest * Double(6 * tiles)
    }
    #expect(used(tiles: 13) <= memory)
    #expect(used(tiles: 14) > memory)
  }
}
