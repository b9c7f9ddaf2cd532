import Availability
import Quantities
import TestSupport
import Testing

@Suite("Backups and disaster recovery")
struct RecoveryTests {
  @Test func `four terabytes a night on four drives`() {
    let plan = BackupPlan(
      data: Bytes(4e12), changed: Fraction(percent: 5), interval: Seconds(hours: 24), streams: 4)
    #expect(isClose(plan.fullWindow.hours, 3.4722, absolute: 1e-4))
    #expect(isClose(plan.worstRecoveryPoint.hours, 27.4722, absolute: 1e-4))
    #expect(isClose(plan.meanRecoveryPoint.hours, 15.4722, absolute: 1e-4))
    #expect(plan.fits(Seconds(hours: 8)) && !plan.fits(Seconds(hours: 3)))
    #expect(plan.restoreTime == plan.fullWindow)
  }

  @Test func `increments shorten the night and lengthen the restore`() {
    let full = BackupPlan(
      data: Bytes(4e12), changed: Fraction(percent: 5), interval: Seconds(hours: 24), streams: 4)
    let weekly = BackupPlan(
      data: Bytes(4e12), changed: Fraction(percent: 5), interval: Seconds(hours: 24), streams: 4,
      increments: 6)
    #expect(isClose(weekly.incrementalWindow.value, full.fullWindow.value * 0.05))
    #expect(isClose(weekly.restoreTime.value, full.restoreTime.value * 1.3))
    #expect(weekly.worstRecoveryPoint < full.worstRecoveryPoint)
  }

  @Test func `a daily tape loses a day or a little more`() throws {
    let tape = try #require(RecoveryMethod.named("tape")?.recoveryPoint)
    let plan = BackupPlan(
      data: Bytes(1e12), changed: .one, interval: Seconds(hours: 24), streams: 4)
    #expect(plan.worstRecoveryPoint >= tape.lowerBound)
    #expect(plan.meanRecoveryPoint <= tape.upperBound)
  }

  @Test func `replication loses minutes, if the link keeps up`() throws {
    let method = try #require(RecoveryMethod.named("replication")?.recoveryPoint)
    let replication = Replication(
      changes: BitsPerSecond(20e6), link: BitsPerSecond(100e6), interval: Seconds(minutes: 5))
    #expect(replication.worstRecoveryPoint == Seconds(minutes: 6))
    #expect(method.contains(try #require(replication.worstRecoveryPoint)))
    let late = Replication(
      changes: BitsPerSecond(100e6), link: BitsPerSecond(100e6), interval: Seconds(minutes: 5))
    #expect(late.worstRecoveryPoint == nil)
    #expect(isClose(Replication.writeDelay(over: Meters(100_000)).value, 0.001), "100 km cost a millisecond")
  }

  @Test func `a hundred servers by hand, a hundred guests from tape`() throws {
    let servers = SiteRebuild.physical(
      servers: 100, procurement: .zero, crews: 4, data: Bytes(20e9), streams: 4)
    #expect(
      isClose(servers.last.hours, 200 + (4 * 62.5 + 300) / 3600), "the last four read one after the other")
    let guests = SiteRebuild.guests(100, perHost: 10, data: Bytes(20e9), streams: 4)
    #expect(isClose(guests.last.value, 100 * 62.5 + 60))
    let restore = try #require(RecoveryMethod.named("virtual-machine-restore")?.recoveryTime)
    #expect(guests.last <= restore.upperBound, "under four hours")
    let rebuild = try #require(RecoveryMethod.named("physical-rebuild")?.recoveryTime)
    #expect(rebuild.contains(servers.last), "forty hours and more")
    #expect(
      rebuild.contains(SiteRebuild.physical(servers: 100, crews: 4, data: Bytes(20e9), streams: 4).last))
    #expect(servers.machines == 100 && guests.machines == 10)
  }

  @Test(arguments: 0..<100)
  func `the last is back no sooner than people or streams allow, and help never delays`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func rebuild(crews: Int, streams: Int, _ base: SiteRebuild) -> SiteRebuild {
      SiteRebuild(
        workloads: base.workloads, perMachine: base.perMachine, procurement: base.procurement, crews: crews,
        effort: base.effort, data: base.data, streams: streams, boot: base.boot)
    }
    let base = SiteRebuild(
      workloads: Int.random(in: 1...300, using: &random), perMachine: Int.random(in: 1...12, using: &random),
      procurement: Seconds(hours: Double.random(in: 0...200, using: &random)),
      crews: Int.random(in: 1...8, using: &random),
      effort: Seconds(hours: Double.random(in: 0...10, using: &random)),
      data: Bytes(Double.random(in: 0...1e11, using: &random)),
      streams: Int.random(in: 1...6, using: &random),
      boot: Seconds(60))
    let people =
      base.procurement + base.effort * Double((base.machines + base.crews - 1) / base.crews) + base.readTime
    #expect(base.last.value >= (people + base.boot).value * (1 - 1e-12))
    let reading = base.procurement + base.effort + base.readTime * Double(base.workloads) + base.boot
    #expect(base.last.value >= reading.value * (1 - 1e-12))
    // And it is at most both one after the other.
    #expect(base.last.value <= (people + reading).value)
    #expect(base.mean <= base.last)
    #expect(rebuild(crews: base.crews + 1, streams: base.streams, base).last.value <= base.last.value + 1e-6)
    #expect(rebuild(crews: base.crews, streams: base.streams + 1, base).last.value <= base.last.value + 1e-6)
  }

  @Test func `nothing to bring back takes no time`() {
    let none = SiteRebuild.guests(0, perHost: 10, data: Bytes(1), streams: 1)
    #expect(none.last == .zero && none.mean == .zero)
  }

  @Test func `every part that the parts of a site name is in the catalogue`() {
    for installed in InstalledComponent.bladeEnclosure + InstalledComponent.facility
      + InstalledComponent.rackServerParts
    {
      #expect(ComponentReliability.named(installed.component.name) == installed.component)
    }
    let names = ComponentReliability.all.map(\.name)
    #expect(Set(names).count == names.count)
    let wanted = [
      "blade-board", "enclosure-fan", "enclosure-power-supply", "management-module", "interconnect-module",
      "enclosure-midplane", "rack-distribution-unit", "ups-module", "static-switch", "generator-running",
      "room-air-handler", "chiller", "utility",
    ]
    for name in wanted { #expect(names.contains(name)) }
  }

  /// What a component that nothing stands in for takes down.
  static let reaches: [(String, ComponentReliability.Reach)] = [
    ("blade-board", .domain(.host)), ("enclosure-midplane", .domain(.enclosure)),
    ("interconnect-module", .domain(.interconnect)), ("management-module", .nothing),
    ("rack-distribution-unit", .domain(.rack)), ("ups-module", .domain(.feed)), ("utility", .domain(.site)),
    ("guest-crash", .guest), ("room-air-handler", .domain(.row)), ("chiller", .domain(.site)),
  ]

  @Test(arguments: reaches)
  func `a component says what it takes down`(name: String, reach: ComponentReliability.Reach) {
    #expect(ComponentReliability.named(name)?.reach == reach)
  }
}
