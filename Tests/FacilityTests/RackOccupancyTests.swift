import Facility
import Quantities
import TestSupport
import Testing

@Suite("Rack units")
struct RackOccupancyTests {
  @Test func `equipment stacks from the bottom`() throws {
    var rack = RackOccupancy(units: RackUnits(42))
    #expect(try rack.insert(0, height: RackUnits(10)).position == RackUnits(1))
    #expect(try rack.insert(1, height: RackUnits(2)).position == RackUnits(11))
    #expect(try rack.insert(2, height: RackUnits(0.5)).position == RackUnits(13))
    #expect(try rack.insert(3, height: RackUnits(1)).position == RackUnits(13.5))
    #expect(rack.freeUnits == RackUnits(28.5))
  }

  @Test func `a gap is filled by what fits and skipped by what does not`() throws {
    var rack = RackOccupancy(units: RackUnits(10))
    try rack.insert(0, height: RackUnits(2), at: RackUnits(3))
    #expect(try rack.insert(1, height: RackUnits(3)).position == RackUnits(5))
    #expect(try rack.insert(2, height: RackUnits(2)).position == RackUnits(1))
    #expect(rack.placements.map(\.equipment) == [2, 0, 1])
  }

  @Test func `half depth shares a unit by faces and full depth does not`() throws {
    var rack = RackOccupancy(units: RackUnits(1))
    try rack.insert(0, height: RackUnits(1), at: RackUnits(1), face: .front)
    #expect(throws: RackRefusal.unitsOccupied(equipment: 1, position: RackUnits(1.5), by: 0)) {
      try rack.insert(1, height: RackUnits(1), at: RackUnits(1))
    }
    try rack.insert(1, height: RackUnits(1), at: RackUnits(1), face: .rear)
    #expect(rack.freeUnits == .zero)
    rack.remove(0)
    #expect(rack.freeUnits == RackUnits(1))
  }

  @Test(
    arguments: [
      (2.0, 42.0, "equipment 9, 2 U high, does not fit at unit 42 of a rack with 42 U"),
      (1, 0, "equipment 9, 1 U high, does not fit at unit 0 of a rack with 42 U"),
      (2, 4, "equipment 9 does not fit: rack unit 5.5 is taken by equipment 7"),
      (0.75, 1, "0.75 U of equipment 9 is not a positive multiple of 0.5 U"),
      (1, 1.25, "1.25 U of equipment 9 is not a positive multiple of 0.5 U"),
      (0, 1, "0 U of equipment 9 is not a positive multiple of 0.5 U"),
    ])
  func `equipment is refused with the reason`(height: Double, position: Double, reason: String) throws {
    var rack = RackOccupancy(units: RackUnits(42))
    try rack.insert(7, height: RackUnits(4), at: RackUnits(5))
    let before = rack
    let refusal = #expect(throws: RackRefusal.self) {
      try rack.insert(9, height: RackUnits(height), at: RackUnits(position))
    }
    #expect(refusal?.description == reason)
    #expect(refusal?.equipment == 9)
    #expect(rack == before)
  }

  @Test func `a full rack says what is free`() throws {
    var rack = RackOccupancy(units: RackUnits(5))
    try rack.insert(0, height: RackUnits(2), at: RackUnits(2))
    let refusal = #expect(throws: RackRefusal.self) { try rack.insert(1, height: RackUnits(3)) }
    #expect(refusal?.description == "equipment 1 needs 3 U in one piece; 3 U are free")
  }

  @Test(arguments: 0..<20)
  func `no two pieces overlap on a face`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var rack = RackOccupancy(units: RackUnits(42))
    for step in 0..<200 {
      if Int.random(in: 0..<3, using: &random) == 0, let gone = rack.placements.randomElement(using: &random)
      {
        rack.remove(gone.equipment)
      } else {
        let height = RackUnits(Double(Int.random(in: 1...8, using: &random)) / 2)
        let face = [RackFace.front, .rear, nil][Int.random(in: 0..<3, using: &random)]
        _ = try? rack.insert(step, height: height, face: face)
      }
    }
    for (index, one) in rack.placements.enumerated() {
      #expect(one.position >= RackUnits(1) && one.position + one.height <= RackUnits(43))
      for other in rack.placements.dropFirst(index + 1) {
        let shareFace = one.face == nil || other.face == nil || one.face == other.face
        let apart =
          one.position + one.height <= other.position || other.position + other.height <= one.position
        #expect(!shareFace || apart)
      }
    }
  }
}
