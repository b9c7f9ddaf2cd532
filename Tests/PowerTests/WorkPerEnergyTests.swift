import Power
import Quantities
import TestSupport
import Testing

@Suite("Work per energy")
struct WorkPerEnergyTests {
  @Test(arguments: PublishedCurve.all)
  func `the overall score comes within two per cent of the published one`(published: PublishedCurve) throws {
    let score = try published.curve().workPerEnergy(fullLoadWork: WorkPerSecond(published.fullLoad))
    #expect(isClose(score.value, published.overall, relative: 0.02))
  }

  @Test
  func `the x3550 M3 scores 3080 from its full load alone`() throws {
    let score = try PublishedCurve.x3550M3.curve().workPerEnergy(fullLoadWork: WorkPerSecond(890_651))
    #expect(isClose(score.value, 5.5 * 890_651 / 1590.4, relative: 1e-12))
  }

  @Test
  func `measured levels count as measured`() throws {
    let curve = try PowerCurve(measured: Array(repeating: Watts(100), count: 11))
    var levels = Array(repeating: WorkPerSecond(0), count: 10)
    levels[0] = WorkPerSecond(550)
    levels[9] = WorkPerSecond(1650)
    #expect(curve.workPerEnergy(levels: levels) == WorkPerJoule(2))
  }

  /// The full table holds throughput at full load only, so targets stand in for the throughput reached.
  @Test(.enabled(if: ReferenceData.isAvailable))
  func `over all published results the score is off by a third of a per cent in the median`() throws {
    var errors: [Double] = []
    for row in try ReferenceData.text("hardware/specpower.csv").split(whereSeparator: \.isNewline).dropFirst()
    {
      let fields = Self.fields(row)
      let watts = fields[13...23].compactMap { Double($0).map { Watts($0) } }
      let work = try #require(Double(fields[24]))
      let overall = try #require(Double(fields[25]))
      let score = try PowerCurve(measured: watts).workPerEnergy(fullLoadWork: WorkPerSecond(work))
      errors.append(abs(score.value / overall - 1))
    }
    errors.sort()
    #expect(errors.count == 619)
    #expect(errors[errors.count / 2] < 0.0035)
    #expect(errors[errors.count - 1] < 0.0195)
  }

  /// The fields of a line with commas inside quotes.
  static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
