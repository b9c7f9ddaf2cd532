import Documents
import Facility
import Power
import Quantities
import Scenario
import Testing

@testable import Catalog

@Suite("Sidecars")
struct SidecarTests {
  private static let deviceType = """
    manufacturer: Example
    model: One
    slug: example-one
    u_height: 1
    console-ports: [{name: Serial, type: de-9}]
    power-ports: [{name: PSU1, type: iec-60320-c14}, {name: PSU2, type: iec-60320-c14}]
    interfaces:
      - {name: NIC 1, type: 10gbase-t}
      - {name: NIC 2, type: 10gbase-t}
      - {name: FC 1, type: 8gfc-sfpp}
      - {name: BMC, type: 1000base-t, mgmt_only: true}
    """
  private static let facts = """
    example-one:
      kind: server
      title: Example One
      year: 2012
      evidence: {source: "measured by us", confidence: derived}
      weight: 17 kg
      processor:
        model: Example 1
        vendor: intel
        architecture: x86-64
        sockets: 2
        cores: 16
        clock: 2.6 GHz
        extensions: [vt-x, ept]
      memory: {installed: 64 GiB, maximum: 512 GiB, slots: 16}
      load-curve:
        plane: wall
        throughput: 1000000 ssj_ops/s
        draw: [60 W, 80 W, 90 W, 100 W, 110 W, 120 W, 140 W, 160 W, 180 W, 200 W, 220 W]
        supplies: {count: 1, rating: 500 W, efficiency: platinum}
      start-up: {time: 4 min, share-of-peak: 80 %, standby: 8 W}
      price: {value: 6000 USD, source: "our order", confidence: published}
      embodied-carbon: 1200 kgCO2e
    """

  private func load(
    _ deviceType: String = Self.deviceType, facts: String? = Self.facts
  ) -> (model: HardwareModel?, complaints: [String]) {
    let diagnostics = Diagnostics()
    let model = CatalogReader.load(
      deviceType: SourceFile(name: "one.yaml", text: deviceType),
      sidecar: facts.map { SourceFile(name: "facts.yaml", text: $0) }, into: diagnostics)
    return (model, diagnostics.all.map { "\($0.file.name):\($0.position?.line ?? 0): \($0.message)" })
  }

  @Test func `a user's server is read with the evidence nearest to each figure`() throws {
    let (model, complaints) = load()
    #expect(complaints == [])
    let server = try #require(model?.server)
    #expect(server.height == RackUnits(1) && server.weight == Kilograms(17))
    #expect(server.power.measured.draw(at: Fraction(0.05)) == Watts(70))
    #expect(server.facts.first { $0.name == "price" }?.source == "our order")
    #expect(server.facts.first { $0.name == "memory" }?.source == "measured by us")
  }

  @Test func `cables that are not stated are one for each port`() throws {
    let server = try #require(load().model?.server)
    #expect(server.cables.data == 2 && server.cables.storage == 1 && server.cables.management == 1)
    #expect(server.cables.console == 1 && server.cables.power == 2)
  }

  /// A replacement in the facts, and the complaint it causes.
  static let mistakes: [(from: String, to: String, complaint: String)] = [
    (
      "evidence: {source: \"measured by us\", confidence: derived}\n  weight: 17 kg", "weight: 17 kg",
      "facts.yaml:4: 'year' has no evidence"
    ),
    (
      "weight: 17 kg", "weight: 17",
      "facts.yaml:6: 'weight' cannot be used: a mass needs a unit, found the bare number 17"
    ),
    (
      "weight: 17 kg", "weight: 17 W",
      "facts.yaml:6: 'weight' cannot be used: 'W' is a unit of power, not of mass"
    ),
    ("weight: 17 kg", "weight: -1 kg", "facts.yaml:6: 'weight' cannot be used: -1 kg is negative"),
    ("weight: 17 kg", "mass: 17 kg", "facts.yaml:6: unknown key 'mass' in server"),
    ("cores: 16", "cores: 1", "facts.yaml:12: 1 cores in 2 sockets leave a socket empty"),
    ("[vt-x, ept]", "[vmx]", "facts.yaml:14: 'extensions[0]' cannot be 'vmx'"),
    (
      "installed: 64 GiB", "installed: 1 TiB",
      "facts.yaml:15: 1 TiB of memory are installed, but 512 GiB are the most it takes"
    ),
    ("[60 W, 80 W,", "[60 W,", "facts.yaml:19: a measured curve needs 11 points, found 10"),
    ("160 W, 180 W", "160 W, 100 W", "facts.yaml:19: the power falls from 160 W at 70 % to 100 W at 80 %"),
    ("rating: 500 W", "rating: 0 W", "facts.yaml:20: a power supply rated 0.0 W cannot give power"),
    ("efficiency: platinum", "efficiency: plutonium", "facts.yaml:20: 'efficiency' cannot be 'plutonium'"),
    (
      "  throughput: 1000000 ssj_ops/s", "  throughput: 0 ssj_ops/s",
      "facts.yaml:18: a server without throughput does no work"
    ),
    (
      "  draw: [60 W,", "  throughput-by-level: [100000 ssj_ops/s, 1000000 ssj_ops/s]\n    draw: [60 W,",
      "facts.yaml:19: the work of 2 levels does not rise to 'throughput' in ten"
    ),
    ("confidence: published", "confidence: certain", "facts.yaml:22: 'confidence' cannot be 'certain'"),
    ("example-one:", "example-onw:", "facts.yaml:0: the sidecar has no block 'example-one'"),
    (
      "  price: {value: 6000 USD, source: \"our order\", confidence: published}\n", "",
      "facts.yaml:1: server lacks the key 'price'"
    ),
    ("  weight: 17 kg\n", "", "facts.yaml:1: nothing says what 'example-one' weighs"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a sidecar is refused at its line`(from: String, to: String, complaint: String) {
    #expect(Self.facts.contains(from))
    let (model, complaints) = load(facts: Self.facts.replacing(from, with: to))
    #expect(model == nil)
    #expect(complaints.contains(complaint), "\(complaints)")
  }

  @Test func `a device type without facts is refused, since it says nothing of power`() {
    let (model, complaints) = load(facts: nil)
    #expect(model == nil)
    #expect(
      complaints == [
        "one.yaml:3: there are no facts about 'example-one': the device type alone says nothing of processors, "
          + "power and price"
      ])
  }

  @Test
  func `a child needs a block that says where it fits, and takes no curve at the wall without supplies`() {
    let child = Self.deviceType.replacing("u_height: 1", with: "u_height: 0\nsubdevice_role: child")
    #expect(load(child).complaints.contains("facts.yaml:1: nothing says which enclosures take 'example-one'"))
    let blade = Self.facts.replacing(
      "  weight: 17 kg\n", with: "  weight: 17 kg\n  blade: {families: [x], columns: 1, rows: 1}\n")
    #expect(load(child, facts: blade).complaints == [])
    let unknown = blade.replacing("    supplies: {count: 1, rating: 500 W, efficiency: platinum}\n", with: "")
    #expect(
      load(child, facts: unknown).complaints == [
        "facts.yaml:18: a blade has no supplies of its own, so its curve cannot be at the wall"
      ])
  }

  @Test func `an enclosure's grid may not have more bays than its device type lists`() {
    let file = BuiltInFile.enclosures.first { $0.slug == "hp-c7000" }
    let facts = file?.facts.text.replacing("columns: 8", with: "columns: 9") ?? ""
    let (model, complaints) = load(file?.deviceType.text ?? "", facts: facts)
    #expect(model == nil)
    #expect(complaints.contains { $0.hasSuffix("a grid of 9 x 2 has 18 bays, but the device type lists 16") })
  }

  @Test func `an odd number of supplies cannot be N+N`() {
    let file = BuiltInFile.enclosures.first { $0.slug == "hp-c7000" }
    let facts = file?.facts.text.replacing("count: 6", with: "count: 5") ?? ""
    let (_, complaints) = load(file?.deviceType.text ?? "", facts: facts)
    #expect(
      complaints.contains {
        $0.hasSuffix("power supply mode 'n+n' needs an even number of supplies, found 5")
      })
  }

  @Test func `a rack that may not carry itself is refused`() {
    let file = BuiltInFile.racks.first { $0.slug == "generic-42u" }
    let type = file?.deviceType.text.replacing("max_weight: 1000", with: "max_weight: 100") ?? ""
    let (_, complaints) = load(type, facts: file?.facts.text)
    #expect(
      complaints.contains {
        $0.hasSuffix("the rack weighs 130 kg itself, more than the 100 kg it may weigh with its load")
      })
  }

  @Test func `a built-in sidecar holds one block, that of its own entry`() throws {
    for file in BuiltInFile.servers + BuiltInFile.enclosures + BuiltInFile.racks {
      let document = try #require(DocumentLoader.yaml(file.facts, into: Diagnostics()))
      #expect(document.root.entries?.map(\.key) == [file.slug])
    }
  }
}

extension HardwareModel {
  /// The server, if it is one.
  fileprivate var server: ServerModel? {
    if case .server(let model) = self { model } else { nil }
  }
}
