import Documents
import Power
import Quantities
import Scenario
import TestSupport
import Testing

@testable import Catalog

@Suite("Servers put together from their parts, as facts files state them")
struct BuiltCurveTests {
  private static let deviceType = """
    manufacturer: Example
    model: Two
    slug: example-two
    u_height: 1
    power-ports: [{name: PSU1, type: iec-60320-c14}]
    interfaces: [{name: NIC 1, type: 1000base-t}]
    """
  private static let facts = """
    example-two:
      kind: server
      title: Example Two
      year: 2005
      evidence: {source: "counted by us", confidence: derived}
      weight: 17 kg
      processor:
        model: Example 2
        vendor: intel
        architecture: x86-64
        sockets: 2
        cores: 2
        clock: 3 GHz
        extensions: []
      memory: {installed: 4 GiB, maximum: 8 GiB, slots: 8}
      build:
        throughput: 20000 ssj_ops/s
        rated-heat: 110 W
        ratios: before-2009
        parts: {ddr2: 8, disk-15k: 2, bmc: 1}
        supplies: {count: 1, rating: 575 W, efficiency: typical-2005}
      start-up: {time: 3 min, share-of-peak: 80 %, standby: 8 W}
      price: 4000 USD
      embodied-carbon: 1200 kgCO2e
    """

  private func load(_ from: String = "", to: String = "", blade: Bool = false) -> (
    server: ServerModel?, complaints: [String]
  ) {
    var (type, facts) = (Self.deviceType, from.isEmpty ? Self.facts : Self.facts.replacing(from, with: to))
    if blade {
      type = type.replacing("u_height: 1", with: "u_height: 0\nsubdevice_role: child")
      facts = facts.replacing(
        "  weight: 17 kg\n", with: "  weight: 17 kg\n  blade: {families: [x], columns: 1, rows: 1}\n")
    }
    let diagnostics = Diagnostics()
    let model = CatalogReader.load(
      deviceType: SourceFile(name: "two.yaml", text: type),
      sidecar: SourceFile(name: "facts.yaml", text: facts), into: diagnostics)
    let server: ServerModel? = if case .server(let server) = model { server } else { nil }
    return (server, diagnostics.all.map { "\($0.position?.line ?? 0): \($0.message)" })
  }

  @Test func `a build in a file is the build in code`() throws {
    let (server, complaints) = load()
    #expect(complaints == [])
    let model = try #require(server)
    let build = try ServerBuild(
      processor: ProcessorPower(ratedHeat: Watts(110), ratios: .before2009), sockets: 2,
      parts: [.init(.ddr2, count: 8), .init(.disk15k, count: 2), .init(.managementController)],
      bank: PowerSupplyBank(single: PowerSupply(rating: Watts(575), efficiency: .typical2005)))
    #expect(model.power.curve == build.curve)
    #expect(model.power.tested == build.bank && model.power.curve.plane == .wall)
    #expect(model.throughput == WorkPerSecond(20_000))
    // By hand: (2 110 0.42 + 8 4.5 0.6 + 2 10.5 + 5.5 + 15) / 0.95 behind the supply.
    #expect(isClose(build.directCurrent(at: .zero).value, 155.5 / 0.95, relative: 1e-12))
  }

  @Test func `each part is a fact, and the draw says that it was put together`() throws {
    let facts = try #require(load().server).facts
    #expect(facts.first { $0.name == "parts, registered DDR2 DIMM" }?.value == "8")
    let draw = try #require(facts.first { $0.name == "draw at the wall, idle to full load in tenths" })
    #expect(draw.source.hasPrefix("put together from its parts: derived: SPECpower_ssj2008"))
    #expect(draw.confidence == .memoryMedium)
    let stress = try #require(load("    ratios: before-2009\n", to: "").server)
    #expect(
      stress.facts.first { $0.name.hasPrefix("draw") }?.confidence == .memoryLow,
      "the published ratios describe another load")
  }

  @Test func `board and fans can be stated`() throws {
    let plain = try #require(load().server).power.measured
    let more = try #require(
      load("    parts:", to: "    board: 40 W\n    fan-share: 10 %\n    parts:").server
    ).power.measured
    let bank = try PowerSupplyBank(single: PowerSupply(rating: Watts(575), efficiency: .typical2005))
    let (before, after) = (bank.output(for: plain.idle), bank.output(for: more.idle))
    #expect(isClose(after.value, (before.value * 0.95 + 25) / 0.90, relative: 1e-9))
  }

  @Test func `a blade has no supplies, and no fans unless stated`() throws {
    let supplies = "    supplies: {count: 1, rating: 575 W, efficiency: typical-2005}\n"
    #expect(load(blade: true).complaints == ["17: a blade has no supplies of its own"])
    let blade = try #require(load(supplies, to: "", blade: true).server)
    #expect(blade.power.curve.plane == .dc && blade.power.supply == .enclosure)
    #expect(isClose(blade.power.curve.idle.value, 155.5, relative: 1e-12))
    #expect(load(supplies, to: "").complaints == ["16: a rack server needs its supplies"])
  }

  @Test func `a family stands in for the rated heat`() throws {
    let text = "    rated-heat: 110 W\n    ratios: before-2009\n"
    let server = try #require(load(text, to: "    family: xeon-gold\n").server)
    #expect(server.facts.contains { $0.source.contains("consumption profiles of processor families") })
    #expect(
      load(text, to: "    rated-heat: 110 W\n    family: xeon-gold\n").complaints
        == ["16: both 'rated-heat' and 'family' are given"])
    #expect(load(text, to: "").complaints == ["16: neither 'rated-heat' nor 'family' is given"])
  }

  static let mistakes: [(from: String, to: String, complaint: String)] = [
    ("ddr2: 8", "ddr6: 8", "20: unknown key 'ddr6' in parts"),
    ("ddr2: 8", "ddr2: -1", "20: 'ddr2' "),
    ("ratios: before-2009", "ratios: before-2008", "19: 'ratios' cannot be 'before-2008'"),
    ("rated-heat: 110 W", "rated-heat: 0 W", "18: a processor rated for "),
    ("throughput: 20000", "throughput: 0", "17: a server without throughput does no work"),
    ("  build:\n", "  load-curve: {plane: wall}\n  build:\n", "1: both 'load-curve' and 'build' are given"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a build is refused at its line`(from: String, to: String, complaint: String) {
    #expect(Self.facts.contains(from))
    let (server, complaints) = load(from, to: to)
    #expect(server == nil)
    #expect(complaints.contains { $0.hasPrefix(complaint) }, "\(complaints)")
  }

  /// HP's note on p-Class power (published): idle is about 60 % of the sizing tool's maximum, 99 % load about 90 %.
  @Test func `a p-Class blade idles at the share of its peak that its maker gave`() throws {
    let blade = try #require(Catalog.builtIn.server("hp-bl20p-g3")).power.curve
    let published = 0.60 / 0.90
    let share = blade.idle / blade.peak
    // From parts 53 %, from the note 67 %: the ratios are those of SPECpower, the note's load is the vendor's own.
    #expect(share > published - 0.15 && share < published)
  }

  @Test(arguments: ["hp-bl20p-g3", "generic-storage-2006"])
  func `an entry from parts says so`(slug: String) throws {
    let facts = try #require(Catalog.builtIn.server(slug)).facts
    let draw = try #require(facts.first { $0.name.hasPrefix("draw ") })
    #expect(draw.source.hasPrefix("put together from its parts") && draw.confidence == .memoryMedium)
  }
}
