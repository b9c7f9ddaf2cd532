import Documents
import Foundation
import Power
import Quantities
import Scenario
import TestSupport
import Testing

@testable import Catalog

/// One published SPECpower_ssj2008 result: watts at idle, half and full load, work at full load, overall score.
struct PublishedResult: Sendable {
  let slug: String
  let idle: Double
  let half: Double
  let peak: Double
  let work: Double
  let overall: Double

  init(_ slug: String, _ idle: Double, _ half: Double, _ peak: Double, _ work: Double, _ overall: Double) {
    self.slug = slug
    self.idle = idle
    self.half = half
    self.peak = peak
    self.work = work
    self.overall = overall
  }

  static let all = [
    PublishedResult("hp-dl380-g4", 226, 289, 394, 26_880, 45.2),
    PublishedResult("hp-dl580-g3", 520, 740, 833, 86_082, 61.1),
    PublishedResult("hp-ml110-g3", 105, 137, 169, 52_303, 190),
    PublishedResult("hp-dl580-g4", 575, 656, 732, 148_741, 114),
    PublishedResult("hp-ml110-g4", 86, 102, 117, 54_479, 268),
    PublishedResult("hp-dl380-g5", 172, 205, 258, 159_151, 382),
    PublishedResult("hp-ml110-g5", 93.7, 116, 135, 98_472, 431),
    PublishedResult("dell-2950-iii", 157, 230, 276, 305_413, 682),
    PublishedResult("hp-dl160-g5", 160, 227, 269, 308_022, 698),
    PublishedResult("dell-r610", 63.2, 145, 236, 550_081, 1844),
    PublishedResult("ibm-x3550-m3-x5670", 66, 156, 247, 912_178, 2843),
    PublishedResult("ibm-x3550-m3-x5675", 58.4, 140, 222, 890_651, 3093),
    PublishedResult("dell-r720", 51, 120, 231, 1_238_932, 4658),
    PublishedResult("dell-r730-v3", 46.9, 156, 272, 3_253_446, 10_206),
    PublishedResult("dell-r730", 44.6, 150, 272, 3_513_207, 11_423),
    PublishedResult("hpe-dl360-gen10", 50, 213, 448, 5_869_955, 12_488),
    PublishedResult("dell-r740", 49.8, 208, 432, 5_811_114, 12_831),
    PublishedResult("lenovo-sr665", 82.8, 267, 391, 12_166_530, 23_428),
    PublishedResult("lenovo-sr665-7763", 79.3, 258, 454, 12_412_812, 23_505),
    PublishedResult("hpe-dl380-gen10-plus", 127, 314, 619, 8_125_401, 11_734),
    PublishedResult("hpe-dl385-gen10-plus", 101, 328, 548, 13_211_462, 19_614),
  ]
}

@Suite("Published curves")
struct PublishedCurveTests {
  @Test(arguments: PublishedResult.all)
  func `idle, half, peak and work are those that SPEC published`(result: PublishedResult) throws {
    let model = try #require(Catalog.builtIn.server(result.slug))
    #expect(model.power.measured.idle == Watts(result.idle))
    #expect(model.power.measured.draw(at: Fraction(0.5)) == Watts(result.half))
    #expect(model.power.measured.peak == Watts(result.peak))
    #expect(model.throughput == WorkPerSecond(result.work))
  }

  /// With the throughput of the lower levels taken as exact tenths, the score is known to be off by up to 1.9 %.
  @Test(arguments: PublishedResult.all)
  func `the score of a curve is near the overall score that SPEC published`(result: PublishedResult) throws {
    let model = try #require(Catalog.builtIn.server(result.slug))
    let score = model.power.measured.workPerEnergy(fullLoadWork: model.throughput)
    #expect(isClose(score.value, result.overall, relative: 0.019))
  }

  @Test(arguments: PublishedResult.all)
  func `the source of a published curve names benchmark, date and publisher`(result: PublishedResult) throws {
    let facts = try #require(Catalog.builtIn.server(result.slug)).facts
    let curve = try #require(facts.first { $0.name == "draw at the wall, idle to full load in tenths" })
    #expect(curve.confidence == .published)
    #expect(curve.source.hasPrefix("SPECpower_ssj2008 result of "))
    #expect(curve.source.contains("published 20") && curve.source.hasSuffix("spec.org"))
  }

  @Test func `400 ML110 G4 and 400 ML110 G5 at full power for a day take 2419.2 kWh`() throws {
    let old = try #require(Catalog.builtIn.server("hp-ml110-g4")).power.measured.peak
    let new = try #require(Catalog.builtIn.server("hp-ml110-g5")).power.measured.peak
    let day = (old * 400 + new * 400).energy(over: Seconds(hours: 24))
    #expect(isClose(day.kilowattHours, 2419.2))
  }

  /// Levels, work and sockets as the collected results have them; a result may be listed more than once.
  static let collected: [[Double]] = {
    guard ReferenceData.isAvailable, let data = try? ReferenceData.data("hardware/specpower.csv") else {
      return []
    }
    var reader = CSVReader(SourceFile(name: "specpower.csv", bytes: Array(data)), into: Diagnostics())
    let names = ["w_idle"] + (1...10).map { "w_\($0)0" } + ["ssj_ops_100", "sockets", "cores"]
    let columns = names.compactMap { reader.column($0) }
    var rows: [[Double]] = []
    while let row = reader.next() { rows.append(columns.map { Double(row.text($0)) ?? .nan }) }
    return rows
  }()

  /// Whether a server is a rack server with a result of its own, not put together from parts.
  private static func isMeasured(_ slug: String) -> Bool {
    guard let model = Catalog.builtIn.server(slug), model.blade == nil else { return false }
    return !model.facts.contains { $0.source.hasPrefix("put together from its parts") }
  }

  @Test(
    .enabled(if: ReferenceData.isAvailable),
    arguments: BuiltInHardwareTests.servers.filter { isMeasured($0) })
  func `a rack server's eleven levels, work, sockets and cores stand in the collected results`(
    slug: String
  ) throws {
    let model = try #require(Catalog.builtIn.server(slug))
    let levels = (0...10).map { model.power.measured.draw(at: Fraction(Double($0) / 10)).value }
    let wanted =
      levels + [model.throughput.value, Double(model.processor.sockets), Double(model.processor.cores)]
    #expect(Self.collected.count > 600)
    #expect(
      Self.collected.contains { row in zip(row, wanted).allSatisfy { isClose($0, $1, relative: 1e-12) } })
  }
}
