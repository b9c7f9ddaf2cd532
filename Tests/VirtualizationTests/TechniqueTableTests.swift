import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

/// The tables of overheads as they were compiled, in per cent: ranges where they give ranges.
@Suite("The tables of overheads")
struct TechniqueTableTests {
  typealias Row = (technique: Technique, cpu: ClosedRange<Double>, kernel: ClosedRange<Double>)

  static let processor: [Row] = [
    (.simhVAX, 2...10, 2...10), (.simhPDP10, 2...10, 2...10), (.simhPDP11, 2...10, 2...10),
    (.vmwareESX3, 96...98, 60...85), (.vmwareESX2, 96...98, 60...85), (.virtualServer2005, 85...95, 40...60),
    (.firstVTx, 95...98, 30...70), (.firstAMDV, 95...98, 35...75), (.nestedPagingIntel, 97...99, 90...97),
    (.nestedPagingAMD, 97...99, 90...97), (.hyperV2008, 97...99, 90...97), (.hyperV2012, 97...99, 90...97),
    (.microVM, 98...99.5, 95...97), (.virtuozzo, 98...100, 97...100), (.virtuozzoWindows, 98...100, 97...100),
    (.linuxVServer, 98...100, 96...100), (.xen3HVM, 95...98, 30...75),
  ]

  private static func agrees(_ estimate: Estimate<Fraction>, _ range: ClosedRange<Double>) -> Bool {
    guard let bounds = estimate.range else { return false }
    return isClose(bounds.lowest.percent, range.lowerBound)
      && isClose(bounds.highest.percent, range.upperBound) && bounds.contains(estimate.value)
  }

  @Test(arguments: processor)
  func `the processor's ranges are those of the tables`(_ row: Row) {
    #expect(Self.agrees(row.technique.efficiency.cpuBound, row.cpu))
    #expect(Self.agrees(row.technique.efficiency.kernelHeavy, row.kernel))
  }

  static let devices: [(technique: Technique, disk: ClosedRange<Double>, network: ClosedRange<Double>)] = [
    (.vmwareESX3, 85...95, 70...95), (.virtualServer2005, 60...80, 50...70),
    (.nestedPagingIntel, 95...99, 90...99), (.nestedPagingAMD, 95...99, 90...99),
    (.hyperV2008, 93...99, 90...98), (.esxi, 95...99, 97...99), (.kvm, 95...99, 97...99),
    (.hyperV, 95...99, 97...99), (.microVM, 90...97, 90...97), (.virtuozzo, 97...100, 97...100),
  ]

  @Test(arguments: devices)
  func `the devices' ranges are those of the tables`(
    _ technique: Technique, _ disk: ClosedRange<Double>, _ network: ClosedRange<Double>
  ) {
    #expect(Self.agrees(technique.efficiency.disk, disk))
    #expect(Self.agrees(technique.efficiency.network, network))
  }

  /// Single figures: what a guest of one class gets out of a host that it has to itself.
  static let single: [(Technique, WorkClass, Double)] = [
    (.bareMetal, .cpuBound, 1), (.bareMetal, .kernelHeavy, 1), (.bareMetal, .disk, 1),
    (.bareMetal, .network, 1), (.xen3Paravirtual, .cpuBound, 567.0 / 567),
    (.xen3Paravirtual, .kernelHeavy, 263.0 / 271), (.xen3Paravirtual, .disk, 400.0 / 418),
    (.xen3Paravirtual, .network, 514.0 / 518), (.vmwareWorkstation, .cpuBound, 554.0 / 567),
    (.vmwareWorkstation, .kernelHeavy, 263.0 / 334), (.vmwareWorkstation, .disk, 310.0 / 418),
    (.vmwareWorkstation, .network, 150.0 / 518), (.userModeLinux, .cpuBound, 550.0 / 567),
    (.userModeLinux, .kernelHeavy, 263.0 / 535), (.userModeLinux, .disk, 111.0 / 418),
    (.userModeLinux, .network, 172.0 / 518), (.qemuTranslation, .cpuBound, 0.25 / 2),
    (.kvm2014, .kernelHeavy, 0.9), (.kvm2014, .disk, 1), (.esxi, .kernelHeavy, 0.97),
    (.kvm, .kernelHeavy, 0.97), (.hyperV, .kernelHeavy, 0.97), (.solarisZones, .cpuBound, 0.99),
    (.solarisZones, .kernelHeavy, 0.98), (.containers, .kernelHeavy, 0.99), (.containers, .disk, 1),
    (.linuxVServer, .network, 1), (.bochs, .kernelHeavy, 0.01),
  ]

  @Test(arguments: single)
  func `a single guest on an idle host gets exactly what the table says`(
    _ technique: Technique, _ workClass: WorkClass, _ ratio: Double
  ) {
    // A guest that could use the whole host: what it gets of it, through demand and fair shares.
    let systemName = technique.guestRules.kernel == .hosts(.solaris) ? "solaris-10" : "linux-2.6"
    let asked = technique.hostDemand(
      of: WorkPerSecond(1000), mix: WorkClassMix(only: workClass), for: system(systemName))
    let capacity = WorkPerSecond(500)
    let claim = Claim(asked)
    let got = FairShare(of: capacity, among: [claim]).share(of: claim)
    let native = min(WorkPerSecond(1000), got * (1000 / asked.value))
    #expect(isClose(native / capacity, min(ratio, 2), relative: 1e-14))
  }

  /// Memory for each guest in MiB, and time to boot in seconds.
  static let fixed: [(Technique, memory: ClosedRange<Double>, boot: ClosedRange<Double>)] = [
    (.userModeLinux, 8...20, 5...10), (.vmwareWorkstation, 30...60, 30...90),
    (.vmwareESX3, 30...90, 30...90), (.virtualServer2005, 32...96, 60...120),
    (.xen3Paravirtual, 20...64, 10...30), (.firstVTx, 60...100, 30...90), (.firstAMDV, 60...100, 30...90),
    (.virtuozzo, 5...20, 1...3), (.virtuozzoWindows, 5...20, 5...15), (.solarisZones, 40...100, 5...15),
    (.microVM, 3...8, 0.1...0.25), (.linuxVServer, 1...5, 0.5...2), (.containers, 0...10, 0.1...1),
    (.qemuTranslation, 32...256, 30...120),
  ]

  @Test(arguments: fixed)
  func `memory and boot are those of the tables`(
    _ technique: Technique, _ memory: ClosedRange<Double>, _ boot: ClosedRange<Double>
  ) {
    let bytes = technique.guestMemory.fixed
    #expect(bytes.range?.lowest == Bytes(mebibytes: memory.lowerBound))
    #expect(bytes.range?.highest == Bytes(mebibytes: memory.upperBound))
    #expect(technique.times.boot.range?.lowest == Seconds(boot.lowerBound))
    #expect(technique.times.boot.range?.highest == Seconds(boot.upperBound))
  }

  @Test(arguments: [(0.5, 32.0), (1, 32), (2, 40), (4, 56), (64, 536)])
  func `Hyper-V takes 32 MB for the first gigabyte and 8 for each further one`(
    gibibytes: Double, megabytes: Double
  ) {
    for technique in [Technique.hyperV2008, .hyperV2012] {
      let taken = technique.guestMemory.overhead(of: Bytes(gibibytes: gibibytes))
      #expect(isClose(taken.value, Bytes(mebibytes: megabytes).value))
    }
  }

  @Test func `a PDP-10 takes twice its memory`() {
    let taken = Technique.simhPDP10.hostMemory(ofGuestWith: Bytes(mebibytes: 4))
    #expect(isClose(taken.value, Bytes(mebibytes: 32 + 8).value))
  }

  @Test func `guests that do not know Hyper-V pay for emulated devices`() {
    let kernel = WorkClassMix(only: .kernelHeavy)
    let old = Technique.hyperV2008.efficiency(of: kernel, for: system("windows-nt-4"))
    let foreign = Technique.hyperV2008.efficiency(of: kernel, for: system("freebsd-6"))
    let known = Technique.hyperV2008.efficiency(of: kernel, for: system("windows-2003"))
    #expect(isClose(old.value, 0.6) && old == foreign)
    #expect(isClose(known.value, 0.935))
  }

  @Test func `KVM of 2014 halves random operations, and delays packets by 80 per cent`() {
    let ceiling = Technique.kvm2014.diskCeiling(of: OperationsPerSecond(100_000))
    #expect(ceiling == OperationsPerSecond(50_000))
    #expect(isClose(Technique.kvm2014.roundTrip(of: Seconds(100e-6)).value, 180e-6))
    #expect(isClose(Technique.containers.roundTrip(of: Seconds(100e-6)).value, 200e-6))
    #expect(Technique.vmwareESX3.networkCeiling(of: BitsPerSecond(1e9)) == BitsPerSecond(825e6))
    #expect(Technique.bareMetal.diskCeiling(of: OperationsPerSecond(180)) == OperationsPerSecond(180))
    let ratio = KernelVirtualMachineRatio.self
    #expect(ratio.linpack.untuned == Fraction(percent: 50) && ratio.linpack.tuned == Fraction(percent: 98))
    #expect(
      ratio.compression.untuned == Fraction(percent: 78) && ratio.compression.tuned == Fraction(percent: 82))
    #expect(isClose(Technique.kvm2014.efficiency.cpuBound.value.value, (0.98 + 0.82) / 2))
  }

  @Test func `a database benchmark keeps its own ratio under the techniques that were measured`() {
    let transactions = ParavirtualizationScores.transactions
    let scores = ParavirtualizationScores.self
    #expect(scores.efficiency(of: transactions, under: .xen3Paravirtual)?.value == 1633.0 / 1714)
    #expect(scores.efficiency(of: transactions, under: .vmwareWorkstation)?.value == 199.0 / 1714)
    #expect(scores.efficiency(of: transactions, under: .userModeLinux)?.value == 306.0 / 1714)
    #expect(scores.efficiency(of: scores.informationRetrieval, under: .vmwareGSX)?.value == 80.0 / 172)
    #expect(scores.efficiency(of: transactions, under: .esxi) == nil)
  }

  @Test func `an application of 2005 and 2015 keeps what hosts of the time kept`() throws {
    let application = try #require(WorkClassMixCatalog.named("application"))
    let linux = system("linux-2.6")
    let expected: [(Technique, Double)] = [
      (.virtuozzo, 0.98), (.nestedPagingIntel, 0.96), (.esxi, 0.98), (.containers, 0.99),
    ]
    for (technique, kept) in expected {
      #expect(isClose(technique.efficiency(of: application, for: linux).value, kept, absolute: 0.01))
    }
  }

  @Test func `the first hardware assistance was slower for kernels than binary translation`() {
    let kernel = WorkClass.kernelHeavy
    let translation = Technique.vmwareESX3.efficiency[kernel].value
    for technique in [Technique.firstVTx, .firstAMDV, .xen3HVM] {
      #expect(technique.efficiency[kernel].value < translation)
    }
    #expect(Technique.nestedPagingIntel.efficiency[kernel].value > translation)
    #expect(
      Technique.translationHeavyEfficiency.value < Technique.nestedPagingIntel.efficiency.cpuBound.value)
  }

  /// The years in which a technique became available.
  static let years: [(Technique, Int)] = [
    (.bochs, 1994), (.qemuTranslation, 2003), (.vmwareWorkstation, 1999), (.vmwareGSX, 2001),
    (.userModeLinux, 2001), (.linuxVServer, 2001), (.virtuozzo, 2001), (.virtualServer2005, 2005),
    (.solarisZones, 2005), (.firstVTx, 2005), (.firstAMDV, 2006), (.nestedPagingAMD, 2007),
    (.hyperV2008, 2008), (.nestedPagingIntel, 2009), (.containers, 2013),
  ]

  @Test(arguments: years)
  func `a technique is not offered before its time`(_ technique: Technique, _ year: Int) {
    #expect(technique.years.first == year)
  }
}
