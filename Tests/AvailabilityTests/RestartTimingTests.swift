import Availability
import Quantities
import TestSupport
import Testing

@Suite("Restart and recovery")
struct RestartTimingTests {
  static let timing = RestartTiming(detection: Seconds(15), boot: Seconds(60), slots: 4)

  @Test func `guests come back in waves`() {
    #expect(
      (0..<9).map { Self.timing.outage(ofGuest: $0).value } == [75, 75, 75, 75, 135, 135, 135, 135, 195])
    #expect(Self.timing.lastOutage(of: 8) == Seconds(135))
    #expect(Self.timing.lastOutage(of: 0) == .zero)
    #expect(Self.timing.meanOutage(of: 0) == .zero)
  }

  @Test(arguments: 1...40)
  func `the mean is the mean of the waves`(guests: Int) {
    for slots in 1...9 {
      let timing = RestartTiming(detection: Seconds(12), boot: Seconds(45), slots: slots)
      let sum = (0..<guests).reduce(Seconds.zero) { $0 + timing.outage(ofGuest: $1) }
      #expect(isClose(timing.meanOutage(of: guests).value, sum.value / Double(guests)))
    }
  }

  @Test(arguments: 9...16)
  func `a host of its time is back in two to five minutes`(guests: Int) {
    let last = RestartTiming.virtualInfrastructure3.lastOutage(of: guests)
    #expect(last >= Seconds(minutes: 2) && last <= Seconds(minutes: 5))
  }

  @Test func `restore time follows from data and streams`() {
    let rate = BitsPerSecond(80e6 * 8)
    #expect(isClose(RecoveryMethod.restoreTime(of: Bytes(1.152e12), streams: 2, rate: rate).hours, 2))
  }

  @Test(arguments: RecoveryMethod.all)
  func `a recovery method says where its figures come from`(method: RecoveryMethod) {
    #expect(!method.source.isEmpty)
    #expect(method.recoveryPoint != nil || method.recoveryTime != nil)
  }

  @Test func `virtual machines come back an order of magnitude sooner than rebuilt servers`() throws {
    let rebuild = try #require(RecoveryMethod.all.first { $0.name == "physical-rebuild" }?.recoveryTime)
    let restore = try #require(
      RecoveryMethod.all.first { $0.name == "virtual-machine-restore" }?.recoveryTime)
    #expect(rebuild.lowerBound >= restore.upperBound * 10)
  }
}
