import Facility
import Quantities
import TestSupport
import Testing

@Suite("Bays and blades")
struct BayTests {
  static let c7000 = BayGrid(columns: 8, rows: 2)
  static let m1000e = BayGrid(columns: 8, rows: 2, divisions: 2)
  static let ucs5108 = BayGrid(columns: 2, rows: 4)
  static let mx7000 = BayGrid(columns: 8, rows: 1)
  static let bladeCenter = BayGrid(columns: 14, rows: 1)
  static let synergy = BayGrid(columns: 6, rows: 2)

  @Test(
    arguments: [
      (c7000, BladeFootprint.halfHeight, 16), (c7000, .fullHeight, 8), (c7000, .fullHeightDoubleWide, 4),
      (m1000e, .quarterHeight, 32), (m1000e, .halfHeight, 16), (m1000e, .fullHeight, 8),
      (ucs5108, .halfHeight, 8), (ucs5108, .doubleWide, 4), (mx7000, .halfHeight, 8),
      (mx7000, .doubleWide, 4), (bladeCenter, .halfHeight, 14), (bladeCenter, .doubleWide, 7),
      (synergy, .halfHeight, 12), (synergy, .fullHeight, 6), (c7000, .quarterHeight, 0),
      (mx7000, .fullHeight, 0),
    ])
  func `an empty enclosure takes as many blades as its vendor says`(
    grid: BayGrid, footprint: BladeFootprint, blades: Int
  ) {
    #expect(grid.capacity(for: footprint) == blades)
  }

  @Test func `bays count along the rows from the top`() {
    #expect(Self.c7000.number(of: Bay(column: 0, row: 1)) == 9)
    #expect(Self.c7000.bay(number: 16) == Bay(column: 7, row: 1))
    #expect(Self.ucs5108.bay(number: 3) == Bay(column: 0, row: 1))
    #expect(Self.c7000.bay(number: 0) == nil)
    #expect(Self.c7000.bay(number: 17) == nil)
  }

  @Test func `a full-height blade covers the bay below`() throws {
    var bays = BayOccupancy(grid: Self.c7000)
    try bays.insert(.fullHeight, as: HostID(5), atBay: 3)
    #expect(bays.hosts(inBay: 3) == [HostID(5)])
    #expect(bays.hosts(inBay: 11) == [HostID(5)])
    #expect(bays.freeBays.count == 14)
    #expect(throws: FitRefusal.bayOccupied(number: 11, by: HostID(5))) {
      try bays.insert(.halfHeight, as: HostID(6), atBay: 11)
    }
  }

  @Test func `the next fit skips what is occupied and blocked`() throws {
    var bays = BayOccupancy(grid: BayGrid(columns: 3, rows: 2, blockedBays: [2]))
    try bays.insert(.halfHeight, as: HostID(0), atBay: 4)
    let placement = try bays.insert(.fullHeight, as: HostID(1))
    #expect(placement.bay == Bay(column: 2, row: 0))
    #expect(try bays.insert(.halfHeight, as: HostID(2)).bay == Bay(column: 0, row: 0))
    #expect(try bays.insert(.halfHeight, as: HostID(3)).bay == Bay(column: 1, row: 1))
    #expect(throws: FitRefusal.noBayLeft(footprint: .halfHeight, freeBays: 0)) {
      try bays.insert(.halfHeight, as: HostID(4))
    }
  }

  @Test func `two quarter-height blades share a bay and a third does not`() throws {
    var bays = BayOccupancy(grid: Self.m1000e)
    #expect(try bays.insert(.quarterHeight, as: HostID(0), atBay: 1).part == 0)
    #expect(try bays.insert(.quarterHeight, as: HostID(1), atBay: 1).part == 1)
    #expect(throws: FitRefusal.self) { try bays.insert(.quarterHeight, as: HostID(2), atBay: 1) }
    #expect(throws: FitRefusal.bayOccupied(number: 1, by: HostID(0))) {
      try bays.insert(.halfHeight, as: HostID(3), atBay: 1)
    }
    bays.remove(HostID(0))
    #expect(try bays.insert(.quarterHeight, as: HostID(4), atBay: 1).part == 0)
    #expect(bays.hosts(inBay: 1) == [HostID(4), HostID(1)])
  }

  @Test(
    arguments: [
      (BladeFootprint.halfHeight, 17, "there is no bay 17: the enclosure has bays 1 to 16"),
      (.fullHeight, 9, "a blade of 1 x 2 bays needs 2 rows of bays, but there is only 1 from here down"),
      (.doubleWide, 8, "a blade of 2 x 1 bays needs 2 columns of bays, but there is only 1 from here on"),
      (
        .quarterHeight, 1,
        "a blade of half a bay needs a bay divided in 2, but this enclosure does not divide its bays"
      ),
      (.fullHeight, 1, "bay 9 is blocked"),
      (.halfHeight, 2, "bay 2 is occupied by host 7"),
    ])
  func `a refusal says in words what is in the way`(footprint: BladeFootprint, bay: Int, reason: String)
    throws
  {
    var bays = BayOccupancy(grid: BayGrid(columns: 8, rows: 2, blockedBays: [9]))
    try bays.insert(.halfHeight, as: HostID(7), atBay: 2)
    let before = bays
    let refusal = #expect(throws: FitRefusal.self) {
      try bays.insert(footprint, as: HostID(8), atBay: bay)
    }
    #expect(refusal?.description == reason)
    #expect(bays == before, "a refusal changes nothing")
  }

  @Test func `a host is in one place at a time`() throws {
    var bays = BayOccupancy(grid: Self.c7000)
    try bays.insert(.halfHeight, as: HostID(1), atBay: 6)
    #expect(throws: FitRefusal.alreadyInserted(host: HostID(1), bay: 6)) {
      try bays.insert(.halfHeight, as: HostID(1))
    }
  }

  @Test(arguments: 0..<20)
  func `bays never overlap and always add up, whatever the order of changes`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let grid = BayGrid(
      columns: 8, rows: 2, divisions: 2, blockedBays: [Int.random(in: 1...16, using: &random)])
    let footprints: [BladeFootprint] = [
      .quarterHeight, .halfHeight, .fullHeight, .doubleWide, .fullHeightDoubleWide,
    ]
    var bays = BayOccupancy(grid: grid)
    for step in 0..<200 {
      if Bool.random(using: &random), let present = bays.placements.randomElement(using: &random) {
        #expect(bays.remove(present.host) == present)
      } else if let footprint = footprints.randomElement(using: &random) {
        let number = Int.random(in: 1...16, using: &random)
        _ = try? bays.insert(footprint, as: HostID(step), atBay: number)
      }
      var covered = 0
      for number in 1...16 {
        let hosts = bays.hosts(inBay: number)
        let sharing = bays.placements.filter { hosts.contains($0.host) }.map(\.footprint.bladesPerBay)
        #expect(hosts.count <= (sharing.first ?? 1))
        if !hosts.isEmpty { covered += 1 }
      }
      #expect(covered + bays.freeBays.count + 1 == 16)
    }
  }
}
