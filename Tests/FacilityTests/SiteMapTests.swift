import Facility
import Testing

@Suite("Identities")
struct SiteMapTests {
  @Test func `an identity is its index, ordered and printed as a number`() {
    #expect(HostID(3).index == 3)
    #expect(RackID(2) < RackID(10))
    #expect("\(EnclosureID(7))" == "7")
    #expect([GuestID(2), GuestID(0), GuestID(1)].sorted().map(\.index) == [0, 1, 2])
  }

  @Test func `an identity takes four bytes`() {
    #expect(MemoryLayout<HostID>.size == 4)
    #expect(MemoryLayout<[HostID]>.stride == MemoryLayout<[Int32]>.stride)
  }

  @Test func `a site with a blade outside its enclosure's rack is impossible`() async {
    await #expect(processExitsWith: .failure) {
      _ = SiteMap(
        hosts: [SiteMap.HostPlace(rack: RackID(1), enclosure: EnclosureID(0))], enclosures: [RackID(0)],
        racks: [SiteMap.RackPlace(row: RowID(0)), SiteMap.RackPlace(row: RowID(0))], rowCount: 1)
    }
  }
}
