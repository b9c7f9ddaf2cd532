import Quantities
import TestSupport
import Testing
import Workload

@Suite("Guests and their work")
struct WorkloadValuesTests {
  @Test func `6 per cent of a reference machine is an amount of work`() {
    let machine = DemandReference(name: "hp-dl380-g4", throughput: WorkPerSecond(26_880))
    #expect(isClose(machine.work(of: Fraction(percent: 6)).value, 1612.8))
    #expect(isClose(machine.share(of: WorkPerSecond(1612.8)).percent, 6))
  }

  @Test func `an absolute demand is its own reference`() {
    let reference = DemandReference.absolute(WorkPerSecond(500))
    #expect(reference.work(of: .one) == WorkPerSecond(500))
  }

  @Test(arguments: WorkClassMixCatalog.all)
  func `the shares of every named mix make a whole`(_ entry: WorkClassMixCatalog.Entry) {
    let sum = WorkClass.allCases.reduce(0) { $0 + entry.mix[$1].value }
    #expect(isClose(sum, 1))
    #expect(WorkClass.allCases.allSatisfy { entry.mix[$0] >= .zero })
    #expect(WorkClassMixCatalog.named(entry.name) == entry.mix)
    #expect(!entry.reason.isEmpty)
  }

  @Test(arguments: [[0.5, 0.5, 0.1, 0.0], [1.1, -0.1, 0, 0], [0, 0, 0, 0]])
  func `shares that make no whole are refused`(_ shares: [Double]) {
    let mix = WorkClassMix(
      cpuBound: Fraction(shares[0]), kernelHeavy: Fraction(shares[1]), disk: Fraction(shares[2]),
      network: Fraction(shares[3]))
    #expect(mix == nil)
  }

  @Test(arguments: WorkClass.allCases)
  func `a mix of one class has nothing else`(_ workClass: WorkClass) {
    let mix = WorkClassMix(only: workClass)
    #expect(WorkClass.allCases.map { mix[$0] } == WorkClass.allCases.map { $0 == workClass ? .one : .zero })
  }

  @Test(arguments: OperatingSystemCatalog.all)
  func `every system is found by its name and fits its instruction set`(_ system: OperatingSystem) {
    #expect(OperatingSystemCatalog.named(system.name) == system)
    #expect(system.baseMemory.value > .zero)
    switch system.instructionSet {
    case .pdp11: #expect(system.bits == 16)
    case .pdp10: #expect(system.bits == 36)
    case .x86, .vax: #expect(system.bits == 32)
    default: #expect(system.bits == 64)
    }
    if system.family == .windows { #expect(!system.hasModifiableKernel) }
  }

  @Test func `names of systems are unique`() {
    let names = OperatingSystemCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `a 64-bit PC runs 32-bit programs and not the reverse`() {
    #expect(InstructionSet.amd64.executes(.x86))
    #expect(!InstructionSet.x86.executes(.amd64))
    #expect(!InstructionSet.amd64.executes(.sparc))
    #expect(InstructionSet.allCases.allSatisfy { $0.executes($0) })
  }

  @Test func `moments are offsets from the first day`() throws {
    let start = try CalendarDate("2006-01-01")
    #expect(Moment.date(try CalendarDate("2006-02-01")).offset(from: start) == Seconds(days: 31))
    #expect(Moment.date(try CalendarDate("2005-12-31")).offset(from: start) == Seconds(days: -1))
    #expect(Moment.offset(Seconds(90)).offset(from: start) == Seconds(90))
  }

  @Test func `a week's stay with an arrival each day makes seven`() {
    let arrivals = Arrivals(
      interval: RandomDuration(mean: Seconds(days: 1)),
      lifetime: RandomDuration(mean: Seconds(days: 7), distribution: .lognormal(variation: .one)))
    #expect(isClose(arrivals.meanPopulation, 7))
  }

  @Test func `critical guests come first`() {
    #expect(ServiceClass.allCases.shuffled().sorted() == [.critical, .standard, .deferrable])
  }
}
