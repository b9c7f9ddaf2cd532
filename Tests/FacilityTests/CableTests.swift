import Facility
import Testing

@Suite("Cables")
struct CableTests {
  @Test func `a rack of 42 servers has 250 to 340 cables`() {
    let full = CableCount.rackServer * 42
    #expect(full.total == 336)
    let plain = CableCount(data: 2, storage: 1, management: 1, power: 2) * 42
    #expect(plain.total == 252)
  }

  @Test func `an enclosure takes the place of sixteen servers with under a fifth of the cables`() {
    let servers = CableCount.rackServer * 16
    #expect(servers.total == 128)
    #expect(CableCount.enclosure.total == 16)
    let fewest = CableCount(data: 4, management: 2, power: 6)
    let most = CableCount(data: 16, management: 2, power: 6)
    #expect(fewest.total == 12)
    #expect(most.total == 24)
  }

  /// 6 to 8 cables a server, so 252 to 336 a rack; 16 to 30 for an enclosure in place of sixteen, 85 to 90 % fewer.
  @Test func `an enclosure saves 85 to 90 per cent of the cables`() {
    #expect((6...8).contains(CableCount.rackServer.total))
    #expect((16...30).contains(CableCount.enclosure.total))
    let saved = 1 - Double(CableCount.enclosure.total) / Double((CableCount.rackServer * 16).total)
    #expect((0.85...0.90).contains(saved))
  }

  @Test func `only data, storage and management need switch ports`() {
    #expect(CableCount.rackServer.switchPorts == 5)
    #expect(CableCount.enclosure.switchPorts == 10)
    #expect((CableCount.rackServer + .enclosure).switchPorts == 15)
    #expect(CableCount.none.total == 0)
  }
}
