import Quantities
import TestSupport
import Testing
import Virtualization

@Suite("Memory over-commitment")
struct MemoryPressureTests {
  private static func pressure(
    configured: Double, active: Double, available: Double, shared: Double = 0,
    _ behaviour: MemoryPressure.Behaviour = .esxOnDisk
  ) -> MemoryPressure {
    MemoryPressure(
      configured: Bytes(gibibytes: configured), active: Bytes(gibibytes: active), overhead: .zero,
      shared: Bytes(gibibytes: shared), available: Bytes(gibibytes: available), behaviour: behaviour)
  }

  @Test func `where memory suffices nothing happens`() {
    let enough = Self.pressure(configured: 16, active: 8, available: 16)
    #expect(enough.ballooned == .zero && enough.swapped == .zero && enough.lost == .zero)
    #expect(enough.stretch == 1)
  }

  @Test func `shared pages come first, then balloons, then the host's swap`() {
    let shared = Self.pressure(configured: 20, active: 8, available: 16, shared: 4)
    #expect(shared.ballooned == .zero && shared.stretch == 1)
    let balloon = Self.pressure(configured: 20, active: 8, available: 16)
    #expect(balloon.ballooned == Bytes(gibibytes: 4) && balloon.swapped == .zero)
    #expect(isClose(balloon.stretch, 1 + 0.044 * 4 / 20))
    let swap = Self.pressure(configured: 20, active: 18, available: 16)
    #expect(swap.ballooned == Bytes(gibibytes: 2) && swap.swapped == Bytes(gibibytes: 2))
    // 2 of 18 GiB are gone: 1 000 touches a second find a ninth of them on disk, at 8 ms.
    #expect(isClose(swap.stretch, (1 + 0.044 * 2 / 20) * (1 + 1000.0 / 9 * 0.008)))
  }

  @Test func `a balloon takes at most 65 per cent`() {
    let most = Self.pressure(configured: 20, active: 0, available: 2)
    #expect(isClose(most.ballooned.gibibytes, 13) && isClose(most.swapped.gibibytes, 5))
  }

  @Test func `without a balloon the host swaps at once, and flash makes it bearable`() {
    let flash = Self.pressure(configured: 20, active: 8, available: 18, .linuxOnFlash)
    #expect(flash.ballooned == .zero && flash.swapped == Bytes(gibibytes: 2))
    #expect(isClose(flash.stretch, 1 + 1000 * 0.1 * 0.0001))
  }

  @Test(arguments: 0..<200)
  func `what is needed is resident, ballooned, swapped or lost, and less memory is never better`(seed: UInt64)
  {
    var random = SeededGenerator(seed: seed)
    let configured = Bytes(gibibytes: Double.random(in: 1...64, using: &random))
    let active = configured * Double.random(in: 0...1, using: &random)
    let overhead = Bytes(gibibytes: Double.random(in: 0...4, using: &random))
    let shared = configured * Double.random(in: 0...0.3, using: &random)
    var before = 1.0
    for step in stride(from: 80.0, through: 0, by: -4) {
      let host = MemoryPressure(
        configured: configured, active: active, overhead: overhead, shared: shared,
        available: Bytes(gibibytes: step), behaviour: .esxOnDisk)
      let sum = host.resident + host.ballooned + host.swapped + host.lost
      #expect(isClose(sum.value, host.needed.value, relative: 1e-12))
      #expect(host.resident.value <= Bytes(gibibytes: step).value * (1 + 1e-12) + 1)
      #expect(host.ballooned <= configured * 0.65 && host.lost >= .zero)
      #expect(host.stretch >= before - 1e-12)
      before = host.stretch
    }
  }
}
