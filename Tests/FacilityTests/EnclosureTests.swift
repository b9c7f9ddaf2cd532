import Facility
import Quantities
import Testing

@Suite("Enclosures")
struct EnclosureTests {
  static let cClass = EnclosureFamily("hp-c-class")
  static let c7000 = EnclosureForm(
    name: "HP c7000", family: cClass, height: RackUnits(10), grid: BayGrid(columns: 8, rows: 2),
    emptyWeight: Kilograms(130), maximumWeight: Kilograms(217.7))
  static let bl460c = BladeForm(
    name: "BL460c G1", families: [cClass], footprint: .halfHeight, weight: Kilograms(5.4))
  static let m630 = BladeForm(
    name: "M630", families: [EnclosureFamily("dell-m1000e"), EnclosureFamily("dell-vrtx")],
    footprint: .halfHeight, weight: Kilograms(7))

  @Test func `a full enclosure weighs the sum of its parts`() throws {
    var enclosure = Enclosure(Self.c7000)
    for host in 0..<16 { try enclosure.insert(Self.bl460c, as: HostID(host)) }
    #expect(abs(enclosure.weight.value - (130 + 16 * 5.4)) < 1e-9)
    #expect(enclosure.occupancy.freeBays.isEmpty)
    #expect(throws: FitRefusal.noBayLeft(footprint: .halfHeight, freeBays: 0)) {
      try enclosure.insert(Self.bl460c, as: HostID(16))
    }
  }

  @Test func `taking a blade out takes its mass and frees its bay`() throws {
    var enclosure = Enclosure(Self.c7000)
    let empty = enclosure
    try enclosure.insert(Self.bl460c, as: HostID(0), atBay: 4)
    #expect(enclosure.remove(HostID(0))?.bay == Bay(column: 3, row: 0))
    #expect(enclosure == empty)
    #expect(enclosure.remove(HostID(0)) == nil)
  }

  @Test func `a blade of another family is refused by name`() {
    var enclosure = Enclosure(Self.c7000)
    let refusal = #expect(throws: FitRefusal.self) { try enclosure.insert(Self.m630, as: HostID(0)) }
    #expect(
      refusal?.description == "M630 fits dell-m1000e, dell-vrtx, but HP c7000 is of family hp-c-class")
  }

  @Test func `an enclosure is not loaded beyond its mass`() throws {
    let heavy = BladeForm(
      name: "lead", families: [Self.cClass], footprint: .halfHeight, weight: Kilograms(50))
    var enclosure = Enclosure(Self.c7000)
    try enclosure.insert(heavy, as: HostID(0))
    let before = enclosure
    #expect(
      throws: FitRefusal.tooHeavy(blade: "lead", loaded: Kilograms(230), limit: Kilograms(217.7))
    ) { try enclosure.insert(heavy, as: HostID(1)) }
    #expect(enclosure == before)
  }

  @Test func `a rack sees height, mass and uplinks of the enclosure`() throws {
    var enclosure = Enclosure(Self.c7000)
    try enclosure.insert(Self.bl460c, as: HostID(0))
    let equipment = enclosure.equipment(power: Watts(3500))
    #expect(equipment.height == RackUnits(10))
    #expect(equipment.weight == Kilograms(135.4))
    #expect(equipment.ports == 10)
    #expect(equipment.power == Watts(3500))
  }
}
