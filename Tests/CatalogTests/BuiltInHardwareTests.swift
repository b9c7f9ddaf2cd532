import Documents
import Facility
import Power
import Quantities
import Scenario
import Testing
import Virtualization

@testable import Catalog

@Suite("Built-in hardware")
struct BuiltInHardwareTests {
  static let servers = Catalog.builtIn.names(of: .server)
  static let enclosures = Catalog.builtIn.names(of: .enclosure)
  static let racks = Catalog.builtIn.names(of: .rack)

  @Test func `there are at least 51 servers, 17 enclosures and 3 racks`() {
    #expect(Self.servers.count >= 51)
    #expect(Self.enclosures.count >= 17)
    #expect(Self.racks.count >= 3)
  }

  @Test(arguments: [
    "hp-dl380-g4", "hp-dl380-g5", "hp-dl580-g3", "hp-ml110-g4", "hp-ml110-g5", "dell-r610", "dell-r720",
    "dell-r730", "dell-r730-v3", "hpe-dl360-gen10", "dell-r740", "lenovo-sr665", "hpe-dl380-gen10-plus",
    "hp-bl460c-g1", "hp-bl280c-g6", "dell-m610", "dell-m620", "dell-m630", "hpe-synergy-480-gen10",
    "ibm-hs22",
    "cisco-b200-m3", "cisco-b200-m5", "lenovo-sn550", "dell-m610-x5670", "dell-m640", "dell-fc630",
    "huawei-ch121",
    "huawei-ch121-v3", "h3c-b5700-g3", "fujitsu-bx920-s2", "cisco-x210c-m6", "supermicro-sbi-7126t",
  ])
  func `a server that studies rely on is there under its slug`(slug: String) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    #expect(model.slug == slug)
  }

  @Test(arguments: [
    "hp-c3000", "hp-c7000", "hpe-synergy-12000", "dell-m1000e", "dell-mx7000", "cisco-ucs-5108",
    "ibm-bladecenter-h",
    "ibm-flex-8721", "dell-fx2", "cisco-x9508", "huawei-e9000", "h3c-b16000", "fujitsu-bx900",
    "supermicro-superblade-7u",
  ])
  func `an enclosure that studies rely on is there under its slug`(slug: String) {
    #expect(Catalog.builtIn.enclosure(slug)?.slug == slug)
  }

  @Test(arguments: ["hpe-10642-g2", "apc-ar3100", "generic-42u"])
  func `a rack that studies rely on is there under its slug`(slug: String) {
    #expect(Catalog.builtIn.rack(slug)?.slug == slug)
  }

  @Test(arguments: BuiltInFile.servers + BuiltInFile.enclosures + BuiltInFile.racks)
  func `a built-in entry is read without any complaint and has the slug of its line`(file: BuiltInFile) {
    let diagnostics = CatalogReading.load(file)
    #expect(diagnostics.complaints == [])
    #expect(diagnostics.model?.slug == file.slug)
  }

  @Test(arguments: BuiltInFile.servers + BuiltInFile.enclosures + BuiltInFile.racks)
  func `every figure has a name, a value and a source`(file: BuiltInFile) {
    let facts = file.model.facts
    #expect(!facts.isEmpty)
    for fact in facts {
      #expect(!fact.name.isEmpty && !fact.value.isEmpty && fact.source.count > 8)
    }
    #expect(Set(facts.map(\.name)).count == facts.count, "no figure is listed twice")
  }

  @Test(arguments: servers)
  func `a server is complete and its figures agree with each other`(slug: String) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    #expect((2004...2022).contains(model.year))
    #expect(model.weight > .zero && model.throughput > .zero && model.price.amount > 0)
    #expect(model.memory <= model.maximumMemory)
    #expect(model.embodiedCarbon > .zero)
    #expect(model.processor.cores >= model.processor.sockets)
    #expect((Hertz(1e9)...Hertz(5e9)).contains(model.processor.clock))
    switch model.form {
    case .rack(let height):
      #expect((RackUnits(1)...RackUnits(5)).contains(height))
      #expect(model.power.measured.plane == .wall && model.power.tested != nil)
      #expect(model.cables.power >= 1 && model.cables.data >= 1)
    case .blade(let form):
      #expect(model.power.curve.plane == .dc && model.power.supply == .enclosure)
      #expect(form.weight == model.weight)
      #expect(model.cables == .none)
    }
  }

  @Test(arguments: servers)
  func `power rises with load but for the noise of a measurement`(slug: String) throws {
    let power = try #require(Catalog.builtIn.server(slug)).power
    let levels = (0...10).map { power.measured.draw(at: Fraction(Double($0) / 10)) }
    for (lower, upper) in zip(levels, levels.dropFirst()) { #expect(upper >= lower * 0.98) }
    #expect(power.standby < power.measured.idle)
  }

  @Test(arguments: servers)
  func `the help for hypervisors belongs to the maker and the years`(slug: String) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    let extensions = model.processor.extensions
    if model.processor.vendor == .amd { #expect(extensions.allSatisfy { $0 == .amdV || $0 == .npt }) }
    if model.processor.vendor == .intel { #expect(extensions.allSatisfy { $0 != .amdV && $0 != .npt }) }
    if extensions.contains(.ept) { #expect(extensions.contains(.vtx)) }
    switch model.processor.assistance {
    case .none: #expect(model.year <= 2005)
    case .trapping: #expect((2005...2008).contains(model.year))
    case .nestedPaging: #expect(model.year >= 2008)
    }
    #expect(model.hostFacts(in: 2010).assistance == model.processor.assistance)
  }

  @Test(arguments: enclosures)
  func `an enclosure is complete and lists its bays`(slug: String) throws {
    let model = try #require(Catalog.builtIn.enclosure(slug))
    #expect(model.form.grid.count >= 4)
    #expect(model.minimalPower > .zero && model.fieldPower > model.minimalPower)
    #expect(model.power(.field).fixed == model.fieldPower && model.power().fixed == model.minimalPower)
    #expect(model.bank.redundancy == .grid)
    #expect(model.form.cables.power == model.bank.installed)
    #expect(model.price.amount > 0 && model.interconnectPrice.amount > 0 && model.embodiedCarbon > .zero)
    let limit = try #require(model.form.maximumWeight)
    #expect(model.form.emptyWeight < limit)
  }

  @Test(arguments: enclosures)
  func `every enclosure holds a full set of each blade of its family, by geometry, mass and power`(
    slug: String
  ) throws {
    let enclosure = try #require(Catalog.builtIn.enclosure(slug))
    let blades = Self.servers.compactMap(Catalog.builtIn.server).filter(enclosure.takes)
    #expect(!blades.isEmpty)
    for model in blades {
      let blade = try #require(model.blade)
      var frame = Enclosure(enclosure.form)
      for bay in 1...enclosure.form.grid.count { try frame.insert(blade, as: HostID(bay), atBay: bay) }
      #expect(throws: FitRefusal.self) { try frame.insert(blade, as: HostID(0)) }
      let peak = model.power.curve.peak * Double(enclosure.form.grid.count)
      #expect(enclosure.power().state(bladeDC: peak) != .overloaded, "\(model.slug) in \(slug)")
    }
  }

  @Test(arguments: servers)
  func `a blade is refused by the enclosures of other families`(slug: String) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    let takers = Self.enclosures.compactMap(Catalog.builtIn.enclosure).filter { $0.takes(model) }
    #expect(takers.isEmpty == (model.blade == nil))
    #expect(Set(takers.map(\.form.family)).count <= 1)
  }

  @Test(arguments: servers)
  func `a blade is no older than the first enclosure of its family`(slug: String) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    let takers = Self.enclosures.compactMap(Catalog.builtIn.enclosure).filter { $0.takes(model) }
    if let first = takers.map(\.year).min() { #expect(model.year >= first) }
  }

  @Test(arguments: racks)
  func `a rack is 42 units high and holds four full enclosures by units`(slug: String) throws {
    let rack = try #require(Catalog.builtIn.rack(slug))
    #expect(rack.type.units == RackUnits(42) && rack.type.usableUnits == RackUnits(40))
    #expect(rack.type.contentsWeightLimit > Kilograms(800))
    #expect((Kilograms(110)...Kilograms(160)).contains(rack.type.emptyWeight))
  }
}

/// Reading one built-in entry afresh, with its complaints as text.
struct CatalogReading {
  let model: HardwareModel?
  let complaints: [String]
}

extension CatalogReading {
  static func load(_ file: BuiltInFile) -> CatalogReading {
    let diagnostics = Diagnostics()
    let model = CatalogReader.load(deviceType: file.deviceType, sidecar: file.facts, into: diagnostics)
    return CatalogReading(model: model, complaints: diagnostics.all.map(\.message))
  }
}
